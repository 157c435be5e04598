/** The JavaScript that a first visit transfers until the map is drawn and the page is at rest, gzipped. */

import { existsSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Response } from "playwright-core";
import { drawn, serve } from "../../tests/e2e/explorer.ts";
import { ROOT } from "../../tests/support/require.ts";
import { NO_CHROMIUM, NOT_BUILT, withChromium } from "../chromium.ts";
import { absent, type BenchRow, limited } from "../harness.ts";

export const pageSizeRow: BenchRow = {
  id: "page-size",
  async run() {
    const work = "page: JavaScript transferred on a first visit, gzip";
    if (!existsSync(path.join(ROOT, "dist/explorer/index.html"))) return [absent(this.id, work, NOT_BUILT)];
    const bytes = await withChromium(async (browser) => {
      const house = await serve(["--log-level", "silent"]);
      try {
        const page = await browser.newPage();
        const scripts: Response[] = [];
        page.on("response", (response) => {
          if (/javascript/.test(response.headers()["content-type"] ?? "")) scripts.push(response);
        });
        await page.goto(house.url);
        await drawn(page);
        await page.waitForLoadState("networkidle");
        // Gzipped here, whatever coding browser and server agreed on.
        const bodies = await Promise.all(scripts.map((script) => script.body()));
        return bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
      } finally {
        await house.close();
      }
    });
    if (bytes === null) return [absent(this.id, work, NO_CHROMIUM)];
    return [
      limited(
        { id: this.id, work, unit: "kB", bar: 350, note: "Gephi Lite: 896 kB, as seen for DESIGN §12" },
        bytes / 1000,
      ),
    ];
  },
};
