/** From the request of the page to the first drawing of the house dataset, beside a page that draws an empty graph with sigma. */

import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { build } from "vite";
import { serve } from "../../tests/e2e/explorer.ts";
import { ROOT } from "../../tests/support/require.ts";
import { mainThreadClock, NO_CHROMIUM, NOT_BUILT, withChromium } from "../chromium.ts";
import { absent, alternate, type BenchRow, type Contender, compared } from "../harness.ts";

/** 1.5 times the peer's time, as how many times better. */
const BAR = Number((1 / 1.5).toFixed(3));

/** What is there, as an expression of the page, once something is drawn. */
const DRAWN = {
  /** The graph with its names, as the server drew it, until the page can. */
  picture: "document.querySelector('#first-picture svg text') !== null",
  /** The map that answers the pointer. */
  map: `document.querySelector("[data-map-stage][data-labels]:not([data-labels='0'])") !== null`,
  peer: "document.documentElement.dataset.drawn !== undefined",
} as const;

/** Bundles and serves the peer's page, compressed as the server's files are. */
async function servePeer(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "empty-sigma-"));
  const source = path.join(ROOT, "bench/peers/empty-sigma.ts");
  await writeFile(
    path.join(folder, "index.html"),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Empty</title><script type="module" src="${source}"></script></head><body></body></html>`,
  );
  const out = path.join(folder, "out");
  await build({ root: folder, logLevel: "error", configFile: false, build: { outDir: out } });
  const files = new Map<string, Buffer>();
  for (const name of await readdir(out, { recursive: true, withFileTypes: true }))
    if (name.isFile()) {
      const file = path.join(name.parentPath, name.name);
      files.set(`/${path.relative(out, file)}`, gzipSync(await readFile(file)));
    }
  const server = http.createServer((request, response) => {
    const url = request.url === "/" ? "/index.html" : (request.url ?? "");
    const bytes = files.get(url);
    const type = url.endsWith(".js") ? "text/javascript" : "text/html";
    response.writeHead(bytes ? 200 : 404, { "Content-Type": type, "Content-Encoding": "gzip" }).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A script, as text because it runs elsewhere, that notes the time of the frame after something is drawn. */
const watch = (drawn: string): string => `(function look() {
  if (!document.documentElement || !(${drawn})) return requestAnimationFrame(look);
  requestAnimationFrame(() => { document.documentElement.dataset.drawnAt = String(performance.now()); });
})()`;

/** Opens a page in a browser that knows nothing of it, until the frame after something is drawn. */
const visit = (browser: Browser, url: string, drawn: string): Contender => ({
  async batch() {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const clock = await mainThreadClock(page);
    await page.addInitScript({ content: watch(drawn) });
    await page.goto(url);
    const root = page.locator("html[data-drawn-at]");
    await root.waitFor({ state: "attached", timeout: 60_000 });
    const batch = {
      units: 1,
      wallMs: Number(await root.getAttribute("data-drawn-at")),
      cpuMs: await clock(),
    };
    await context.close();
    return batch;
  },
});

export const firstDrawRow: BenchRow = {
  id: "first-draw",
  async run(options) {
    const work = "page: from its request to the first drawing of the house dataset";
    if (!existsSync(path.join(ROOT, "dist/explorer/index.html"))) return [absent(this.id, work, NOT_BUILT)];
    const timings = await withChromium(async (browser) => {
      const [house, peer] = [await serve(["--log-level", "silent"]), await servePeer()];
      try {
        return await alternate(
          [
            visit(browser, house.url, DRAWN.picture),
            visit(browser, house.url, DRAWN.map),
            visit(browser, peer.url, DRAWN.peer),
          ],
          options,
        );
      } finally {
        await Promise.all([house.close(), peer.close()]);
      }
    });
    const [picture, map, theirs] = timings ?? [];
    if (!picture || !map || !theirs) return [absent(this.id, work, NO_CHROMIUM)];
    const words = { unit: "ms", per: "unit" } as const;
    const peer = "a page of sigma with an empty graph";
    return [
      compared({ ...words, id: this.id, work, bar: BAR }, picture, peer, theirs),
      compared(
        { ...words, id: `${this.id}-map`, work: `${work} by the page itself`, bar: null },
        map,
        peer,
        theirs,
      ),
    ];
  },
};
