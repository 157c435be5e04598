/** Few actors with very many positions: drawn as their agreement, each line with all its statements one click away. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LargePackage, largePackage } from "../support/large-package.ts";
import { requires } from "../support/require.ts";
import { drawn, launch, open, type Served, serve } from "./explorer.ts";

const chromium = requires("browser");
const ACTORS = 30;

describe.skipIf(!chromium)("few actors with very many positions", { timeout: 90_000 }, () => {
  let browser: Browser;
  let large: LargePackage;
  let served: Served;
  beforeAll(async () => {
    large = await largePackage({ actors: ACTORS, issues: 2100, pairs: 20_000 });
    served = await serve([large.folder]);
    browser = await launch(chromium as string);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await large?.remove();
  });

  it("are drawn as their agreement, with all statements behind a line page by page", async () => {
    const answer = (await (await fetch(`${served.url}api/graph?layout=circular`)).json()) as {
      readonly edges: readonly {
        readonly key: string;
        readonly attributes: { readonly statements: readonly string[] };
      }[];
    };
    const [edge] = answer.edges;
    expect(edge?.attributes.statements).toHaveLength(5);
    const { page, faults, close } = await open(
      browser,
      `${served.url}?layout=circular&select=edge:${encodeURIComponent(edge?.key ?? "")}`,
    );
    await drawn(page);
    expect(await page.locator("#map").getAttribute("data-nodes")).toBe(String(ACTORS));
    const legend = page.getByRole("region", { name: "Legend" });
    await legend.getByText("Positions that count").waitFor();
    const words = await legend.innerText();
    expect(words).toContain("disagree on issues");
    expect(words).toContain("Wider line: more issues.");
    expect(words).not.toMatch(/\bIssues\b/);
    const details = page.getByRole("region", { name: "Details" });
    const heading = details.getByRole("heading", { level: 2 });
    await expect.poll(() => heading.innerText()).toMatch(/agree on [\d,]+ issues: [\d,]+ statements$/);
    const all = Number(/([\d,]+) statements$/.exec(await heading.innerText())?.[1]?.replaceAll(",", ""));
    expect(all).toBeGreaterThan(60);
    const cards = details.getByRole("article");
    await expect.poll(() => cards.count()).toBe(20);
    await details
      .getByRole("button", { name: `Show more (${(all - 20).toLocaleString("en-GB")} left)` })
      .click();
    await expect.poll(() => cards.count()).toBe(60);
    // Reading goes on with the first of the new ones, and J leads from the last one into the next piece.
    const hasFocus = (at: number) => cards.nth(at).evaluate((card) => card === document.activeElement);
    await expect.poll(() => hasFocus(20)).toBe(true);
    await page.keyboard.press("k");
    expect(await hasFocus(19)).toBe(true);
    await cards.nth(59).focus();
    await page.keyboard.press("j");
    await expect.poll(() => hasFocus(60)).toBe(true);
    expect(await cards.count()).toBe(Math.min(all, 120));
    expect(faults).toEqual([]);
    await close();
  });

  it("have no table of positions, which the page says without counting nothing or asking for groups", async () => {
    const { page, faults, close } = await open(browser, served.url);
    await drawn(page);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.getByRole("tab", { name: "Matrix" }).click();
    const matrix = page.getByRole("region", { name: "Positions of each on each issue" });
    await matrix.getByText(/too much for a table of positions/).waitFor();
    expect(await matrix.innerText()).not.toMatch(/\b0 statements|ordered by evidence/);
    expect(asked.filter((url) => url.includes("/coalitions"))).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });
});
