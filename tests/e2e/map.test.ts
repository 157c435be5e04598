/** The map under the hand and the keyboard, in real Chromium: labels, surroundings, lasso, menu, hiding, lock, camera, groups. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { formatSight } from "../../src/browser/map/camera.ts";
import type { Where } from "../../src/browser/map/handle.ts";
import { ROOT, requires } from "../support/require.ts";
import { accessibilityFaultsOfBothThemes, atRest, drawn, launch, NO_WEBGL, open, serve } from "./explorer.ts";
import { session, visit as visitSession } from "./session.ts";
import { settled, whereOn } from "./where.ts";

const chromium = requires("browser");

describe.skipIf(!chromium)("the map", () => {
  const shared = session(chromium);

  const visit = async (query = "", options: Parameters<typeof open>[2] = {}): Promise<Page> => {
    const page = await visitSession(shared, query, options);
    await settled(page);
    return page;
  };
  const where = (page: Page) => whereOn(page.locator("[data-map-stage]").first());
  const boxOf = async (page: Page) =>
    (await page.locator("#map").boundingBox()) as NonNullable<
      Awaited<ReturnType<ReturnType<Page["locator"]>["boundingBox"]>>
    >;
  /** A node's place on the page. */
  const placeOf = async (page: Page, key: string) => {
    const [{ nodes }, box] = [await where(page), await boxOf(page)];
    const node = nodes.find((one) => one.key === key);
    if (!node) throw new Error(`${key} is not on the map`);
    return { x: box.x + node.x, y: box.y + node.y };
  };
  const click = async (page: Page, key: string, modifiers: readonly ("Control" | "Shift")[] = []) => {
    const { x, y } = await placeOf(page, key);
    for (const modifier of modifiers) await page.keyboard.down(modifier);
    await page.mouse.click(x, y);
    for (const modifier of modifiers) await page.keyboard.up(modifier);
  };
  const nodesShown = (page: Page) => page.locator("#map").getAttribute("data-nodes").then(Number);
  const address = (page: Page) => decodeURIComponent(page.url());

  /** Labels that overlap, or lie over the centre of another node. */
  const collisions = ({ labels, nodes }: Where): readonly string[] => {
    const found: string[] = [];
    labels.forEach((label, at) => {
      for (const other of labels.slice(at + 1))
        if (
          label.left < other.left + other.width &&
          other.left < label.left + label.width &&
          label.top < other.top + other.height &&
          other.top < label.top + label.height
        )
          found.push(`${label.key} over ${other.key}`);
      for (const { key, x, y } of nodes)
        if (
          key !== label.key &&
          x > label.left &&
          x < label.left + label.width &&
          y > label.top &&
          y < label.top + label.height
        )
          found.push(`${label.key} over the centre of ${key}`);
    });
    return found;
  };

  it.each([
    [1280, 800],
    [1920, 1080],
    [390, 844],
  ])("lays no label over another or over another node's centre at %i × %i", async (width, height) => {
    const page = await visit("", { viewport: { width, height } });
    const first = await where(page);
    expect(first.labels.length).toBeGreaterThanOrEqual(15);
    expect(collisions(first)).toEqual([]);
    const labelled = new Set(first.labels.map(({ key }) => key));
    // Zooming in brings further names, and still none over another.
    await page.getByRole("button", { name: "Zoom in" }).click();
    await page.getByRole("button", { name: "Zoom in" }).click();
    await settled(page);
    const nearer = await where(page);
    expect(collisions(nearer)).toEqual([]);
    if (width > 1000) expect(nearer.labels.some(({ key }) => !labelled.has(key))).toBe(true);
  });

  it("opens surroundings by double click, wider each time, and leaves them by Escape", async () => {
    const page = await visit();
    const all = await nodesShown(page);
    const doubleClick = async () => {
      const { x, y } = await placeOf(page, "actor:qatar");
      await page.mouse.dblclick(x, y);
    };
    for (const depth of [1, 2, 3]) {
      await settled(page);
      await doubleClick();
      await expect.poll(() => address(page)).toContain("ego=actor:qatar");
      if (depth > 1) await expect.poll(() => address(page)).toContain(`depth=${depth}`);
      const answer = await fetch(`${shared.served.url}api/graph?ego=actor:qatar&depth=${depth}`);
      const { nodes } = (await answer.json()) as { nodes: unknown[] };
      await expect.poll(() => nodesShown(page)).toBe(nodes.length);
      if (depth === 1) expect(nodes.length).toBeLessThan(all);
    }
    await page.locator("#map").focus();
    await expect
      .poll(async () => {
        await page.keyboard.press("Escape");
        return address(page);
      })
      .not.toContain("ego=");
    await expect.poll(() => nodesShown(page)).toBe(all);
  });

  it("selects several nodes by lasso, by Ctrl and click, and by keyboard", async () => {
    const page = await visit("?ego=actor:qatar");
    const { nodes } = await where(page);
    const box = await boxOf(page);
    await page.locator("#map").focus();
    await page.keyboard.press("l");
    await page.locator("[data-lasso]").waitFor();
    // Around everything.
    // It may begin on the words over the map, of which nothing is then selected.
    const hint = await page.getByText("Draw a line around").first().boundingBox();
    if (!hint) throw new Error("no hint");
    const corners = [
      [hint.x + 20 - box.x, hint.y + 5 - box.y],
      [box.width - 4, 60],
      [box.width - 4, box.height - 4],
      [4, box.height - 4],
    ] as const;
    const [first = [0, 0]] = corners;
    await page.mouse.move(box.x + first[0], box.y + first[1]);
    await page.mouse.down();
    for (const [x, y] of [...corners.slice(1), first])
      await page.mouse.move(box.x + x, box.y + y, { steps: 8 });
    await page.mouse.up();
    const details = page.getByRole("region", { name: "Details", exact: true });
    await details.getByRole("heading", { name: `${nodes.length} nodes selected` }).waitFor();
    expect(await page.evaluate(() => String(window.getSelection()))).toBe("");
    await expect.poll(() => address(page)).toContain("select=nodes:");
    expect(await page.locator("[data-lasso]").count()).toBe(0);

    // Ctrl and click takes one out; the address of the rest is read again on arrival.
    await settled(page);
    await click(page, "actor:qatar", ["Control"]);
    await details.getByRole("heading", { name: `${nodes.length - 1} nodes selected` }).waitFor();
    expect(address(page)).not.toMatch(/select=[^&]*actor:qatar/);
    await page.reload();
    await details.getByRole("heading", { name: `${nodes.length - 1} nodes selected` }).waitFor();

    // By keyboard: from nothing to two. What is spoken follows.
    const spoken = page.getByRole("status").filter({ hasText: /\d+ nodes selected$/ });
    await page.locator("#map").focus();
    await expect.poll(() => spoken.count()).toBe(1);
    await page.keyboard.press("Escape");
    await expect.poll(() => address(page)).not.toContain("select=");
    expect(await spoken.count()).toBe(0);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Control+Enter");
    await expect.poll(() => address(page)).toMatch(/select=(actor|issue):/);
    await page.keyboard.press("n");
    await page.keyboard.press("Control+Enter");
    await expect.poll(() => address(page)).toMatch(/select=nodes:[^;]+;[^;]+$/);
    await details.getByRole("heading", { name: "2 nodes selected" }).waitFor();
    await details.getByRole("button", { name: "Find paths between the two" }).click();
    await expect.poll(() => address(page)).toMatch(/from=.*to=/);
  });

  it("shows several nodes with what they share, and only these with their surroundings", async () => {
    const page = await visit("?select=nodes:actor:egypt;actor:qatar");
    const details = page.getByRole("region", { name: "Details", exact: true });
    await details.getByText("What several of them share").waitFor();
    await expect
      .poll(() => details.innerText())
      .toMatch(/supported by .*Egypt, Qatar|supported by .*Qatar, Egypt/);
    await details.getByText("All statements at them").click();
    await details.getByRole("article").first().waitFor();
    await details.getByRole("button", { name: "Show only these and their surroundings" }).click();
    await expect.poll(() => address(page)).toContain("ego=actor:egypt,actor:qatar");
    await details.getByRole("button", { name: "Take Egypt out of the selection" }).click();
    await details.getByRole("heading", { name: "Qatar", exact: true }).waitFor();
  });

  it("opens the same menu by a right press and by M, and walks it by keyboard", async () => {
    const page = await visit();
    const { x, y } = await placeOf(page, "actor:egypt");
    await page.mouse.click(x, y, { button: "right" });
    const menu = page.getByRole("menu");
    await menu.waitFor();
    const entries = await menu.getByRole("menuitem").allInnerTexts();
    expect(entries).toEqual(
      expect.arrayContaining([
        "Open details",
        "Show surroundings",
        "Paths from here",
        "Paths to here",
        "Hide",
        "Copy link",
      ]),
    );
    await page.keyboard.press("Escape");
    await menu.waitFor({ state: "detached" });
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("map");

    await click(page, "actor:egypt");
    await settled(page);
    await page.locator("#map").focus();
    await page.keyboard.press("m");
    await menu.waitFor();
    const byKey = await menu.getByRole("menuitem").allInnerTexts();
    // What is open already needs no opening; the rest is the same.
    expect(byKey.filter((entry) => !entries.includes(entry))).toEqual(["Take out of the selection"]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("End");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(byKey.at(-1));
    await page.keyboard.press("Home");
    await page.keyboard.press("s");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Show surroundings");
    await page.keyboard.press("Enter");
    await expect.poll(() => address(page)).toContain("ego=actor:egypt");

    // The ground has a menu too.
    await settled(page);
    const box = await boxOf(page);
    await page.mouse.click(box.x + 20, box.y + box.height - 20, { button: "right" });
    await menu.waitFor();
    expect(await menu.getByRole("menuitem").allInnerTexts()).toEqual(
      expect.arrayContaining(["Show everything", "Select by lasso", "Group by coalition"]),
    );
    await page.keyboard.press("Tab");
    await menu.waitFor({ state: "detached" });
  });

  it("expands a node under the filters: as many neighbours as it said, a chip, and back again", async () => {
    for (const query of [
      "?actor=hamas&select=issue:isf-deployed",
      "?ego=actor:iran&select=issue:isf-deployed",
    ]) {
      const page = await visit(query);
      const before = await nodesShown(page);
      const details = page.getByRole("region", { name: "Details", exact: true });
      const expand = details.getByRole("button", { name: /^Expand: \d+ more neighbours?$/ });
      await expand.waitFor();
      const more = Number(/\d+/.exec((await expand.innerText()) ?? "")?.[0]);
      expect(more).toBeGreaterThan(0);
      await expand.click();
      await expect.poll(() => nodesShown(page)).toBe(before + more);
      expect(address(page)).toContain("expand=issue:isf-deployed");
      // What was asked for is still asked for.
      expect(address(page)).toContain(query.slice(1).split("&")[0]);
      const chips = page.getByRole("group", { name: "Active filters" });
      expect(await chips.innerText()).toMatch(/Expanded: /);
      await expand.waitFor({ state: "detached" });
      await chips.getByRole("button", { name: /Expanded: / }).click();
      await expect.poll(() => nodesShown(page)).toBe(before);
      await page.locator("#map").focus();
      await page.keyboard.press("Control+z");
      await expect.poll(() => nodesShown(page)).toBe(before + more);
      await page.keyboard.press("Control+z");
      await expect.poll(() => nodesShown(page)).toBe(before);
    }
  });

  it("expands on a phone, which draws the best-evidenced nodes at first", async () => {
    const page = await visit("?select=actor:egypt", { viewport: { width: 390, height: 844 } });
    const before = await nodesShown(page);
    const expand = page
      .getByRole("region", { name: "Details", exact: true })
      .getByRole("button", { name: /^Expand: \d+ more neighbours?$/ });
    await expand.waitFor();
    const more = Number(/\d+/.exec((await expand.innerText()) ?? "")?.[0]);
    await expand.click();
    await expect.poll(() => nodesShown(page)).toBe(before + more);
    await expand.waitFor({ state: "detached" });
    expect(address(page)).toContain("expand=actor:egypt");
  });

  it("offers no expansion where nothing is left out", async () => {
    const page = await visit("?select=actor:egypt&minConfidence=0.8");
    const details = page.getByRole("region", { name: "Details", exact: true });
    await details.getByRole("button", { name: "Hide", exact: true }).waitFor();
    await page.waitForTimeout(500);
    expect(await details.getByRole("button", { name: /^Expand/ }).count()).toBe(0);
  });

  it("hides nodes, counts them, keeps them in the address, and shows them again", async () => {
    const page = await visit("?select=actor:egypt");
    const all = await nodesShown(page);
    await page
      .getByRole("region", { name: "Details", exact: true })
      .getByRole("button", { name: "Hide", exact: true })
      .click();
    await expect.poll(() => nodesShown(page)).toBe(all - 1);
    expect(address(page)).toContain("hidden=actor:egypt");
    await page.reload();
    await settled(page);
    expect(await nodesShown(page)).toBe(all - 1);
    const note = page.getByRole("status").filter({ hasText: "1 node hidden" });
    await note.getByRole("button", { name: "Show" }).click();
    await expect.poll(() => nodesShown(page)).toBe(all);
    expect(address(page)).not.toContain("hidden=");
  });

  it("moves nodes unless they are locked, lets others follow, and puts all back", async () => {
    const page = await visit();
    const drag = async (key: string, by: number) => {
      const { x, y } = await placeOf(page, key);
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + by, y + by / 2, { steps: 6 });
      await page.mouse.up();
    };
    const start = await where(page);
    const at = (seen: Where, key: string) =>
      seen.nodes.find((one) => one.key === key) as Where["nodes"][number];
    await page.getByRole("button", { name: "Lock nodes in place" }).click();
    await drag("actor:turkey", 40);
    expect(address(page)).not.toContain("pins=");
    await page.getByRole("button", { name: "Unlock" }).click();
    await page.getByRole("button", { name: "Show everything" }).click();
    await settled(page);

    await drag("actor:turkey", 120);
    await expect.poll(() => address(page)).toContain("pins=actor:turkey");
    await settled(page);
    const moved = await where(page);
    expect(at(moved, "actor:turkey").x).toBeGreaterThan(at(start, "actor:turkey").x + 80);
    expect(at(moved, "actor:israel").x).toBeCloseTo(at(start, "actor:israel").x, 0);
    await page.getByRole("button", { name: "Let the others follow moved nodes" }).click();
    await settled(page);
    const relaxed = await where(page);
    const followers = relaxed.nodes.filter(({ key, x }) => Math.abs(x - at(moved, key).x) > 2);
    expect(followers.length).toBeGreaterThan(0);
    expect(at(relaxed, "actor:turkey").x).toBeCloseTo(at(moved, "actor:turkey").x, 0);
    // The same address gives the same places, in the picture's own units.
    await page.reload();
    await settled(page);
    const again = await where(page);
    const apart = (seen: Where, key: string) =>
      (at(seen, key).x - at(seen, "actor:turkey").x) / seen.sight.scale;
    for (const { key } of again.nodes) expect(apart(again, key)).toBeCloseTo(apart(relaxed, key), 0);
    await page.getByRole("button", { name: "Put moved nodes back" }).click();
    await settled(page);
    const back = await where(page);
    expect(apart(back, "actor:israel")).toBeCloseTo(apart(start, "actor:israel"), 0);
  });

  it("looks again at what lies under a resting pointer when the map has moved", async () => {
    const page = await visit("?layout=circular");
    const said = page.locator("section:has(> #map) > [role=status]").first();
    // At the outer edge of its reach, away from the other nodes.
    const [{ x, y }, box] = [await placeOf(page, "actor:turkey"), await boxOf(page)];
    const [dx, dy] = [x - box.x - box.width / 2, y - box.y - box.height / 2];
    const out = 8 / Math.hypot(dx, dy);
    await page.mouse.move(x + 5 * out * dx, y + 5 * out * dy);
    await page.mouse.move(x + out * dx, y + out * dy);
    await expect.poll(() => said.textContent()).toContain("Turkey");
    // The node stays where the pointer is, its edge does not.
    await page.mouse.wheel(0, -600);
    await settled(page);
    await expect.poll(() => said.textContent()).not.toContain("Turkey");
    await page.mouse.wheel(0, 600);
    await settled(page);
    await expect.poll(() => said.textContent()).toContain("Turkey");
    // By keyboard it moves away altogether; what the keyboard marks then is what counts.
    await page.locator("#map").focus();
    await page.keyboard.press("+");
    await page.keyboard.press("+");
    await settled(page);
    await expect.poll(() => said.textContent()).not.toContain("Turkey");
    await page.keyboard.press("ArrowRight");
    const marked = await said.textContent();
    expect(marked).not.toBe("");
    await page.keyboard.press("-");
    await settled(page);
    expect(await said.textContent()).toBe(marked);
  });

  it("marks nothing any more when the row under the pointer goes away", async () => {
    const page = await visit("?select=actor:egypt");
    const details = page.getByRole("region", { name: "Details", exact: true });
    const link = details.locator("a.sg-link").first();
    await link.waitFor();
    // The way there crosses the map.
    await link.hover();
    const marked = page.locator("#map ~ [role=status]").filter({ hasText: /statement/ });
    await expect.poll(() => marked.count()).toBe(1);
    await page.getByRole("button", { name: "Close details" }).press("Enter");
    await expect.poll(() => address(page)).not.toContain("select=");
    await expect.poll(() => marked.count()).toBe(0);
  });

  it("keeps a node marked that the pointer reaches along one of its lines", async () => {
    const page = await visit("?layout=circular");
    const said = page.locator("section:has(> #map) > [role=status]").first();
    const [node, box] = [await placeOf(page, "actor:turkey"), await boxOf(page)];
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const way = Math.hypot(middle.x - node.x, middle.y - node.y);
    const towards = (pixels: number) => ({
      x: node.x + ((middle.x - node.x) / way) * pixels,
      y: node.y + ((middle.y - node.y) / way) * pixels,
    });
    let onLine = false;
    for (let away = 60; away > 8 && !onLine; away -= 2)
      for (const aside of [0, 3, 6, -3, -6, 9, -9]) {
        const at = towards(away);
        await page.mouse.move(at.x + aside, at.y - aside);
        onLine = /^[^:]+, \d+ statement/.test((await said.textContent()) ?? "");
        if (onLine) break;
      }
    expect(onLine).toBe(true);
    await page.mouse.move(node.x, node.y);
    await page.mouse.move(node.x + 1, node.y);
    await page.mouse.move(node.x, node.y);
    await expect.poll(() => said.textContent()).toMatch(/^Turkey/);
  });

  it("keeps the camera in the address without a step in the history, and restores it", async () => {
    const page = await visit();
    const steps = () => page.evaluate(() => window.history.length);
    const before = await steps();
    await page.getByRole("button", { name: "Zoom in" }).click();
    await page.getByRole("button", { name: "Zoom in" }).click();
    const box = await boxOf(page);
    await page.mouse.move(box.x + 30, box.y + box.height - 30);
    await page.mouse.down();
    await page.mouse.move(box.x + 130, box.y + box.height - 80, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => address(page)).toMatch(/camera=-?\d+,-?\d+,[\d.]+/);
    await settled(page);
    expect(await steps()).toBe(before);
    const seen = await where(page);
    await expect.poll(() => address(page)).toContain(`camera=${formatSight(seen.sight)}`);
    const kept = page.url();
    await page.goto("about:blank");
    await page.goto(kept);
    await drawn(page);
    await settled(page);
    const restored = await where(page);
    expect(restored.sight.scale).toBeCloseTo(seen.sight.scale, 2);
    expect(Math.abs(restored.sight.x - seen.sight.x)).toBeLessThan(2);
    expect(Math.abs(restored.sight.y - seen.sight.y)).toBeLessThan(2);
    await page.getByRole("button", { name: "Show everything" }).click();
    await expect.poll(() => address(page)).not.toContain("camera=");
  });

  it.each(["", "layout=circular&"])(
    "leaves a camera put by hand on a line where it is under a filter, with ?%s",
    async (query) => {
      const page = await visit(`?${query}select=edge:actor:israel%3Bsupport%3Bissue:isf-deployed`);
      await page.getByRole("button", { name: "Zoom out" }).click();
      await settled(page);
      await expect.poll(() => address(page)).toContain("camera=");
      const before = await where(page);
      const opposes = page.getByRole("checkbox", { name: /opposes/ });
      for (const checked of [false, true]) {
        await opposes.setChecked(checked);
        await expect.poll(() => address(page).includes("polarity=")).toBe(!checked);
        await atRest(page);
        await settled(page);
        expect((await where(page)).sight.scale).toBeCloseTo(before.sight.scale, 2);
        expect(address(page)).toContain("camera=");
      }
    },
  );

  it("stands as it was left after another tab, moved by hand or not", async () => {
    const page = await visit("?select=actor:turkey");
    await page.getByRole("button", { name: "Close details" }).click();
    await settled(page);
    const stays = async () => {
      const { sight } = await where(page);
      await page.getByRole("tab", { name: "Table" }).click();
      await page.getByRole("tab", { name: "Table", selected: true }).waitFor();
      await page.getByRole("tab", { name: "Graph" }).click();
      await settled(page);
      const now = (await where(page)).sight;
      expect(now.scale).toBeCloseTo(sight.scale, 4);
      expect(Math.hypot(now.x - sight.x, now.y - sight.y) * now.scale).toBeLessThan(1);
    };
    await stays();
    await page.getByRole("button", { name: "Zoom in" }).click();
    await settled(page);
    await stays();
    const seen = await where(page);
    await expect.poll(() => address(page)).toContain(`camera=${formatSight(seen.sight)}`);
  });

  it.each([
    ["with every panel open", 1280, 800],
    ["on a small window", 1000, 620],
    ["on a phone", 390, 844],
    ["on a phone that lies", 844, 390],
  ])("keeps a selected node in sight %s", async (_, width, height) => {
    const page = await visit("?select=actor:turkey", { viewport: { width, height } });
    await page.getByRole("region", { name: "Details", exact: true }).waitFor();
    await settled(page);
    for (const key of ["actor:turkey", "actor:iran-partners", "actor:arab-civilians", "actor:ishaq-dar"]) {
      await page.evaluate((wanted) => {
        window.history.pushState(null, "", `?select=${wanted}`);
        window.dispatchEvent(new PopStateEvent("popstate"));
      }, key);
      await expect.poll(() => address(page)).toContain(`select=${key}`);
      await settled(page);
      const { x, y } = await placeOf(page, key);
      const seen = await page.evaluate(
        ([left, top]) => {
          const top1 = document.elementFromPoint(left as number, top as number);
          return top1?.closest("#map") !== null;
        },
        [x, y],
      );
      expect(seen, `${key} is covered at ${Math.round(x)}, ${Math.round(y)}`).toBe(true);
    }
  });

  it("outlines groups under the nodes, by coalition, community and kind, and names them", async () => {
    const page = await visit("?look=groups%3Dcoalition");
    await page.getByText(/Grouped by coalition: \d+ groups/).waitFor();
    await settled(page);
    const seen = await where(page);
    const captions = seen.labels.filter(({ key }) => key.startsWith("group:"));
    expect(captions.length).toBeGreaterThan(0);
    for (const { text } of captions) expect(text).toMatch(/^Coalition \d+/);
    expect(collisions(seen)).toEqual([]);
    const painted = () =>
      page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>(".sigma-groups");
        const data = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        return data.some((value, at) => at % 4 === 3 && value > 0);
      });
    expect(await painted()).toBe(true);
    await page.getByRole("button", { name: "No groups" }).click();
    await expect.poll(painted).toBe(false);
    expect(address(page)).not.toContain("groups");
  });

  it("draws groups, labels and the menu without WebGL too", async () => {
    const plain = await launch(chromium as string, NO_WEBGL);
    try {
      shared.watched = await open(plain, `${shared.served.url}?look=groups%3Dkind`);
      const { page } = shared.watched;
      await drawn(page);
      await page.locator("#map[data-renderer=svg] [data-group]").first().waitFor({ state: "attached" });
      const node = page.locator('[data-node="actor:egypt"]');
      await node.click({ button: "right" });
      await page.getByRole("menu").getByRole("menuitem", { name: "Hide" }).click();
      await node.waitFor({ state: "detached" });
      // Behind another tab the camera stays where it was put.
      await page.getByRole("button", { name: "Zoom in" }).click();
      await expect.poll(() => address(page)).toContain("camera=");
      const line = page.locator("#map [data-edge] path").first();
      const seen = (await line.boundingBox())?.width ?? 0;
      await page.getByRole("tab", { name: "Table" }).click();
      await line.waitFor({ state: "hidden" });
      await page.getByRole("tab", { name: "Graph" }).click();
      await line.waitFor();
      await atRest(page);
      expect(Math.abs(((await line.boundingBox())?.width ?? 0) - seen)).toBeLessThan(2);
      expect(address(page)).toContain("camera=");
    } finally {
      await shared.watched?.close();
      shared.watched = null;
      await plain.close();
    }
  });

  it("writes names from right to left in their own direction", async () => {
    const [arabic, hebrew] = ["مصر (القاهرة)", "ישראל 2025"];
    const folder = mkdtempSync(path.join(tmpdir(), "stancegraph-rtl-"));
    const house = path.join(ROOT, "graph-data/gaza-stabilization-force");
    for (const file of ["datapackage.json", "kinds.csv", "relations.csv"])
      copyFileSync(path.join(house, file), path.join(folder, file));
    const table = (name: string, rows: readonly string[]) =>
      writeFileSync(path.join(folder, `${name}.csv`), `${rows.join("\n")}\n`);
    table("actors", ["id,label,kind", `eg,${arabic},state`, `il,${hebrew},state`, "qa,Qatar,state"]);
    table("issues", ["id,label", "a,وقف إطلاق النار"]);
    table("sources", ["id,title", "s,Generated"]);
    table("statements", [
      "id,source,actor,polarity,issue",
      "1,s,eg,support,a",
      "2,s,il,oppose,a",
      "3,s,qa,support,a",
    ]);
    const own = await serve([folder]);
    try {
      shared.watched = await open(shared.browser, own.url);
      const { page } = shared.watched;
      await page.addInitScript(() => {
        const drawnNames: [string, string][] = [];
        Object.assign(window, { drawnNames });
        const { fillText } = CanvasRenderingContext2D.prototype;
        CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
          drawnNames.push([text, this.direction]);
          return fillText.call(this, text, ...rest);
        };
      });
      await page.reload();
      await drawn(page);
      await settled(page);
      const names = await page.evaluate(
        () => (window as unknown as { drawnNames: [string, string][] }).drawnNames,
      );
      expect(names).toContainEqual([arabic, "rtl"]);
      expect(names).toContainEqual([hebrew, "rtl"]);
      expect(names).toContainEqual(["Qatar", "ltr"]);
      expect(collisions(await where(page))).toEqual([]);
      await click(page, "actor:eg");
      const heading = page.getByRole("heading", { name: arabic });
      expect(await heading.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
    } finally {
      await own.close();
      rmSync(folder, { recursive: true });
    }
  });

  it("moves without animation where the reader wants stillness", async () => {
    const page = await visit("", { reducedMotion: "reduce" });
    const before = await where(page);
    await page.getByRole("button", { name: "Zoom in" }).click();
    // Two frames, and it is there.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await page.waitForTimeout(50);
    const [one, two] = [await where(page), await where(page)];
    expect(one.sight.scale).toBeCloseTo(before.sight.scale * 1.4, 2);
    expect(two.sight).toEqual(one.sight);
  });

  it("has no serious fault of access", async () => {
    const page = await visit(
      "?select=nodes:actor:egypt;actor:qatar;issue:isf-deployed&look=groups%3Dkind&hidden=actor:iran",
      { bypassCSP: true },
    );
    await page.getByRole("heading", { name: "3 nodes selected" }).waitFor();
    await page.getByRole("button", { name: "Lock nodes in place" }).click();
    await page.locator("#map").focus();
    await page.keyboard.press("l");
    expect(await accessibilityFaultsOfBothThemes(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("m");
    await page.getByRole("menu").waitFor();
    expect(await accessibilityFaultsOfBothThemes(page)).toEqual([]);
  });
});
