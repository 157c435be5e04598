/** A dataset too large to be drawn at once: the page draws a part, says which and why, shows the rest on demand, and stays bounded. */
import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LargePackage, largePackage } from "../support/large-package.ts";
import { requires } from "../support/require.ts";
import { difference } from "./difference.ts";
import { accessibilityFaults, atRest, drawn, launch, open, type Served, serve } from "./explorer.ts";
import { settled } from "./where.ts";

const chromium = requires("browser");
const ACTORS = 1200;
const ISSUES = 1000;
const PAIRS = 4000;
const NODES = ACTORS + ISSUES;

describe.skipIf(!chromium)("a large dataset in the explorer", () => {
  let browser: Browser;
  let large: LargePackage;
  let served: Served;
  beforeAll(async () => {
    large = await largePackage({ actors: ACTORS, issues: ISSUES, pairs: PAIRS });
    served = await serve([large.folder]);
    browser = await launch(chromium as string);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await large?.remove();
  });

  const arrive = async (address = "", options = {}) => {
    const watched = await open(browser, `${served.url}${address}`, options);
    await drawn(watched.page);
    await watched.page.locator("#map[data-nodes]").waitFor({ timeout: 60_000 });
    return watched;
  };
  const nodesOn = async (page: Page) => Number(await page.locator("#map").getAttribute("data-nodes"));
  const choices = (page: Page) => page.getByRole("group", { name: "What to draw instead" });

  it("is drawn in part, which the page states, and whole on demand", { timeout: 180_000 }, async () => {
    const requests: string[] = [];
    const { page, faults, close } = await arrive("?theme=light", { bypassCSP: true });
    page.on("request", (request) => {
      if (/\/api\/graph(\?|$)/.test(request.url())) requests.push(request.headers()["accept"] ?? "");
    });
    const drawnFirst = await nodesOn(page);
    expect(drawnFirst).toBeLessThanOrEqual(300);
    const note = page.getByRole("status").filter({ has: choices(page) });
    await expect
      .poll(() => note.innerText())
      .toMatch(/2,200 nodes and 4,000 lines, too much to be drawn at once/);
    expect(await note.innerText()).toContain(`Drawn: the ${drawnFirst} nodes with most statements`);
    expect(await page.getByRole("banner").innerText()).toContain(`${drawnFirst} of 2,200 nodes drawn`);
    expect(await accessibilityFaults(page)).toEqual([]);

    await choices(page).getByRole("button", { name: "Everything" }).click();
    await expect.poll(() => nodesOn(page), { timeout: 60_000 }).toBe(NODES);
    expect(page.url()).toContain("detail=all");
    expect(requests.every((accept) => accept.includes("application/vnd.stancegraph.columns"))).toBe(true);
    expect(requests.length).toBeGreaterThan(0);
    await expect.poll(() => note.innerText()).toContain("Everything is drawn: 2,200 nodes and 4,000 lines.");

    await choices(page).getByRole("button", { name: "Only the most important" }).click();
    await expect.poll(() => nodesOn(page), { timeout: 60_000 }).toBe(drawnFirst);
    await page.goBack();
    await expect.poll(() => nodesOn(page), { timeout: 60_000 }).toBe(NODES);
    expect(faults).toEqual([]);
    await close();
  });

  it("says of the dates that are shown how much is drawn", { timeout: 120_000 }, async () => {
    const { page, faults, close } = await arrive("?detail=all");
    await expect.poll(() => nodesOn(page), { timeout: 60_000 }).toBe(NODES);
    const note = page.getByRole("status").filter({ has: choices(page) });
    await page.getByRole("slider", { name: "Last day" }).press("ArrowLeft");
    await expect.poll(() => page.url()).toContain("until=");
    const query = new URL(page.url()).search;
    const { nodes, edges } = await (await fetch(`${served.url}api/graph${query}`)).json();
    expect(edges.length).toBeLessThan(PAIRS);
    const words = `${nodes.length.toLocaleString("en-GB")} nodes and ${edges.length.toLocaleString("en-GB")} lines`;
    await expect.poll(() => note.innerText()).toContain(`Everything is drawn: ${words}.`);
    expect(await nodesOn(page)).toBe(nodes.length);
    expect(faults).toEqual([]);
    await close();
  });

  it("looks the same drawn behind the screen as drawn on it", { timeout: 180_000 }, async () => {
    /** The picture after some use, where the browser says that it draws in software, or does not say. */
    const picture = async (says: boolean) => {
      const { page, close } = await open(browser, "about:blank", { bypassCSP: true });
      if (!says)
        await page.addInitScript(() => {
          const ask = WebGL2RenderingContext.prototype.getExtension;
          WebGL2RenderingContext.prototype.getExtension = function (
            this: WebGL2RenderingContext,
            name: string,
          ) {
            return name === "WEBGL_debug_renderer_info" ? null : ask.call(this, name as "WEBGL_multi_draw");
          } as typeof ask;
        });
      await page.goto(`${served.url}?detail=all&theme=light`);
      await drawn(page);
      await expect.poll(() => nodesOn(page), { timeout: 60_000 }).toBe(NODES);
      await page.setViewportSize({ width: 1200, height: 760 });
      await settled(page);
      await page.getByRole("button", { name: "Zoom in" }).click();
      await page.mouse.move(700, 400, { steps: 5 });
      await page.mouse.move(700, 20, { steps: 5 });
      await settled(page);
      await atRest(page);
      await page.waitForTimeout(1500);
      return { page, close, image: await page.screenshot() };
    };
    const [behind, straight] = [await picture(true), await picture(false)];
    expect(await difference(behind.page, behind.image, straight.image)).toBeLessThan(0.002);
    await behind.page.evaluate(() => {
      for (const canvas of document.querySelectorAll<HTMLElement>(".sigma-nodes")) canvas.hidden = true;
    });
    const without = await behind.page.screenshot();
    expect(await difference(behind.page, behind.image, without)).toBeGreaterThan(0.01);
    await behind.close();
    await straight.close();
  });

  it("shows the next picture with its lines or not at all", { timeout: 120_000 }, async () => {
    const { page, faults, close } = await arrive("?detail=all&theme=light");
    await expect.poll(() => nodesOn(page), { timeout: 60_000 }).toBe(NODES);
    await settled(page);
    await atRest(page);
    await page.evaluate(() => {
      const stage = document.querySelector("[data-map-stage]") as HTMLElement;
      const lines = stage.querySelector(".sigma-edges") as HTMLCanvasElement;
      const frames: boolean[] = [];
      const small = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
      // Names are drawn in the task in which a frame comes to the screen.
      new MutationObserver(() => {
        small.clearRect(0, 0, 300, 150);
        small.drawImage(lines, 0, 0, 300, 150);
        frames.push(small.getImageData(0, 0, 300, 150).data.some((value) => value > 0));
      }).observe(stage, { attributes: true, attributeFilter: ["data-labels"] });
      Object.assign(window, { frames });
    });
    const frames = () => page.evaluate(() => (window as unknown as { frames: readonly boolean[] }).frames);
    await page.getByRole("checkbox", { name: /^opposes/ }).focus();
    await page.keyboard.press("Space");
    await expect.poll(() => nodesOn(page), { timeout: 60_000 }).toBeLessThan(NODES);
    await settled(page);
    await atRest(page);
    expect((await frames()).length).toBeGreaterThan(0);
    expect(await frames()).not.toContain(false);
    expect(faults).toEqual([]);
    await close();
  });

  it("shows how far a layout is that takes long, before the first picture and beside it", async () => {
    const { page, close } = await open(browser, "about:blank");
    const held: Route[] = [];
    const release = () => Promise.all(held.splice(0).map((route) => route.continue()));
    await page.route(/\/api\/graph(\?|$)/, (route) => void held.push(route));
    await page.route("**/api/graph/progress*", (route) => route.fulfill({ json: { share: 0.428 } }));
    await page.goto(`${served.url}?detail=reduced`);
    const words = "Placing the nodes: 42 % at least";
    await page.getByRole("status").getByText(words).waitFor();
    await release();
    await page.locator("#map[data-nodes]").waitFor({ timeout: 60_000 });
    await choices(page).getByRole("button", { name: "Everything" }).click();
    await page.getByRole("progressbar", { name: words }).waitFor();
    await release();
    await expect.poll(() => nodesOn(page), { timeout: 60_000 }).toBe(NODES);
    await page.getByRole("progressbar", { name: words }).waitFor({ state: "detached" });
    await close();
  });

  it("shows the surroundings of what is selected, drawn or not", { timeout: 120_000 }, async () => {
    const { page, faults, close } = await arrive("?select=actor:actor-0");
    await choices(page).getByRole("button", { name: "Around Actor 0" }).click();
    await expect.poll(() => page.url()).toContain("ego=actor:actor-0");
    await close();
    const other = await arrive(`?select=issue:issue-${ISSUES - 1}`);
    await other.page.getByText("is not among what is drawn").waitFor();
    await other.page.getByRole("button", { name: "Show its surroundings" }).click();
    await expect.poll(() => other.page.url()).toContain(`ego=issue:issue-${ISSUES - 1}`);
    expect([...faults, ...other.faults]).toEqual([]);
    await other.close();
  });

  it("lists a hundred of a thousand issues, and finds the others", { timeout: 120_000 }, async () => {
    const { page, faults, close } = await arrive();
    await page.getByRole("button", { name: "Issue", exact: true }).click();
    const tree = page.getByRole("list", { name: "Issues" });
    await expect.poll(() => tree.getByRole("checkbox").count()).toBe(100);
    await tree.getByRole("button", { name: "Show more (900 left)" }).click();
    await expect.poll(() => tree.getByRole("checkbox").count()).toBe(200);
    await page.getByRole("textbox", { name: "Find an issue" }).fill("Issue 999");
    await expect.poll(() => tree.getByRole("checkbox").count()).toBe(1);
    expect(faults).toEqual([]);
    await close();
  });

  it("offers files of all of it, or of what is drawn", { timeout: 120_000 }, async () => {
    const { page, faults, close } = await arrive();
    await page.getByRole("button", { name: "Export" }).first().click();
    const dialog = page.getByRole("dialog");
    const holds = dialog.getByRole("combobox", { name: "What the files hold" });
    const address = (name: string) => dialog.getByRole("link", { name, exact: true }).getAttribute("href");
    await expect.poll(() => address("GEXF 1.3")).toContain("detail=all");
    expect(await address("SVG")).toContain("detail=reduced");
    await holds.selectOption("part");
    await expect.poll(() => address("GEXF 1.3")).toContain("detail=reduced");
    expect(faults).toEqual([]);
    await close();
  });

  it("says so when a picture comes damaged, and loads it again", { timeout: 120_000 }, async () => {
    const { page, close } = await open(browser, "about:blank");
    let isDamaged = true;
    await page.route("**/api/graph*", async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      if (isDamaged) body[body.length - 9] = (body[body.length - 9] ?? 0) ^ 1;
      await route.fulfill({ response, body });
    });
    await page.goto(served.url);
    const refusal = page.getByText("The graph could not be read: its checksum does not match.");
    await refusal.waitFor();
    // Parts of the page that come later ask once more.
    await atRest(page);
    await refusal.waitFor();
    isDamaged = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator("#map[data-nodes]").waitFor({ timeout: 60_000 });
    await close();
  });
});
