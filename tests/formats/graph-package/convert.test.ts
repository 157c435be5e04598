/** Graphs as packages: those that Stancegraph wrote come back, those of others become what their attributes say. */
import { describe, expect, it } from "vitest";
import { readPackage } from "../../../src/dataset/read.ts";
import { graphPackage } from "../../../src/formats/graph-package/convert.ts";
import { readerOfFile } from "../../../src/formats/read/registry.ts";
import { formatById } from "../../../src/formats/registry.ts";
import { type Dataset, type Statement, sourceName } from "../../../src/model/dataset.ts";
import { exportChoice, exportView } from "../../../src/service/export-view.ts";
import { ServedDataset } from "../../../src/service/served-dataset.ts";
import { parseView } from "../../../src/view/grammar.ts";
import { houseDataset } from "../../support/house.ts";

const encoder = new TextEncoder();

async function opened(file: string, chunks: Iterable<Uint8Array>) {
  const reader = readerOfFile(file);
  if (!reader) throw new Error(`no reader for ${file}`);
  const { files, report } = await graphPackage({ file, reader, chunks, name: "graph", title: "Graph" });
  return { report, dataset: report.ok ? (readPackage(files, { id: "graph" }).dataset as Dataset) : null };
}

const gexf = (body: string): Uint8Array[] => [
  encoder.encode(
    `<?xml version="1.0"?><gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed">${body}</graph></gexf>`,
  ),
];

/** A view of the house dataset, written as a file and opened again. */
async function again(id: string, pairs: readonly (readonly [string, string])[]) {
  const format = formatById(id);
  if (!format) throw new Error(id);
  const served = new ServedDataset(houseDataset());
  const view = served.resolve(parseView(pairs));
  const choice = { ...exportChoice(format, {}), day: "2026-01-02", onNotice: () => {} };
  const { report, dataset } = await opened(`house.${format.extension}`, [
    ...exportView(served, view, format, choice),
  ]);
  return { served, report, dataset, shown: served.statements(served.shown(view).statements) };
}

describe.each(["gexf", "graphml", "json"])("a %s file of Stancegraph", (id) => {
  it.each([[[]], [[["since", "2025-10"]]]] as const)(
    "with bundled statements comes back with its documents, and says how many statements are lost: %j",
    async (pairs) => {
      const { served, report, dataset, shown } = await again(id, pairs);
      expect(report.problems).toEqual([]);
      const plain = (source: string) => source.replaceAll("_", "-");
      const titles = new Map(served.dataset.sources.map((one) => [plain(one.id), sourceName(one)]));
      const wanted = [...new Set(shown.map(({ source }) => plain(source)))].sort();
      expect(dataset?.sources.map(({ id: own }) => String(own)).sort()).toEqual(wanted);
      for (const { id: own, title } of dataset?.sources ?? []) expect(title).toBe(titles.get(own));
      // Every line with every document behind it, and nothing else.
      const pair = ({ actor, issue, target, polarity, source }: Statement) =>
        [actor, issue, target, issue ? polarity : "", plain(source)].join(" ");
      const made = dataset?.statements ?? [];
      expect([...new Set(made.map(pair))].sort()).toEqual([...new Set(shown.map(pair))].sort());
      let own = 0;
      for (const one of made) {
        const before = served.dataset.statementById.get(one.id);
        if (!before) continue;
        own++;
        expect([one.id, pair(one), one.summary, one.voice, one.modality]).toEqual([
          before.id,
          pair(before),
          before.summary,
          before.voice,
          before.modality,
        ]);
      }
      expect(own).toBeGreaterThan(0.9 * made.length);
      const [warning] = report.warnings.filter(({ code }) => code === "graph-bundled");
      expect(warning?.message).toContain(`${shown.length - made.length} statements are lost in these`);
    },
  );

  it("with an agreement network has no document but the file", async () => {
    const { report, dataset } = await again(id, [["projection", "agreement"]]);
    expect(dataset?.sources.map(({ title }) => title)).toEqual(["Graph"]);
    expect(report.warnings.map(({ code }) => code)).toEqual(["graph-computed"]);
  });

  it("comes back with its actors, issues, statements and structure", async () => {
    const { served, report, dataset, shown } = await again(id, [
      ["projection", "statements"],
      ["structure", "1"],
      ["actors", "all"],
      ["voice", "any"],
    ]);
    expect(report.problems).toEqual([]);
    expect(new Set(dataset?.statements.map((one) => one.id))).toEqual(new Set(shown.map((one) => one.id)));
    const { statementById, actorById } = served.dataset;
    for (const { id: own, actor, issue, target, polarity, summary } of dataset?.statements ?? []) {
      const before = statementById.get(own);
      expect({ own, actor, issue, target, summary }).toEqual({
        own,
        actor: before?.actor,
        issue: before?.issue,
        target: before?.target,
        summary: before?.summary,
      });
      if (before?.issue) expect(polarity).toBe(before.polarity);
    }
    const there = new Set<string | null | undefined>(dataset?.actors.map((actor) => actor.id));
    const kept = (id: string | null | undefined) => (there.has(id) ? id : null);
    for (const { id: own, label, speaksFor, memberOf, groups } of dataset?.actors ?? []) {
      const before = actorById.get(own);
      expect({ own, label, speaksFor, memberOf, groups: groups.toSorted() }).toEqual({
        own,
        label: before?.label,
        speaksFor: kept(before?.speaksFor),
        memberOf: kept(before?.memberOf),
        groups: before?.groups.filter((group) => there.has(group)).toSorted(),
      });
    }
  });
});

describe("a graph of another program", () => {
  it("takes nodes for actors, those called concepts for issues, and signs from attributes or weights", async () => {
    const { report, dataset } = await opened(
      "other.gexf",
      gexf(`<attributes class="node"><attribute id="0" title="type" type="string"/></attributes>
        <attributes class="edge"><attribute id="0" title="sign" type="string"/><attribute id="1" title="note" type="string"/></attributes>
        <nodes><node id="1" label="Ada"/><node id="2" label="Bob"/>
        <node id="3" label="A dam is built"><attvalues><attvalue for="0" value="Concept"/></attvalues></node></nodes>
        <edges><edge id="e1" source="1" target="3"><attvalues><attvalue for="0" value="agree"/><attvalue for="1" value="n"/></attvalues></edge>
        <edge id="e2" source="3" target="2"><attvalues><attvalue for="0" value="-1"/></attvalues></edge>
        <edge id="e3" source="1" target="2" weight="-2" label="blames"/>
        <edge id="e4" source="1" target="1"/></edges>`),
    );
    expect(report.problems).toEqual([]);
    expect(report.warnings.map(({ code }) => code)).toContain("graph-dropped");
    expect(dataset?.issues.map(({ label }) => label)).toEqual(["A dam is built"]);
    const label = (id: string | null) => dataset?.actors.find((actor) => actor.id === id)?.label ?? null;
    expect(
      dataset?.statements.map(({ id, actor, issue, target, polarity, extra }) => [
        id,
        label(actor),
        issue === null ? label(target) : "issue",
        polarity,
        Object.fromEntries(extra),
      ]),
    ).toEqual([
      ["e1", "Ada", "issue", "support", { note: "n" }],
      ["e2", "Bob", "issue", "oppose", {}],
      ["e3", "Ada", "Bob", "oppose", { edge_weight: "-2" }],
    ]);
  });

  it("has an outline for each kind of its actors, also where it says none", async () => {
    const { dataset } = await opened(
      "kinds.gexf",
      gexf(`<attributes class="node"><attribute id="0" title="kind" type="string"/></attributes>
        <nodes>${["Party", "Union", "Club"].map((kind) => `<node id="${kind}" label="${kind}"><attvalues><attvalue for="0" value="${kind}"/></attvalues></node>`).join("")}</nodes>
        <edges><edge id="e1" source="Party" target="Union" weight="1"/><edge id="e2" source="Club" target="Union" weight="-1"/></edges>`),
    );
    expect(dataset?.kinds.map(({ label, shape }) => [label, shape])).toEqual([
      ["Party", "circle"],
      ["Union", "square"],
      ["Club", "diamond"],
    ]);
  });

  it("keeps a document whose name has a semicolon, with or without a count", async () => {
    const edge = (key: string, attributes: object) => ({ key, source: "a", target: "b", attributes });
    const titled = { document: "x; y", document_title: "X; and Y" };
    const { report, dataset } = await opened("other.json", [
      encoder.encode(
        JSON.stringify({
          attributes: {},
          options: { type: "directed", multi: true },
          nodes: [{ key: "a" }, { key: "b" }],
          edges: [edge("1", titled), edge("2", { ...titled, count: 7 }), edge("3", {})],
        }),
      ),
    ]);
    expect(report.problems).toEqual([]);
    expect(dataset?.sources.map(({ title }) => title)).toEqual(["X; and Y", "Graph"]);
    expect(dataset?.statements.map(({ id }) => String(id))).toEqual(["1", "2", "3"]);
    expect(report.warnings.map(({ message }) => message)[0]).toContain("6 statements are lost");
  });

  it("tells titles with semicolons apart where an edge with one document has them", async () => {
    const edge = (key: string, document: string, document_title: string, statements: string[]) => ({
      key,
      source: "a",
      target: "b",
      attributes: { document, document_title, statements, count: statements.length },
    });
    const { dataset } = await opened("own.json", [
      encoder.encode(
        JSON.stringify({
          attributes: {},
          options: { type: "directed", multi: true },
          nodes: [{ key: "a" }, { key: "b" }],
          edges: [
            edge("1", "d1;d2", "One; two;Three", ["s1", "s2", "s3"]),
            edge("2", "d1", "One; two", ["s4"]),
          ],
        }),
      ),
    ]);
    expect(dataset?.sources.map(({ title }) => title)).toEqual(["One; two", "d2"]);
    expect(dataset?.statements.map(({ id }) => String(id))).toEqual(["1", "1-2", "s4"]);
  });

  it("without an edge that could be a statement is refused, as is one that is broken", async () => {
    const none = await opened("a.gexf", gexf(`<nodes><node id="1"/></nodes><edges/>`));
    expect(none.report.problems.map(({ code, file }) => [file, code])).toEqual([["a.gexf", "no-rows"]]);
    const broken = await opened("b.gexf", gexf(`<nodes>\n<node id="1">`));
    expect(broken.report.ok).toBe(false);
    expect(broken.report.problems[0]).toMatchObject({ file: "b.gexf", row: 2, code: "bad-graph-file" });
  });

  it("may have any ids and labels", async () => {
    const names = ["__proto__", "constructor", "a;b,c:d", "", " ", "\u202eabc", "Ada", "ada", "<&>"];
    const nodes = names.map((name, at) => ({ key: `n${at}${name}`, attributes: { label: name } }));
    const edges = nodes.slice(1).map(({ key }, at) => ({
      key: `${key};:`,
      source: "n0__proto__",
      target: key,
      attributes: { kind: names[at] },
    }));
    const { report, dataset } = await opened("names.json", [
      encoder.encode(
        JSON.stringify({ attributes: {}, options: { type: "directed", multi: true }, nodes, edges }),
      ),
    ]);
    expect(report.problems).toEqual([]);
    expect(dataset?.statements.length).toBe(names.length - 1);
  });
});
