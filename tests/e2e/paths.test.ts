/** Path questions: which path is marked, filters of the form, and the way out when there is no path. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { requires } from "../support/require.ts";
import { drawn } from "./explorer.ts";
import { session, visit as visitSession } from "./session.ts";
import { settled, whereOn } from "./where.ts";

const chromium = requires("browser");

describe.skipIf(!chromium)("paths", () => {
  const shared = session(chromium);
  const visit = (query: string): Promise<Page> => visitSession(shared, `?theme=light&${query}`);
  const marked = (page: Page) =>
    page.locator("article").filter({ has: page.getByRole("button", { name: "On the map", exact: true }) });

  it("says what the map leaves out of a path, shows it by one click, and names the ends", async () => {
    const page = await visit("ego=actor:pakistan&from=pakistan&to=hamas");
    expect(await page.getByRole("combobox", { name: "From" }).inputValue()).toBe("Pakistan");
    const note = page.getByText(/^The map leaves out/);
    await note.waitFor();
    expect(await note.count()).toBe(1);
    await page.getByRole("button", { name: "Show the whole path" }).click();
    await note.waitFor({ state: "detached" });
    expect(page.url()).toContain("ego=actor:pakistan&expand=");
    await settled(page);
    const { nodes } = await whereOn(page.locator("#map [data-map-stage]"));
    for (const key of ["actor:pakistan", "actor:israel", "actor:hamas"])
      expect(nodes.map((node) => node.key)).toContain(key);
  });

  it("keeps the path chosen through reload, Back and a copied link", { timeout: 60_000 }, async () => {
    const page = await visit("from=actor:pakistan&to=actor:hamas");
    expect(await marked(page).getAttribute("aria-label")).toBe("Path 1");
    await page
      .getByRole("article", { name: "Path 2" })
      .getByRole("button", { name: "Show on map", exact: true })
      .click();
    await page.waitForFunction(() => location.search.includes("path="));
    expect(await marked(page).getAttribute("aria-label")).toBe("Path 2");
    const link = page.url();
    await page.reload();
    await drawn(page);
    expect(await marked(page).getAttribute("aria-label")).toBe("Path 2");
    expect(page.url()).toBe(link);
    await page
      .getByRole("article", { name: "Path 3" })
      .getByRole("button", { name: "Show on map", exact: true })
      .click();
    await page.waitForFunction((before) => location.href !== before, link);
    expect(await marked(page).getAttribute("aria-label")).toBe("Path 3");
    await page.goBack();
    await page.waitForFunction((before) => location.href === before, link);
    expect(await marked(page).getAttribute("aria-label")).toBe("Path 2");
    // Back was an undo: what it left is to be had by redo.
    await page.locator("#map").focus();
    await page.keyboard.press("Control+Shift+z");
    await page.waitForFunction((before) => location.href !== before, link);
    expect(await marked(page).getAttribute("aria-label")).toBe("Path 3");
  });

  it("marks the path whose statements are opened", { timeout: 60_000 }, async () => {
    const page = await visit("from=actor:pakistan&to=actor:hamas");
    const toggle = (path: string) =>
      page.getByRole("article", { name: path, exact: true }).locator(".sg-row-toggle").first();
    await toggle("Path 2").click();
    await page.waitForFunction(() => location.search.includes("path="));
    expect(await marked(page).getAttribute("aria-label")).toBe("Path 2");
    expect(await toggle("Path 2").getAttribute("aria-expanded")).toBe("true");
    await toggle("Path 1").click();
    await page.waitForFunction(() => !location.search.includes("path="));
    expect(await marked(page).getAttribute("aria-label")).toBe("Path 1");
    // To close them marks nothing else.
    await toggle("Path 2").click();
    expect(await marked(page).getAttribute("aria-label")).toBe("Path 1");
  });

  it("applies every filter at once, and leads out of an answer without paths", {
    timeout: 90_000,
  }, async () => {
    const page = await visit("from=actor:pakistan&to=actor:hamas");
    await page.getByText("Quick options").click();
    await page.getByRole("checkbox", { name: "Only direct relations between actors" }).check();
    await page.waitForFunction(() => location.search.includes("via=relation"));
    expect(await page.getByRole("button", { name: "Ask again" }).count()).toBe(0);
    await page.getByRole("checkbox", { name: "Only agreements" }).check();
    await page.waitForFunction(() => location.search.includes("polarity=support"));
    const answer = page.getByRole("region", { name: "Paths found" });
    const loosen = answer.getByRole("button", { name: /^Show the path of \d+ steps?$/ });
    await loosen.waitFor();
    expect(await answer.innerText()).not.toMatch(/stance|subissue|hop/);
    const steps = /\d+ steps?/.exec(await loosen.innerText())?.[0] as string;
    await loosen.click();
    await answer.getByRole("article", { name: "Path 1" }).getByText(steps, { exact: true }).first().waitFor();
  });

  it("marks no path where the reader took the mark away, and says when the one chosen is gone", {
    timeout: 60_000,
  }, async () => {
    const page = await visit("from=actor:pakistan&to=actor:hamas");
    await marked(page).getByRole("button", { name: "On the map", exact: true }).click();
    await page.waitForFunction(() => location.search.includes("path=none"));
    await page.reload();
    await drawn(page);
    await page.getByRole("article", { name: "Path 1" }).waitFor();
    expect(await marked(page).count()).toBe(0);
    await page.goto(
      `${shared.served.url}?from=actor:pakistan&to=actor:hamas&path=actor:pakistan%3Bactor:egypt%3Bactor:hamas`,
    );
    await page.getByText("The path chosen before is not among these").waitFor();
    expect(await marked(page).getAttribute("aria-label")).toBe("Path 1");
  });

  it("opens a link with the whole path in sight, named, among what is around it", {
    timeout: 60_000,
  }, async () => {
    const page = await visit("from=actor:pakistan&to=actor:hamas");
    await settled(page);
    const stage = page.locator("#map [data-map-stage]");
    const { nodes, labels, sight } = await whereOn(stage);
    const { width, height } = (await stage.boundingBox()) as { width: number; height: number };
    const named = labels.filter(({ key }) => key === "actor:pakistan" || key === "actor:hamas");
    expect(named).toHaveLength(2);
    for (const { left, top, ...box } of named) {
      expect(left >= 0 && top >= 0).toBe(true);
      expect(left + box.width <= width && top + box.height <= height).toBe(true);
    }
    const seen = nodes.filter(({ x, y }) => x > 0 && y > 0 && x < width && y < height);
    expect(seen.length).toBeGreaterThan(nodes.length / 4);
    // Everything fits at about 0.4.
    expect(sight.scale).toBeLessThan(0.9);
  });
});
