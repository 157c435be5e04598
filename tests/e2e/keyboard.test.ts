/** The keyboard in real Chromium: the palette's first keys, where the focus goes, statements and positions by key, the layout again, undo after Back. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { requires } from "../support/require.ts";
import { drawn, open } from "./explorer.ts";
import { session } from "./session.ts";

const chromium = requires("browser");
/** Machines that are busy with other things need more than the usual second. */
const poll: typeof expect.poll = (look, options) => expect.poll(look, { timeout: 10_000, ...options });

describe.skipIf(!chromium)("the keyboard", () => {
  const shared = session(chromium);
  const visit = async (query = ""): Promise<Page> => {
    shared.watched = await open(shared.browser, shared.served.url + query);
    const { page } = shared.watched;
    await drawn(page);
    await page.locator("#map[data-nodes] [data-labels]").first().waitFor();
    return page;
  };
  /** Id, name or kind of what has the focus. */
  const focused = (page: Page) =>
    page.evaluate(() => {
      const one = document.activeElement;
      return one === document.body ? "body" : one?.id || one?.getAttribute("aria-label") || one?.tagName;
    });
  const run = async (page: Page, words: string): Promise<void> => {
    await page.keyboard.press("Control+k");
    await page.keyboard.type(words);
    await page.keyboard.press("Enter");
  };
  const palette = (page: Page) => page.getByRole("combobox", { name: "Type an action" });

  it("gives the palette what is typed right after the key that opens it, and the focus back after Escape", async () => {
    const page = await visit("?select=actor:hamas");
    await page.locator("#map").focus();
    // In one go, without waiting for anything.
    await page.evaluate(() => {
      for (const [key, ctrlKey] of [
        ["k", true],
        ["e", false],
        ["x", false],
      ] as const)
        document.activeElement?.dispatchEvent(
          new KeyboardEvent("keydown", { key, ctrlKey, bubbles: true, cancelable: true }),
        );
    });
    await poll(() => palette(page).inputValue()).toBe("ex");
    await poll(() => palette(page).evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.type("port");
    expect(await palette(page).inputValue()).toBe("export");
    expect(page.url()).not.toContain("tab=");
    await page.keyboard.press("Escape");
    await poll(() => focused(page)).toBe("map");
    // What is behind the dialog stays.
    expect(page.url()).toContain("select=actor:hamas");
    await page.keyboard.press("Control+k");
    await poll(() => palette(page).inputValue()).toBe("");
  });

  it("has a place after a node is hidden, neighbours are shown, a lasso is drawn, and a comparison is asked for", async () => {
    const page = await visit("?select=actor:egypt&actor=hamas");
    const details = page.getByRole("region", { name: "Details", exact: true });
    const more = details.getByRole("button", { name: /^Expand: \d+ more neighbour/ });
    await more.press("Enter");
    await more.waitFor({ state: "detached" });
    await poll(() => focused(page)).not.toBe("body");
    await details.getByRole("button", { name: "Hide", exact: true }).press("Enter");
    await poll(() => focused(page)).toBe("map");

    await page.getByRole("button", { name: "Select by lasso" }).press("Enter");
    const box = await page.locator("[data-lasso]").last().boundingBox();
    if (!box) throw new Error("no lasso");
    const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
    await page.mouse.move(...at(0.2, 0.3));
    await page.mouse.down();
    for (const [x, y] of [
      [0.8, 0.3],
      [0.8, 0.8],
      [0.2, 0.8],
    ] as const)
      await page.mouse.move(...at(x, y), { steps: 3 });
    await page.mouse.up();
    await poll(() => page.url()).toContain("select=");
    await poll(() => focused(page)).toBe("map");

    await page.keyboard.press("/");
    await page.keyboard.type("Egypt vs Israel");
    await page.getByRole("option", { name: /Egypt/ }).first().waitFor();
    await page.keyboard.press("Enter");
    await poll(() => page.url()).toContain("tab=compare");
    await poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Compare");
  });

  it("opens the menu from the statements, and leaves the focus in the details after a node is expanded", async () => {
    const page = await visit("?select=actor:egypt&issue=political-roadmap");
    await page.locator("[data-details] h2").waitFor();
    await page.locator("#map").focus();
    await page.keyboard.press("j");
    await poll(() => focused(page)).not.toBe("map");
    await page.keyboard.press("m");
    await page.getByRole("menu").waitFor();
    await page.keyboard.press("Escape");
    const lift = page
      .getByRole("region", { name: "Details", exact: true })
      .getByRole("button", { name: /^Expand: \d+ more neighbours?$/ });
    await lift.focus();
    await page.keyboard.press("Enter");
    await page.getByText(/^\d+ neighbours? added to the map\.$/).waitFor();
    expect(page.url()).toContain("expand=actor:egypt");
    await poll(() => page.evaluate(() => document.activeElement?.closest("[data-details]") !== null)).toBe(
      true,
    );
    await page.waitForTimeout(500);
    expect(await focused(page)).not.toBe("Close details");
    await page.keyboard.press("Control+z");
    await page.waitForFunction(() => !location.search.includes("expand="));
  });

  it("acts on the same node after its menu was opened and left by Escape", async () => {
    const page = await visit();
    await page.locator("#map").focus();
    await page.keyboard.press("ArrowRight");
    const spoken = page.locator("#map ~ [role=status], #map-help ~ [role=status]").first();
    const name = await spoken.textContent();
    expect(name).not.toBe("");
    await page.keyboard.press("m");
    await page.getByRole("menu").waitFor();
    await page.keyboard.press("Escape");
    await poll(() => focused(page)).toBe("map");
    expect(await spoken.textContent()).toBe(name);
    await page.keyboard.press("d");
    await poll(() => page.url()).toContain("ego=");
  });

  it("goes through the statements by J and K from the map, and clears by one Escape", async () => {
    const page = await visit("?select=edge:actor:pakistan;oppose;issue:enforcement-mandate");
    await page.locator("[data-details] article").first().waitFor();
    await page.locator("#map").focus();
    const at = () =>
      page.evaluate(() =>
        [...document.querySelectorAll("[data-details] .sg-cards article")].indexOf(
          document.activeElement as Element,
        ),
      );
    await page.keyboard.press("j");
    await poll(at).toBe(0);
    await page.locator("#map").focus();
    await page.keyboard.press("k");
    await poll(at).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Escape");
    await poll(() => page.url()).not.toContain("select=");
    await poll(() => focused(page)).toBe("map");
  });

  it("ticks positions by 1 to 3, all by 4, and plays time by Space", async () => {
    const page = await visit();
    await page.locator("#map").focus();
    await page.keyboard.press("1");
    await poll(() => page.url()).toContain("polarity=oppose,neutral");
    await page.keyboard.press("2");
    await poll(() => page.url()).toContain("polarity=neutral");
    await page.keyboard.press("3");
    await page.getByText("The last one stays ticked").first().waitFor();
    await page.keyboard.press("4");
    await poll(() => page.url()).not.toContain("polarity");
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: /^Pause/ }).waitFor();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: /^Play/ }).waitFor();
  });

  it("lays the map out again from the start, by its button and by the palette", async () => {
    const moved = "?pins=actor:egypt%3D400%2C300&camera=1";
    const page = await visit(moved);
    expect(page.url()).toContain("pins");
    await page.getByRole("button", { name: "Lay out again" }).press("Enter");
    await poll(() => page.url()).not.toContain("pins");
    await page.keyboard.press("Control+z");
    await poll(() => page.url()).toContain("pins");
    await run(page, "re-run layout");
    await poll(() => page.url()).not.toContain("pins");
  });

  it("makes each kind of file from the palette", async () => {
    const page = await visit();
    for (const [words, name] of [
      ["download gexf 1.3", /\.gexf$/],
      ["download graphml", /\.graphml$/],
      ["download csv of edges", /\.csv$/],
      ["download json", /\.json$/],
      ["download as svg", /\.svg$/],
      ["download as png", /-2x\.png$/],
    ] as const) {
      const file = page.waitForEvent("download");
      await run(page, words);
      const download = await file.catch(() => Promise.reject(new Error(`no file for “${words}”`)));
      expect(download.suggestedFilename()).toMatch(name);
      expect(readFileSync(await download.path()).length).toBeGreaterThan(1000);
      if (await page.getByRole("dialog").isVisible()) await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
  });

  it("goes on backwards when something is undone after Back", async () => {
    const page = await visit();
    await page.locator("#map").focus();
    for (const key of ["1", "2"]) await page.keyboard.press(key);
    await poll(() => page.url()).toContain("polarity=neutral");
    await page.goBack();
    await poll(() => page.url()).toContain("polarity=oppose,neutral");
    await page.locator("#map").focus();
    await page.keyboard.press("Control+z");
    await poll(() => page.url()).not.toContain("polarity");
    await page.keyboard.press("Control+Shift+z");
    await poll(() => page.url()).toContain("polarity=oppose,neutral");
  });

  it("comes to the map in twenty steps, and walks groups of controls by arrow keys", async () => {
    const page = await visit("");
    await page.getByRole("button", { name: "Close the introduction" }).waitFor();
    const here = () =>
      page.evaluate(() => {
        const one = document.activeElement;
        return (
          one?.getAttribute("aria-label") ??
          one?.closest("li")?.querySelector("label")?.textContent ??
          one?.textContent
        );
      });
    const stops: (string | null | undefined)[] = [];
    while (stops.length < 60 && (await focused(page)) !== "map") {
      await page.keyboard.press("Tab");
      stops.push(await here());
    }
    expect(stops.length).toBeLessThanOrEqual(20);
    // All that was passed over is reached from where Tab comes to its group.
    await page.getByRole("checkbox", { name: /^supports/ }).focus();
    await page.keyboard.press("ArrowRight");
    expect(await here()).toMatch(/^Only supports/);
    await page.keyboard.press("ArrowDown");
    expect(await here()).toMatch(/^Only opposes/);
    await page.keyboard.press("Enter");
    await poll(() => page.url()).toContain("polarity=oppose");
    await page.keyboard.press("Control+z");
    await poll(() => page.url()).not.toContain("polarity");
    await page.getByRole("button", { name: "Filters", exact: true }).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await here()).toBe("Look");
    await page.keyboard.press("Enter");
    await poll(() =>
      page.getByRole("button", { name: "Look", exact: true }).getAttribute("aria-current"),
    ).toBe("true");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    expect(await here()).toBe("Look");
    await page.keyboard.press("End");
    expect(await here()).toMatch(/^Redo/);
  });
});
