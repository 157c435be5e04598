/** Open your own data: folder, archive, tables, graphs and databases, read and explored without a server, and what is wrong with them. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { zipPieces } from "../../src/formats/zip/write.ts";
import { HOUSE_FOLDER } from "../support/house.ts";
import { ROOT, requires } from "../support/require.ts";
import { accessibilityFaults, atRest, drawn, launch, open, type Served, serve } from "./explorer.ts";

const chromium = requires("browser");
const data = requires("data");

const TABLE =
  "nation,motion,ballot,when\nEgypt,Dam,yes,2001-02-03\nCuba,Dam,no,2001-02-03\nCuba,Road,abstain,2001-02-04\n";

const zipOf = (files: readonly (readonly [string, Uint8Array])[]): Buffer =>
  Buffer.concat([...zipPieces(files.map(([name, bytes]) => ({ name, pieces: () => [bytes] })))]);

const houseFiles = (): [string, Buffer][] =>
  readdirSync(HOUSE_FOLDER)
    .filter((name) => statSync(path.join(HOUSE_FOLDER, name)).isFile())
    .map((name) => [name, readFileSync(path.join(HOUSE_FOLDER, name))]);

describe.skipIf(!chromium)("open your own data", { timeout: 90_000 }, () => {
  let browser: Browser;
  let served: Served;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "stancegraph-open-"));
    served = await serve();
    browser = await launch(chromium as string);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const file = (name: string, content: string | Uint8Array): string => {
    const at = path.join(folder, name);
    mkdirSync(path.dirname(at), { recursive: true });
    writeFileSync(at, content);
    return at;
  };

  /** The page with the dialog open, and every request that goes to the server's data from then on. */
  const dialog = async (options = {}) => {
    const opened = await open(browser, served.url, options);
    const { page } = opened;
    await drawn(page);
    // What the map is followed by must be asked for and there: the strip of time is the last.
    await page.getByRole("slider", { name: "First day" }).waitFor();
    await atRest(page);
    const asked: string[] = [];
    page.on("request", (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith("/api/") && pathname !== "/api/dataset" && pathname !== "/api/datasets")
        asked.push(pathname);
      if (request.method() !== "GET") asked.push(`${request.method()} ${pathname}`);
    });
    await page.getByRole("button", { name: "Open your own data" }).click();
    await page.getByRole("dialog").getByText("nothing is uploaded").waitFor();
    return { ...opened, asked };
  };
  const give = (page: Page, ...files: string[]) => page.getByLabel("Choose a file…").setInputFiles(files);
  const shown = (page: Page, title: string) =>
    page.getByRole("heading", { level: 1, name: title }).waitFor({ timeout: 40_000 });
  const rows = (page: Page) => page.getByRole("dialog").getByRole("row").allInnerTexts();

  it("explores a folder without asking the server, evidence, paths and files included", async () => {
    const { page, faults, asked, close } = await dialog();
    await page.getByLabel("Choose a folder…").setInputFiles(HOUSE_FOLDER);
    await page.waitForURL(/\/d\/~gaza-stabilization-force$/);
    await drawn(page);
    await page
      .getByRole("combobox", { name: "Dataset" })
      .getByText("(opened here)")
      .waitFor({ state: "attached" });
    await page.evaluate(() => {
      history.pushState(null, "", "/d/~gaza-stabilization-force?from=egypt&to=hamas&select=actor:egypt");
      window.dispatchEvent(new PopStateEvent("popstate"));
    });
    await page.getByRole("region", { name: "Details" }).getByText("Egypt").first().waitFor();
    await page
      .getByText(/According to|reports that/)
      .first()
      .waitFor();
    for (const tab of ["Matrix", "Table", "Networks", "Analysis", "Graph"]) {
      await page.getByRole("tab", { name: tab }).click();
      await page.getByRole("tabpanel", { name: tab }).waitFor();
    }
    await page.getByRole("button", { name: "Export" }).first().click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "GEXF 1.3" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("gaza-stabilization-force.gexf");
    expect(readFileSync(await download.path(), "utf8")).toContain("<gexf");
    expect(asked).toEqual([]);
    expect(faults).toEqual([]);
    await page.keyboard.press("Escape");
    await page.goBack();
    await close();
  });

  it("says after a reload that the data must be opened again", async () => {
    const { page, faults, close } = await open(browser, `${served.url}d/~votes`);
    await page.getByText("“votes” was opened from your computer").waitFor();
    await page.getByRole("button", { name: "Open your own data" }).click();
    await give(page, file("votes.csv", TABLE));
    await page.getByRole("heading", { name: "Which column of votes.csv is what?" }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it("opens an archive with the dataset in a folder of it, and refuses one that leads out", async () => {
    const { page, faults, close } = await dialog();
    const inFolder = houseFiles().map(([name, bytes]) => [`my data/${name}`, bytes] as const);
    await give(page, file("evil.zip", zipOf([...inFolder, ["../out.csv", Buffer.from("x")]])));
    await page.getByRole("alert").getByText("It cannot be opened").waitFor();
    expect((await rows(page))[1]).toContain("which leads out of it");
    await page.getByRole("button", { name: "Choose another" }).click();
    await give(page, file("good.zip", zipOf(inFolder)));
    await page.waitForURL(/\/d\/~gaza-stabilization-force$/);
    await drawn(page);
    expect(faults).toEqual([]);
    await close();
  });

  it("lists everything that is wrong with a dataset, and leaves the page as it was", async () => {
    const { page, faults, close } = await dialog({ bypassCSP: true });
    const broken = houseFiles().map(([name, bytes]) => {
      const text = bytes.toString();
      const bad = text.replaceAll(",support,", ",maybe,").replace(/\negypt,/, "\negypt?;,");
      return [name, Buffer.from(/^(statements|actors)/.test(name) ? bad : text)] as const;
    });
    await give(page, file("broken.zip", zipOf(broken)));
    await page.getByRole("alert").getByText("It cannot be opened").waitFor();
    const listed = await rows(page);
    expect(listed.length).toBeGreaterThan(30);
    expect(listed.join("\n")).toMatch(/statements\.csv\t\d+\tpolarity\t.*maybe/);
    expect(await accessibilityFaults(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save the list as text" }).click(),
    ]);
    expect(readFileSync(await download.path(), "utf8")).toMatch(
      /^statements\.csv, row \d+, column polarity: .*\. \S/m,
    );
    await page.keyboard.press("Escape");
    expect(new URL(page.url()).pathname).toBe("/");
    await page.getByRole("heading", { level: 1, name: /international force/ }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it("asks what the columns of a table are, guessing, and tells rows that are wrong", async () => {
    const { page, faults, close } = await dialog({ bypassCSP: true });
    await give(page, file("ballots.csv", `${TABLE}Cuba,Road,perhaps,2001-13-04\n,Road,yes,\n`));
    await page.getByLabel("Actor (who takes the position)").selectOption("nation");
    expect(await page.getByLabel("Issue (what it is about)").inputValue()).toBe("motion");
    await page.getByLabel("Polarity (for or against)").selectOption("ballot");
    expect(await page.getByLabel("yes", { exact: true }).inputValue()).toBe("support");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Open the table" }).click();
    await page.getByRole("alert").getByText("It cannot be opened").waitFor();
    const listed = (await rows(page)).join("\n");
    expect(listed).toMatch(/ballots\.csv\t5\tballot\t.*perhaps/);
    expect(listed).toContain("Say what the value means");
    expect(listed).not.toContain("--");
    await page.getByRole("button", { name: "Choose another" }).click();
    await give(page, file("ballots.csv", TABLE));
    await page.getByLabel("Actor (who takes the position)").selectOption("nation");
    await page.getByLabel("Polarity (for or against)").selectOption("ballot");
    await page.getByRole("button", { name: "Open the table" }).click();
    await page.waitForURL(/\/d\/~ballots$/);
    await shown(page, "ballots");
    await page.getByText("2 actors, 2 issues, 3 statements").waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it.each(["gexf", "graphml", "json"])("opens %s, and tells where a broken one is broken", async (format) => {
    const { page, faults, close } = await dialog();
    const answer = await fetch(`${served.url}api/export/${format}?projection=statements`);
    const text = await answer.text();
    await give(page, file(`cut.${format}`, text.slice(0, text.length / 2)));
    await page.getByRole("alert").getByText("It cannot be opened: there is 1 problem").waitFor();
    expect((await rows(page))[1]).toMatch(new RegExp(`^cut\\.${format}\t\\d+\t\tline \\d+, column \\d+`));
    await page.getByRole("button", { name: "Choose another" }).click();
    await give(page, file(`graph.${format}`, text));
    await page.waitForURL(/\/d\/~graph$/);
    await shown(page, "graph");
    await drawn(page);
    expect(faults).toEqual([]);
    await close();
  });

  it.skipIf(!data)("opens a database of the Discourse Network Analyzer", async () => {
    const { page, faults, close } = await dialog();
    await give(page, file("none.dna", "no database"));
    await page.getByText("is not a SQLite database").waitFor();
    await page.getByRole("button", { name: "Choose another" }).click();
    await give(page, path.join(data as string, "sample.dna"));
    await page.getByRole("button", { name: "Explore it" }).click();
    await page.waitForURL(/\/d\/~sample$/);
    await shown(page, "sample");
    await drawn(page);
    expect(faults).toEqual([]);
    await close();
  });

  it.each(["About this data", "Export"])("is reached from %s, with the focus in the dialog", async (door) => {
    const { page, faults, close } = await open(browser, served.url);
    await drawn(page);
    await page.getByRole("button", { name: door }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: "Open your own data" }).click();
    await page.getByRole("dialog").getByText("nothing is uploaded, nothing is kept").waitFor();
    await page.waitForFunction(() => document.activeElement?.closest("[role=dialog]") !== null);
    expect(faults).toEqual([]);
    await close();
  });

  it("offers data to open, and the server's other datasets, where a dataset has no statements", async () => {
    const bare = path.join(folder, "bare");
    spawnSync(process.execPath, [path.join(ROOT, "bin/stancegraph.js"), "init", bare]);
    const both = await serve([bare, HOUSE_FOLDER]);
    const { page, faults, close } = await open(browser, both.url, { viewport: { width: 390, height: 844 } });
    const main = page.getByRole("main");
    await main.getByText("This dataset has no statements").waitFor();
    await main.getByText("GEXF, GraphML, JSON").waitFor();
    // Nothing of it is cut off at the sides of a phone.
    const sides = await main.getByRole("status").evaluate((box) => [box.scrollWidth, box.clientWidth]);
    expect(sides[0]).toBe(sides[1]);
    await give(page, file("ballots.csv", TABLE));
    await page.getByRole("heading", { name: "Which column of ballots.csv is what?" }).waitFor();
    await page.keyboard.press("Escape");
    await main.getByRole("button", { name: /international force .*statements\)/ }).click();
    await page.waitForURL(/\/d\/gaza-stabilization-force$/);
    await drawn(page);
    expect(faults).toEqual([]);
    await close();
    await both.close();
  });

  it("takes what is dropped anywhere on the page", async () => {
    const { page, faults, close } = await open(browser, served.url);
    await drawn(page);
    const transfer = await page.evaluateHandle((table) => {
      const held = new DataTransfer();
      held.items.add(new File([table], "dropped.csv", { type: "text/csv" }));
      return held;
    }, TABLE);
    await page.dispatchEvent("body", "dragenter", { dataTransfer: transfer });
    await page.getByText("Drop it here").waitFor();
    await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
    await page.getByRole("heading", { name: "Which column of dropped.csv is what?" }).waitFor();
    await page.getByText("Drop it here").waitFor({ state: "hidden" });
    expect(faults).toEqual([]);
    await close();
  });
});
