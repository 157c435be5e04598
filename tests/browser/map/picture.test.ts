import { describe, expect, it } from "vitest";
import { coarseAspect } from "../../../src/browser/map/aspect.ts";
import { compact } from "../../../src/browser/map/compact.ts";
import { emphasisOf, targetOf } from "../../../src/browser/map/emphasis.ts";
import {
  assemble,
  bestEvidenced,
  byImportance,
  composePicture,
  type PictureEdge,
  type PictureNode,
} from "../../../src/browser/map/picture.ts";
import {
  describeEdge,
  describeNode,
  edgesByWeight,
  nearest,
  neighboursByWeight,
} from "../../../src/browser/map/walk.ts";
import type { Guides } from "../../../src/model/guides.ts";
import { PALETTES } from "../../../src/view/appearance.ts";
import { GRAPH } from "../fixtures.ts";

const NONE = { pointed: null, group: null, highlight: null, selection: null };
const picture = composePicture(GRAPH, "light", new Map());
const nodeOf = (key: string) => {
  const node = picture.nodeByKey.get(key);
  if (!node) throw new Error(key);
  return node;
};

describe("the picture", () => {
  it("takes its colours from the page's theme", () => {
    expect(nodeOf("issue:i").color).toBe(PALETTES.light.issue);
    const dark = composePicture(GRAPH, "dark", new Map());
    expect(dark.edgeByKey.get("ai-")?.color).toBe(PALETTES.dark.tentative.oppose);
    expect(dark.edgeByKey.get("bi")?.color).toBe(PALETTES.dark.polarity.support);
  });

  it("bends only edges whose pair has several, apart from each other", () => {
    const step = (key: string) => picture.edgeByKey.get(key)?.step;
    expect(step("bi")).toBe(0);
    expect(step("ai+")).not.toBe(step("ai-"));
    // Opposite directions with equal signs of their steps lie on different sides.
    expect(step("ab")).toBe(step("ba"));
    expect(step("ab")).not.toBe(0);
  });

  it("leaves pinned nodes where they were put", () => {
    const pinned = composePicture(GRAPH, "light", new Map([["actor:a", { x: 7, y: 9 }]]));
    expect(pinned.nodeByKey.get("actor:a")).toMatchObject({ x: 7, y: 9 });
    expect(pinned.nodeByKey.get("actor:b")).toMatchObject({ x: 200, y: 0 });
  });

  it("leaves out what the layout sets aside, and keeps the guides through every change", () => {
    const guides: Guides = {
      lines: [],
      texts: [],
      notes: [],
      aside: ["actor:c"],
      labels: "outwards",
      margin: 100,
      values: GRAPH.nodes.map((_, at) => (at === 0 ? 0.5 : null)),
    };
    const graph = { ...GRAPH, attributes: { ...GRAPH.attributes, guides } };
    const guided = composePicture(graph, "light", new Map());
    expect(guided.nodeByKey.has("actor:c")).toBe(false);
    expect(guided.edges.some(({ source, target }) => source === "actor:c" || target === "actor:c")).toBe(
      false,
    );
    expect(guided.nodes[0]?.value).toBe(0.5);
    expect("value" in (guided.nodes[1] ?? {})).toBe(false);
    expect(bestEvidenced(guided, 1, new Set()).guides).toBe(guides);
    const narrow = compact(guided, 0.5, "two-column");
    for (const { isIssue, x } of narrow.nodes) expect(x > 0).toBe(isIssue);
    expect(narrow.guides?.texts.map(({ text }) => text)).toContain("Actors (2)");
  });

  it("can be cut down to its best-evidenced nodes and what must stay", () => {
    const few = bestEvidenced(picture, 2, new Set(["actor:c"]));
    expect(few.nodes.map(({ key }) => key)).toEqual(["actor:a", "actor:c", "issue:i"]);
    expect(few.edges.map(({ key }) => key)).toEqual(["ai+", "ai-", "ci"]);
  });

  it("prefers nodes that are joined to those chosen before, issues included", () => {
    const node = (key: string, statements: number): PictureNode => ({
      ...nodeOf("actor:a"),
      key: key as PictureNode["key"],
      statements,
    });
    const edge = (source: string, target: string): PictureEdge =>
      ({ ...picture.edges[0], key: `${source}${target}`, source, target }) as PictureEdge;
    const nodes = [
      ...Array.from({ length: 8 }, (_, at) => node(`actor:${at}`, 100 - at)),
      ...Array.from({ length: 8 }, (_, at) => node(`issue:${at}`, 8 - at)),
      node("actor:alone", 99.5),
    ];
    // No two of the best-evidenced are joined but by way of an issue.
    const edges = Array.from({ length: 8 }, (_, at) => [
      edge(`actor:${at}`, `issue:${at}`),
      edge(`actor:${(at + 1) % 8}`, `issue:${at}`),
    ]).flat();
    const keys = (most: number) => bestEvidenced(assemble(nodes, edges), most, new Set()).nodes;
    expect(keys(4).map(({ key }) => key)).toEqual(["actor:0", "actor:1", "issue:0", "issue:1"]);
    expect(bestEvidenced(assemble(nodes, edges), 6, new Set()).edges.length).toBeGreaterThanOrEqual(5);
    // Where nothing more is joined, the best of the rest come.
    expect(keys(17)).toHaveLength(17);
    expect(bestEvidenced(assemble(nodes, []), 2, new Set()).nodes.map(({ key }) => key)).toEqual([
      "actor:0",
      "actor:alone",
    ]);
  });

  it("is laid out anew for a narrow screen without losing anything", () => {
    const narrow = compact(picture, 0.5);
    expect(narrow.nodes.map(({ key }) => key)).toEqual(picture.nodes.map(({ key }) => key));
    expect(narrow.nodes.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
    expect(compact(picture, 0.5)).toEqual(narrow);
  });

  it("takes the proportions of the screen, in steps", () => {
    expect(coarseAspect(640, 200)).toBeGreaterThan(2.8);
    expect(coarseAspect(390, 700)).toBeLessThan(0.6);
    expect(coarseAspect(642, 201)).toBe(coarseAspect(640, 200));
    expect(Number.isFinite(coarseAspect(640, -5))).toBe(true);
  });

  it("orders labels by the number of neighbours", () => {
    expect(byImportance(picture)[0]?.key).toBe("issue:i");
  });
});

describe("emphasis", () => {
  it("is none when nothing asks for it", () => {
    expect(emphasisOf(picture, NONE)).toBeNull();
    expect(emphasisOf(picture, { ...NONE, selection: { type: "node", key: "actor:gone" } })).toBeNull();
  });

  it("shows a node's neighbourhood, the pointer's before the selection's", () => {
    const selection = { type: "node", key: "actor:c" } as const;
    const chosen = emphasisOf(picture, { ...NONE, selection });
    expect([...(chosen?.nodes ?? [])].sort()).toEqual(["actor:c", "issue:i"]);
    expect(chosen?.lasting).toBe(true);
    const pointed = emphasisOf(picture, { ...NONE, selection, pointed: { type: "node", key: "actor:b" } });
    expect([...(pointed?.edges ?? [])].sort()).toEqual(["ab", "ba", "bi"]);
  });

  it("follows a path by edges or by the statements behind them, between its nodes only", () => {
    const highlight = {
      index: 0,
      nodes: ["actor:a", "issue:i", "actor:b"],
      edges: ["bi"],
      statements: ["ai+-1", "ci-1"],
    };
    expect([...(emphasisOf(picture, { ...NONE, highlight })?.edges ?? [])].sort()).toEqual(["ai+", "bi"]);
  });

  it("marks what a row of the legend stands for", () => {
    const edges = (group: Parameters<typeof emphasisOf>[1]["group"]) => [
      ...(emphasisOf(picture, { ...NONE, group })?.edges ?? []),
    ];
    expect(edges({ by: "polarity", value: "oppose" })).toEqual(["ai-"]);
    expect(edges({ by: "conditional" })).toEqual(["ai+"]);
    expect(emphasisOf(picture, { ...NONE, group: { by: "kind", value: "issue" } })?.nodes).toEqual(
      new Set(["issue:i"]),
    );
  });

  it("marks nothing for a row of which nothing is drawn, and what else asks for it stays", () => {
    const gone: readonly Parameters<typeof emphasisOf>[1]["group"][] = [
      { by: "polarity", value: "neutral" },
      { by: "kind", value: "court" },
      { by: "nodes", keys: ["actor:gone"] },
    ];
    const selection = { type: "node", key: "actor:c" } as const;
    const chosen = emphasisOf(picture, { ...NONE, selection });
    for (const group of gone) {
      expect(emphasisOf(picture, { ...NONE, group })).toBeNull();
      expect(emphasisOf(picture, { ...NONE, group, selection })).toEqual(chosen);
    }
    const pointed = { type: "edge", key: "gone" } as const;
    expect(emphasisOf(picture, { ...NONE, pointed, selection })).toEqual(chosen);
  });

  it("keeps the selected node readable beside a path", () => {
    const path = { nodes: ["actor:a", "actor:b"], edges: ["ab"], statements: [] };
    const emphasis = emphasisOf(picture, {
      ...NONE,
      highlight: path,
      selection: { type: "node", key: "actor:c" },
    });
    expect(emphasis?.nodes).toEqual(new Set(["actor:a", "actor:b", "actor:c"]));
    expect(emphasis?.edges).toEqual(new Set(["ab"]));
  });

  it("finds the edge of a selected statement", () => {
    expect(targetOf(picture, { type: "statement", id: "bi-1" })).toEqual({ type: "edge", key: "bi" });
    expect(targetOf(picture, { type: "statement", id: "gone" })).toBeNull();
  });
});

describe("walking by keyboard", () => {
  it("goes to the nearest node in a direction", () => {
    expect(nearest(picture.nodes, nodeOf("actor:a"), "right")?.key).toBe("actor:b");
    expect(nearest(picture.nodes, nodeOf("actor:a"), "up")?.key).toBe("issue:i");
    expect(nearest(picture.nodes, nodeOf("actor:a"), "down")?.key).toBe("actor:c");
    expect(nearest(picture.nodes, nodeOf("actor:a"), "left")).toBeNull();
  });

  it("goes round the neighbours, most statements first", () => {
    expect(neighboursByWeight(picture, "issue:i").map(({ key }) => key)).toEqual([
      "actor:b",
      "actor:a",
      "actor:c",
    ]);
  });

  it("goes round the lines of a node, most statements first", () => {
    expect(edgesByWeight(picture, "issue:i").map(({ key }) => key)).toEqual(["bi", "ai+", "ai-", "ci"]);
    expect(edgesByWeight(picture, "gone")).toEqual([]);
  });

  it("says what it finds", () => {
    expect(describeNode(nodeOf("actor:c"))).toBe("Long actor:c, state: 1 statement; holds 1 in support");
    expect(
      describeNode({
        ...nodeOf("issue:i"),
        kindLabel: "UN body",
        statements: 9,
        support: 4,
        oppose: 3,
        neutral: 2,
      }),
    ).toBe("Long issue:i, UN body: 9 statements; 4 in support, 3 in opposition, 2 without a side");
    expect(describeNode({ ...nodeOf("actor:c"), statements: 2, support: 0 })).toBe(
      "Long actor:c, state: 2 statements",
    );
    const edge = picture.edgeByKey.get("ai+");
    expect(edge && describeEdge(picture, edge)).toBe(
      "Long actor:a supports Long issue:i, 2 statements, with a condition",
    );
    // Ties of agreement count issues, never statements.
    const tie = edge && {
      ...edge,
      target: "actor:b" as const,
      agreement: true,
      conditional: false,
      count: 1325,
    };
    expect(tie && describeEdge(picture, tie)).toBe("Long actor:a and Long actor:b agree on 1,325 issues");
    expect(tie && describeEdge(picture, { ...tie, polarity: "oppose", count: 1 })).toBe(
      "Long actor:a and Long actor:b disagree on 1 issue",
    );
  });
});
