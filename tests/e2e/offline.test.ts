/** One HTML file: made by the page, opened from disk without any network, and used: evidence, paths, filters, tabs, files. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOUSE_FOLDER, houseDataset } from "../support/house.ts";
import { ROOT, requires } from "../support/require.ts";
import { accessibilityFaults, drawn, launch, open, type Served, serve } from "./explorer.ts";

const chromium = requires("browser");

/** Limits of their own, since no visit fetches them: the program of such files, and the engine for opened data, gzipped. */
const PROGRAM_BYTES = 800_000;
const ENGINE_BYTES = 300_000;

describe.skipIf(!chromium)("one HTML file", { timeout: 90_000 }, () => {
  let browser: Browser;
  let served: Served;
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "stancegraph-offline-"));
    served = await serve();
    browser = await launch(chromium as string);
    file = await made(`${served.url}?from=egypt&to=hamas&select=actor:egypt&polarity=oppose,support`);
    // Whatever the file needs now, the server does not give it.
    await served.close();
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Saves the file of a view. */
  async function made(address: string): Promise<string> {
    const { page, faults, close } = await open(browser, address);
    await drawn(page);
    await page.getByRole("button", { name: "Export" }).first().click();
    const button = page.getByRole("button", { name: /Make the file \(about \d+\.\d MB\)/ });
    await button.waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    expect(download.suggestedFilename()).toBe("gaza-stabilization-force.html");
    const saved = path.join(folder, download.suggestedFilename());
    await download.saveAs(saved);
    expect(faults).toEqual([]);
    const about = Number(/about (\d+\.\d) MB/.exec((await button.innerText()) ?? "")?.[1]) * 1e6;
    const { length } = readFileSync(saved);
    expect(Math.abs(length - about) / length).toBeLessThan(0.1);
    await close();
    return saved;
  }

  /** Opens the file from disk with the network cut; every request but that of the file itself is a fault. */
  async function fromDisk(fragment = "", options = {}) {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      offline: true,
      ...options,
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => faults.push(`exception: ${error.message}`));
    const itself = pathToFileURL(file).href;
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(itself) && !/^(?:blob|data):/.test(url)) faults.push(`request: ${url}`);
    });
    await page.goto(`${itself}${fragment}`);
    await drawn(page);
    return { page, faults, close: () => context.close() };
  }

  const actors = (page: Page) => page.getByText(/\d+ actors, \d+ issues, \d+ statements/).innerText();

  it("begins with the view that it was made of, its path answered", async () => {
    const { page, faults, close } = await fromDisk();
    await page.getByRole("heading", { level: 1, name: /international force/ }).waitFor();
    expect(await page.title()).toContain("Stancegraph");
    await page
      .getByRole("region", { name: "Details" })
      .getByRole("heading", { name: "Egypt", exact: true })
      .waitFor();
    await page
      .getByText(/According to|reports that/)
      .first()
      .waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it("keeps the chosen path and the selection in its address, and brings them back", async () => {
    const { page, faults, close } = await fromDisk("#/?from=actor:egypt&to=actor:hamas&select=actor:egypt");
    const cards = page.locator("article.sg-path");
    await cards.nth(1).getByRole("button", { name: "Show on map" }).click();
    const marked = cards.nth(1).getByRole("button", { pressed: true });
    await marked.waitFor();
    expect(page.url()).toMatch(/^file:.*#\/.*[?&]path=/);
    await page.reload();
    await drawn(page);
    await marked.waitFor();
    await page
      .getByRole("region", { name: "Details" })
      .getByRole("heading", { name: "Egypt", exact: true })
      .waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it("answers another question, shows evidence, filters, goes back, and writes files", async () => {
    const { page, faults, close } = await fromDisk("#/");
    const all = await actors(page);
    await page.evaluate(() => {
      location.hash = "#/?from=actor:qatar&to=actor:israel&mode=shortest";
    });
    await page
      .getByText(/According to|reports that/)
      .first()
      .waitFor();
    await page.evaluate(() => {
      location.hash = "#/?issue=isf-deployed&select=statement:s001-001";
    });
    const { summary = "" } = houseDataset().statementById.get("s001-001") ?? {};
    await page.getByRole("region", { name: "Details" }).getByText(summary).first().waitFor();
    await page.waitForFunction((before) => !document.body.innerText.includes(before), all);
    await page.goBack();
    await page.goBack();
    await page.getByText(all).waitFor();
    for (const tab of ["Matrix", "Table", "Compare", "Networks", "Analysis", "Graph"]) {
      await page.getByRole("tab", { name: tab }).click();
      await page.getByRole("tabpanel", { name: tab }).waitFor();
    }
    expect(page.url()).toMatch(/^file:.*\.html#\//);
    await page.getByRole("button", { name: "Export" }).first().click();
    expect(await page.getByText("One HTML file").count()).toBe(0);
    for (const [name, begin] of [
      ["GraphML", "<?xml"],
      ["CSV of statements", "id,"],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name, exact: true }).click(),
      ]);
      expect(
        readFileSync(await download.path(), "utf8")
          .replace(/^\ufeff/, "")
          .slice(0, begin.length),
      ).toBe(begin);
    }
    expect(faults).toEqual([]);
    await close();
  });

  it("has nothing serious for a screen reader to stumble over", async () => {
    const { page, faults, close } = await fromDisk("", { bypassCSP: true });
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it("holds summaries, and neither passages nor the way it was made", () => {
    const text = readFileSync(file, "utf8");
    expect(text).not.toContain(HOUSE_FOLDER);
    expect(text).not.toContain(served.url);
    // Start, dataset, notices and the program; more would be data that ended an element.
    expect(text.match(/<\/script>/g)?.length).toBe(4);
    expect(text).toContain('http-equiv="Content-Security-Policy"');
    expect(text).toContain("react-dom");
  });

  it("and what opens data keep to limits of their own", () => {
    const explorer = path.join(ROOT, "dist/explorer");
    const page = readFileSync(path.join(explorer, "offline.txt"));
    expect(JSON.parse(readFileSync(path.join(explorer, "offline.json"), "utf8"))).toEqual({
      bytes: page.length,
    });
    expect(gzipSync(page, { level: 9 }).length).toBeLessThan(PROGRAM_BYTES);
    const engine = readdirSync(path.join(explorer, "assets")).filter((name) => /^worker-.*\.js$/.test(name));
    expect(engine.length).toBe(1);
    const code = readFileSync(path.join(explorer, "assets", engine[0] ?? ""));
    expect(gzipSync(code, { level: 9 }).length).toBeLessThan(ENGINE_BYTES);
  });
});
