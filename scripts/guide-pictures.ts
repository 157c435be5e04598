/**
 * Takes the pictures of docs/guide.md from the running program: `npx tsx scripts/guide-pictures.ts [CHROMIUM]`.
 * Look at them before you commit them; the guide describes what they show.
 */

import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { drawn, launch, serve } from "../tests/e2e/explorer.ts";

const FOLDER = path.join(import.meta.dirname, "../docs/images/guide");

interface Shot {
  readonly name: string;
  readonly query: string;
  act?(page: Page): Promise<void>;
}

const SHOTS: readonly Shot[] = [
  { name: "1-first-look", query: "" },
  {
    name: "2-question",
    query: "?theme=light",
    act: async (page) => {
      await page.locator("#search").fill("who supports Pakistan contributes troops");
      await page.getByRole("option").first().waitFor();
    },
  },
  {
    name: "3-evidence",
    query: "?theme=light&select=pair:actor:pakistan;issue:pakistan-troops",
  },
  { name: "4-conditions", query: "?theme=light&tab=analysis&analysis=name%3Dconditions" },
  { name: "5-path", query: "?theme=light&from=actor:pakistan&to=actor:hamas&avoid=actor:united-states" },
  {
    name: "6-compare",
    query: "?theme=light&tab=compare&compare=by%3Dactors;a%3Dpakistan;b%3Dunited-states",
  },
  { name: "7-matrix", query: "?theme=light&tab=matrix" },
  { name: "8-time", query: "?theme=light&since=2025-11&until=2025-11-30" },
];

mkdirSync(FOLDER, { recursive: true });
const served = await serve();
const browser = await launch(process.argv[2] ?? "chromium");
try {
  for (const { name, query, act } of SHOTS) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(served.url + query);
    if (!query.includes("tab=")) await drawn(page).catch(() => page.locator("#map").waitFor());
    await page.waitForLoadState("networkidle");
    await act?.(page);
    await page.waitForTimeout(2000);
    await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
    await context.close();
  }
} finally {
  await browser.close();
  await served.close();
}
