/** The explorer as a new user meets it, in real Chromium: load, search, select, filter, path, export, reload, failures, access. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { requires } from "../support/require.ts";
import { drawn, launch, open, type Served, serve, type Watched } from "./explorer.ts";

const chromium = requires("browser");
const corpus = requires("corpus");

describe.skipIf(!chromium)("the explorer", () => {
  let served: Served;
  let browser: Browser;
  let watched: Watched | null = null;

  beforeAll(async () => {
    served = await serve(corpus ? ["--corpus", corpus] : []);
    browser = await launch(chromium as string);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  afterEach(async () => {
    const faults = watched?.faults ?? [];
    await watched?.close();
    watched = null;
    expect(faults).toEqual([]);
  });

  const visit = async (query = "", options: Parameters<typeof open>[2] = {}): Promise<Page> => {
    watched = await open(browser, served.url + query, options);
    await drawn(watched.page);
    return watched.page;
  };
  const details = (page: Page) => page.getByRole("region", { name: "Details", exact: true });
  const search = async (page: Page, text: string): Promise<void> => {
    await page.getByRole("searchbox", { name: "Search" }).fill(text);
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
  };
  const askPath = async (page: Page, from: string, to: string): Promise<void> => {
    if ((await page.getByRole("combobox", { name: "From" }).count()) === 0)
      await page.getByRole("button", { name: "Find path", exact: true }).click();
    await page.getByRole("combobox", { name: "From", exact: true }).fill(from);
    await page.getByRole("combobox", { name: "To", exact: true }).fill(to);
    await page.getByRole("button", { name: "Find path", exact: true }).click();
  };

  it("opens on the network, with a legend, and says what it shows", async () => {
    const page = await visit();
    await expect.poll(() => page.title()).toContain("Gaza");
    await expect.poll(() => page.locator("body").innerText()).toMatch(/439 statements, 272 shown/);
    expect(await page.locator("body").innerText()).toContain("as reported in five documents");
    for (const name of ["Graph", "Table"])
      expect(await page.getByRole("tab", { name, exact: true }).count()).toBe(1);
    for (const name of ["Find path", "Export"])
      expect(await page.getByRole("button", { name, exact: true }).count()).toBe(1);
  });

  it("finds an actor by an alias and shows the evidence for it", async () => {
    const page = await visit();
    await search(page, "Islamabad");
    await details(page).getByRole("heading", { name: "Pakistan", exact: true }).waitFor();
    expect(await details(page).innerText()).toMatch(/supports?|opposes?/);
    expect(page.url()).toContain("select=actor:pakistan");
  });

  it("shows a statement with its source, date and attribution", async () => {
    const page = await visit("?select=edge:actor:pakistan;oppose;issue:enforcement-mandate");
    await details(page).getByText("Protecting Gaza").first().waitFor();
    const text = await details(page).innerText();
    expect(text).toContain("s001-040");
    expect(text).toMatch(/January 2026/);
    expect(text).toMatch(/confidence/i);
  });

  it.skipIf(!corpus)("shows the passage in its context where a corpus is served", async () => {
    const page = await visit("?select=statement:s001-040");
    const text = readFileSync(path.join(corpus as string, "001_7de97bd1927d6e7f.txt"), "utf8");
    const mark = details(page).locator("mark").first();
    await mark.waitFor();
    expect(text).toContain((await mark.innerText()).trim());
  });

  it("filters by the legend, says what is hidden, and goes back", async () => {
    const page = await visit();
    const legend = page.getByRole("region", { name: "Legend" });
    await legend.getByRole("checkbox", { name: /oppose/i }).click();
    await expect.poll(() => page.url()).toContain("polarity=support,neutral");
    await expect.poll(() => page.locator("body").innerText()).toMatch(/201 (of|shown)|, 201 shown/);
    await page.goBack();
    await expect.poll(() => page.url()).not.toContain("polarity");
    await expect.poll(() => page.locator("body").innerText()).toMatch(/272 shown/);
  });

  it("answers how Pakistan and Hamas are connected, in sentences with statements", async () => {
    const page = await visit();
    await askPath(page, "Pakistan", "Hamas");
    await page.getByText("Pakistan and Hamas are connected in 3 steps").first().waitFor();
    expect(page.url()).toContain("from=");
    const sentences = await page.locator("body").innerText();
    expect(sentences).toMatch(/According to “Protecting Gaza, not policing it”.*Rubio welcomes Pakistan/);
    await page.reload();
    await page.getByText("Pakistan and Hamas are connected in 3 steps").first().waitFor();
  });

  it("helps with a misspelt name and with a question that has no answer", async () => {
    const page = await visit("?from=Pakstan&to=Hamas");
    await page
      .getByText(/did you mean/i)
      .first()
      .waitFor();
    await page.goto(`${served.url}?from=pakistan&to=kashmiris`);
    await page
      .getByText(/off-topic statements/i)
      .first()
      .waitFor();
    if (watched) watched.faults.length = 0; // Chromium logs the 404 of the misspelt name as an error
  });

  it("lists the statements of the view in a table", async () => {
    const page = await visit("?actor=egypt");
    await page.getByRole("tab", { name: "Table" }).click();
    const table = page.getByRole("table").first();
    await table.waitFor();
    expect(await table.getByRole("columnheader").count()).toBeGreaterThanOrEqual(5);
    await expect.poll(() => page.locator("tbody tr").count()).toBeGreaterThan(3);
    expect(page.url()).toContain("tab=table");
  });

  it("exports the current view as GEXF", async () => {
    const page = await visit("?actor=egypt");
    await page.getByRole("button", { name: "Export", exact: true }).click();
    const download = page.waitForEvent("download");
    await page
      .getByRole("menuitem", { name: /GEXF/ })
      .or(page.getByRole("link", { name: /GEXF/ }))
      .first()
      .click();
    const file = await (await download).path();
    const gexf = readFileSync(file, "utf8");
    expect(gexf).toContain("<gexf");
    expect(gexf).toContain("viz:position");
    expect(gexf).not.toContain('id="actor:pakistan"');
  });

  it("reads its whole state from the address", async () => {
    const page = await visit("?rollup=top&since=2025-10&select=actor:israel&theme=dark");
    await details(page).getByRole("heading", { name: "Israel", exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset["mantineColorScheme"])).toBe("dark");
    expect(await page.locator("body").innerText()).not.toContain("Benjamin Netanyahu\n");
  });

  it("says which parameter of a broken address it could not read", async () => {
    const page = await visit("?polarity=sideways&colour=red");
    const text = await page.locator("body").innerText();
    expect(text).toMatch(/polarity/);
    expect(text).toMatch(/colour/);
  });

  it("says which filter leaves nothing, and removes it", async () => {
    const page = await visit("?until=2001");
    await page
      .getByText(/nothing|no statements/i)
      .first()
      .waitFor();
    await page
      .getByRole("button", { name: /^Remove filter: until 2001/ })
      .first()
      .click();
    await expect.poll(() => page.locator("body").innerText()).toMatch(/272 shown/);
  });

  it("can be walked by keyboard and speaks", async () => {
    const page = await visit();
    await page.keyboard.press("/");
    await page.getByRole("searchbox", { name: "Search" }).fill("hamas");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await details(page).getByRole("heading", { name: "Hamas", exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.url()).not.toContain("select");
  });

  it("draws the same graph as SVG without WebGL", async () => {
    const other = await launch(chromium as string, [
      "--disable-webgl",
      "--disable-webgl2",
      "--disable-3d-apis",
    ]);
    try {
      const bare = await open(other, served.url);
      await drawn(bare.page);
      await bare.page.locator("svg text", { hasText: "Hamas" }).first().waitFor();
      expect(await bare.page.locator("canvas").count()).toBe(0);
      expect(bare.faults).toEqual([]);
    } finally {
      await other.close();
    }
  });

  const STATES = [
    ["the map", ""],
    ["an actor", "?select=actor:hamas"],
    ["a path", "?from=pakistan&to=hamas"],
    ["the table", "?tab=table"],
  ] as const;
  it.each(
    STATES.flatMap(([name, query]) =>
      (["light", "dark"] as const).map((scheme) => [name, scheme, query] as const),
    ),
  )("has no serious accessibility fault: %s, %s", async (_, colorScheme, query) => {
    const page = await visit(query, { colorScheme, bypassCSP: true });
    await page.waitForTimeout(800);
    await page.addScriptTag({ content: axe.source });
    const faults = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
      return violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`);
    });
    expect(faults).toEqual([]);
  });

  it("fits a phone", async () => {
    const page = await visit("", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  it("tells that the data on the server have changed, and keeps serving the old ones while the new are broken", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "stancegraph-"));
    const house = path.join(import.meta.dirname, "../../graph-data/gaza-stabilization-force");
    const { cpSync } = await import("node:fs");
    cpSync(house, folder, { recursive: true });
    const own = await serve([folder]);
    try {
      const before = await (await fetch(`${own.url}api/dataset`)).json();
      const statements = path.join(folder, "statements.csv");
      const good = readFileSync(statements, "utf8");
      writeFileSync(
        statements,
        good.replace("s000-001,000_34cec4e5019f5927,author-000", "s000-001,000_34cec4e5019f5927,nobody"),
      );
      const pending = async () =>
        (await (await fetch(`${own.url}api/dataset`)).json()).pendingProblems.length;
      await expect.poll(pending, { timeout: 15_000 }).toBeGreaterThan(0);
      writeFileSync(statements, good.replace(",0.95,", ",0.9,"));
      const version = async () => (await (await fetch(`${own.url}api/dataset`)).json()).version;
      await expect.poll(version, { timeout: 15_000 }).not.toBe(before.version);
      expect(await pending()).toBe(0);
    } finally {
      await own.close();
      rmSync(folder, { recursive: true });
    }
  });
});
