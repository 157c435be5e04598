/** Arrangements and looks of the map in real Chromium: the panel, its legend, the address, undo, the palette, narrow screens, without WebGL. */
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Where } from "../../src/browser/map/handle.ts";
import { requires } from "../support/require.ts";
import { accessibilityFaultsOfBothThemes, drawn, launch, NO_WEBGL, open } from "./explorer.ts";
import { session } from "./session.ts";
import { settled, whereOn } from "./where.ts";

const chromium = requires("browser");

describe.skipIf(!chromium)("the look of the map", () => {
  const shared = session(chromium);

  const visit = async (
    query = "",
    options: Parameters<typeof open>[2] = {},
    on: Browser = shared.browser,
  ): Promise<Page> => {
    shared.watched = await open(on, shared.served.url + query, options);
    await drawn(shared.watched.page);
    await shared.watched.page.locator("#map[data-nodes]").waitFor();
    return shared.watched.page;
  };
  /** Where nodes and labels are on the screen, once the map has drawn some names. */
  const seen = async (page: Page): Promise<Where> => {
    const stage = page.locator("#map [data-labels]");
    await expect.poll(() => stage.getAttribute("data-labels").then(Number)).toBeGreaterThan(0);
    return whereOn(stage);
  };
  const look = (page: Page) => page.getByRole("region", { name: "Look", exact: true });
  const openLook = async (page: Page): Promise<void> => {
    await page
      .getByRole("navigation", { name: /left column/i })
      .getByRole("button", { name: "Look", exact: true })
      .click();
    await look(page).getByRole("combobox", { name: "Arrangement" }).waitFor();
  };
  const choose = (page: Page, name: string, value: string) =>
    look(page).getByRole("combobox", { name, exact: true }).selectOption(value);

  it("writes the names of the legend whole, and gives a kind one colour in every period", async () => {
    const colors = async (query: string) => {
      const page = await visit(`?look=color%3Dkind${query}`, { bypassCSP: true });
      await page.addStyleTag({ content: "[class*=legend] li { font-size: 22px !important; }" });
      const legend = page.getByRole("region", { name: "Legend" }).first();
      const heading = legend.getByRole("heading", { name: /^Colour/ });
      await heading.waitFor();
      const rows = heading.locator("+ ul > li");
      await rows.filter({ hasText: "State" }).first().waitFor();
      return rows.evaluateAll((all) =>
        all.map((row) => {
          const label = row.querySelector("[class*=label]") as HTMLElement;
          return {
            name: label.textContent ?? "",
            color: row.querySelector("circle")?.getAttribute("fill"),
            cut: label.scrollWidth > label.clientWidth,
          };
        }),
      );
    };
    const whole = await colors("");
    expect(whole.filter(({ cut }) => cut)).toEqual([]);
    const part = await colors("&since=2025-10");
    for (const { name, color } of part) {
      const same = whole.find((row) => row.name === name);
      if (same) expect(color, name).toBe(same.color);
    }
  });

  it("arranges actors and issues in two columns, with no name over another", async () => {
    const page = await visit();
    await openLook(page);
    await choose(page, "Arrangement", "two-column");
    await expect.poll(() => page.url()).toContain("layout=two-column");
    await expect
      .poll(async () => {
        const { nodes } = await seen(page);
        const actors = nodes.filter(({ key }) => key.startsWith("actor:")).map(({ x }) => x);
        const issues = nodes.filter(({ key }) => key.startsWith("issue:")).map(({ x }) => x);
        return Math.max(...actors) < Math.min(...issues);
      })
      .toBe(true);
    const { labels } = await seen(page);
    expect(labels.length).toBeGreaterThan(40);
    for (const [at, a] of labels.entries())
      for (const b of labels.slice(at + 1))
        expect(
          a.left < b.left + b.width &&
            b.left < a.left + a.width &&
            a.top < b.top + b.height &&
            b.top < a.top + a.height,
          `${a.key} ${b.key}`,
        ).toBe(false);
  });

  it("shows who opposes and supports one issue from left to right, and says what it leaves out", async () => {
    const page = await visit("?layout=spectrum:isf-deployed");
    await page
      .getByText(/without a position on “The International Stabilisation Force is deployed/)
      .waitFor();
    const at = new Map((await seen(page)).nodes.map(({ key, x }) => [key, x]));
    expect(at.get("actor:iran")).toBeLessThan(at.get("actor:united-states") ?? 0);
    expect(at.get("actor:united-states")).toBeLessThan(at.get("actor:unsc") ?? 0);
    expect(at.has("issue:us-plan")).toBe(false);
    await openLook(page);
    await choose(page, "Issue of the spectrum", "us-plan");
    await expect.poll(() => page.url()).toContain("layout=spectrum:us-plan");
    await page.getByRole("button", { name: "Show everything", exact: true }).first().click();
    await expect.poll(() => page.url()).not.toContain("layout");
  });

  it("takes the filter's only issue for a spectrum, and notices one that is missing", async () => {
    const page = await visit("?layout=spectrum&issue=us-plan");
    await expect.poll(() => page.url()).toContain("layout=spectrum:us-plan");
    await page.goto(`${shared.served.url}?layout=spectrum`);
    await page.getByText(/shows one issue, and none is named/).waitFor();
    await drawn(page);
  });

  it("orders by time, with the axis in words", async () => {
    const page = await visit("?layout=time");
    await page.getByText("Each stands at its first dated statement").waitFor();
    const at = new Map((await seen(page)).nodes.map(({ key, x }) => [key, x]));
    expect(at.get("actor:arab-league")).toBeLessThan(at.get("actor:ishaq-dar") ?? 0);
  });

  it("colours by what is chosen, with a legend of exactly that, and undoes it", async () => {
    const page = await visit();
    await openLook(page);
    await choose(page, "Colour of nodes", "community");
    const legend = look(page).getByRole("region", { name: "What colours and sizes mean" });
    await legend.getByText("Community 1", { exact: true }).waitFor();
    expect(page.url()).toContain("look=color%3Dcommunity");
    const rows = legend.getByRole("listitem").filter({ hasText: /^(Community \d+|in none)/ });
    const numbers = (await rows.allInnerTexts()).map((text) => Number(/(\d+)\s*$/.exec(text)?.[1]));
    expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(
      Number(await page.locator("#map").getAttribute("data-nodes")),
    );
    // The legend on the map says the same.
    await page.getByRole("region", { name: "Legend" }).getByText("Colour: community").waitFor();
    await choose(page, "Size of nodes", "betweenness");
    await legend.getByText("Size: betweenness").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#map").focus();
    await page.keyboard.press("Control+z");
    await expect.poll(() => page.url()).not.toContain("betweenness");
    await page.keyboard.press("Control+z");
    await expect.poll(() => page.url()).not.toContain("look=");
    await choose(page, "Colour of nodes", "stance");
    await legend.getByText("all support").waitFor();
    await look(page).getByRole("button", { name: "Reset the look" }).click();
    await expect.poll(() => page.url()).not.toContain("look=");
  });

  it("gives the same look again from its address", async () => {
    const page = await visit("?look=color%3Dcountry;label%3Dnone;width%3Duniform");
    await page.getByRole("region", { name: "Legend" }).getByText("Colour: country").waitFor();
    expect(await page.locator("#map [data-labels]").getAttribute("data-labels")).toBe("0");
    await page.goto(`${shared.served.url}?look=color%3Dx:gone`);
    await page.getByText("The data have no attribute “gone”").waitFor();
  });

  it("exports the picture as it stands, with its look and legend", async () => {
    const page = await visit("?layout=spectrum:isf-deployed&look=color%3Dkind&theme=dark");
    await seen(page);
    await page.getByRole("button", { name: "Export", exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download the picture on the screen as SVG" }).click(),
    ]);
    const svg = readFileSync(await download.path(), "utf8");
    expect(svg).toContain("Colour: kind of actor");
    expect(svg).toContain("opposes (2)");
    expect(svg).not.toContain("US Gaza plan");
  });

  it("arranges from the palette", async () => {
    const page = await visit();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Type an action" }).fill("arrange columns");
    await page.getByRole("option", { name: /Arrange: Two columns/ }).waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).toContain("layout=two-column");
  });

  it("lays columns and axes out anew on a narrow screen", async () => {
    const page = await visit("?layout=two-column", { viewport: { width: 390, height: 844 } });
    await expect.poll(async () => (await seen(page)).nodes.length).toBe(25);
    const { nodes } = await seen(page);
    expect(nodes.every(({ x }) => x > 0 && x < 390)).toBe(true);
  });

  it("draws guides without WebGL too", async () => {
    const plain = await launch(chromium as string, NO_WEBGL);
    try {
      const page = await visit("?layout=spectrum:isf-deployed", {}, plain);
      const guides = page.locator("#map [data-guides]");
      await expect.poll(() => guides.textContent()).toContain("opposes (2)");
      expect(await page.locator("#map [data-node]").count()).toBe(11);
    } finally {
      await shared.watched?.close();
      await plain.close();
    }
  });

  it("lists every outlined group with its own outline, and marks the group of the row in focus", async () => {
    const page = await visit("?layout=circular&look=groups%3Dkind", { bypassCSP: true });
    await openLook(page);
    const rows = look(page).getByRole("list", { name: "Groups" }).getByRole("listitem");
    await expect.poll(() => rows.count()).toBe(9);
    const looks = await rows.evaluateAll((all) =>
      all.map((row) => {
        const sample = row.querySelector("rect");
        return `${sample?.getAttribute("stroke")} ${sample?.getAttribute("stroke-dasharray")}`;
      }),
    );
    expect(new Set(looks).size).toBe(9);
    const before = await seen(page);
    await rows.filter({ hasText: "Armed group" }).getByRole("button").focus();
    await expect
      .poll(() => seen(page).then(({ labels }) => labels.length))
      .toBeLessThan(before.labels.length);
    expect(await accessibilityFaultsOfBothThemes(page)).toEqual([]);
  });

  it.each([
    [390, 844],
    [640, 400],
  ])("writes no name under what stands over the map, %i × %i", async (width, height) => {
    const page = await visit("?look=groups%3Dcommunity", { viewport: { width, height } });
    await page.getByText(/Grouped by community: \d/).waitFor();
    await settled(page);
    const { labels } = await seen(page);
    expect(labels.some(({ key }) => key.startsWith("group:"))).toBe(true);
    const over = await page.locator("[data-over=parts] > *, [data-over=whole]").evaluateAll((all) => {
      const map = document.querySelector("#map")?.getBoundingClientRect();
      return all.map((one) => {
        const { x, y, width: across, height: down } = one.getBoundingClientRect();
        return { x: x - (map?.x ?? 0), y: y - (map?.y ?? 0), across, down };
      });
    });
    expect(over.length).toBeGreaterThan(2);
    const hidden = labels.filter(({ left, top, width: wide, height: tall }) =>
      over.some(
        ({ x, y, across, down }) => left < x + across && x < left + wide && top < y + down && y < top + tall,
      ),
    );
    expect(hidden.map(({ text }) => text)).toEqual([]);
  });

  it("is accessible", async () => {
    const page = await visit("?layout=spectrum:isf-deployed&look=color%3Dkind;size%3Ddegree", {
      bypassCSP: true,
    });
    await openLook(page);
    await look(page).getByText("Size: neighbours (degree)").first().waitFor();
    expect(await accessibilityFaultsOfBothThemes(page)).toEqual([]);
  });
});
