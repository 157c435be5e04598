/** The Compare tab in real Chromium: two maps with shared places and one camera, differences as the API gives them, access. */
import type { Browser, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { requires } from "../support/require.ts";
import { accessibilityFaultsOfBothThemes, atRest, drawn, launch, NO_WEBGL, open } from "./explorer.ts";
import { session } from "./session.ts";
import { whereOn } from "./where.ts";

const chromium = requires("browser");
/** Machines that are busy with other things need more than the usual second. */
const poll: typeof expect.poll = (look, options) => expect.poll(look, { timeout: 10_000, ...options });

interface Place {
  readonly key: string;
  readonly x: number;
  readonly y: number;
}

describe.skipIf(!chromium)("the Compare tab", () => {
  const shared = session(chromium);

  const visit = async (
    query: string,
    options: Parameters<typeof open>[2] = {},
    by: Browser = shared.browser,
  ): Promise<Page> => {
    shared.watched = await open(by, shared.served.url + query, options);
    await shared.watched.page.getByRole("tabpanel").last().waitFor();
    return shared.watched.page;
  };
  const choice = (text: string) => `?tab=compare&compare=${encodeURIComponent(text)}`;
  const ask = async (address: string) => (await fetch(shared.served.url + address)).json();
  const map = (page: Page, label: string) => page.getByRole("img", { name: new RegExp(`^Map of ${label}:`) });
  const rows = (page: Page) =>
    page.getByRole("table", { name: "Differences and common ground" }).locator("tbody > tr");
  const kind = (page: Page, name: string) =>
    page.getByRole("group", { name: "Which rows are shown" }).getByRole("button", { name, exact: true });
  const details = (page: Page) => page.getByRole("region", { name: "Details", exact: true });
  /** Nodes on the screen of one of the maps, from its upper left corner. */
  const places = async (page: Page, at: number): Promise<readonly Place[]> => {
    const where = await whereOn(page.locator(".sg-compare-map [data-map-stage]").nth(at));
    return (where?.nodes ?? []).map(({ key, x, y }) => ({ key, x: Math.round(x), y: Math.round(y) }));
  };

  it("opens with the pair that is selected, and says what alignment finds", async () => {
    const page = await visit("?select=pair:actor:united-states%3Bactor:israel");
    await drawn(page);
    await page.getByRole("tab", { name: "Compare", exact: true }).click();
    const { summary, tables } = await ask("api/analysis/alignment?a=actor:united-states&b=actor:israel");
    await page.getByRole("status").getByText(summary).waitFor();
    const counted = (result: string) =>
      tables[0].rows.filter(({ cells }: { cells: { result: string } }) => cells.result === result).length;
    const opposite = counted("disagree");
    expect(opposite).toBeGreaterThan(0);
    await kind(page, `opposite sides ${opposite}`).click();
    expect(await rows(page).count()).toBe(opposite);
  });

  it("draws the same nodes at the same places on both maps, the camera moving both", async () => {
    const page = await visit(choice("by=actors;a=egypt;b=israel"));
    await map(page, "Egypt").waitFor();
    await poll(async () => (await places(page, 1)).length).toBeGreaterThan(10);
    await poll(async () => await places(page, 0)).toEqual(await places(page, 1));
    const before = await places(page, 1);
    await page.getByRole("button", { name: "Zoom in" }).click();
    await poll(async () => await places(page, 1)).not.toEqual(before);
    await poll(
      async () => JSON.stringify(await places(page, 0)) === JSON.stringify(await places(page, 1)),
    ).toBe(true);
    const box = await map(page, "Israel").boundingBox();
    if (!box) throw new Error("no map");
    const zoomed = await places(page, 0);
    await page.mouse.move(box.x + 30, box.y + 30);
    await page.mouse.wheel(0, 300);
    await poll(async () => await places(page, 0)).not.toEqual(zoomed);
    const graph = await ask("api/graph?ego=actor:egypt");
    const held = new Set<string>(
      graph.edges
        .filter(({ source, target }: { source: string; target: string }) =>
          [source, target].includes("actor:egypt"),
        )
        .flatMap(({ source, target }: { source: string; target: string }) => [source, target]),
    );
    expect(Number(await map(page, "Egypt").getAttribute("data-nodes"))).toBe(held.size);
  });

  it("gives no numbers of another choice while a side is loading", async () => {
    const page = await visit(choice("by=actors;a=egypt;b=israel"));
    const captions = page.locator(".sg-compare-maps figcaption");
    await poll(async () => await captions.last().textContent()).toContain("nodes");
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/api/**", async (route) => {
      await gate;
      await route.continue();
    });
    await page.evaluate((query) => {
      window.history.pushState(null, "", query);
      window.dispatchEvent(new PopStateEvent("popstate"));
    }, choice("by=actors;a=qatar;b=hamas"));
    await poll(async () => await captions.last().textContent()).toMatch(/^Hamas\s*$/);
    release();
    await poll(async () => await captions.last().textContent()).toMatch(/^Hamas.*nodes/);
  });

  it("opens a side in the details and both sides in the row", async () => {
    const page = await visit(choice("by=actors;a=egypt;b=israel"));
    const row = rows(page).first();
    await row.getByRole("button", { name: /^Egypt: / }).click();
    await details(page).getByRole("heading", { level: 2 }).waitFor();
    expect(decodeURIComponent(page.url())).toContain("select=pair:actor:egypt;issue:");
    await row.getByRole("button", { name: /^Show \d+ statements?: / }).click();
    const lists = page.getByRole("table", { name: "Differences and common ground" }).getByRole("list");
    await poll(() => lists.count()).toBe(2);
  });

  it("compares two sources, and swaps them", async () => {
    const { sources } = await ask("api/dataset");
    const [one, other] = sources;
    const page = await visit(choice(`by=sources;a=${one.id};b=${other.id}`));
    const graph = await ask(`api/graph?source=${one.id}`);
    await poll(async () =>
      Number(
        await page
          .getByRole("img", { name: /^Map of/ })
          .first()
          .getAttribute("data-nodes"),
      ),
    ).toBe(graph.nodes.length);
    expect(
      Number(
        await page
          .getByRole("img", { name: /^Map of/ })
          .first()
          .getAttribute("data-edges"),
      ),
    ).toBe(graph.edges.length);
    await page.getByRole("button", { name: "Swap sides" }).click();
    await poll(() => decodeURIComponent(decodeURIComponent(page.url()))).toContain(
      `a=${other.id};b=${one.id}`,
    );
    await page.goBack();
    await poll(() => decodeURIComponent(decodeURIComponent(page.url()))).toContain(
      `a=${one.id};b=${other.id}`,
    );
  });

  it("compares two periods as the analysis of change does, cut by itself at first", async () => {
    const page = await visit(choice("by=periods"));
    await poll(() => decodeURIComponent(page.url())).toContain(";a=..");
    const text = decodeURIComponent(decodeURIComponent(page.url()));
    const [, before, after] = /a=([^;&]+);b=([^;&]+)/.exec(text) ?? [];
    const { summary, tables } = await ask(`api/analysis/change?before=${before}&after=${after}&unchanged=1`);
    await page.getByRole("status").getByText(summary).waitFor();
    const count = (name: string) =>
      tables[0].rows.filter(({ cells }: { cells: { kind: string } }) => cells.kind === name).length;
    await kind(page, `new ${count("new")}`).waitFor();
    await kind(page, `no longer reported ${count("dropped")}`).waitFor();
    await kind(page, `on the other side ${count("flipped")}`).click();
    expect(await rows(page).count()).toBe(count("flipped"));
    await page.getByRole("textbox", { name: "Second, to" }).fill("2025-11");
    await page.keyboard.press("Enter");
    await poll(() => decodeURIComponent(decodeURIComponent(page.url()))).toContain("2025-11-01/2025-11");
    await page.getByRole("textbox", { name: "Second, to" }).fill("2025-13");
    await page.getByText("Write a date as 2025, 2025-11 or 2025-11-01.").waitFor();
  });

  it("is filled in by names, from an empty start", async () => {
    const page = await visit("?tab=compare");
    await page.getByText("Choose two actors").waitFor();
    await page.getByRole("combobox", { name: "First", exact: true }).fill("Qata");
    await page.getByRole("option", { name: "Qatar", exact: true }).click();
    await page.getByRole("combobox", { name: "Second", exact: true }).fill("Egyp");
    await page.keyboard.press("ArrowDown");
    await page.getByRole("option", { name: "Egypt", exact: true }).click();
    await map(page, "Qatar").waitFor();
    expect(decodeURIComponent(decodeURIComponent(page.url()))).toContain("by=actors;a=qatar;b=egypt");
    await page.getByRole("combobox", { name: "Compare", exact: true }).selectOption("issues");
    await page.getByRole("button", { name: /^Those with most statements/ }).click();
    await page
      .getByRole("img", { name: /^Map of/ })
      .first()
      .waitFor();
    expect(decodeURIComponent(decodeURIComponent(page.url()))).toContain("by=issues;a=");
  });

  it("sets the view's own filter of the same kind aside, and says so", async () => {
    const page = await visit(`${choice("by=actors;a=egypt;b=israel")}&actor=qatar`);
    await page.getByText("The view’s filter of actors is set aside here.").waitFor();
    await poll(() => rows(page).count()).toBeGreaterThan(5);
  });

  it("stands one above the other on a small screen", async () => {
    const page = await visit(choice("by=actors;a=egypt;b=israel"), {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const [one, other] = [await map(page, "Egypt").boundingBox(), await map(page, "Israel").boundingBox()];
    expect(other?.y).toBeGreaterThan((one?.y ?? 0) + (one?.height ?? 0));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  it("offers to lift filters that leave nothing to compare", async () => {
    const page = await visit(`${choice("by=actors;a=egypt;b=israel")}&until=1950`);
    await page.getByText("Neither side reports a position in this view.").waitFor();
    await page.getByText("Filters: until 1950.").waitFor();
    await page.getByRole("tabpanel").getByRole("button", { name: "Clear all filters" }).click();
    await rows(page).first().waitFor();
    expect(page.url()).not.toContain("until=");
  });

  it("draws and follows without WebGL", async () => {
    const plain = await launch(chromium as string, NO_WEBGL);
    try {
      const page = await visit(choice("by=actors;a=egypt;b=israel"), {}, plain);
      await map(page, "Israel").waitFor();
      const middle = (at: number) =>
        page
          .locator(".sg-compare-map svg")
          .nth(at)
          .locator('[data-node="actor:israel"]')
          .getAttribute("transform");
      const before = await middle(1);
      await page.getByRole("button", { name: "Zoom in" }).click();
      await poll(() => middle(1)).not.toBe(before);
      await poll(async () => (await middle(0)) === (await middle(1))).toBe(true);
    } finally {
      await shared.watched?.close();
      await plain.close();
    }
  });

  const STATES = [
    ["two actors", choice("by=actors;a=egypt;b=israel")],
    ["two periods", choice("by=periods;a=../2025-10;b=2025-11/..")],
    ["nothing chosen", "?tab=compare"],
  ] as const;
  it.each(STATES)("has no serious accessibility fault: %s", async (_, query) => {
    const page = await visit(query, { bypassCSP: true });
    await atRest(page);
    const more = page.getByRole("button", { name: /^Show \d+ statements?: / }).first();
    if ((await more.count()) > 0) await more.click();
    expect(await accessibilityFaultsOfBothThemes(page)).toEqual([]);
  });
});
