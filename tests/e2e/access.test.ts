/** Access in real Chromium: no finding of axe and no small target in any tab, panel or failure, wide and narrow, light and dark. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, requires } from "../support/require.ts";
import { accessibilityFaultsOfBothThemes, open, type Served, serve } from "./explorer.ts";
import { session } from "./session.ts";

const chromium = requires("browser");

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 390, height: 844 };

/** Opens the left column where a narrow screen has put it away. */
async function openLeft(page: Page): Promise<void> {
  const door = page.getByRole("button", { name: "Show legend and filters" });
  if ((await door.count()) > 0) await door.click();
}

async function playStory(page: Page): Promise<void> {
  await openLeft(page);
  await page.getByRole("button", { name: "Story", exact: true }).click();
  await page.getByRole("button", { name: "Add this view" }).click();
  await page.getByRole("button", { name: "Play", exact: true }).first().click();
  await page.locator(".sg-story-bar").waitFor();
}

async function openFilters(page: Page): Promise<void> {
  await openLeft(page);
  const folded = page.locator(".mantine-Accordion-control[aria-expanded=false]");
  while ((await folded.count()) > 0) await folded.first().click();
}

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Type an action" }).waitFor();
}

interface State {
  readonly name: string;
  readonly query?: string;
  readonly act?: (page: Page) => Promise<void>;
}

const STATES: readonly State[] = [
  { name: "the map" },
  { name: "the table", query: "?tab=table" },
  ...["matrix", "table", "compare", "networks", "analysis"].map((tab) => ({
    name: `the tab ${tab} with details`,
    query: `?tab=${tab}&select=pair:actor:united-states%3Bactor:israel`,
  })),
  { name: "an actor", query: "?select=actor:hamas" },
  { name: "several nodes", query: "?select=nodes:actor:hamas;actor:israel" },
  { name: "a statement", query: "?select=statement:s001-040" },
  { name: "a path", query: "?from=pakistan&to=hamas" },
  { name: "nothing that matches, and a notice", query: "?until=2001&colour=red" },
  { name: "a dataset that is not there", query: "d/nope" },
  { name: "the palette", act: openPalette },
  { name: "every filter", act: openFilters },
  { name: "a story that is played", act: playStory },
  { name: "the page inside another", query: "?embed=1&select=actor:hamas" },
  ...["About this data", "Export"].map((name) => ({
    name,
    act: async (page: Page) => {
      await page.getByRole("button", { name, exact: true }).click();
      await page.getByRole("dialog").getByRole("heading").nth(1).waitFor();
    },
  })),
];

/**
 * What can be pressed and is smaller than 24 × 24 px. Exempt (WCAG 2.5.8): a link within a sentence; a box with a label beside
 * it that is large enough. What is cut off by a box that scrolls counts as whole.
 */
const smallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const LEAST = 23.9;
    const found = document.querySelectorAll<HTMLElement>(
      "a[href], button, input, select, textarea, summary, [role=button], [role=tab], [role=option], [role=slider], [role=menuitem]",
    );
    const isLarge = ({ width, height }: DOMRect): boolean => width >= LEAST && height >= LEAST;
    return [...found]
      .filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert], .sr"),
      )
      .filter((element) => {
        const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
        return ![element, ...labels].some((one) => isLarge(one.getBoundingClientRect()));
      })
      .filter((element) => {
        const { display, position } = getComputedStyle(element);
        const around = element.closest("p, li, dd, td")?.textContent?.trim();
        const inSentence =
          element.tagName === "A" && display === "inline" && around !== element.textContent?.trim();
        return !inSentence && position !== "fixed";
      })
      .map((element) => {
        const { width, height } = element.getBoundingClientRect();
        const name = element.getAttribute("aria-label") ?? element.textContent;
        return `${element.tagName} ${name?.slice(0, 40)} ${width.toFixed(0)}×${height.toFixed(0)}`;
      });
  });

describe.skipIf(!chromium)("access", () => {
  const shared = session(chromium);
  let folder = "";
  let empty: Served;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "stancegraph-"));
    spawnSync(process.execPath, [path.join(ROOT, "bin/stancegraph.js"), "init", path.join(folder, "empty")]);
    empty = await serve([path.join(folder, "empty")]);
  });
  afterAll(async () => {
    await empty?.close();
    rmSync(folder, { recursive: true });
  });

  const visit = async (url: string, viewport: typeof WIDE): Promise<Page> => {
    const address = new URL(url);
    address.searchParams.set("theme", "light");
    shared.watched = await open(shared.browser, address.href, { viewport, bypassCSP: true });
    const { page } = shared.watched;
    await page.locator("h1").waitFor();
    return page;
  };
  const expectAccess = async (page: Page): Promise<void> => {
    expect(await accessibilityFaultsOfBothThemes(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
  };

  describe.each([
    ["wide", WIDE],
    ["narrow", NARROW],
  ])("on a %s screen", (_, viewport) => {
    it.each(STATES)("has no fault: $name", async ({ query = "", act }) => {
      const page = await visit(shared.served.url + query, viewport);
      await act?.(page);
      await expectAccess(page);
      // A page that is not there is answered with 404, which is logged.
      if (query.startsWith("d/")) shared.watched?.faults.splice(0);
    });

    it("has no fault where there is nothing to show", async () => {
      const page = await visit(empty.url, viewport);
      await page.getByText("This dataset has no statements").waitFor();
      await expectAccess(page);
    });

    it.each(["", "?embed=1"])("has no fault where there is no answer: '%s'", async (query) => {
      const page = await visit(shared.served.url + query, viewport);
      await page.route("**/api/**", (route) => route.abort());
      await page.reload();
      await page.getByText("The server does not answer").waitFor();
      await expectAccess(page);
      // What is not answered is logged.
      shared.watched?.faults.splice(0);
    });
  });

  it("leads past the header in every tab, without a step of the history", async () => {
    for (const [tab, goal] of [
      ["graph", "map"],
      ["table", "main"],
    ]) {
      const page = await visit(`${shared.served.url}?tab=${tab}`, NARROW);
      await page.locator(`#${goal}`).waitFor();
      const length = await page.evaluate(() => history.length);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(goal);
      expect(await page.evaluate(() => [history.length, location.hash])).toEqual([length, ""]);
      await shared.watched?.close();
    }
  });
});
