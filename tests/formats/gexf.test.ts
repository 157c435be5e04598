/** GEXF read back: nothing of a picture is lost, time is as Gephi wants it, and NetworkX reads version 1.2. */
import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { ExportContext } from "../../src/formats/format.ts";
import { gexfFormat } from "../../src/formats/gexf/format.ts";
import type { PictureGraph } from "../../src/model/graph.ts";
import { contextFor, edge, node, picture, smallPicture, textOf } from "./fixture.ts";
import { elements, readXml, type XmlElement } from "./xml-reader.ts";

const write = (graph: PictureGraph = smallPicture(), fields: Partial<ExportContext> = {}) =>
  textOf(gexfFormat.write(graph, contextFor(fields).context));

const read = (graph?: PictureGraph, fields?: Partial<ExportContext>) => readXml(write(graph, fields));

const values = (element: XmlElement): Record<string, string> =>
  Object.fromEntries(
    elements(element, "attvalue").map(({ attributes }) => [attributes["for"], attributes["value"]]),
  );

const edgeNamed = (root: XmlElement, id: string) =>
  elements(root, "edge").find(({ attributes }) => attributes["id"] === id) as XmlElement;

const spells = (element: XmlElement) =>
  elements(element, "spell").map(({ attributes }) => ({ ...attributes }));

describe("GEXF 1.3", () => {
  it("declares every attribute once, with its type", () => {
    const root = read();
    const [nodes, edges] = elements(root, "attributes").map((declared) =>
      Object.fromEntries(
        elements(declared, "attribute").map(({ attributes }) => [attributes["title"], attributes["type"]]),
      ),
    );
    expect(nodes).toMatchObject({ node_type: "string", aliases: "liststring", support: "integer" });
    expect(nodes).toMatchObject({ "x:score": "string", "x:note": "string" });
    expect(edges).toMatchObject({
      kind: "string",
      polarity: "string",
      relation: "string",
      condition: "string",
      confidence: "double",
      document: "string",
      document_title: "string",
      said_on: "string",
      said_until: "string",
      summary: "string",
      voice: "string",
      modality: "string",
      intensity: "double",
      count: "integer",
      conditional: "boolean",
      statements: "liststring",
    });
  });

  it("gives back nodes and edges with attributes, looks and places", () => {
    const root = read();
    const [alpha, beta] = elements(root, "node") as [XmlElement, XmlElement];
    expect(alpha.attributes).toMatchObject({ id: "actor:alpha", label: "Alpha" });
    expect(values(alpha)).toMatchObject({
      statements: "3",
      aliases: '[Alfa, "The \\"A\\""]',
      "x:score": "-0.5",
    });
    expect(values(beta)["x:note"]).toBe("a\tb");
    expect(elements(beta, "viz:position")[0]?.attributes).toMatchObject({ x: "120", y: "40.25" });
    expect(elements(beta, "viz:shape")[0]?.attributes["value"]).toBe("diamond");
    expect(elements(beta, "viz:color")[0]?.attributes).toEqual({ r: "65", g: "86", b: "111" });
    const support = edgeNamed(root, "actor:alpha;support;issue:plan");
    expect(support.attributes).toEqual({
      id: "actor:alpha;support;issue:plan",
      source: "actor:alpha",
      target: "issue:plan",
      kind: "support",
      weight: "2",
      label: "supports",
    });
    expect(values(support)).toMatchObject({
      kind: "stance",
      condition: "if asked",
      conditional: "true",
      confidence: "0.75",
      count: "2",
      statements: "[s1, s3]",
    });
    expect(elements(support, "viz:shape")[0]?.attributes["value"]).toBe("solid");
    expect(elements(root, "node").length).toBe(3);
    expect(elements(root, "edge").length).toBe(5);
  });

  it("has the polarity or the relation for kind, and the statement's id in the statements projection", () => {
    const kinds = (root: XmlElement) => elements(root, "edge").map(({ attributes }) => attributes["kind"]);
    expect(kinds(read())).toEqual(["support", "oppose", "criticises", "neutral", "member-of"]);
    const statements = picture(
      [node("actor:a"), node("issue:b")],
      [edge("s1", ["actor:a", "issue:b"]), edge("s2", ["actor:a", "issue:b"])],
    );
    expect(kinds(read(statements, { projection: "statements" }))).toEqual(["s1", "s2"]);
  });

  it("keeps line ends and tabs in attributes", () => {
    const graph = picture([node("actor:a", { label: "a\nb\tc\rd", description: " two  blanks " })], []);
    const [only] = elements(read(graph), "node") as [XmlElement];
    expect(only.attributes["label"]).toBe("a\nb\tc\rd");
    expect(values(only)["description"]).toBe(" two  blanks ");
  });

  it("names dataset, version, view and day", () => {
    const root = read();
    expect(elements(root, "meta")[0]?.attributes["lastmodifieddate"]).toBe("2025-12-01");
    const description = elements(root, "description")[0]?.text;
    expect(description).toContain("A small set");
    expect(description).toContain("v-0123456789abcdef0123456789abcdef");
    expect(description).toContain("polarity=support&v=1");
    expect(elements(read(undefined, { now: "2025-12-01T10:00:00Z" }), "meta")[0]?.attributes).toEqual({
      lastmodifieddate: "2025-12-01",
    });
  });
});

describe("time", () => {
  it("is said on the graph only when something is dated", () => {
    const dynamic = elements(read(), "graph")[0]?.attributes;
    expect(dynamic).toMatchObject({ mode: "dynamic", timeformat: "date", timerepresentation: "interval" });
    const still = picture([node("actor:a"), node("issue:b")], [edge("e", ["actor:a", "issue:b"])]);
    expect(elements(read(still), "graph")[0]?.attributes).toEqual({
      defaultedgetype: "directed",
      mode: "static",
    });
    expect(write(still)).not.toContain("<spell");
  });

  it("is the union of the spells: overlaps are one, open ends stay open, undated edges have none", () => {
    const root = read();
    expect(spells(edgeNamed(root, "actor:alpha;support;issue:plan"))).toEqual([
      { start: "2025-03-01", end: "2025-03-31" },
    ]);
    expect(spells(edgeNamed(root, "actor:alpha;oppose;issue:plan"))).toEqual([{ start: "2025-05-01" }]);
    expect(spells(edgeNamed(root, "actor:beta;neutral;issue:plan"))).toEqual([]);
  });

  it("lets a node exist while it speaks, and always when it has an undated statement", () => {
    const [alpha, beta, plan] = elements(read(), "node") as [XmlElement, XmlElement, XmlElement];
    expect(spells(alpha)).toEqual([{ start: "2025-03-01", end: "2025-03-31" }, { start: "2025-05-01" }]);
    expect(spells(beta)).toEqual([]);
    expect(spells(plan)).toEqual([]);
  });
});

describe("GEXF 1.2", () => {
  it("has its own namespace, no kinds, and bars between the items of lists", () => {
    const root = read(undefined, { gexfVersion: "1.2" });
    expect(root.attributes["xmlns"]).toBe("http://www.gexf.net/1.2draft");
    expect(root.attributes["version"]).toBe("1.2");
    const support = edgeNamed(root, "actor:alpha;support;issue:plan");
    expect(support.attributes["kind"]).toBeUndefined();
    expect(values(support)["statements"]).toBe("s1|s3");
    expect(elements(root, "graph")[0]?.attributes["timerepresentation"]).toBeUndefined();
  });

  const networkx = spawnSync("python3", ["-c", "import networkx"]).status === 0;
  if (!networkx) console.warn("skipped: a test that needs python3 with networkx, which is not here");

  it.skipIf(!networkx)("is read by NetworkX, parallel edges, lists, spells and all", () => {
    const script = [
      "import io, json, sys, networkx",
      "graph = networkx.read_gexf(io.BytesIO(sys.stdin.buffer.read()), version='1.2draft')",
      "print(json.dumps({'nodes': dict(graph.nodes(data=True)), 'multi': graph.is_multigraph(),",
      "  'edges': [[a, b, d] for a, b, d in graph.edges(data=True)]}))",
    ].join("\n");
    const { stdout, stderr } = spawnSync("python3", ["-c", script], {
      input: write(undefined, { gexfVersion: "1.2" }),
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    const { nodes, edges, multi } = JSON.parse(stdout);
    expect(Object.keys(nodes)).toEqual(["actor:alpha", "actor:beta", "issue:plan"]);
    expect(nodes["actor:beta"].viz.position).toEqual({ x: 120, y: 40.25, z: 0 });
    expect(nodes["actor:alpha"]).toMatchObject({ label: "Alpha", statements: 3, aliases: 'Alfa|The "A"' });
    expect(multi).toBe(true);
    expect(edges.length).toBe(5);
    expect(edges[0][2]).toMatchObject({
      id: "actor:alpha;support;issue:plan",
      weight: 2,
      polarity: "support",
      conditional: true,
      confidence: 0.75,
      spells: [["2025-03-01", "2025-03-31"]],
    });
  });
});
