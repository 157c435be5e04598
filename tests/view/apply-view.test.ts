/** Projections and the function that applies a view. */
import { describe, expect, it } from "vitest";
import { buildStatementIndex } from "../../src/graph/statement-index.ts";
import type { PictureGraph } from "../../src/model/graph.ts";
import { DEFAULT_FILTER, DEFAULT_VIEW, type View } from "../../src/model/view.ts";
import { applyView, selectView } from "../../src/view/apply-view.ts";
import { houseIndex } from "../support/house.ts";
import { tinyDataset } from "../support/tiny-dataset.ts";

const index = buildStatementIndex(
  tinyDataset({
    kinds: [{ id: "media", stakeholder: false }],
    actors: ["a", "b", { id: "c", memberOf: "b" }, { id: "m", kind: "media" }, "alone"],
    issues: ["x", "y", { id: "z", parent: "y" }],
    relations: [{ id: "accuses", label: "accuses", polarity: "negative" }],
    sources: [
      { id: "d1", title: "One", date: "2025-11-01" },
      { id: "d2", title: "Two", date: "2025-10" },
      { id: "d3" },
    ],
    statements: [
      { id: "s1", actor: "a", issue: "x", confidence: 0.5, summary: "first" },
      {
        id: "s2",
        actor: "a",
        issue: "x",
        source: "d2",
        condition: "if asked",
        intensity: 3,
        summary: "second",
      },
      { id: "s3", actor: "a", issue: "x", polarity: "oppose", source: "d3", modality: "forecast" },
      { id: "s4", actor: "b", issue: "x", polarity: "oppose" },
      { id: "s5", actor: "b", issue: "y", polarity: "oppose" },
      { id: "s6", actor: "a", issue: "y", polarity: "oppose" },
      { id: "s7", actor: "a", relation: "accuses", target: "b" },
      { id: "s8", actor: "b", relation: "accuses", target: "a" },
      { id: "s9", actor: "c", relation: "accuses", target: "b" },
      { id: "s10", actor: "m", issue: "x", voice: "author" },
      { id: "s11", actor: "c", issue: "z", polarity: "neutral" },
      { id: "s12", actor: "a", issue: "x", repeatOf: "s1" },
    ],
  }),
);

const apply = (view: Partial<View>, filter: Partial<View["filter"]> = {}) =>
  applyView(index, { ...DEFAULT_VIEW, ...view, filter: { ...DEFAULT_FILTER, ...filter } });
const edgesOf = (graph: PictureGraph) =>
  Object.fromEntries(Array.from(graph.edges(), (edge) => [edge.key, edge]));
const keysOf = (graph: PictureGraph) => Array.from(graph.nodes(), ({ key }) => key);

describe("the bundled projection", () => {
  const { graph, counts } = apply({});
  const edges = edgesOf(graph);

  it("makes one edge per pair and polarity or relation", () => {
    expect(Object.keys(edges).sort()).toEqual([
      "actor:a;accuses;actor:b",
      "actor:a;oppose;issue:x",
      "actor:a;oppose;issue:y",
      "actor:a;support;issue:x",
      "actor:b;accuses;actor:a",
      "actor:b;oppose;issue:x",
      "actor:b;oppose;issue:y",
      "actor:c;accuses;actor:b",
      "actor:c;neutral;issue:z",
    ]);
    expect(counts).toEqual({ total: 12, shown: 10, repeats: 1, undated: 0, rolledTogether: 0, filtered: 1 });
  });

  it("gathers what its statements say", () => {
    expect(edges["actor:a;support;issue:x"]?.attributes).toMatchObject({
      kind: "stance",
      polarity: "support",
      count: 2,
      statements: ["s1", "s2"],
      condition: "if asked",
      conditional: true,
      confidence: 0.75,
      document: "d1;d2",
      document_title: "One;Two",
      said_on: "2025-10-01",
      said_until: "2025-11-01",
      spells: [
        ["2025-11-01", "2025-11-01"],
        ["2025-10-01", "2025-10-31"],
      ],
      summary: "first / second",
      intensity: 3,
      line: "solid",
      tentative: false,
    });
  });

  it("has no spell for what has no date, and marks forecasts", () => {
    const { attributes } = edges["actor:a;oppose;issue:x"] ?? {};
    expect(attributes).toMatchObject({ spells: [], tentative: true, line: "dashed" });
    expect(attributes).not.toHaveProperty("said_on");
  });

  it("shows nodes with edges only, and counts their statements", () => {
    expect(keysOf(graph)).toEqual(["actor:a", "actor:b", "actor:c", "issue:x", "issue:y", "issue:z"]);
    const [a] = [...graph.nodes()];
    expect(a?.attributes).toMatchObject({ statements: 6, support: 2, oppose: 3, neutral: 0 });
  });
});

describe("the statements projection", () => {
  it("keys each edge by its statement", () => {
    const { graph } = apply({ projection: "statements" });
    expect(Object.keys(edgesOf(graph)).sort()).toEqual([
      "s1",
      "s11",
      "s2",
      "s3",
      "s4",
      "s5",
      "s6",
      "s7",
      "s8",
      "s9",
    ]);
  });
});

describe("the agreement projection", () => {
  it("counts issues shared and issues disputed", () => {
    const { graph } = apply({ projection: "agreement" });
    const edges = edgesOf(graph);
    expect(graph.type).toBe("undirected");
    expect(Object.keys(edges)).toHaveLength(2);
    // Both oppose y; on x, a is reported on both sides and b opposes.
    expect(edges["actor:a;agree;actor:b"]?.attributes).toMatchObject({
      count: 2,
      polarity: "support",
      statements: ["s3", "s4", "s5", "s6"],
    });
    expect(edges["actor:a;disagree;actor:b"]?.attributes).toMatchObject({
      count: 1,
      polarity: "oppose",
      statements: ["s1", "s2", "s4"],
    });
  });
});

describe("a view", () => {
  it("rolls up ends and drops relations within one body", () => {
    const { graph, counts } = apply({ rollup: "top" });
    expect(keysOf(graph)).not.toContain("actor:c");
    expect(counts.rolledTogether).toBe(1);
    expect(edgesOf(graph)).toHaveProperty(["actor:b;neutral;issue:z"]);
  });

  it("narrows to the surroundings of a node", () => {
    expect(keysOf(apply({ ego: ["issue:z"] }).graph)).toEqual(["actor:c", "issue:z"]);
    const wider = apply({ ego: ["issue:z"], depth: 2 });
    expect(keysOf(wider.graph)).toEqual(["actor:b", "actor:c", "issue:z"]);
    expect(wider.counts.shown).toBe(2);
  });

  it("shows an ego without edges alone", () => {
    expect(keysOf(apply({ ego: ["actor:alone"] }).graph)).toEqual(["actor:alone"]);
  });

  it("adds structure between shown nodes only", () => {
    const { graph } = apply({ structure: true });
    expect(Object.keys(edgesOf(graph)).filter((key) => key.startsWith("structure:"))).toEqual([
      "structure:c:member-of:b",
      "structure:z:part-of:y",
    ]);
  });

  it("brings in the authors when asked", () => {
    const { graph } = apply({}, { actors: "all", voice: "any" });
    expect(keysOf(graph)).toContain("actor:m");
  });

  it("is empty, not broken, when nothing matches", () => {
    const { graph, counts } = apply({}, { source: ["nowhere"] });
    expect([graph.order, graph.size, counts.shown]).toEqual([0, 0, 0]);
  });

  it("selects the same statements as it draws", () => {
    const view: View = { ...DEFAULT_VIEW, ego: ["actor:b"], rollup: "body" };
    expect(selectView(index, view).statements).toEqual(applyView(index, view).statements);
  });
});

describe("the house dataset's picture", () => {
  const house = houseIndex();
  const picture = applyView(house, DEFAULT_VIEW);

  it("is the same at every call", () => {
    expect([...applyView(houseIndex(), DEFAULT_VIEW).graph.nodes()]).toEqual([...picture.graph.nodes()]);
  });

  it("places no node on another, and labels below their nodes in free space", () => {
    const nodes = [...picture.graph.nodes()].map(({ attributes }) => attributes);
    for (const a of nodes)
      for (const b of nodes)
        if (a !== b)
          expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(Math.min(a.size, b.size));
  });

  it("puts the best evidenced actors and issues first in size", () => {
    const largest = [...picture.graph.nodes()].sort((a, b) => b.attributes.size - a.attributes.size)[0];
    expect(largest?.attributes.statements).toBe(
      Math.max(...Array.from(picture.graph.nodes(), ({ attributes }) => attributes.statements)),
    );
  });
});
