/** The Time strip in real Chromium: bars, brush by key and hand, play with places held, changes, undated statements, access. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { requires } from "../support/require.ts";
import { type Rivers, riversFolder } from "../support/rivers.ts";
import { accessibilityFaultsOfBothThemes, drawn, open, serve } from "./explorer.ts";
import { session } from "./session.ts";
import { settled, whereOn } from "./where.ts";

const chromium = requires("browser");
/** Machines that are busy with other things need more than the usual second. */
const poll: typeof expect.poll = (look, options) => expect.poll(look, { timeout: 10_000, ...options });

describe.skipIf(!chromium)("the Time strip", () => {
  const shared = session(chromium);

  const strip = (page: Page) => page.getByRole("region", { name: "Time", exact: true });
  const visit = async (
    query = "",
    options: Parameters<typeof open>[2] = {},
    url = shared.served.url,
  ): Promise<Page> => {
    shared.watched = await open(shared.browser, url + query, options);
    await drawn(shared.watched.page);
    await strip(shared.watched.page).getByRole("slider").first().waitFor();
    return shared.watched.page;
  };
  const ask = async (address: string) => (await fetch(shared.served.url + address)).json();
  const shown = async (query: string): Promise<number> =>
    (await ask(`api/graph?${query}`)).attributes.counts.shown;
  const first = (page: Page) => page.getByRole("slider", { name: "First day" });
  const last = (page: Page) => page.getByRole("slider", { name: "Last day" });
  /** Places of the nodes on the map, in its own units. */
  const places = async (page: Page) => {
    const stage = page.locator("#map [data-map-stage]");
    const { sight, nodes } = await whereOn(stage);
    const { width = 0, height = 0 } = (await stage.boundingBox()) ?? {};
    return nodes.map(({ key, x, y }) => [
      key,
      Math.round((x - width / 2) / sight.scale + sight.x),
      Math.round((height / 2 - y) / sight.scale + sight.y),
    ]);
  };
  const edges = async (page: Page): Promise<number> =>
    Number(await page.locator("#map").getAttribute("data-edges"));

  it("shows the statements of each period in a strip of at most 96 pixels", async () => {
    const { tables, summary } = await ask("api/analysis/timeline");
    const page = await visit();
    const box = await strip(page).boundingBox();
    expect(box?.height).toBeLessThanOrEqual(96);
    const chart = strip(page).getByRole("img");
    const [{ rows }] = tables;
    const sure = rows.map(({ cells }: { cells: Record<string, number> }) =>
      ["support", "oppose", "neutral"].reduce((sum, name) => sum + (cells[name] ?? 0), 0),
    );
    expect(summary).toContain(`in ${rows.length} months`);
    expect(await chart.getAttribute("aria-label")).toContain(`: ${Math.max(...sure)}.`);
    expect(await chart.locator("title").count()).toBe(rows.length);
    // Dates over several months are drawn light in each, and said to be as many as they are.
    const several = Object.values<number>(tables[2].rows[0].cells).reduce((sum, each) => sum + each, 0);
    expect(several).toBeGreaterThan(0);
    await strip(page).getByText(`${several} over several months`).waitFor();
    expect(await chart.getAttribute("aria-label")).toContain(
      `${several} statements may be from several months`,
    );
    expect(await chart.locator("[data-maybe]").first().getAttribute("opacity")).toBe("0.5");
  });

  it("is moved by the keyboard, says the date, and becomes the view's dates in one step", async () => {
    const page = await visit();
    await first(page).fill("22");
    await poll(() => page.url()).toContain("since=2025-11");
    expect(await first(page).getAttribute("aria-valuetext")).toBe("November 2025");
    const some = await shown("since=2025-11");
    await strip(page).getByText(`${some} of 273 statements`).first().waitFor();
    await last(page).focus();
    await page.keyboard.press("ArrowLeft");
    await poll(() => page.url()).toContain("until=2025-12");
    await page.goBack();
    await poll(() => page.url()).not.toContain("until=");
    await page.goBack();
    await poll(() => page.url()).not.toContain("since=");
  });

  it("stands where the dates of the address are", async () => {
    const page = await visit("?since=2025-04&until=2025-10-15");
    expect(await first(page).inputValue()).toBe("15");
    expect(await last(page).inputValue()).toBe("22");
    expect(await last(page).getAttribute("aria-valuetext")).toBe("15 October 2025");
  });

  it("says which statements pass every first date, and what is counted of surroundings", async () => {
    const since = await visit("?since=2030");
    await since.getByText(/^\d+ statements without a last date pass “since”$/).waitFor();
    await shared.watched?.close();
    const around = await visit("?ego=actor:pakistan&expand=actor:egypt&until=2025-10-26");
    await around.getByText(/^linked within these dates/).waitFor();
    const strip = await around.locator(".sg-time-frame").boundingBox();
    expect(strip?.height).toBeLessThanOrEqual(96);
  });

  it("leaves its numbers in sight while something is said", async () => {
    const page = await visit("?select=actor:egypt&ego=actor:pakistan");
    await page.getByRole("button", { name: /^Expand/ }).click();
    const said = page.getByText(/neighbours? added to the map/).filter({ visible: true });
    await said.waitFor();
    const [words, below] = [await said.boundingBox(), await page.locator(".sg-time-frame").boundingBox()];
    expect((words?.y ?? 999) + (words?.height ?? 999)).toBeLessThanOrEqual(below?.y ?? 0);
  });

  it("takes one period by a press, and moves the stretch by a drag", async () => {
    const page = await visit();
    const area = strip(page).locator(".sg-time-area");
    const box = await area.boundingBox();
    if (!box) throw new Error("no area");
    const at = (period: number): [number, number] => [box.x + ((period + 0.5) / 25) * box.width, box.y + 20];
    await page.mouse.click(...at(15));
    await poll(() => page.url()).toContain("since=2025-04&until=2025-04");
    await page.mouse.move(...at(15));
    await page.mouse.down();
    await page.mouse.move(...at(18), { steps: 5 });
    await page.mouse.move(...at(21), { steps: 5 });
    await page.mouse.up();
    await poll(() => page.url()).toContain("since=2025-10&until=2025-10");
    await page.mouse.move(...at(10));
    await page.mouse.down();
    await page.mouse.move(...at(13), { steps: 5 });
    await page.mouse.up();
    await poll(() => page.url()).toContain("since=2024-11&until=2025-02");
    await strip(page).getByRole("button", { name: "Clear", exact: true }).click();
    await poll(() => page.url()).not.toContain("since=");
    expect(await edges(page)).toBe((await ask("api/graph")).edges.length);
  });

  it("plays by Space on the map with every node in its place, and stops by Space", async () => {
    const page = await visit("?time=speed%3D4");
    const before = await places(page);
    const all = await edges(page);
    await page.locator("#map").focus();
    await page.keyboard.press(" ");
    await strip(page).getByRole("button", { name: "Pause" }).waitFor();
    await poll(() => edges(page)).toBeLessThan(all / 3);
    expect(await places(page)).toEqual(before);
    await poll(() => edges(page), { timeout: 20_000 }).toBeGreaterThan(all / 8);
    await page.keyboard.press(" ");
    await strip(page).getByRole("button", { name: "Play" }).waitFor();
    expect(page.url()).toContain("until=");
    await page.waitForTimeout(500);
    expect(await places(page)).toEqual(before);
    await strip(page).getByRole("button", { name: "Arrange anew" }).click();
    await poll(() => places(page)).not.toEqual(before);
  });

  it("plays on from where the brush was put", async () => {
    const page = await visit("?time=speed%3D4");
    await last(page).fill("17");
    await poll(() => page.url()).toContain("until=2025-05");
    await strip(page).getByText("47 of 273 statements").first().waitFor();
    await strip(page).getByRole("button", { name: "Play" }).click();
    await poll(async () => Number(await last(page).inputValue())).toBeGreaterThan(17);
  });

  it("counts in the bar above and in the legend what it plays", async () => {
    const page = await visit("?until=2025-09&time=speed%3D0.5");
    const said = (number: number) => new RegExp(`\\b${number} statements`);
    const [before, after] = [await shown("until=2025-09"), await shown("until=2025-10")];
    await poll(() => page.getByRole("banner").innerText()).toMatch(said(before));
    await strip(page).getByRole("button", { name: "Play" }).click();
    await strip(page).getByText("Until Oct 2025").first().waitFor();
    await poll(() => page.getByRole("banner").innerText(), { timeout: 1500 }).toMatch(said(after));
    await poll(() => page.getByRole("region", { name: "Legend" }).innerText(), { timeout: 1500 }).toContain(
      `${after} shown`,
    );
    expect(page.url()).toContain("until=2025-09");
  });

  it("has its words and buttons whole beside open details", async () => {
    const page = await visit("?select=actor:egypt");
    await last(page).press("ArrowLeft");
    await strip(page).getByRole("button", { name: "Arrange anew" }).waitFor();
    const frame = await page.locator(".sg-time-frame").boundingBox();
    for (const part of await strip(page).locator(".sg-time-words p, .sg-time-words button").all()) {
      const box = await part.boundingBox();
      const ends = [box?.y ?? 0, (box?.y ?? 0) + (box?.height ?? 0)];
      expect(ends[0]).toBeGreaterThanOrEqual(frame?.y ?? 0);
      expect(ends[1]).toBeLessThanOrEqual((frame?.y ?? 0) + (frame?.height ?? 0));
    }
  });

  it("keeps the camera at the selection that the page was opened with", async () => {
    const page = await visit("?select=edge:actor:united-states%3Bsupport%3Bissue:unsc-mandate&until=2025-12");
    await settled(page);
    const sight = async () => (await whereOn(page.locator("#map [data-map-stage]"))).sight;
    const { scale } = await sight();
    await last(page).press("ArrowLeft");
    await poll(() => page.url()).toContain("until=2025-11");
    await strip(page).getByRole("button", { name: "Arrange anew" }).waitFor();
    await settled(page);
    expect((await sight()).scale).toBeCloseTo(scale, 3);
  });

  it("steps, and slides a stretch on when asked to", async () => {
    const page = await visit("?since=2025-03&until=2025-04&time=window%3Dsliding");
    await strip(page).getByRole("button", { name: "One step on" }).click();
    await poll(() => page.url()).toContain("since=2025-04&time=window%3Dsliding&until=2025-05");
    await strip(page).getByRole("button", { name: "One step back" }).click();
    await poll(() => page.url()).toContain("since=2025-03");
    await strip(page).getByRole("button", { name: "Options" }).click();
    await page.getByRole("combobox", { name: "Playing" }).selectOption("cumulative");
    await page.getByRole("combobox", { name: "Bars by" }).selectOption("year");
    await poll(() => page.url()).toContain("time=unit%3Dyear");
    await page.keyboard.press("Escape");
    await poll(() => strip(page).getByRole("img").locator("title").count()).toBe(3);
    // A date within a bar keeps the bar's beginning and end.
    expect([await first(page).inputValue(), await last(page).inputValue()]).toEqual(["1", "2"]);
  });

  it("lists what changed, with the statements one press away, and leads to two maps", async () => {
    const page = await visit("?since=2025-11");
    await strip(page).getByRole("button", { name: "What changed" }).click();
    const { summary, tables } = await ask("api/analysis/change?before=../2025-10-31&after=2025-11/..");
    const panel = page.getByRole("region", { name: "Changes", exact: true });
    await panel.getByText(summary).waitFor();
    const [changes] = tables;
    const flipped = changes.rows.filter(({ cells }: { cells: { kind: string } }) => cells.kind === "flipped");
    await panel.getByRole("heading", { name: `On the other side ${flipped.length}` }).waitFor();
    const number = flipped[0].statements.length;
    await panel
      .getByRole("button", { name: new RegExp(`^Show ${number} statements: ${flipped[0].cells.actor}`) })
      .first()
      .click();
    await panel.getByText(flipped[0].statements[0], { exact: true }).first().waitFor();
    await panel.getByRole("button", { name: "Compare these two on maps" }).click();
    await poll(() => page.url()).toContain("tab=compare");
    expect(decodeURIComponent(decodeURIComponent(page.url()))).toContain(
      "by=periods;a=../2025-10-31;b=2025-11/..",
    );
  });

  it("lists what changed by the keyboard alone: the focus goes on in the list", async () => {
    const page = await visit("?since=2025-11");
    await strip(page).getByRole("button", { name: "What changed" }).press("Enter");
    const panel = page.getByRole("region", { name: "Changes", exact: true });
    const toggle = panel.getByRole("button", { name: /^Show \d+ statements?: / }).first();
    await toggle.waitFor();
    const focused = () =>
      page.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.textContent}`);
    await poll(focused).toBe("H2 What changed");
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press("Tab");
      if (await toggle.evaluate((button) => button === document.activeElement)) break;
    }
    await page.keyboard.press("Enter");
    await panel
      .getByRole("button", { name: /^Hide \d+ statements?: / })
      .first()
      .waitFor();
  });

  it("is hidden and opened again, by buttons with the focus kept", async () => {
    const page = await visit();
    await strip(page).getByRole("button", { name: "Hide the time line" }).click();
    await strip(page).waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
    await page.getByRole("button", { name: "Time", exact: true }).click();
    await first(page).waitFor();
  });

  it("keeps undated statements in the open", async () => {
    const rivers: Rivers = await riversFolder();
    const own = await serve([rivers.folder]);
    try {
      const dataset = await (await fetch(`${own.url}api/dataset`)).json();
      const { tables } = await (await fetch(`${own.url}api/analysis/timeline`)).json();
      const undated = Object.values<number>(tables[1].rows[0].cells).reduce((sum, each) => sum + each, 0);
      expect([undated > 0, dataset.dates.undated > 0]).toEqual([true, true]);
      const page = await visit("", {}, own.url);
      const button = strip(page).getByRole("button", { name: `${undated} statement` });
      expect(await button.getAttribute("aria-pressed")).toBe("false");
      expect(await button.textContent()).toContain("shown");
      await button.click();
      await poll(() => page.url()).toContain("undated=show");
      expect(await button.getAttribute("aria-pressed")).toBe("true");
      expect(await button.textContent()).toContain("kept");
    } finally {
      await shared.watched?.close();
      await own.close();
      await rivers.remove();
    }
  });

  it("is reached on a small screen, where it leaves the map in sight", async () => {
    shared.watched = await open(shared.browser, shared.served.url, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const { page } = shared.watched;
    await page.locator("#map").waitFor();
    expect(await strip(page).count()).toBe(0);
    await page.getByRole("button", { name: "Show legend and filters" }).click();
    await page.getByRole("button", { name: "Time", exact: true }).click();
    await first(page).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const [map, box] = [await page.locator("#map").boundingBox(), await strip(page).boundingBox()];
    expect((map?.y ?? 0) + (map?.height ?? 0)).toBeLessThanOrEqual((box?.y ?? 0) + 1);
    expect(map?.height).toBeGreaterThan(150);
    await strip(page).getByRole("button", { name: "Hide the time line" }).click();
    await strip(page).waitFor({ state: "detached" });
  });

  const STATES = [
    ["the strip", "", null],
    ["with dates", "?since=2025-10", null],
    ["with dates beside details", "?select=actor:egypt&until=2025-12", "One step back"],
    ["its options", "?since=2025-10", "Options"],
    ["the changes", "?since=2025-11", "What changed"],
  ] as const;
  it.each(STATES)("has no serious accessibility fault: %s", async (_, query, press) => {
    const page = await visit(query, { bypassCSP: true });
    if (press) await strip(page).getByRole("button", { name: press }).click();
    expect(await accessibilityFaultsOfBothThemes(page)).toEqual([]);
  });
});
