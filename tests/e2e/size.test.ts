/**
 * The page's size budget, as transferred: 350 kB of JavaScript for a first visit, gzipped, and a limit for whoever opens every part.
 * Raise either only in the commit that needs it. The engine for data opened from disk is fetched only then, and not counted.
 */
import { gzipSync } from "node:zlib";
import type { Page, Response } from "playwright-core";
import { describe, expect, it } from "vitest";
import { requires } from "../support/require.ts";
import { atRest, drawn, open } from "./explorer.ts";
import { session } from "./session.ts";

const chromium = requires("browser");
const FIRST_VISIT_BYTES = 350_000;
const EVERY_PART_BYTES = 450_000;

describe.skipIf(!chromium)("the page's JavaScript", () => {
  const shared = session(chromium);

  it("keeps to its budgets", { timeout: 120_000 }, async () => {
    const { page, close } = await open(shared.browser, "about:blank");
    const scripts: Response[] = [];
    page.on("response", (response) => {
      if (/javascript/.test(response.headers()["content-type"] ?? "")) scripts.push(response);
    });
    const transferred = async (): Promise<number> => {
      await atRest(page);
      // Gzipped here, whatever coding browser and server agreed on: the budget is one of gzip.
      const bodies = await Promise.all(scripts.map((script) => script.body()));
      return bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
    };
    await page.goto(shared.served.url);
    await drawn(page);
    const first = await transferred();
    expect(first).toBeGreaterThan(100_000);
    expect(first).toBeLessThanOrEqual(FIRST_VISIT_BYTES);
    await openEveryPart(page, shared.served.url);
    expect(await transferred()).toBeLessThanOrEqual(EVERY_PART_BYTES);
    await close();
  });
});

/** Every tab, every part of the left column, every dialog, and details of a node. */
async function openEveryPart(page: Page, url: string): Promise<void> {
  for (const name of await page.getByRole("tab").allInnerTexts())
    await page.getByRole("tab", { name }).click();
  await page.getByRole("tab", { name: "Graph" }).click();
  const choices = page.getByRole("navigation", { name: "What the left column shows" }).getByRole("button");
  for (const name of await choices.allInnerTexts())
    if (name !== "") await page.getByRole("button", { name, exact: true }).first().click();
  for (const name of ["Export", "About this data", "All actions"]) {
    await page.getByRole("button", { name }).first().click();
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  }
  await page.evaluate((address) => history.pushState(null, "", address), `${url}?select=actor:egypt`);
  await page.evaluate(() => window.dispatchEvent(new PopStateEvent("popstate")));
  await page.getByRole("region", { name: "Details" }).waitFor();
}
