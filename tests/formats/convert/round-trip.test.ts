/** What we write we read back equal, whatever the strings: exports into records, and conversions there and back. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { edgeColumnsOf, nodeColumnsOf } from "../../../src/formats/columns.ts";
import { readerOfFile } from "../../../src/formats/read/registry.ts";
import { FORMATS } from "../../../src/formats/registry.ts";
import { replaceIllegal } from "../../../src/formats/xml.ts";
import type { PictureGraph } from "../../../src/model/graph.ts";
import { contextFor, smallPicture, textOf } from "../fixture.ts";
import { hostilePicture } from "../hostile.ts";
import { named, type Records, recordsOf } from "../read/records.ts";
import { readXml } from "../xml-reader.ts";
import { convert } from "./conversions.ts";

const RUNS = { numRuns: 40 };

function exported(graph: PictureGraph, id: string, gexfVersion: "1.2" | "1.3" = "1.3"): string {
  const format = FORMATS.find((each) => each.id === id);
  if (!format) throw new Error(id);
  return textOf(format.write(graph, contextFor({ gexfVersion }).context));
}

const read = (text: string, ending: string): Promise<Records> => {
  const reader = readerOfFile(`f.${ending}`);
  if (!reader) throw new Error(ending);
  return recordsOf(reader, text, 97);
};

/** Values of the columns that are strings, numbers, truths or lists, as XML can hold them. */
function expected<Attributes>(
  columns: readonly { readonly name: string; value(attributes: Attributes): unknown }[],
  attributes: Attributes,
): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  for (const { name, value } of columns) {
    const each = value(attributes);
    if (each === undefined || (typeof each === "number" && !Number.isFinite(each))) continue;
    if (Array.isArray(each) && each.length === 0) continue;
    values.set(
      name,
      typeof each === "string"
        ? replaceIllegal(each)
        : Array.isArray(each)
          ? each.map((item: string) => replaceIllegal(item))
          : each === 0
            ? 0
            : each,
    );
  }
  return values;
}

/** Names that XML cannot hold are replaced, and may then need a number: such pictures are for other tests. */
const legal = (graph: PictureGraph): boolean =>
  [...nodeColumnsOf(graph), ...edgeColumnsOf(graph)].every(({ name }) => replaceIllegal(name) === name);

describe("exports read back", () => {
  it("GEXF 1.3 has every attribute of every node and edge, with its type", async () => {
    await fc.assert(
      fc.asyncProperty(hostilePicture.filter(legal), async (graph) => {
        const records = await read(exported(graph, "gexf"), "gexf");
        const nodes = [...graph.nodes()];
        const edges = [...graph.edges()];
        expect(records.nodes.map(({ label }) => label)).toEqual(
          nodes.map(({ attributes }) => replaceIllegal(attributes.label)),
        );
        const nodeColumns = nodeColumnsOf(graph);
        for (const [at, node] of nodes.entries())
          expect(new Map(named(records.nodeAttributes, records.nodes[at] as never))).toEqual(
            expected(nodeColumns, node.attributes),
          );
        const edgeColumns = edgeColumnsOf(graph);
        for (const [at, edge] of edges.entries()) {
          const record = records.edges[at];
          expect(new Map(named(records.edgeAttributes, record as never))).toEqual(
            expected(edgeColumns, edge.attributes),
          );
          expect(record?.directed).toBe(graph.type === "directed");
          expect(record?.line).toBe(edge.attributes.line);
        }
      }),
      RUNS,
    );
  });

  it.each([
    ["gexf", "1.2"],
    ["graphml", "1.3"],
    ["json", "1.3"],
  ] as const)("%s (%s) has all nodes, edges, labels, places and ends", async (id, version) => {
    await fc.assert(
      fc.asyncProperty(hostilePicture, async (graph) => {
        const records = await read(exported(graph, id, version), id);
        const clean = (text: string) => (id === "json" ? text : replaceIllegal(text));
        const nodes = [...graph.nodes()];
        expect(records.nodes.map(({ label }) => label)).toEqual(
          nodes.map((node) => clean(node.attributes.label)),
        );
        const place = new Map(records.nodes.map((node, at) => [node.id, at]));
        expect(
          records.edges.map((edge) => [place.get(edge.source), place.get(edge.target), edge.label]),
        ).toEqual(
          [...graph.edges()].map((edge) => [
            nodes.findIndex(({ key }) => key === edge.source),
            nodes.findIndex(({ key }) => key === edge.target),
            clean(edge.attributes.label),
          ]),
        );
      }),
      RUNS,
    );
  });

  it("CSV has ends, ids, labels and dates, without the apostrophes against formulas", async () => {
    const records = await read(exported(smallPicture(), "csv"), "csv");
    const edges = [...smallPicture().edges()];
    expect(records.edges.map(({ id, source, target, label }) => [id, source, target, label])).toEqual(
      edges.map(({ key, source, target, attributes }) => [key, source, target, attributes.label]),
    );
    expect(named(records.edgeAttributes, records.edges[2] as never).get("Summary")).toBe("=2+2");
    expect(records.nodes.find(({ id }) => id === "actor:beta")?.label).toBe("Beta & Sons");
  });
});

/** Records with attributes by name, whatever is declared besides. */
const plain = (records: Records) => ({
  nodes: records.nodes.map((node) => ({ ...node, values: new Map(named(records.nodeAttributes, node)) })),
  edges: records.edges.map((edge) => ({ ...edge, values: new Map(named(records.edgeAttributes, edge)) })),
});

const PAIRS = ["gexf", "graphml", "json"].flatMap((from) =>
  ["gexf", "graphml", "json"].map((to) => [from, to] as const),
);

describe("conversions", () => {
  it("of an export of GEXF to GEXF give the same file", async () => {
    const before = exported(smallPicture(), "gexf");
    const { text } = await convert(before, "gexf", "gexf");
    expect(text.split("<graph")[1]).toBe(before.split("<graph")[1]);
  });

  it.each(PAIRS)("of %s to %s lose nothing the second time", async (from, to) => {
    await fc.assert(
      fc.asyncProperty(hostilePicture, async (graph) => {
        const there = await convert(exported(graph, from), from, to);
        const again = await convert(there.text, to, to);
        expect(plain(await read(again.text, to))).toEqual(plain(await read(there.text, to)));
        if (to !== "json") readXml(there.text);
        const records = await read(there.text, to);
        expect([records.nodes.length, records.edges.length]).toEqual([graph.order, graph.size]);
      }),
      RUNS,
    );
  });

  it.each(["gexf", "graphml", "json"])("of %s to CSV and back keep every edge", async (from) => {
    await fc.assert(
      fc.asyncProperty(hostilePicture, async (graph) => {
        const before = await read(exported(graph, from), from);
        const { text } = await convert(exported(graph, from), from, "csv");
        const after = await read(text, "csv");
        const lone = (each: string) => Buffer.from(each).toString();
        expect(after.edges.map(({ id, source, target, directed }) => [id, source, target, directed])).toEqual(
          before.edges.map(({ id, source, target, directed }) => [
            lone(id ?? ""),
            lone(source),
            lone(target),
            directed,
          ]),
        );
        const again = await convert(text, "csv", "csv");
        expect(plain(await read(again.text, "csv")).edges).toEqual(plain(after).edges);
      }),
      RUNS,
    );
  });
});
