/** What a reader sees before anything is pressed: nothing of the head and the time strip is cut or out of its row, at any width. */
import { describe, expect, it } from "vitest";
import { requires } from "../support/require.ts";
import { drawn, open } from "./explorer.ts";
import { session } from "./session.ts";
import { whereOn } from "./where.ts";

const chromium = requires("browser");

describe.skipIf(!chromium)("the screen at every width", () => {
  const shared = session(chromium);

  const show = async (width: number, height: number, search = "") => {
    shared.watched = await open(shared.browser, `${shared.served.url}${search}`, {
      viewport: { width, height },
    });
    return shared.watched.page;
  };

  it.each([
    [1920, 1080],
    [1280, 800],
    [1024, 768],
    [820, 1180],
    [390, 844],
  ])("shows title, counts, tabs and search whole at %i × %i", async (width, height) => {
    const page = await show(width, height);
    await page
      .getByText(/statements/)
      .first()
      .waitFor();
    await drawn(page);
    const seen = await page.evaluate(() => {
      const head = document.querySelector("header") as HTMLElement;
      const boxes = (selector: string) =>
        [...head.querySelectorAll(selector)].map((one) => one.getBoundingClientRect());
      const cut = [...head.querySelectorAll("h1, p")].filter(
        (one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1,
      );
      const tabs = boxes("[role=tab]");
      const search = boxes("input[type=search]")[0] as DOMRect;
      const doors = [...head.querySelectorAll("button")]
        .filter((one) => /Find path|Export/.test(one.getAttribute("aria-label") ?? one.textContent ?? ""))
        .map((one) => one.getBoundingClientRect());
      const middle = (box: DOMRect) => (box.top + box.bottom) / 2;
      return {
        cut: cut.map((one) => one.textContent),
        tabRows: new Set(tabs.map((box) => Math.round(box.top))).size,
        lastTab: Math.max(...tabs.map((box) => box.right)),
        search: search.width,
        doors: doors.map((box) => Math.abs(middle(box) - middle(search))),
        height: head.getBoundingClientRect().height,
      };
    });
    expect(seen.cut).toEqual([]);
    expect(seen.tabRows).toBe(1);
    expect(seen.lastTab).toBeLessThanOrEqual(width);
    expect(seen.search).toBeGreaterThanOrEqual(200);
    expect(seen.doors).toHaveLength(2);
    for (const off of seen.doors) expect(off).toBeLessThan(3);
    expect(seen.height).toBeLessThanOrEqual(width < 700 ? 160 : 90);
  });

  it("aligns the chevrons of the filters with the headings above, and sets the heads of Export off from what is before them", async () => {
    const page = await show(1280, 800);
    await drawn(page);
    const left = async (selector: string) => (await page.locator(selector).first().boundingBox())?.x ?? -1;
    expect(await left(".mantine-Accordion-chevron")).toBeCloseTo(await left("text=Kinds of actors"), 0);
    await page.getByRole("button", { name: "Export", exact: true }).click();
    await page.getByRole("dialog").getByRole("heading", { name: "Files" }).waitFor();
    const gaps = await page.getByRole("dialog").evaluate((dialog) =>
      [...dialog.querySelectorAll("h3")].map((head) => {
        const own = head.getBoundingClientRect();
        let before = head.previousElementSibling;
        // A line without words takes no room.
        while (before && before.clientHeight === 0) before = before.previousElementSibling;
        return {
          before: own.top - (before?.getBoundingClientRect().bottom ?? 0),
          after: (head.nextElementSibling?.getBoundingClientRect().top ?? 0) - own.bottom,
        };
      }),
    );
    expect(gaps.length).toBeGreaterThan(2);
    for (const { before, after } of gaps) expect(before).toBeGreaterThan(2 * after);
  });

  it("keeps the words of the time strip inside it beside open details", async () => {
    const page = await show(1280, 800, "?select=actor:egypt");
    await page.getByRole("button", { name: "What changed" }).waitFor();
    const [strip, words] = await Promise.all(
      [".sg-time", ".sg-time-words"].map((selector) => page.locator(selector).boundingBox()),
    );
    expect(words?.y).toBeGreaterThanOrEqual(strip?.y ?? 0);
    expect((words?.y ?? 0) + (words?.height ?? 0)).toBeLessThanOrEqual(
      (strip?.y ?? 0) + (strip?.height ?? 0),
    );
  });

  it.each([
    [1280, 800],
    [1920, 1080],
  ])("fits the picture of a network into what open details leave at %i × %i", async (width, height) => {
    const page = await show(width, height, "?tab=networks&select=actor:egypt");
    const stage = page.locator(".sg-network-stage [data-map-stage]");
    await stage.waitFor();
    await page.getByRole("region", { name: "Details", exact: true }).waitFor();
    const seen = async () => {
      const nodes = (await whereOn(stage))?.nodes ?? [];
      const { width, height } = (await stage.boundingBox()) ?? { width: 0, height: 0 };
      const span = (of: readonly number[]) => Math.max(...of) - Math.min(...of);
      return {
        width,
        outside: nodes.filter(({ x, y }) => x < 0 || y < 0 || x > width || y > height).length,
        across: span(nodes.map(({ x }) => x)) / width,
        down: span(nodes.map(({ y }) => y)) / height,
      };
    };
    await expect.poll(async () => (await seen()).down, { timeout: 15_000 }).toBeGreaterThan(0.6);
    const { width: room, outside, across } = await seen();
    expect(outside).toBe(0);
    expect(room).toBeGreaterThan(450);
    expect(across).toBeGreaterThan(0.6);
  });

  it("shows the numbers of an analysis whole beside open details", async () => {
    const page = await show(1280, 800, "?tab=analysis&select=actor:egypt");
    await page.getByRole("region", { name: "Details", exact: true }).waitFor();
    await page.locator(".sg-result-table td.sg-is-integer").first().waitFor();
    const covered = await page.evaluate(
      () =>
        [...document.querySelectorAll(".sg-result-table :is(th, td).sg-is-integer")]
          .slice(0, 4)
          .filter((cell) => {
            cell.scrollIntoView({ block: "center" });
            const range = document.createRange();
            range.selectNodeContents(cell);
            const { right, top } = range.getBoundingClientRect();
            return document.elementFromPoint(right - 2, top + 4)?.closest("th, td") !== cell;
          }).length,
    );
    expect(covered).toBe(0);
  });

  it("marks the rows of the table that are of the selection, and goes to the first", async () => {
    const page = await show(1280, 800, "?tab=table&select=actor:hamas");
    const marked = page.locator(".sg-row-touching");
    await marked.first().waitFor();
    await page.getByText(/\d+ of them, marked, are of or about what is selected/).waitFor();
    const box = await page.locator(".sg-table-box").boundingBox();
    await expect
      .poll(async () => {
        const row = await marked.first().boundingBox();
        return row && box ? row.y >= box.y && row.y + row.height <= box.y + box.height : false;
      })
      .toBe(true);
    const name = await marked.first().getByRole("button").first().getAttribute("aria-label");
    expect(name).toContain("of or about what is selected");
  });
});
