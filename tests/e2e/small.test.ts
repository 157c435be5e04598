/** The explorer on phones and in small frames, in real Chromium: the map beside a sheet, and embedded maps. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { requires } from "../support/require.ts";
import { accessibilityFaults, drawn, open } from "./explorer.ts";
import { session, visit as visitSession } from "./session.ts";
import { settled, whereOn } from "./where.ts";

const chromium = requires("browser");

describe.skipIf(!chromium)("small screens", () => {
  const shared = session(chromium);

  const visit = async (query: string, options: Parameters<typeof open>[2] = {}): Promise<Page> => {
    const page = await visitSession(shared, query, options);
    await settled(page);
    return page;
  };
  const where = (page: Page) => whereOn(page.locator("[data-map-stage]").first());
  const boxOf = async (page: Page, selector: string) => {
    const box = await page.locator(selector).first().boundingBox();
    if (!box) throw new Error(`${selector} is not on the page`);
    return box;
  };

  it.each([
    ["upright", 390, 844],
    ["lying", 844, 390],
  ])("keeps the map's scale when a node is tapped on a phone that is %s", async (_, width, height) => {
    const page = await visit("", { viewport: { width, height }, bypassCSP: true });
    const first = await where(page);
    expect(first.nodes).toHaveLength(25);
    const map = await boxOf(page, "#map");
    const node = first.nodes.find(({ key }) => key === "actor:egypt");
    if (!node) throw new Error("Egypt is not on the map");
    await page.mouse.click(map.x + node.x, map.y + node.y);
    const details = page.getByRole("region", { name: "Details", exact: true });
    await details.waitFor();
    await settled(page);
    const then = await where(page);
    // The introduction has gone, and nothing has been laid out anew.
    expect(await page.getByRole("region", { name: "What this page shows" }).count()).toBe(0);
    expect(then.sight.scale).toBeGreaterThan(first.sight.scale * 0.9);
    const [sheet, frame] = [await details.boundingBox(), await boxOf(page, "#map")];
    const after = then.nodes.find(({ key }) => key === "actor:egypt");
    if (!sheet || !after) throw new Error("the sheet or the node is gone");
    expect((sheet.width * sheet.height) / (width * height)).toBeLessThan(0.46);
    const at = { x: frame.x + after.x, y: frame.y + after.y };
    expect(at.x > 0 && at.y > frame.y && (at.y < sheet.y || at.x < sheet.x)).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it.each([
    [390, 844],
    [768, 1024],
    [844, 390],
    [1024, 700],
    [1280, 800],
  ])("keeps every door of the header on the page at %i × %i", async (width, height) => {
    const page = await visit("", { viewport: { width, height } });
    for (const name of ["Find path", "Export", "All actions"]) {
      const box = await page.getByRole("banner").getByRole("button", { name }).boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= width, name).toBe(true);
    }
    const heading = await page.getByRole("heading", { level: 1 }).textContent();
    expect(heading).not.toBe("");
  });

  it("lets the sheet be dragged, folded and unfolded", async () => {
    const page = await visit("?select=actor:egypt", { viewport: { width: 390, height: 844 } });
    const details = page.getByRole("region", { name: "Details", exact: true });
    await details.waitFor();
    const height = async () => Math.round((await details.boundingBox())?.height ?? 0);
    const drag = async (up: number) => {
      const box = await details.boundingBox();
      if (!box) throw new Error("no sheet");
      await page.mouse.move(195, box.y + 8);
      await page.mouse.down();
      await page.mouse.move(195, box.y + 8 - up / 2);
      await page.mouse.move(195, box.y + 8 - up);
      await page.mouse.up();
    };
    const before = await height();
    await drag(150);
    await expect.poll(height).toBe(before + 150);
    await drag(-480);
    await expect.poll(height).toBe(52);
    await page.getByRole("button", { name: "Show details" }).click();
    await expect.poll(height).toBe(before);
  });

  it.each([
    ["?select=actor:united-states", 640, 400],
    ["", 320, 568],
  ])(
    "keeps what stands over the map apart, and all tabs in sight: %s at %i × %i",
    async (query, width, height) => {
      const page = await visit(query, { viewport: { width, height } });
      const over = await Promise.all(
        [
          page.getByRole("region", { name: "Legend" }),
          page.getByRole("status").filter({ hasText: "best-evidenced" }),
          ...["Zoom in", "Lock"].map((name) => page.locator("section").getByRole("button", { name }).first()),
        ].map(async (part) => {
          const box = await part.boundingBox();
          if (!box) throw new Error(`nothing there: ${part}`);
          return box;
        }),
      );
      over.forEach((a, at) => {
        for (const b of over.slice(at + 1))
          expect(
            a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
          ).toBe(false);
      });
      const map = await boxOf(page, "#map");
      const free = map.height - over.slice(0, 2).reduce((sum, box) => sum + box.height, 0);
      expect(free / map.height).toBeGreaterThan(0.55);
      const tabs = await boxOf(page, "[role=tablist]");
      for (const tab of await page.getByRole("banner").getByRole("tab").all()) {
        const box = await tab.boundingBox();
        expect(box && box.x >= tabs.x && box.x + box.width <= tabs.x + tabs.width + 1).toBe(true);
      }
    },
  );

  it.each([
    [640, 400],
    [960, 540],
  ])("can be read and searched at 200 %% zoom, %i by %i", async (width, height) => {
    const page = await visit("", { viewport: { width, height }, deviceScaleFactor: 2 });
    const { nodes, labels } = await where(page);
    expect(nodes).toHaveLength(25);
    expect(labels.length).toBeGreaterThan(15);
    await page.locator("#search").click();
    await page.keyboard.type("Egypt");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "Details", exact: true }).waitFor();
    await settled(page);
    const frame = await boxOf(page, "#map");
    const at = (await where(page)).nodes.find(({ key }) => key === "actor:egypt");
    if (!at) throw new Error("Egypt is not on the map");
    for (const note of await page.locator("#map ~ div [role=status]").all()) {
      const box = await note.boundingBox();
      if (box) expect(frame.y + at.y - at.radius).toBeGreaterThan(box.y + box.height);
    }
  });

  it("shows suggestions and the answer to a path question whole on a phone", async () => {
    const page = await visit("", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await page.locator("#search").tap();
    await page.keyboard.type("egypt");
    await page.getByRole("option").first().waitFor();
    const list = await boxOf(page, "[role=listbox]");
    expect(list.x).toBeGreaterThanOrEqual(0);
    expect(list.x + list.width).toBeLessThanOrEqual(390);
    await page.goto(`${shared.served.url}?from=actor:pakistan&to=actor:hamas`);
    const title = page.getByRole("region", { name: "Paths found" }).getByRole("heading").first();
    await title.waitFor();
    const room = page.getByRole("dialog").filter({ has: title });
    await expect
      .poll(async () => {
        const [own, all] = [await title.boundingBox(), await room.boundingBox()];
        return own && all ? all.y + all.height - own.y : 0;
      })
      .toBeGreaterThan(150);
  });

  it.each([
    ["upright", 390, 844],
    ["lying", 844, 390],
  ])("keeps the path in sight beside its answer on a phone that is %s", async (_, width, height) => {
    const page = await visit("?from=actor:pakistan&to=actor:hamas", {
      viewport: { width, height },
      bypassCSP: true,
    });
    const title = page.getByRole("region", { name: "Paths found" }).getByRole("heading").first();
    await title.waitFor();
    const drawer = page.getByRole("dialog").filter({ has: title });
    const free = async () => {
      const [cover, map] = [await drawer.boundingBox(), await boxOf(page, "#map")];
      const { nodes } = await where(page);
      const ends = nodes.filter(({ key }) => key === "actor:pakistan" || key === "actor:hamas");
      return ends.filter(({ x, y }) => {
        const [right, down] = [map.x + x, map.y + y];
        const beside = cover && (right > cover.x + cover.width || down > cover.y + cover.height);
        return beside && right < width && down < height;
      }).length;
    };
    await expect.poll(free, { timeout: 10_000 }).toBe(2);
    const veil = page.locator(".mantine-Drawer-overlay");
    expect(await veil.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe("rgba(0, 0, 0, 0)");
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it("shows the answer to a path question at 200 % zoom, and the head of the page with it", async () => {
    const page = await visit("?from=actor:pakistan&to=actor:hamas", {
      viewport: { width: 960, height: 540 },
    });
    const title = page.getByRole("region", { name: "Paths found" }).getByRole("heading").first();
    await expect.poll(async () => (await title.boundingBox())?.y ?? 999).toBeLessThan(200);
    expect((await boxOf(page, "header")).y).toBe(0);
    expect((await boxOf(page, "#map")).height).toBeGreaterThan(250);
  });

  it.each([
    ["at 200 % zoom", 640, 400],
    ["on a phone that lies", 844, 390],
  ])(
    "shows rows of the matrix %s, five or more once its tools are scrolled away",
    async (_, width, height) => {
      shared.watched = await open(shared.browser, `${shared.served.url}?tab=matrix`, {
        viewport: { width, height },
        bypassCSP: true,
      });
      const { page } = shared.watched;
      await page.getByRole("grid").waitFor();
      const whole = () =>
        page.evaluate(() => {
          const head = document.querySelector(".sg-grid-column")?.getBoundingClientRect().bottom ?? 0;
          const rows = [...document.querySelectorAll(".sg-grid-row")].map((row) =>
            row.getBoundingClientRect(),
          );
          return rows.filter(({ top, bottom }) => top >= head && bottom <= window.innerHeight).length;
        });
      expect(await whole()).toBeGreaterThan(0);
      await page.mouse.move(width / 2, height - 60);
      await page.mouse.wheel(0, 160);
      await expect.poll(whole).toBeGreaterThanOrEqual(5);
      // By keyboard no cell ends under the headings.
      await page.locator(".sg-grid-full[tabindex='0']").focus();
      for (const key of ["Control+End", "Control+Home"]) await page.keyboard.press(key);
      const covered = await page.evaluate(() => {
        const cell = document.activeElement?.getBoundingClientRect();
        const heads = [...document.querySelectorAll(".sg-grid-column, .sg-grid-row")];
        return heads.some((head) => {
          const box = head.getBoundingClientRect();
          const [top, left] = [head.matches(".sg-grid-column"), head.matches(".sg-grid-row")];
          return !cell || (top && cell.top < box.bottom - 1) || (left && cell.left < box.right - 1);
        });
      });
      expect(covered).toBe(false);
      expect(await accessibilityFaults(page)).toEqual([]);
    },
  );

  it("cuts neither a heading of an analysis nor the words of the search field at 200 % zoom", async () => {
    shared.watched = await open(shared.browser, `${shared.served.url}?tab=analysis`, {
      viewport: { width: 640, height: 400 },
    });
    const { page } = shared.watched;
    await page.locator(".sg-result-table thead th").first().waitFor();
    const boxes = await page
      .locator(".sg-result-table thead th")
      .evaluateAll((heads) => heads.map((head) => head.getBoundingClientRect().toJSON() as DOMRect));
    const last = boxes.at(-1);
    expect(boxes.length).toBeGreaterThan(5);
    expect(boxes.slice(0, -1).every(({ right }) => right <= (last?.left ?? 0) + 1)).toBe(true);
    const field = page.locator("#search");
    const ink = () => field.evaluate((one) => getComputedStyle(one, "::placeholder").color);
    expect(await ink()).toBe("rgba(0, 0, 0, 0)");
    await field.focus();
    expect(await ink()).not.toBe("rgba(0, 0, 0, 0)");
  });

  it("keeps the proposal of Compare on a phone", async () => {
    shared.watched = await open(shared.browser, `${shared.served.url}?tab=compare`, {
      viewport: { width: 390, height: 844 },
    });
    const proposal = shared.watched.page.getByRole("button", { name: /^Those with most statements/ });
    await proposal.waitFor();
    const box = await proposal.boundingBox();
    expect(box && box.x + box.width <= 390).toBe(true);
  });

  it.each([
    [400, 300, 12],
    [280, 500, 16],
    [600, 400, 25],
  ])("stands in a frame of %i × %i with nothing over anything else", async (width, height, count) => {
    const page = await visit("?embed=1", { viewport: { width, height }, bypassCSP: true });
    const { nodes, labels } = await where(page);
    expect(nodes).toHaveLength(count);
    expect(labels.length).toBeGreaterThanOrEqual(Math.min(8, count / 2));
    const map = await boxOf(page, "#map");
    const over = await Promise.all(
      [
        page.getByRole("region", { name: "Legend" }),
        page.getByRole("status").filter({ hasText: "best-evidenced" }),
        ...["Zoom in", "Zoom out", "Show everything"].map((name) => page.getByRole("button", { name })),
      ].map(async (part) => {
        const box = await part.boundingBox();
        if (!box) throw new Error(`nothing there: ${part}`);
        return box;
      }),
    );
    const touch = (a: (typeof over)[number], b: (typeof over)[number]) =>
      a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
    over.forEach((one, at) => {
      // Within the map's frame, and so clear of the foot under it.
      expect(one.x >= 0 && one.x + one.width <= width).toBe(true);
      expect(one.y >= map.y && one.y + one.height <= map.y + map.height).toBe(true);
      for (const other of over.slice(at + 1)) expect(touch(one, other)).toBe(false);
      for (const { key, x, y } of nodes)
        expect(touch(one, { x: map.x + x - 2, y: map.y + y - 2, width: 4, height: 4 }), key).toBe(false);
    });
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it.each([
    [390, 844],
    [320, 568],
  ])("keeps the title readable beside a choice of datasets at %i × %i", async (width, height) => {
    const page = await visit("", { viewport: { width, height } });
    await page.route("**/api/datasets", async (route) => {
      const { items } = (await (await route.fetch()).json()) as { readonly items: readonly object[] };
      await route.fulfill({ json: { items: [...items, { ...items[0], id: "b", title: "Another one" }] } });
    });
    await page.reload();
    await drawn(page);
    const choice = await page.getByRole("combobox", { name: "Dataset" }).boundingBox();
    const title = await page.getByRole("heading", { level: 1 }).boundingBox();
    const header = await page.getByRole("banner").boundingBox();
    if (!choice || !title || !header) throw new Error("part of the header is gone");
    expect(title.width).toBeGreaterThan(width / 2 - 25);
    expect(title.height).toBeLessThan(40);
    expect(choice.y).toBeGreaterThanOrEqual(title.y + title.height);
    expect(choice.x >= 0 && choice.x + choice.width <= width).toBe(true);
    expect(header.height).toBeLessThan(190);
  });

  it.each(["open", "closed"])(
    "leaves the time line %s as it was when the window grows again",
    async (was) => {
      const page = await visit("");
      const strip = page.getByRole("region", { name: "Time", exact: true });
      await strip.waitFor();
      if (was === "closed") await page.getByRole("button", { name: "Hide the time line" }).click();
      await page.setViewportSize({ width: 390, height: 844 });
      await expect.poll(() => strip.count()).toBe(0);
      await page.setViewportSize({ width: 1280, height: 800 });
      const row = page.getByRole("button", { name: "Time", exact: true });
      await (was === "open" ? strip : row).waitFor();
      expect(await strip.count()).toBe(was === "open" ? 1 : 0);
    },
  );
});
