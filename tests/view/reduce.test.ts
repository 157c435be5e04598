/** Level of detail: which pictures are reduced, by which rule, and that they say so. */
import { describe, expect, it } from "vitest";
import { buildStatementIndex, type StatementIndex } from "../../src/graph/statement-index.ts";
import type { PictureGraph } from "../../src/model/graph.ts";
import type { NodeKey } from "../../src/model/id.ts";
import { DEFAULT_FILTER, DEFAULT_VIEW, type View } from "../../src/model/view.ts";
import { applyView, type Destination } from "../../src/view/apply-view.ts";
import { bundledProjection } from "../../src/view/projections/bundled.ts";
import { countBundles } from "../../src/view/projections/bundles.ts";
import { houseIndex } from "../support/house.ts";
import { type TinyStatement, tinyDataset } from "../support/tiny-dataset.ts";

const range = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
const indexOf = (actors: number, issues: number, statements: readonly TinyStatement[]): StatementIndex =>
  buildStatementIndex(
    tinyDataset({
      actors: range(actors).map((at) => `a${at}`),
      issues: range(issues).map((at) => `i${at}`),
      sources: [{ id: "d", date: "2025-01-01" }],
      statements: [...statements],
    }),
  );
const picture = (index: StatementIndex, view: Partial<View> = {}, destination: Destination = "screen") =>
  applyView(index, { ...DEFAULT_VIEW, layout: "circular", ...view }, destination).graph;
const edgesOf = (graph: PictureGraph) => [...graph.edges()];
const keysOf = (graph: PictureGraph) => new Set<string>(Array.from(graph.nodes(), ({ key }) => key));

/** 30 actors who stand on 2,100 issues: `aN` supports all of them but every (N + 2)th. */
const few = indexOf(
  30,
  2100,
  range(2100).flatMap((issue) =>
    range(30).map((actor) => ({
      actor: `a${actor}`,
      issue: `i${issue}`,
      polarity: issue % (actor + 2) === 0 ? ("oppose" as const) : ("support" as const),
    })),
  ),
);

/** 2,500 actors; the later an actor, the fewer its statements. */
const crowd = indexOf(
  2500,
  3,
  range(2500).flatMap((actor) =>
    range(1 + Math.floor((2500 - actor) / 500)).map((at) => ({ actor: `a${actor}`, issue: `i${at % 3}` })),
  ),
);

describe("a picture of few actors and very many issues", () => {
  const graph = picture(few);
  const { reduced } = graph.attributes;

  it("is their agreement network", () => {
    expect(reduced).toMatchObject({
      rule: "agreement",
      of: { nodes: 2130, edges: 63_000 },
      shown: { nodes: 30, edges: graph.size },
      listed: 5,
    });
    expect(graph.type).toBe("undirected");
    expect(graph.order).toBe(30);
    expect(reduced?.reason).toContain("2,130 nodes and 63,000 edges");
    expect(graph.attributes.description).toContain(reduced?.reason);
  });

  it("has the ties of a certain strength, all of them, and the strongest of each actor", () => {
    const whole = picture(few, { projection: "agreement", detail: "all" });
    const strongest = new Map<string, number>();
    for (const { source, target, attributes } of edgesOf(whole))
      for (const actor of [source, target])
        strongest.set(actor, Math.max(strongest.get(actor) ?? 0, attributes.count));
    const drawn = new Map(edgesOf(graph).map((edge) => [edge.key, edge]));
    const least = reduced?.least ?? 0;
    for (const { key, source, target, attributes } of edgesOf(whole)) {
      const { count } = attributes;
      if (count >= least) expect(drawn.has(key)).toBe(true);
      else if (drawn.has(key)) expect([strongest.get(source), strongest.get(target)]).toContain(count);
      expect(drawn.get(key)?.attributes.count ?? count).toBe(count);
    }
  });

  it("has wider ties where they are stronger, from thin to the width that a few statements have", () => {
    const ties = edgesOf(graph).sort((a, b) => a.attributes.count - b.attributes.count);
    const sizes = ties.map(({ attributes }) => attributes.size);
    expect([...sizes].sort((a, b) => a - b)).toEqual(sizes);
    expect(sizes[0]).toBeCloseTo(0.6);
    expect(sizes.at(-1)).toBeCloseTo(3.2);
  });

  it("lists some of the statements of each tie, and is the same each time", () => {
    for (const { attributes } of edgesOf(graph)) {
      expect(attributes.statements.length).toBe(Math.min(5, 2 * attributes.count));
      if (attributes.statements.length === 5) expect(attributes.spells).toEqual([]);
    }
    expect(edgesOf(picture(few))).toEqual(edgesOf(graph));
    expect([...picture(few).nodes()]).toEqual([...graph.nodes()]);
  });

  it("counts all statements of the view at its nodes", () => {
    for (const { attributes } of graph.nodes()) expect(attributes.statements).toBe(2100);
    expect(graph.attributes.counts.shown).toBe(63_000);
  });

  it("is whole with detail=all and in files, unless a file is asked to be reduced", () => {
    for (const whole of [picture(few, { detail: "all" }), picture(few, {}, "file")]) {
      expect(whole.attributes.reduced).toBeUndefined();
      expect([whole.order, whole.size]).toEqual([2130, 63_000]);
      // More edges than are kept: each walk makes them anew.
      expect(edgesOf(whole)).toHaveLength(63_000);
    }
    expect(picture(few, { detail: "reduced" }, "file").attributes.reduced).toEqual(reduced);
  });

  it("shows the best evidenced nodes around an ego, itself first", () => {
    const around = picture(few, { ego: ["actor:a3" as NodeKey] });
    expect(around.attributes.reduced).toMatchObject({
      rule: "best-evidenced",
      of: { nodes: 2101, edges: 2100 },
    });
    expect(keysOf(around).has("actor:a3")).toBe(true);
    expect(around.order).toBe(300);
  });

  it("is not reduced once the view is narrow enough", () => {
    const narrow = picture(few, { filter: { ...DEFAULT_FILTER, issue: ["i1", "i2"] as never } });
    expect(narrow.attributes.reduced).toBeUndefined();
    expect(narrow.order).toBe(32);
  });
});

describe("a picture of very many actors", () => {
  it("shows the best evidenced", () => {
    const graph = picture(crowd);
    expect(graph.attributes.reduced).toMatchObject({
      rule: "best-evidenced",
      shown: { nodes: 300, edges: graph.size },
      of: { nodes: 2503 },
    });
    const keys = keysOf(graph);
    for (const issue of ["issue:i0", "issue:i1", "issue:i2"]) expect(keys.has(issue)).toBe(true);
    const least = Math.min(...Array.from(graph.nodes(), ({ attributes }) => attributes.statements));
    const whole = [...picture(crowd, { detail: "all" }).nodes()];
    for (const { key, attributes } of whole)
      if (attributes.statements > least) expect(keys.has(key)).toBe(true);
  });

  it("of agreements, shows the strongest ties", () => {
    const index = indexOf(
      250,
      40,
      range(250).flatMap((actor) =>
        range(40)
          .filter((issue) => (actor + issue) % 3 !== 0)
          .map((issue) => ({ actor: `a${actor}`, issue: `i${issue}` })),
      ),
    );
    const graph = picture(index, { projection: "agreement" });
    expect(graph.attributes.reduced).toMatchObject({
      rule: "strongest-ties",
      of: { nodes: 250, edges: 31_125 },
    });
    expect(graph.order).toBe(250);
    expect(graph.size).toBeLessThan(2300);
  });
});

describe("a picture of very many statements between few nodes", () => {
  const heaps = indexOf(
    3,
    20,
    range(60_000).map((at) => ({
      actor: `a${at % 3}`,
      issue: `i${at % 20}`,
      polarity: at % 2 === 0 ? ("support" as const) : ("oppose" as const),
    })),
  );

  it("is whole, with short lists", () => {
    const graph = picture(heaps);
    expect(graph.attributes.reduced).toMatchObject({ rule: "short-lists", listed: 5, of: { nodes: 23 } });
    expect(graph.attributes.reduced?.shown).toEqual(graph.attributes.reduced?.of);
    for (const { attributes } of edgesOf(graph)) {
      expect(attributes.count).toBe(1000);
      expect(attributes.statements).toHaveLength(5);
      expect(attributes).toMatchObject({ confidence: 1, spells: [], said_on: "2025-01-01" });
    }
  });

  it("draws no more than 5,000 edges of the statements themselves", () => {
    const graph = picture(heaps, { projection: "statements" });
    expect(graph.attributes.reduced).toMatchObject({
      rule: "best-evidenced",
      of: { nodes: 23, edges: 60_000 },
    });
    expect(graph.size).toBeLessThanOrEqual(5000);
    expect(graph.size).toBeGreaterThan(0);
  });
});

describe("a picture of few actors, many statements and few issues", () => {
  /** 120 actors who each take a side on 90 of 100 issues, and meet each other, one or many of them. */
  const dense = (meetings: number): StatementIndex =>
    buildStatementIndex(
      tinyDataset({
        actors: range(120).map((at) => `a${at}`),
        issues: range(100).map((at) => `i${at}`),
        relations: [{ id: "meets", polarity: "positive" }],
        sources: [{ id: "d", date: "2025-01-01" }],
        statements: [
          ...range(120).flatMap((actor) => range(90).map((at) => ({ actor: `a${actor}`, issue: `i${at}` }))),
          ...range(120).flatMap((actor) =>
            range(meetings).map((at) => ({
              actor: `a${actor}`,
              relation: "meets",
              target: `a${(actor + at + 1) % 120}`,
            })),
          ),
        ],
      }),
    );

  it("is their agreement network", () => {
    expect(picture(dense(1)).attributes.reduced).toMatchObject({
      rule: "agreement",
      of: { nodes: 210, edges: 10_920 },
    });
  });

  it("is not where they speak of each other more than of issues", () => {
    expect(picture(dense(95)).attributes.reduced).toMatchObject({
      rule: "best-evidenced",
      of: { nodes: 210, edges: 22_200 },
    });
  });
});

describe("the house dataset", () => {
  it.each(["bundled", "statements", "agreement"] as const)("is never reduced (%s)", (projection) => {
    const graph = picture(houseIndex(), { projection, detail: "reduced" });
    expect(graph.attributes.reduced).toBeUndefined();
  });
});

describe("everything of an agreement network", () => {
  // 210 actors on both sides of 40 issues: 43,890 ties with two statements of both actors on each issue, 3.5 million together.
  const torn = indexOf(
    210,
    40,
    range(210).flatMap((actor) =>
      range(40).flatMap((issue) =>
        (["support", "oppose"] as const).map((polarity) => ({
          actor: `a${actor}`,
          issue: `i${issue}`,
          polarity,
        })),
      ),
    ),
  );

  it("has short lists where long ones would fill the memory, and says so", () => {
    for (const destination of ["screen", "file"] as const) {
      const { graph } = applyView(
        torn,
        { ...DEFAULT_VIEW, projection: "agreement", layout: "circular", detail: "all" },
        destination,
      );
      expect(graph.attributes.reduced).toMatchObject({
        rule: "short-lists",
        listed: 5,
        shown: { nodes: 210, edges: 43_890 },
        of: { nodes: 210, edges: 43_890 },
      });
      expect(graph.attributes.description).toContain("Each edge lists its first 5 statements at most.");
      const [edge] = graph.edges();
      expect(edge?.attributes).toMatchObject({ count: 40 });
      expect(edge?.attributes.statements).toHaveLength(5);
    }
  });

  it("has whole lists otherwise", () => {
    const view = { ...DEFAULT_VIEW, projection: "agreement", layout: "circular", detail: "all" } as const;
    const { graph } = applyView(torn, { ...view, filter: { ...DEFAULT_FILTER, issue: ["i1"] as never } });
    expect(graph.attributes.reduced).toBeUndefined();
    expect([...graph.edges()][0]?.attributes.statements).toHaveLength(4);
  });
});

describe("the number of bundles", () => {
  it("is that of the edges drawn, whatever the roll-up", () => {
    const index = houseIndex();
    for (const rollup of ["none", "body", "top"] as const) {
      const adjacency = index.adjacency(rollup);
      const { statements } = applyView(index, { ...DEFAULT_VIEW, rollup, layout: "circular" });
      const input = { index, adjacency, statements };
      const { length } = bundledProjection.run(input);
      expect(countBundles(input)).toBe(length);
    }
  });
});
