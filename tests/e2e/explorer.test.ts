/** The explorer as a new user meets it, in real Chromium: load, search, select, filter, path, export, reload, failures, access. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { requires } from "../support/require.ts";
import { drawn, launch, NO_WEBGL, open, serve, type Watched } from "./explorer.ts";
import { session, visit as visitSession } from "./session.ts";

const chromium = requires("browser");
const corpus = requires("corpus");

describe.skipIf(!chromium)("the explorer", () => {
  const shared = session(chromium, corpus ? ["--corpus", corpus] : []);

  const visit = (query = "", options: Parameters<typeof open>[2] = {}): Promise<Page> =>
    visitSession(shared, query, options);
  const details = (page: Page) => page.getByRole("region", { name: "Details", exact: true });
  /** How many statements a view shows, as the server counts them. */
  const counts = async (query = ""): Promise<{ readonly total: number; readonly shown: number }> =>
    (await (await fetch(`${shared.served.url}api/graph${query}`)).json()).attributes.counts;
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
    const { total, shown } = await counts();
    await expect
      .poll(() => page.locator("body").innerText())
      .toContain(`${total} statements, ${shown} shown`);
    expect(await page.locator("body").innerText()).toContain("as reported in five documents");
    for (const name of ["Graph", "Table"])
      expect(await page.getByRole("tab", { name, exact: true }).count()).toBe(1);
    for (const name of ["Find path", "Export"])
      expect(await page.getByRole("button", { name, exact: true }).count()).toBe(1);
  });

  it("comes with its picture, which stays until the map is drawn", async () => {
    const { page } = await open(shared.browser, "about:blank");
    let letGo: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(/\/assets\/webgl-map-.*\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    const picture = page.locator("#first-picture");
    await page.goto(shared.served.url, { waitUntil: "commit" });
    await picture.getByText("Egypt", { exact: true }).waitFor();
    // The program has started, and waits for the part that draws.
    await page.getByRole("tab", { name: "Graph", exact: true }).waitFor();
    expect(await picture.isVisible()).toBe(true);
    letGo();
    await drawn(page);
    await picture.waitFor({ state: "detached" });
    for (const query of ["?tab=table", "?select=actor:egypt"]) {
      await page.goto(shared.served.url + query, { waitUntil: "commit" });
      await page.locator("#root").waitFor({ state: "attached" });
      expect(await picture.count()).toBe(0);
    }
    await page.context().close();
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

  it.skipIf(!corpus)("scrolls a passage that was asked for into sight, and the page not at all", async () => {
    const page = await visit("?select=edge:actor:muslim-majority-states;support;issue:peacekeeping-only");
    await details(page).getByRole("button", { name: "Show passage" }).first().click();
    const mark = details(page).locator("mark").first();
    const bottom = async () => {
      const box = await mark.boundingBox();
      return box ? box.y + box.height : Number.POSITIVE_INFINITY;
    };
    await expect.poll(bottom).toBeLessThan(800);
    expect((await mark.boundingBox())?.y).toBeGreaterThan(0);
    expect((await page.locator("header").first().boundingBox())?.y).toBe(0);
  });

  it("filters by the legend, says what is hidden, and goes back", async () => {
    const page = await visit();
    const legend = page.getByRole("region", { name: "Legend" });
    await legend.getByRole("checkbox", { name: /oppose/i }).click();
    await expect.poll(() => page.url()).toContain("polarity=support,neutral");
    await expect
      .poll(() => page.locator("body").innerText())
      .toContain(`, ${(await counts("?polarity=support,neutral")).shown} shown`);
    await page.goBack();
    await expect.poll(() => page.url()).not.toContain("polarity");
    await expect.poll(() => page.locator("body").innerText()).toContain(`${(await counts()).shown} shown`);
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
    await page.goto(`${shared.served.url}?from=pakistan&to=kashmiris`);
    await page
      .getByText(/off-topic statements/i)
      .first()
      .waitFor();
    if (shared.watched) shared.watched.faults.length = 0; // Chromium logs the 404 of the misspelt name as an error
  });

  it("lists the statements of the view in a table", async () => {
    const page = await visit("?actor=egypt");
    await page.getByRole("tab", { name: "Table" }).click();
    const table = page.getByRole("table").first();
    await table.waitFor();
    expect(await table.getByRole("columnheader").count()).toBeGreaterThanOrEqual(5);
    await expect.poll(() => page.locator("tbody tr[data-at]").count()).toBeGreaterThan(3);
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
    await expect.poll(() => page.locator("body").innerText()).toContain(`${(await counts()).shown} shown`);
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

  it("moves nodes of the SVG map and puts them back", async () => {
    const other = await launch(chromium as string, NO_WEBGL);
    try {
      const { page } = await open(other, shared.served.url);
      const node = page.locator('[data-node="actor:hamas"]');
      await node.waitFor();
      const before = await node.boundingBox();
      if (!before) throw new Error("no node");
      await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
      await page.mouse.down();
      await page.mouse.move(before.x + 90, before.y + 70, { steps: 5 });
      await page.mouse.up();
      await expect.poll(async () => (await node.boundingBox())?.x).toBeGreaterThan(before.x + 50);
      expect(page.url()).not.toContain("select");
      await page.getByRole("button", { name: "Put moved nodes back" }).click();
      await expect
        .poll(async () => Math.abs(((await node.boundingBox())?.x ?? 0) - before.x))
        .toBeLessThan(2);
    } finally {
      await other.close();
    }
  });

  it("draws the same graph as SVG without WebGL", async () => {
    const other = await launch(chromium as string, NO_WEBGL);
    try {
      const bare = await open(other, shared.served.url);
      await drawn(bare.page);
      await bare.page.locator("svg text", { hasText: "Hamas" }).first().waitFor();
      expect(await bare.page.locator("canvas").count()).toBe(0);
      expect(bare.faults).toEqual([]);
    } finally {
      await other.close();
    }
  });

  const focused = (page: Page) =>
    page.evaluate(() => {
      const one = document.activeElement;
      return one === document.body ? "body" : one?.id || one?.getAttribute("aria-label") || one?.tagName;
    });

  it("keeps the focus on the page when what had it goes away", async () => {
    const page = await visit("?select=actor:egypt&since=2025-01&voice=any");
    await details(page).getByRole("heading", { name: "Egypt", exact: true }).waitFor();
    await page.getByRole("button", { name: "Close details" }).press("Enter");
    await expect.poll(() => focused(page)).toBe("map");
    await page.getByRole("button", { name: /^Remove filter: since/ }).press("Enter");
    await expect.poll(() => focused(page)).toMatch(/^Remove filter: /);
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("map");
  });

  it("opens the path form on its next empty end, and leads back", async () => {
    const page = await visit("?select=actor:egypt");
    await page.getByRole("button", { name: "Find path", exact: true }).press("Enter");
    await expect
      .poll(() =>
        page
          .getByRole("combobox", { name: "From", exact: true })
          .evaluate((one) => one === document.activeElement),
      )
      .toBe(true);
    await page.getByRole("button", { name: "Close paths", exact: true }).press("Enter");
    await expect.poll(() => focused(page)).not.toBe("body");
    await page.locator("#map").focus();
    await page.keyboard.press("p");
    const to = page.getByRole("combobox", { name: "To" });
    await expect.poll(() => to.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.getByRole("button", { name: /^Close the path/ }).press("Enter");
    await expect.poll(() => focused(page)).not.toBe("body");
  });

  it("goes round the lines of a node by E, and speaks each", async () => {
    const page = await visit("?select=actor:egypt");
    await page.locator("#map").focus();
    const spoken = page.locator("[role=status][aria-live=polite]");
    await expect
      .poll(() => spoken.innerText())
      .toMatch(/^Egypt, state: \d+ statements; holds \d+ in support/);
    const said = new Set<string>();
    for (let press = 0; press < 3; press++) {
      await page.keyboard.press("e");
      await expect.poll(async () => said.has(await spoken.innerText())).toBe(false);
      said.add(await spoken.innerText());
    }
    for (const text of said) expect(text).toMatch(/Egypt/);
    expect(said.size).toBe(3);
  });

  it("has only one field named To when every filter is open", async () => {
    const page = await visit("?from=pakistan");
    await page.getByRole("combobox", { name: "To" }).waitFor();
    expect(await page.getByRole("combobox", { name: "To" }).count()).toBe(1);
    await page.getByRole("button", { name: "Hide legend and filters" }).click();
    await page.getByRole("button", { name: "Show legend and filters" }).click();
    for (const name of ["Held by", "Grouping and drawing"]) await page.getByRole("button", { name }).click();
    expect(await page.getByRole("combobox", { name: "To" }).count()).toBe(0);
  });

  it("shows a whole path beside the details, with the selected node named", async () => {
    const page = await visit("?from=actor:pakistan&to=actor:hamas&select=actor:egypt");
    await page.getByText("Pakistan and Hamas are connected in 3 steps").first().waitFor();
    await expect
      .poll(() => page.locator("[data-labels]").first().getAttribute("data-labels").then(Number))
      .toBe(5);
  });

  it("says what is wrong in an address without asking for what is not there", async () => {
    for (const select of ["issue:nonexistent", "statement:nonexistent"]) {
      const page = await visit(`?select=${select}`);
      await page.getByRole("alert").getByText("nonexistent").waitFor();
      expect(shared.watched?.faults).toEqual([]);
      await shared.watched?.close();
    }
    const page = await visit("?select=edge:nope");
    await details(page).getByText("There is no such line").waitFor();
    expect(await details(page).getByRole("button", { name: /clear/i }).count()).toBe(0);
    await page.goto(
      `${shared.served.url}?select=edge:actor:pakistan;oppose;issue:enforcement-mandate&polarity=support`,
    );
    await details(page).getByRole("button", { name: "Clear all filters" }).press("Enter");
    await details(page).getByText("Protecting Gaza").first().waitFor();
  });

  it("links to the datasets there are when the address names another", async () => {
    shared.watched = await open(shared.browser, `${shared.served.url}d/nope`);
    const { page } = shared.watched;
    await page.getByRole("alert").getByText("nope").waitFor();
    await page.getByRole("link", { name: /Gaza/ }).click();
    await drawn(page);
    // The page itself is answered with 404, which Chromium logs; nothing else may be.
    expect(shared.watched.faults.splice(0)).toEqual([expect.stringContaining("404")]);
  });

  it("never tries to evaluate text as code", async () => {
    shared.watched = await open(shared.browser, "about:blank");
    const { page } = shared.watched;
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { violations: seen });
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
        seen.push(`${violatedDirective} ${blockedURI}`),
      );
    });
    await page.goto(`${shared.served.url}?since=2025-11`);
    await drawn(page);
    expect(await page.evaluate(() => (window as unknown as { violations: string[] }).violations)).toEqual([]);
    await shared.watched.close();
    shared.watched.faults.length = 0; // the first address has another host
  });

  it("writes no theme of the system into the address", async () => {
    const page = await visit("", { colorScheme: "dark" });
    expect(await page.evaluate(() => document.documentElement.dataset["mantineColorScheme"])).toBe("dark");
    await page
      .getByRole("region", { name: "Legend" })
      .getByRole("checkbox", { name: /oppose/i })
      .click();
    await expect.poll(() => page.url()).toContain("polarity=");
    expect(page.url()).not.toContain("theme");
    await page.getByRole("button", { name: "Use light colours" }).click();
    await page.getByRole("button", { name: "Use dark colours" }).click();
    await expect.poll(() => page.url()).toMatch(/\?polarity=support,neutral&theme=dark$/);
  });

  it("keeps the last tick of the legend, and dates the right way round", async () => {
    const page = await visit("?polarity=support&since=2025-11");
    const legend = page.getByRole("region", { name: "Legend" });
    expect(await legend.getByRole("checkbox", { name: /^supports/ }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: /^Date/ }).click();
    await page.getByText(/no last date and pass/).waitFor();
    await page.getByRole("textbox", { name: "Until" }).fill("2025-10");
    await page.keyboard.press("Enter");
    await page.getByText(/before “Since”/).waitFor();
    expect(page.url()).not.toContain("until");
  });

  it("finds by an alias in the table, and saves what was found", async () => {
    const page = await visit("?tab=table");
    await page.getByRole("searchbox", { name: "Find in the table" }).fill("turkiye");
    await expect.poll(() => page.locator("p.sg-count").innerText()).toMatch(/^\d{1,2} statements?\.$/);
    const rows = await page.locator("tbody tr[data-at]").count();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download as CSV" }).click();
    const lines = readFileSync(await (await download).path(), "utf8")
      .trim()
      .split("\n");
    expect(lines).toHaveLength(rows + 1);
    expect(lines[0]).toMatch(/^Actor,/);
  });

  it.each([
    ["low", 640, 400],
    ["tall", 390, 844],
  ])("spreads the first nodes over a small screen that is %s", async (_, width, height) => {
    const page = await visit("", { viewport: { width, height } }).catch(
      () => (shared.watched as Watched).page,
    );
    const map = page.locator("#map");
    await map.waitFor();
    await expect
      .poll(() => page.locator("[data-labels]").first().getAttribute("data-labels").then(Number))
      .toBeGreaterThanOrEqual(15);
    await map.focus();
    await page.keyboard.press("ArrowRight");
  });

  it("has one heading and one way out in the path drawer of a phone", async () => {
    shared.watched = await open(shared.browser, `${shared.served.url}?from=pakistan&to=hamas`, {
      viewport: { width: 390, height: 844 },
    });
    const drawer = shared.watched.page.getByRole("dialog", { name: "Find path" });
    await drawer.getByText("connected in 3 steps").first().waitFor();
    expect(await drawer.getByRole("heading", { level: 2 }).count()).toBe(1);
    expect(await drawer.getByRole("button", { name: /^close/i }).count()).toBe(1);
    await drawer.getByRole("button", { name: /^close/i }).click();
    expect(shared.watched.page.url()).toContain("from=");
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
      const broken = await open(shared.browser, own.url);
      const bar = broken.page.getByRole("status").filter({ hasText: "A newer version of the data" });
      await bar.getByText(/statements\.csv, line 2/).waitFor();
      expect(await bar.innerText()).toMatch(/nobody/);
      await broken.close();
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
