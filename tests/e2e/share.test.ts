/** Taking a view elsewhere: link, code to embed, report, story, and the page inside another one. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { parseCsv } from "../../src/dataset/csv.ts";
import { requires } from "../support/require.ts";
import { accessibilityFaults, accessibilityFaultsOfBothThemes, open } from "./explorer.ts";
import { session, visit as visitSession } from "./session.ts";

const chromium = requires("browser");

describe.skipIf(!chromium)("sharing", () => {
  const shared = session(chromium);
  const visit = (query: string, options: Parameters<typeof open>[2] = {}): Promise<Page> =>
    visitSession(shared, query, options);
  const exportDialog = async (page: Page) => {
    await page.getByRole("button", { name: "Export" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("heading", { name: "Report" }).waitFor();
    return dialog;
  };
  const downloaded = async (page: Page, press: () => Promise<void>): Promise<string> => {
    const [download] = await Promise.all([page.waitForEvent("download"), press()]);
    return readFileSync(await download.path(), "utf8");
  };

  it("makes a report of the selection with every statement and its source", { timeout: 60_000 }, async () => {
    const page = await visit("?theme=light&select=actor:egypt", { acceptDownloads: true });
    const dialog = await exportDialog(page);
    const markdown = await downloaded(page, () =>
      dialog.getByRole("button", { name: "as Markdown" }).click(),
    );
    const { statementsList: statements } = (await (
      await fetch(`${shared.served.url}api/actors/egypt`)
    ).json()) as {
      readonly statementsList: readonly { readonly id: string }[];
    };
    expect(statements.length).toBeGreaterThan(3);
    const named = statements.filter(({ id }) => markdown.includes(`; ${id}]`));
    expect(named.length).toBe(statements.length);
    expect(markdown).toMatch(/^# Egypt/);
    expect(markdown).toContain("## Sources");
    const html = await downloaded(page, () => dialog.getByRole("button", { name: "as HTML" }).click());
    expect(html).toContain("<h2>Sources</h2>");
    expect(html).not.toContain("<script");
  });

  it("makes a report of a path, step by step", { timeout: 60_000 }, async () => {
    const page = await visit("?theme=light&from=actor:egypt&to=actor:pakistan", {
      acceptDownloads: true,
      viewport: { width: 1400, height: 900 },
    });
    const dialog = await exportDialog(page);
    const markdown = await downloaded(page, () =>
      dialog.getByRole("button", { name: "as Markdown" }).click(),
    );
    expect(markdown).toContain("## Connection 1,");
    expect(markdown).toMatch(/^- .*\[1/m);
  });

  it("holds what is played, and says which hidden nodes are in the report", { timeout: 60_000 }, async () => {
    const page = await visit("?hidden=actor:egypt", { acceptDownloads: true });
    await page.getByRole("button", { name: /^Play/ }).click();
    await page.getByRole("button", { name: /^(Pause|Stop)/ }).waitFor();
    const dialog = await exportDialog(page);
    await page.waitForURL(/[?&](since|until)=/);
    const settled = page.url();
    const markdown = await downloaded(page, () =>
      dialog.getByRole("button", { name: "as Markdown" }).click(),
    );
    expect(markdown).toContain("1 node hidden by hand on the map is in this report all the same.");
    expect(markdown).toContain(settled);
    expect(page.url()).toBe(settled);
  });

  it("saves the table as it is shown: columns, words, order, search and filters", async () => {
    const page = await visit("?polarity=oppose");
    await page.getByRole("tab", { name: "Table" }).click();
    await page.getByRole("searchbox", { name: "Find in the table" }).fill("gaza");
    await page.waitForURL(/table=/);
    await page.locator("details.sg-columns > summary").click();
    await page.getByRole("checkbox", { name: "Said by", exact: true }).click();
    await page.locator("details.sg-columns > summary").click();
    await page.getByRole("button", { name: /^Actor/ }).click();
    await page.getByRole("button", { name: /^Actor/ }).click();
    // All rows at once, so that they can be compared.
    await page.setViewportSize({ width: 1400, height: 6000 });
    const count = Number(/^\d+/.exec(await page.locator(".sg-count").innerText())?.[0]);
    expect(count).toBeGreaterThan(3);
    const rows = page.locator("tbody tr[data-at]");
    await expect.poll(() => rows.count()).toBe(count);
    const csv = await downloaded(page, () => page.getByRole("button", { name: "Download as CSV" }).click());
    const [header, ...records] = parseCsv(csv).records.map(({ cells }) => cells);
    const words = await rows.evaluateAll((all) =>
      all.map((row) =>
        [...row.children].map(
          (cell) => (cell.querySelector(".sg-position > :last-child") ?? cell).textContent,
        ),
      ),
    );
    expect(words).toEqual(records);
    const labels = page.locator("thead th button");
    expect(await labels.evaluateAll((all) => all.map((one) => one.firstChild?.textContent))).toEqual(header);
    const actors = records.map(([actor]) => actor);
    expect(actors).toEqual(actors.toSorted((a = "", b = "") => b.localeCompare(a, "en", { numeric: true })));
    expect(header).toContain("Said by");
  });

  it("keeps a story in the address and plays it by the arrow keys", {
    timeout: 90_000,
  }, async () => {
    const page = await visit("", { bypassCSP: true });
    await page.getByRole("button", { name: "Story" }).click();
    const panel = page.getByRole("region", { name: "Story" });
    const add = panel.getByRole("button", { name: "Add this view" });
    await add.click();
    await panel.getByLabel("Note of scene 1").fill("Everything that was said");
    await page.evaluate(() => history.length);
    await page.getByRole("checkbox", { name: /supports/ }).waitFor({ state: "detached" });
    await page.locator("#map").focus();
    await page.keyboard.press("x");
    await page.waitForFunction(() => location.search.includes("tab=matrix"));
    await add.click();
    await panel.getByLabel("Note of scene 2").fill("The same as a matrix");
    expect(await accessibilityFaultsOfBothThemes(page)).toEqual([]);
    const address = page.url();

    const again = (await shared.browser.newContext()).newPage();
    const other = await again;
    await other.goto(address);
    const story = other.getByRole("region", { name: "Story" });
    await story.first().getByRole("button", { name: "Play" }).click();
    await other.waitForFunction(() => !location.search.includes("tab=matrix"));
    await other.locator(".sg-story-bar").getByText("Everything that was said").waitFor();
    await other.keyboard.press("ArrowRight");
    await other.waitForFunction(() => location.search.includes("tab=matrix"));
    await other.keyboard.press("ArrowLeft");
    await other.waitForFunction(() => !location.search.includes("tab=matrix"));
    await other.keyboard.press("Escape");
    expect(await other.getByText("1 of 2").count()).toBe(0);
    await other.context().close();
  });

  it("shows the map alone inside another page, with a door to the whole", { timeout: 60_000 }, async () => {
    shared.watched = await open(shared.browser, `${shared.served.url}?embed=1&polarity=oppose`, {
      bypassCSP: true,
      viewport: { width: 760, height: 560 },
    });
    const { page } = shared.watched;
    await page.locator("#map[data-nodes]").waitFor();
    expect(await page.getByRole("banner").count()).toBe(0);
    expect(await page.getByRole("tab").count()).toBe(0);
    const door = page.getByRole("link", { name: "Open the whole page" });
    expect(await door.getAttribute("href")).toBe("/?polarity=oppose");
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
