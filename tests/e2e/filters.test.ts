/** Filters by any attribute in real Chromium: bars as the API counts them, a press that asks for a value, the address and access. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { requires } from "../support/require.ts";
import { accessibilityFaultsOfBothThemes, drawn, open } from "./explorer.ts";
import { session } from "./session.ts";

const chromium = requires("browser");

describe.skipIf(!chromium)("filters by any attribute", () => {
  const shared = session(chromium);

  const visit = async (query = "", options: Parameters<typeof open>[2] = {}): Promise<Page> => {
    shared.watched = await open(shared.browser, shared.served.url + query, options);
    await drawn(shared.watched.page);
    await shared.watched.page.getByRole("button", { name: /^More attributes/ }).click();
    return shared.watched.page;
  };
  const values = async (attribute: string, query = "") =>
    (await (await fetch(`${shared.served.url}api/analysis/values?attribute=${attribute}${query}`)).json())
      .tables[0].rows as readonly {
      readonly cells: { readonly label: string; readonly value: string; readonly statements: number };
    }[];
  const unfold = (page: Page, attribute: string) =>
    page.locator("summary", { hasText: new RegExp(`^${attribute}`) }).click();
  const bars = (page: Page, attribute: string) => page.getByRole("list", { name: attribute, exact: true });
  const names = async (page: Page, attribute: string) =>
    bars(page, attribute)
      .getByRole("button")
      .evaluateAll((all) =>
        all.map((one) => {
          const { title } = one as HTMLElement;
          return `${title} ${one.textContent?.slice(title.length)}`;
        }),
      );
  const bar = ({ label, statements }: { label: string; statements: number }) =>
    `${label} ${statements} ${statements === 1 ? "statement" : "statements"}`;

  it("shows the statements of each value, most frequent first", async () => {
    const page = await visit();
    for (const [id, label] of [
      ["source", "Source"],
      ["genre", "Genre of source"],
      ["modality", "Said as"],
      ["intensity", "Intensity"],
    ] as const) {
      await unfold(page, label);
      await bars(page, label).waitFor();
      expect(await names(page, label)).toEqual((await values(id)).map(({ cells }) => bar(cells)));
    }
  });

  it("asks for a value by a press, for either by two, and counts the others as they would be", async () => {
    const page = await visit();
    await unfold(page, "Genre of source");
    const [one, other] = (await values("genre")).map(({ cells }) => cells);
    if (!one || !other) throw new Error("the house dataset has fewer genres than this test needs");
    await bars(page, "Genre of source")
      .getByRole("button", { name: bar(one) })
      .click();
    await expect.poll(() => page.url()).toContain(`genre=${encodeURIComponent(one.value)}`);
    await page.getByText(`${one.statements} shown`, { exact: false }).first().waitFor();
    // The bars of the attribute itself stay as they were.
    expect(await names(page, "Genre of source")).toEqual(
      (await values("genre")).map(({ cells }) => bar(cells)),
    );
    await bars(page, "Genre of source")
      .getByRole("button", { name: bar(other) })
      .click();
    await page
      .getByText(`${one.statements + other.statements} shown`, { exact: false })
      .first()
      .waitFor();
    expect(await bars(page, "Genre of source").locator("[aria-pressed='true']").count()).toBe(2);
    // Those of others follow.
    await unfold(page, "Intensity");
    const narrowed = await values(
      "intensity",
      `&genre=${encodeURIComponent(one.value)}&genre=${encodeURIComponent(other.value)}`,
    );
    await expect.poll(() => names(page, "Intensity")).toEqual(narrowed.map(({ cells }) => bar(cells)));
    await page
      .getByRole("button", { name: /^Remove filter: / })
      .first()
      .click();
    await expect.poll(() => page.url()).not.toContain("genre=");
  });

  it("folds rare values behind a search", async () => {
    const relations = await values("relation");
    const page = await visit();
    await unfold(page, "Relation between actors");
    await bars(page, "Relation between actors").waitFor();
    expect(relations.length).toBeGreaterThan(10);
    expect((await names(page, "Relation between actors")).length).toBe(8);
    await page.getByRole("button", { name: `All ${relations.length} values` }).click();
    await expect
      .poll(async () => (await names(page, "Relation between actors")).length)
      .toBe(relations.length);
    const last = relations.at(-1)?.cells;
    if (!last) throw new Error("no relation");
    await page.getByRole("textbox", { name: /^Find a value of Relation/ }).fill(last.label);
    await expect.poll(() => names(page, "Relation between actors")).toContain(bar(last));
    await bars(page, "Relation between actors")
      .getByRole("button", { name: bar(last) })
      .click();
    await expect.poll(() => page.url()).toContain(`relation=${last.value}`);
  });

  it("takes the least confidence by a handle under the bars", async () => {
    const page = await visit();
    await unfold(page, "Confidence");
    const chart = page.getByRole("img", { name: /^Statements by confidence/ });
    await chart.waitFor();
    const rows = await values("confidence");
    expect(await chart.locator("g").count()).toBe(rows.length);
    await page.getByRole("slider", { name: /^Least confidence: any/ }).fill("0.8");
    await expect.poll(() => page.url()).toContain("minConfidence=0.8");
    const out = rows.filter(({ cells }) => Number(cells.value) < 0.8).length;
    expect(await chart.locator("g[data-out]").count()).toBe(out);
    expect(await chart.locator("g").count()).toBe(rows.length);
  });

  it("has no serious accessibility fault", async () => {
    const page = await visit("?intensity=2,3", { bypassCSP: true });
    for (const label of ["Source", "Genre of source", "Relation between actors", "Confidence"])
      await unfold(page, label);
    await page
      .getByRole("button", { name: /^All \d+ values/ })
      .first()
      .click();
    await page.getByRole("img", { name: /^Statements by confidence/ }).waitFor();
    expect(await accessibilityFaultsOfBothThemes(page)).toEqual([]);
  });

  it("leaves the rows of the legend under the pointer that has chosen one, and covers no number", async () => {
    const page = await visit();
    const only = page.getByRole("button", { name: /^Only opposes/ });
    const top = () => only.evaluate((button) => button.getBoundingClientRect().top);
    await only.hover();
    const before = await top();
    const covers = await only.evaluate((button) => {
      const number = button.parentElement as HTMLElement;
      return button.getBoundingClientRect().right > number.getBoundingClientRect().left;
    });
    expect(covers).toBe(false);
    await only.click();
    await page.getByText("The last one stays ticked").waitFor();
    expect(await top()).toBe(before);
  });
});
