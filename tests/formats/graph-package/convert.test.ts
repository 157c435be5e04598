/** Graphs as packages: those that Stancegraph wrote come back, those of others become what their attributes say. */
import { describe, expect, it } from "vitest";
import { readPackage } from "../../../src/dataset/read.ts";
import { graphPackage } from "../../../src/formats/graph-package/convert.ts";
import { readerOfFile } from "../../../src/formats/read/registry.ts";
import { formatById } from "../../../src/formats/registry.ts";
import type { Dataset } from "../../../src/model/dataset.ts";
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

describe.each(["gexf", "graphml", "json"])("a %s file of Stancegraph", (id) => {
  it("comes back with its actors, issues, statements and structure", async () => {
    const format = formatById(id);
    if (!format) throw new Error(id);
    const served = new ServedDataset(houseDataset());
    const view = served.resolve(
      parseView([
        ["projection", "statements"],
        ["structure", "1"],
        ["actors", "all"],
        ["voice", "any"],
      ]),
    );
    const choice = { ...exportChoice(format, {}), day: "2026-01-02", onNotice: () => {} };
    const { report, dataset } = await opened(`house.${format.extension}`, [
      ...exportView(served, view, format, choice),
    ]);
    expect(report.problems).toEqual([]);
    const shown = served.statements(served.shown(view).statements);
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
