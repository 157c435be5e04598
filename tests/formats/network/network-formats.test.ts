/** Networks as CSV, UCINET DL and pictures, with labels that try to break them. */
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { computeNetwork } from "../../../src/analysis/networks/compute-network.ts";
import type { NetworkQuestion } from "../../../src/analysis/networks/settings.ts";
import { tableFromDataset } from "../../../src/analysis/networks/table-from-dataset.ts";
import { dlLines } from "../../../src/formats/network/dl.ts";
import { networkCsvLines } from "../../../src/formats/network/matrix-csv.ts";
import { networkPicture } from "../../../src/formats/network/picture.ts";
import { networkFormat } from "../../../src/formats/network/registry.ts";
import { singleNetwork } from "../../../src/formats/network/single.ts";
import { faultOf, tableOf } from "../../analysis/networks/ask.ts";
import { tinyDataset } from "../../support/tiny-dataset.ts";

const HOSTILE = '=1+1,"x"\n; \u0000é';
const table = tableOf([
  ["2020-01-01", "A", "x", 1],
  ["2020-01-01", "A", "x", 1],
  ["2020-01-01", "A", "y", 0],
  ["2020-01-02", HOSTILE, "x", 0],
  ["2020-01-02", HOSTILE, "y", 0],
  ["2020-01-02", HOSTILE, "w", 0],
]);
const compute = (rest: Partial<NetworkQuestion> = {}) =>
  computeNetwork(table, {
    type: "one-mode",
    rows: "org",
    columns: "concept",
    aggregation: "subtract",
    ...rest,
  });
const rowsOf = (text: string): string[][] => parse(text, { relax_column_count: true });

describe("CSV", () => {
  it("holds the matrix, numbers as short as they read back (row 37)", () => {
    const csv = [...networkCsvLines(compute({ normalization: "average" }))].join("");
    expect(rowsOf(csv)).toEqual([
      ["", `'${HOSTILE}`, "A"],
      [`'${HOSTILE}`, "0", String(-1 / 3)],
      ["A", String(-1 / 3), "0"],
    ]);
    expect([...networkCsvLines(compute({ type: "two-mode" }))].join("")).toContain("A,0,2,-1\n");
    expect([...networkCsvLines(compute({ type: "two-mode", compat: "dna" }))].join("")).toContain(
      "A,0,2,-1\n",
    );
  });

  it("holds windows as a long table", () => {
    const csv = rowsOf(
      [...networkCsvLines(compute({ type: "two-mode", window: "days", windowSize: 1 }))].join(""),
    );
    expect(csv[0]).toEqual(["window", "from", "middle", "to", "statements", "row", "column", "value"]);
    expect(csv[1]).toEqual([
      "1",
      "2020-01-01T00:00:00Z",
      "2020-01-01T00:00:00Z",
      "2020-01-01T23:59:59Z",
      "3",
      "A",
      "x",
      "2",
    ]);
    expect(csv).toHaveLength(1 + 2 + 3);
  });

  it("holds an event list as a table", () => {
    const csv = rowsOf([...networkCsvLines(compute({ type: "event-list", aggregation: "ignore" }))].join(""));
    expect(csv).toHaveLength(7);
    expect(csv[0]?.slice(0, 5)).toEqual(["statement_id", "time", "document_id", "org", "concept"]);
  });
});

describe("UCINET DL", () => {
  it("holds labels and the full matrix", () => {
    expect([...dlLines(singleNetwork(compute(), "dl"))].join("")).toBe(
      `dl n = 2, format = fullmatrix\nlabels:\n"=1+1,'x' ;  é"\n"A"\ndata:\n0 -1\n-1 0\n`,
    );
    expect([...dlLines(singleNetwork(compute({ type: "two-mode" }), "dl"))].join("")).toBe(
      `dl nr = 2, nc = 3, format = fullmatrix\nrow labels:\n"=1+1,'x' ;  é"\n"A"\ncol labels:\n"w"\n"x"\n"y"\ndata:\n-1 -1 -1\n0 2 -1\n`,
    );
  });

  it("tells labels apart that would be written alike", () => {
    const alike = tableOf([
      ["2020-01-01", 'A "1"', "x", 1],
      ["2020-01-01", "A '1'", "x", 1],
      ["2020-01-01", "A\t'1'", "x", 1],
    ]);
    const network = computeNetwork(alike, { type: "one-mode", rows: "org", columns: "concept" });
    const lines = [...dlLines(singleNetwork(network, "dl"))].slice(2, 5);
    expect(lines).toEqual([`"A '1'"\n`, `"A '1' (2)"\n`, `"A '1' (3)"\n`]);
  });

  it("holds one network only", () => {
    expect(faultOf(() => singleNetwork(compute({ window: "days", windowSize: 1 }), "dl"))).toMatch(
      /2 windows/,
    );
    expect(
      faultOf(() => singleNetwork(compute({ type: "event-list", aggregation: "ignore" }), "dl")),
    ).toMatch(/event list/);
    const windows = { result: compute({ window: "days", windowSize: 1 }), table, title: "T" };
    const file = { ...windows, dataset: "d", version: "1", day: "2026-01-01", onNotice: () => {} };
    for (const [id, words] of [
      ["gexf", /: GEXF holds one network/],
      ["graphml", /: GraphML holds one network/],
      ["dl", /: UCINET DL holds one network/],
    ] as const)
      expect(faultOf(() => networkFormat(id)?.write(file))).toMatch(words);
  });
});

describe("pictures", () => {
  const options = {
    title: "T",
    dataset: "d",
    version: "1",
    theme: "light",
    threshold: 0,
    keepUntied: true,
  } as const;

  it("have signed weights and one edge for each tie", () => {
    const result = compute({ type: "two-mode" });
    const picture = networkPicture(singleNetwork(result, "gexf"), result.settings, table, options);
    expect([picture.type, picture.order, picture.size]).toEqual(["directed", 5, 5]);
    const weights = [...picture.edges()].map(({ source, target, attributes }) => [
      source,
      target,
      attributes.weight,
      attributes.polarity,
    ]);
    expect(weights).toContainEqual(["actor:A", "issue:x", 2, "support"]);
    expect(weights).toContainEqual(["actor:A", "issue:y", -1, "oppose"]);
    const nodes = new Map([...picture.nodes()].map(({ key, attributes }) => [key as string, attributes]));
    expect(nodes.get("actor:A")?.statements).toBe(3);
    expect(nodes.get("issue:x")?.statements).toBe(3);
    for (const { x, y } of nodes.values()) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
  });

  it("say the kind, the sides and the counts that the data have, beside normalised weights", () => {
    const dataset = tinyDataset({
      kinds: ["state", "ngo"],
      actors: [{ id: "a", kind: "state" }, { id: "b", kind: "ngo" }, "c"],
      issues: ["x", "y"],
      statements: [
        { actor: "a", issue: "x" },
        { actor: "a", issue: "x" },
        { actor: "a", issue: "y", polarity: "oppose" },
        { actor: "b", issue: "x" },
        { actor: "b", issue: "y" },
        { actor: "c", issue: "x", polarity: "neutral" },
      ],
    });
    const source = tableFromDataset(dataset);
    const ask = (rest: Partial<NetworkQuestion>) => {
      const result = computeNetwork(source, { type: "two-mode", rows: "actor", columns: "issue", ...rest });
      const picture = networkPicture(singleNetwork(result, "gexf"), result.settings, source, options);
      return {
        nodes: new Map([...picture.nodes()].map(({ key, attributes }) => [key as string, attributes])),
        edges: [...picture.edges()].map(({ source: from, target, attributes: { count, weight } }) => [
          `${from} ${target}`,
          count,
          weight,
        ]),
      };
    };
    const two = ask({ aggregation: "subtract", normalization: "activity" });
    expect(two.edges).toContainEqual(["actor:a issue:x", 2, 2 / 3]);
    expect(two.nodes.get("actor:a")).toMatchObject({
      kind: "state",
      kind_label: dataset.kindById.get("state")?.label,
      statements: 3,
      support: 2,
      oppose: 1,
      neutral: 0,
    });
    expect(two.nodes.get("issue:x")).toMatchObject({ kind: "issue", kind_label: "Issue", support: 3 });
    const all = ask({ qualifier: "none" });
    expect(all.nodes.get("actor:c")).toMatchObject({ statements: 1, support: 0, oppose: 0, neutral: 1 });
    const one = (aggregation: "congruence" | "conflict" | "ignore") =>
      ask({ type: "one-mode", aggregation, normalization: "average" }).edges[0]?.[1];
    expect([one("congruence"), one("conflict"), one("ignore")]).toEqual([1, 1, 2]);
  });

  it("leave out weak ties and the nodes that only those had", () => {
    const result = compute({ type: "two-mode" });
    const picture = networkPicture(singleNetwork(result, "gexf"), result.settings, table, {
      ...options,
      threshold: 2,
      keepUntied: false,
    });
    expect([...picture.nodes()].map(({ key }) => key)).toEqual(["actor:A", "issue:x"]);
    expect(picture.size).toBe(1);
  });

  it("are undirected in one-mode and know the labels of a dataset", () => {
    const dataset = tinyDataset({
      actors: [{ id: "a", label: "Actor A", country: "EG" }, "b"],
      issues: ["x"],
      statements: [
        { actor: "a", issue: "x" },
        { actor: "b", issue: "x", polarity: "oppose" },
      ],
    });
    const source = tableFromDataset(dataset);
    const result = computeNetwork(source, {
      type: "one-mode",
      rows: "actor",
      columns: "issue",
      aggregation: "conflict",
    });
    const picture = networkPicture(singleNetwork(result, "gexf"), result.settings, source, options);
    expect(picture.type).toBe("undirected");
    expect(
      [...picture.edges()].map(({ source: from, target, attributes }) => [from, target, attributes.weight]),
    ).toEqual([["actor:a", "actor:b", 1]]);
    const [a] = [...picture.nodes()];
    expect(a?.attributes.label).toBe("Actor A");
    expect(a?.attributes["x:country"]).toBe("EG");
    expect(picture.attributes.view).toBe(
      "aggregation=conflict&columns=issue&qualifier=polarity&rows=actor&type=one-mode",
    );
    expect(picture.attributes.description).toMatch(
      /one-mode network of actor by shared issue; qualifier polarity/,
    );
  });
});
