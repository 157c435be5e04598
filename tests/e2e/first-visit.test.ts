/** The whole way of a first visit: a question, its evidence, a citation, a link, a file, and a story of three scenes that is sent on. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { requires } from "../support/require.ts";
import { drawn, open } from "./explorer.ts";
import { session } from "./session.ts";

const chromium = requires("browser");

describe.skipIf(!chromium)("a first visit", { timeout: 90_000 }, () => {
  const shared = session(chromium);
  const visit = async (address: string): Promise<Page> => {
    shared.watched = await open(shared.browser, address, {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await drawn(shared.watched.page);
    return shared.watched.page;
  };
  const ask = async (page: Page, words: string) => {
    await page.getByLabel("Search", { exact: true }).first().fill(words);
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
  };
  const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

  it("leads from a question to evidence, citation, link and file", async () => {
    const page = await visit(shared.served.url);
    const introduction = page.getByRole("region", { name: "What this page shows" });
    await introduction.waitFor();
    await ask(page, "Pakistan to Hamas");
    const path = page.getByRole("article").first();
    await path.getByText("Pakistan and Hamas are connected").waitFor();
    // Whoever asks needs no examples any more.
    await introduction.waitFor({ state: "hidden" });
    await path
      .getByRole("button", { name: /statement/ })
      .first()
      .click();
    await path.getByRole("button", { name: "Copy citation" }).first().click();
    await expect.poll(() => copied(page)).toMatch(/As reported in: .* Statement s\d+-\d+/);
    await page.getByRole("button", { name: "Export" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Copy link" }).click();
    await expect.poll(() => copied(page)).toBe(page.url());
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("link", { name: "GEXF 1.3" }).click(),
    ]);
    expect(readFileSync(await download.path(), "utf8")).toContain("</gexf>");
  });

  it("goes to what was searched for once, and not again with each new map", async () => {
    const page = await visit(`${shared.served.url}?tab=graph`);
    await ask(page, "Egypt");
    await page.waitForURL(/[?&]camera=/);
    await page.getByRole("button", { name: "Show everything" }).click();
    await page.waitForURL((url) => !url.searchParams.has("camera"));
    await page.getByRole("tab", { name: "Table" }).click();
    await page.getByRole("tabpanel", { name: "Table" }).waitFor();
    await page.getByRole("tab", { name: "Graph" }).click();
    await drawn(page);
    // As long as a flight and the rest after it take.
    await page.waitForTimeout(1500);
    expect(new URL(page.url()).searchParams.has("camera")).toBe(false);
  });

  it("keeps the scenes of a story apart, and shows the story to whoever follows its link", async () => {
    const page = await visit(`${shared.served.url}?from=actor:pakistan&to=actor:hamas`);
    const story = page.getByRole("region", { name: "Story" });
    await page.getByRole("button", { name: "Story", exact: true }).click();
    const add = story.getByRole("button", { name: "Add this view" });
    await add.click();
    await ask(page, "who opposes States contribute troops");
    await page.waitForURL(/polarity=oppose/);
    // The path that was asked for before is no part of what is asked now.
    expect(new URL(page.url()).searchParams.has("from")).toBe(false);
    await add.click();
    await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: "Matrix" }).click();
    await add.click();
    await story.getByLabel("Note of scene 3").fill("As a matrix");
    await page.getByRole("tab", { name: "Graph" }).click();
    await story.getByRole("button", { name: "Show scene 1" }).click();
    await page.waitForURL(/[?&]from=actor:pakistan/);
    const link = page.url();
    await shared.watched?.close();

    const reader = await visit(link);
    await reader
      .getByRole("region", { name: "Story" })
      .first()
      .getByRole("button", { name: "Play", exact: true })
      .click();
    const bar = reader.locator(".sg-story-bar");
    await bar.getByText("1 of 3").waitFor();
    await reader.keyboard.press("ArrowRight");
    await reader.waitForURL(/polarity=oppose/);
    await reader.keyboard.press("ArrowRight");
    await reader.waitForURL(/tab=matrix/);
    await bar.getByText("As a matrix").waitFor();
    await reader.keyboard.press("Escape");
    await bar.waitFor({ state: "hidden" });
  });
});
