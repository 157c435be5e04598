/** The tabs Matrix, Networks and Analysis in real Chromium: numbers as the API gives them, evidence by press and by key, access. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { requires } from "../support/require.ts";
import { accessibilityFaultsOfBothThemes, open } from "./explorer.ts";
import { session, visit as visitSession } from "./session.ts";

const chromium = requires("browser");

interface GraphEdge {
  readonly source: string;
  readonly target: string;
  readonly attributes: { readonly kind: string; readonly polarity: string; readonly count: number };
}

describe.skipIf(!chromium)("the tabs for matrix, networks and analyses", () => {
  const shared = session(chromium);

  const visit = (query = "", options: Parameters<typeof open>[2] = {}): Promise<Page> =>
    visitSession(shared, query, options);
  /** The same where no legend is in sight: on small screens, beside the path form. */
  const visitPlain = async (query: string, options: Parameters<typeof open>[2] = {}): Promise<Page> => {
    shared.watched = await open(shared.browser, shared.served.url + query, options);
    await shared.watched.page.getByRole("tabpanel").last().waitFor();
    return shared.watched.page;
  };
  const ask = async (address: string) => (await fetch(shared.served.url + address)).json();
  const stances = async (query = ""): Promise<readonly GraphEdge[]> =>
    (await ask(`api/graph${query}`)).edges.filter(
      ({ attributes }: GraphEdge) => attributes.kind === "stance",
    );
  const details = (page: Page) => page.getByRole("region", { name: "Details", exact: true });
  const grid = (page: Page) => page.getByRole("grid").first();
  /** The cell that the headers with these titles meet in. */
  const cellOf = async (page: Page, row: string, column: string) => {
    const place = await grid(page).evaluate(
      (table, [rowTitle, columnTitle]) => {
        const at = (selector: string, title: string | undefined) =>
          [...table.querySelectorAll<HTMLElement>(selector)].find((header) => header.title === title)
            ?.dataset;
        return [at("tbody th[data-r]", rowTitle)?.["r"], at("thead th[data-c]", columnTitle)?.["c"]];
      },
      [row, column],
    );
    return grid(page).locator(`td[data-r="${place[0]}"][data-c="${place[1]}"]`);
  };

  describe("Matrix", () => {
    it("shows every position of the graph, and says how many", async () => {
      const edges = await stances();
      const cells = new Set(edges.map(({ source, target }) => `${source} ${target}`));
      const statements = edges.reduce((sum, { attributes }) => sum + attributes.count, 0);
      const page = await visit();
      await page.getByRole("tab", { name: "Matrix", exact: true }).click();
      await grid(page).waitFor();
      expect(page.url()).toContain("tab=matrix");
      expect(await page.locator("body").innerText()).toContain(
        `${statements} statements in ${cells.size} cells`,
      );
      expect(await grid(page).locator("td.sg-grid-full").count()).toBe(cells.size);
      expect(await grid(page).getByRole("rowheader").count()).toBeGreaterThanOrEqual(
        new Set(edges.map(({ source }) => source)).size,
      );
    });

    it("follows the filters of the map", async () => {
      const edges = await stances("?actor=egypt");
      const page = await visit("?actor=egypt&tab=matrix");
      await grid(page).waitFor();
      await expect
        .poll(() => grid(page).locator("td.sg-grid-full").count())
        .toBe(new Set(edges.map(({ source, target }) => `${source} ${target}`)).size);
    });

    it("opens the statements of a cell, and those of one that is for and against", async () => {
      const page = await visit("?tab=matrix");
      await grid(page).waitFor();
      const one = await cellOf(page, "Pakistan", "The force may enforce by arms");
      await one.click();
      await details(page)
        .getByRole("heading", { name: /Pakistan opposes/ })
        .waitFor();
      expect(page.url()).toContain("select=edge:actor:pakistan");
      const mixed = await cellOf(
        page,
        "Potential troop-contributing states",
        "States contribute troops to the force",
      );
      await mixed.click();
      await details(page)
        .getByText(/support.*; \d+ opposes?/)
        .first()
        .waitFor();
      expect(decodeURIComponent(page.url())).toContain(
        "pair:actor:potential-contributors;issue:troop-contributions",
      );
      await page.reload();
      await details(page).getByRole("listitem").first().waitFor();
    });

    it("is walked by arrow keys, with one tab stop, and opens by Enter", async () => {
      const page = await visit("?tab=matrix");
      await grid(page).waitFor();
      expect(await grid(page).locator("[tabindex='0']").count()).toBe(1);
      const place = () =>
        page.evaluate(() => {
          const { r, c } = (document.activeElement as HTMLElement).dataset;
          return [Number(r), Number(c)];
        });
      await grid(page).locator("[tabindex='0']").focus();
      const start = await place();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowRight");
      expect(await place()).toEqual([(start[0] ?? 0) + 1, (start[1] ?? 0) + 1]);
      await page.keyboard.press("Home");
      expect((await place())[1]).toBe(-1);
      await page.keyboard.press("Control+ArrowRight");
      expect(
        await page.evaluate(() => (document.activeElement as HTMLElement).classList.contains("sg-grid-full")),
      ).toBe(true);
      await page.keyboard.press("Enter");
      await details(page).waitFor();
      expect(await grid(page).locator("[tabindex='0']").count()).toBe(1);
    });

    it("can be ordered by name and shows the agreement of two actors", async () => {
      const page = await visit("?tab=matrix");
      await grid(page).waitFor();
      await page.getByRole("combobox", { name: "Order" }).selectOption("name");
      const names = () =>
        grid(page)
          .locator("tbody th[data-r]")
          .evaluateAll((all) => all.map((one) => (one as HTMLElement).title));
      await expect
        .poll(async () => (await names()).join())
        .toBe([...(await names())].sort((a, b) => a.localeCompare(b, "en", { numeric: true })).join());
      await page.getByRole("combobox", { name: "Cells are" }).selectOption("agreement");
      const agreement = await ask("api/graph?projection=agreement");
      const pairs = new Set(
        agreement.edges.map(({ source, target }: GraphEdge) => [source, target].sort().join()),
      );
      await expect.poll(() => grid(page).locator("td.sg-grid-full").count()).toBe(2 * pairs.size);
      await (await cellOf(page, "United States", "Israel")).click();
      const { summary } = await ask("api/analysis/alignment?a=actor:united-states&b=actor:israel");
      await details(page).getByText(summary).waitFor();
    });

    it("keeps what it shows in the address, Back and reload included", async () => {
      const page = await visit("?tab=matrix");
      await grid(page).waitFor();
      await page.getByRole("combobox", { name: "Order" }).selectOption("name");
      await page.getByRole("checkbox", { name: "Issues under their headings" }).uncheck();
      await expect.poll(() => decodeURIComponent(page.url())).toContain("matrix=headings=0;order=name");
      await page.reload();
      await grid(page).waitFor();
      expect(await page.getByRole("combobox", { name: "Order" }).inputValue()).toBe("name");
      await page.goBack();
      await expect
        .poll(() => page.getByRole("checkbox", { name: "Issues under their headings" }).isChecked())
        .toBe(true);
      expect(await page.getByRole("combobox", { name: "Order" }).inputValue()).toBe("name");
    });

    it("stands where the header says, between the other tabs", async () => {
      const page = await visit();
      expect(await page.getByRole("tab").allInnerTexts()).toEqual([
        "Graph",
        "Matrix",
        "Table",
        "Compare",
        "Networks",
        "Analysis",
      ]);
    });

    it("opens where a finger taps", async () => {
      const page = await visitPlain("?tab=matrix", {
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
      });
      await grid(page).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await grid(page).locator("td.sg-grid-full").first().tap();
      await details(page).waitFor();
    });
  });

  describe("Networks", () => {
    const QUERY = "api/networks?type=one-mode&rows=actor&columns=issue";

    it("draws the network that the API gives, and shows its weights", async () => {
      const network = await ask(`${QUERY}&aggregation=subtract`);
      const page = await visit();
      await page.getByRole("tab", { name: "Networks", exact: true }).click();
      await grid(page).waitFor();
      expect(page.url()).toContain("tab=networks");
      const ties = network.values.flat().filter((value: number) => value !== 0).length / 2;
      expect(await page.locator("body").innerText()).toContain(`${network.statements} statements counted`);
      expect(await grid(page).locator("td.sg-grid-full").count()).toBe(2 * ties);
      expect(await page.getByRole("img", { name: "Drawing of the network" }).getAttribute("data-edges")).toBe(
        String(ties),
      );
      const weight = network.values[network.rows.indexOf("pakistan")][network.rows.indexOf("united-states")];
      const cell = await cellOf(page, "Pakistan", "United States");
      expect((await cell.innerText()).replace("−", "-")).toBe(String(weight));
    });

    it("keeps its settings in the address and while other tabs are looked at", async () => {
      const page = await visit("?tab=networks");
      await page.getByRole("combobox", { name: "Normalisation" }).selectOption("cosine");
      await expect.poll(() => page.url()).toContain("network=");
      await page.getByRole("tab", { name: "Analysis", exact: true }).click();
      await page.getByRole("tab", { name: "Networks", exact: true }).click();
      expect(await page.getByRole("combobox", { name: "Normalisation" }).inputValue()).toBe("cosine");
      const network = await ask(`${QUERY}&aggregation=subtract&normalization=cosine`);
      const weight: number =
        network.values[network.rows.indexOf("pakistan")][network.rows.indexOf("united-states")];
      await expect
        .poll(async () =>
          (await (await cellOf(page, "Pakistan", "United States")).innerText()).replace("−", "-"),
        )
        .toBe(String(Number(weight.toPrecision(3))));
      await page.reload();
      await grid(page).waitFor();
      expect(await page.getByRole("combobox", { name: "Normalisation" }).inputValue()).toBe("cosine");
    });

    it("draws fewer ties at a higher threshold", async () => {
      const page = await visit("?tab=networks");
      const edges = async () =>
        Number(await page.getByRole("img", { name: "Drawing of the network" }).getAttribute("data-edges"));
      await grid(page).waitFor();
      const all = await edges();
      await page.getByRole("slider", { name: "Least weight drawn" }).fill("2");
      await expect.poll(edges).toBeLessThan(all);
      expect(await edges()).toBeGreaterThan(0);
    });

    it("says why the server refuses, and what to do", async () => {
      const page = await visit("?tab=networks");
      await grid(page).waitFor();
      await page.getByRole("combobox", { name: "Type" }).selectOption("two-mode");
      await grid(page).waitFor();
      await page.getByRole("combobox", { name: "Aggregation" }).selectOption("congruence");
      const { remedy } = await ask(
        "api/networks?type=two-mode&rows=actor&columns=issue&aggregation=congruence",
      );
      await page.getByRole("alert").getByText(remedy).waitFor();
      await page.getByRole("button", { name: "Usual settings" }).click();
      await grid(page).waitFor();
      if (shared.watched) shared.watched.faults.length = 0; // Chromium logs the refusal as an error
    });

    it("gives the network as a file", async () => {
      const page = await visit("?tab=networks&actor=egypt,qatar,israel");
      await grid(page).waitFor();
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name: "CSV", exact: true }).click();
      const file = readFileSync(await (await download).path(), "utf8");
      const wanted = await fetch(
        `${shared.served.url}${QUERY}&aggregation=subtract&actor=egypt,israel,qatar&format=csv`,
      );
      expect(file).toBe(await wanted.text());
    });

    const inner = (text: string) => `?tab=networks&network=${encodeURIComponent(text)}`;
    const SOURCES = "type=two-mode;rows=source;columns=modality;aggregation=ignore";
    const evidence = (page: Page) => page.getByRole("region", { name: /^Statements behind/ });

    it("lists the statements behind a cell whose ends are no nodes, by press and by key, and closes the list", async () => {
      const network = await ask("api/networks?type=two-mode&rows=source&columns=modality");
      const column = network.columns.indexOf("allegation");
      const row = network.values.findIndex((line: number[]) => (line[column] ?? 0) > 0);
      const page = await visit(inner(SOURCES));
      await grid(page).waitFor();
      const { sources } = await ask("api/dataset");
      const name = sources.find(({ id }: { id: string }) => id === network.rows[row]).name;
      const cell = await cellOf(page, name, "allegation");
      await cell.click();
      const number = network.values[row][column];
      await evidence(page).getByText(`Weight ${number}, from ${number} statement`).waitFor();
      const behind = await ask(
        `api/networks/evidence?type=two-mode&rows=source&columns=modality&row=${encodeURIComponent(network.rows[row])}&column=allegation`,
      );
      expect(behind.total).toBe(number);
      await expect.poll(() => evidence(page).getByRole("article").count()).toBe(number);
      for (const { statement_id } of behind.events)
        await evidence(page).getByText(statement_id, { exact: true }).waitFor();
      await page.getByRole("button", { name: "Close the statements" }).click();
      await expect.poll(() => evidence(page).count()).toBe(0);
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("TD");
      await page.keyboard.press("Enter");
      await evidence(page).waitFor();
    });

    it("lists what ties two actors beside their positions, and forgets it with the settings", async () => {
      const page = await visit("?tab=networks");
      await grid(page).waitFor();
      await (await cellOf(page, "Pakistan", "United States")).click();
      await details(page).waitFor();
      const behind = await ask(
        `api/networks/evidence?type=one-mode&rows=actor&columns=issue&aggregation=subtract&row=pakistan&column=united-states`,
      );
      await evidence(page).getByText(`from ${behind.total} statements`).waitFor();
      // Beside open details the settings are folded above the network.
      await page.getByText("What makes a tie", { exact: true }).click();
      await page.getByRole("combobox", { name: "Duplicates" }).selectOption("document");
      await expect.poll(() => evidence(page).count()).toBe(0);
    });

    it("takes conditions on values, with their counts, and gives them up again", async () => {
      const { items } = await ask("api/networks/values?variable=modality");
      const page = await visit("?tab=networks");
      await grid(page).waitFor();
      await page.getByRole("combobox", { name: "Only: variable" }).selectOption("modality");
      const values = page.getByRole("list", { name: "Values of modality" });
      await values.waitFor();
      expect(await values.getByRole("checkbox").count()).toBe(items.length);
      await values.getByRole("checkbox", { name: `position (${items[0].statements})` }).check();
      const only = await ask(`${QUERY}&aggregation=subtract&include=modality%3Dposition`);
      await page.getByText(`${only.statements} statements counted`).waitFor();
      await page.getByRole("combobox", { name: "Leave out: variable" }).selectOption("actor");
      await page.getByRole("textbox", { name: "Find a value: actor" }).fill("pakistan");
      await page.getByRole("checkbox", { name: /^Pakistan \(/ }).check();
      const both = await ask(
        `${QUERY}&aggregation=subtract&include=modality%3Dposition&exclude=actor%3Dpakistan`,
      );
      await page.getByText(`${both.statements} statements counted`).waitFor();
      expect(decodeURIComponent(decodeURIComponent(page.url()))).toContain(
        "include=modality=position;exclude=actor=pakistan",
      );
      await page.getByRole("button", { name: "Remove condition: actor: Pakistan" }).click();
      await page.getByText(`${only.statements} statements counted`).waitFor();
    });

    it("lists events, each opening its statement, in the formats that can hold them", async () => {
      const { events } = await ask("api/networks?type=event-list&rows=actor&columns=issue");
      const page = await visit("?tab=networks");
      await grid(page).waitFor();
      await page.getByRole("combobox", { name: "Normalisation" }).selectOption("cosine");
      await page.getByRole("combobox", { name: "Type" }).selectOption("event-list");
      await page.getByText("To suit this: Normalisation none instead of cosine.").waitFor();
      await page.getByText(`${events.length} events.`).waitFor();
      const table = page.getByRole("table", { name: /^Events/ });
      await expect.poll(() => table.locator("tbody tr").count()).toBe(50);
      await page.getByRole("button", { name: /^Show more events/ }).click();
      await expect.poll(() => table.locator("tbody tr").count()).toBe(Math.min(events.length, 250));
      const files = page.getByRole("navigation", { name: "Files of this network" });
      expect(await files.getByRole("link").allInnerTexts()).toEqual(["CSV", "JSON"]);
      await table.getByRole("button", { name: `Statement ${events[0].statement_id}` }).click();
      await details(page).waitFor();
      expect(page.url()).toContain(`select=statement:${events[0].statement_id}`);
    });

    it("smoothes windows by a kernel, whole windows only, each cell divided by the sum", async () => {
      const page = await visit(inner("window=months;windowSize=2"));
      await page.getByRole("combobox", { name: "Kernel" }).selectOption("triangular");
      await page.getByRole("checkbox", { name: /^Indent/ }).check();
      await page.locator("summary", { hasText: "More settings" }).click();
      await page.getByRole("checkbox", { name: /^Divide by the sum/ }).check();
      const networks = await ask(
        `${QUERY}&aggregation=subtract&window=months&windowSize=2&kernel=triangular&indent=1&toOne=1`,
      );
      await page.getByText(`Window 1 of ${networks.length}`).waitFor();
    });

    it("draws one side only, and keeps that and the threshold in the address", async () => {
      const network = await ask(`${QUERY}&aggregation=subtract`);
      const page = await visit("?tab=networks");
      await grid(page).waitFor();
      await page.getByRole("combobox", { name: "Ties drawn" }).selectOption("oppose");
      const edges = async () =>
        Number(await page.getByRole("img", { name: "Drawing of the network" }).getAttribute("data-edges"));
      const negative = (least: number) =>
        network.values.flat().filter((value: number) => value <= -least && value < 0).length / 2;
      await expect.poll(edges).toBe(negative(0));
      await page.getByRole("slider", { name: "Least weight drawn" }).fill("2");
      await expect.poll(edges).toBe(negative(2));
      await expect.poll(() => decodeURIComponent(page.url())).toContain("least=2;side=oppose");
      await page.reload();
      await expect.poll(edges).toBe(negative(2));
    });

    it("explains each setting as it stands", async () => {
      const page = await visit("?tab=networks");
      await page.getByText(/^Same sides less opposite ones/).waitFor();
      await page.getByRole("combobox", { name: "Aggregation" }).selectOption("congruence");
      await page.getByText("Two rows tie where they take the same side on a column.").waitFor();
    });

    it("shows one network for each time window", async () => {
      const networks = await ask(`${QUERY}&aggregation=subtract&window=months&windowSize=2`);
      const page = await visit("?tab=networks&network=window%3Dmonths%3BwindowSize%3D2");
      await page.getByText(`Window 1 of ${networks.length}`).waitFor();
      await page.getByRole("button", { name: "Later window" }).click();
      await page.getByText(`Window 2 of ${networks.length}`).waitFor();
    });
  });

  describe("Analysis", () => {
    it("lists every analysis and shows what the first one finds", async () => {
      const { items } = await ask("api/analysis");
      const result = await ask(`api/analysis/${items[0].id}`);
      const page = await visit();
      await page.getByRole("tab", { name: "Analysis", exact: true }).click();
      const list = page.getByRole("navigation", { name: "Analyses" });
      await list.waitFor();
      expect(await list.getByRole("button").allInnerTexts()).toEqual(
        items.map(({ label }: { readonly label: string }) => label),
      );
      await page.getByText(result.summary).waitFor();
      const table = page.getByRole("table", { name: result.tables[0].title });
      expect(await table.getByRole("columnheader").count()).toBe(result.tables[0].columns.length + 1);
    });

    it.each([
      "coalitions",
      "conditions",
      "disagreement",
      "change",
      "centrality",
      "communities",
      "balance",
      "values",
      "timeline",
      "phases",
      "clusterings",
    ])("shows %s as the API gives it, under the view", async (id) => {
      const result = await ask(`api/analysis/${id}?since=2025-10`);
      const page = await visit(`?tab=analysis&analysis=name%3D${id}&since=2025-10`);
      await page.getByText(result.summary.slice(0, 120)).first().waitFor();
      for (const { title, rows } of result.tables)
        expect(
          await page.getByRole("heading", { name: `${title} ${rows.length}`, exact: true }).count(),
        ).toBe(1);
    });

    it("opens the statements behind a row, selects its node and marks it on the map", async () => {
      const result = await ask("api/analysis/counts");
      const [row] = result.tables[0].rows;
      const page = await visit("?tab=analysis");
      const number = `${row.statements.length} statements`;
      await page.getByRole("button", { name: `Show ${number}: ${row.cells.actor}` }).click();
      await page.getByText(row.statements[0], { exact: true }).waitFor();
      await page.getByRole("rowheader").getByRole("link", { name: row.cells.actor, exact: true }).click();
      await details(page).getByRole("heading", { name: row.cells.actor, exact: true }).waitFor();
      await page.getByRole("button", { name: `Mark on the map: ${row.cells.actor}` }).click();
      await expect.poll(() => page.url()).not.toContain("tab=");
    });

    it("takes parameters, names in them too", async () => {
      const page = await visit("?tab=analysis&analysis=name%3Dalignment");
      await page.getByText("Fill in A and B.").waitFor();
      await page.getByRole("combobox", { name: "A", exact: true }).fill("egypt");
      await page.getByRole("combobox", { name: "B", exact: true }).fill("qatar");
      const { summary } = await ask("api/analysis/alignment?a=egypt&b=qatar");
      await page.getByText(summary).waitFor();
      expect(decodeURIComponent(decodeURIComponent(page.url()))).toContain("a=egypt;b=qatar");
    });

    it("draws tables over time, of the measure chosen, and folds long lists of names", async () => {
      const page = await visit(
        `?tab=analysis&analysis=${encodeURIComponent("name=polarisation;window=months;windowSize=3")}`,
      );
      const { tables } = await ask("api/analysis/polarisation?window=months&windowSize=3");
      const chart = page.getByRole("img", { name: /^Polarisation, from/ });
      await chart.waitFor();
      expect(await chart.locator("g").count()).toBe(tables[0].rows.length);
      await page.getByRole("combobox", { name: `Drawn of “${tables[0].title}”` }).selectOption("actors");
      await page.getByRole("img", { name: /^Actors, from/ }).waitFor();
      await page
        .getByRole("button", { name: /^and \d+ more$/ })
        .first()
        .click();
      await page.getByRole("button", { name: "fewer" }).first().waitFor();
    });

    it("bounds long tables", async () => {
      const { tables } = await ask("api/analysis/centrality");
      const table = tables.find(({ rows }: { rows: unknown[] }) => rows.length > 25);
      const page = await visit("?tab=analysis&analysis=name%3Dcentrality");
      const shown = page.getByRole("table", { name: table.title });
      await expect.poll(() => shown.locator("tbody tr").count()).toBe(25);
      await page
        .getByRole("button", { name: `Show more rows (${table.rows.length - 25} left)` })
        .first()
        .click();
      await expect.poll(() => shown.locator("tbody tr").count()).toBe(Math.min(table.rows.length, 125));
    });

    it("says that a comparison needs a second dataset", async () => {
      const page = await visit("?tab=analysis&analysis=name%3Dreliability");
      await page.getByText(/serve a second dataset/).waitFor();
    });
  });

  it("leaves the names of the path form unambiguous", async () => {
    for (const tab of ["matrix", "networks", "analysis&analysis=name%3Dalignment"]) {
      const page = await visitPlain(`?from=egypt&tab=${tab}`);
      await page.getByRole("tabpanel").locator("select, input").first().waitFor();
      for (const name of ["From", "To"])
        await expect
          .poll(() => page.getByRole("combobox", { name }).count(), { message: `${name}, ${tab}` })
          .toBe(1);
      expect(await page.getByRole("button", { name: "Find path" }).count()).toBe(1);
      expect(await page.getByRole("button", { name: "Export" }).count()).toBe(1);
      await shared.watched?.close();
    }
  });

  const STATES = [
    ["the matrix", "?tab=matrix"],
    [
      "a cell of the matrix",
      "?tab=matrix&select=pair:actor:potential-contributors%3Bissue:troop-contributions",
    ],
    ["a network", "?tab=networks"],
    ["a list of events", "?tab=networks&network=type%3Devent-list"],
    [
      "windows with conditions",
      "?tab=networks&network=window%3Dmonths%3BwindowSize%3D2%3Binclude%3Dmodality%253Dposition",
    ],
    ["a table over time", "?tab=analysis&analysis=name%3Dpolarisation%3Bwindow%3Dmonths%3BwindowSize%3D3"],
    ["coalitions", "?tab=analysis&analysis=name%3Dcoalitions"],
    ["an alignment", "?tab=analysis&analysis=name%3Dalignment%3Ba%3Degypt%3Bb%3Dqatar"],
  ] as const;
  it.each(STATES)("has no serious accessibility fault: %s", async (_, query) => {
    const page = await visit(query, { bypassCSP: true });
    expect(await accessibilityFaultsOfBothThemes(page)).toEqual([]);
  });
});
