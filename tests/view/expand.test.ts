/** Expanded nodes: the statements and edges that they bring under filters, surroundings and roll-up, against a slow reading of the definition. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rollUpActor } from "../../src/graph/rollup.ts";
import { buildStatementIndex } from "../../src/graph/statement-index.ts";
import type { Statement } from "../../src/model/dataset.ts";
import type { NodeKey } from "../../src/model/id.ts";
import { DEFAULT_FILTER, DEFAULT_VIEW, type Filter, type View } from "../../src/model/view.ts";
import { applyView, selectView } from "../../src/view/apply-view.ts";
import { listActors } from "../../src/view/records/actor-record.ts";
import { expansionRecord } from "../../src/view/records/expansion-record.ts";
import { listIssues } from "../../src/view/records/issue-record.ts";
import { createLookups } from "../../src/view/records/lookups.ts";
import { showStatements } from "../../src/view/records/shown.ts";
import { houseIndex } from "../support/house.ts";
import { type TinyStatement, tinyDataset } from "../support/tiny-dataset.ts";

const ACTORS = ["a", "b", "c", "d", "e"] as const;
const ISSUES = ["x", "y", "z"] as const;

const tables = (statements: readonly TinyStatement[]) =>
  tinyDataset({
    kinds: ["state", "group"],
    relations: [{ id: "accuses", polarity: "negative" }, { id: "helps" }],
    actors: [
      { id: "a", kind: "state" },
      { id: "b", kind: "state" },
      { id: "c", kind: "group", speaksFor: "b" },
      { id: "d", kind: "group" },
      "e",
    ],
    issues: ["x", { id: "y", parent: "x" }, "z"],
    sources: [
      { id: "d1", date: "2025-01-01" },
      { id: "d2", date: "2025-06-01" },
    ],
    statements: [...statements],
  });

const said = {
  actor: fc.constantFrom(...ACTORS),
  source: fc.constantFrom("d1", "d2"),
  confidence: fc.constantFrom(0.3, 0.9),
};
const stance = fc.record({
  ...said,
  issue: fc.constantFrom(...ISSUES),
  polarity: fc.constantFrom("support", "oppose", "neutral"),
});
const relation = fc
  .record({ ...said, relation: fc.constantFrom("accuses", "helps"), target: fc.constantFrom(...ACTORS) })
  .filter(({ actor, target }) => actor !== target);
const keys = fc.subarray([...ACTORS.map((id) => `actor:${id}`), ...ISSUES.map((id) => `issue:${id}`)], {
  maxLength: 2,
});
const view: fc.Arbitrary<View> = fc.record({
  filter: fc
    .record({
      actor: fc.subarray([...ACTORS], { maxLength: 2 }),
      kind: fc.subarray(["state", "group"]),
      issue: fc.subarray([...ISSUES], { maxLength: 1 }),
      relation: fc.subarray(["accuses"]),
      polarity: fc.subarray(["support", "oppose"] as const),
      source: fc.subarray(["d1"]),
      minConfidence: fc.constantFrom(0, 0.5),
      since: fc.constantFrom("", "2025-03"),
    })
    .map((filter): Filter => ({ ...DEFAULT_FILTER, ...filter })),
  ego: keys,
  expand: keys,
  depth: fc.integer({ min: 1, max: 2 }),
  rollup: fc.constantFrom("none", "body"),
  projection: fc.constantFrom("bundled", "statements", "agreement"),
  layout: fc.constant("circular"),
  structure: fc.constant(false),
  theme: fc.constant("light"),
  detail: fc.constant("all"),
});
const cases = fc.record({
  statements: fc.array(fc.oneof(stance, relation), { minLength: 1, maxLength: 14 }),
  view,
});

/** Statement by statement, as the definition reads; of views without agreements. */
function slowly(statements: readonly TinyStatement[], asked: View) {
  const dataset = tables(statements);
  const { filter } = asked;
  const nodeOf = (key: string): string => {
    const actor = dataset.actors.find(({ id }) => `actor:${id}` === key);
    return actor ? `actor:${rollUpActor(dataset, actor, asked.rollup).id}` : key;
  };
  const ends = ({ actor, issue, target }: Statement): readonly [string, string] => [
    nodeOf(`actor:${actor}`),
    issue === null ? nodeOf(`actor:${target}`) : `issue:${issue}`,
  ];
  const counts = (one: Statement): boolean =>
    ends(one)[0] !== ends(one)[1] &&
    (filter.polarity.length === 0 || filter.polarity.includes(one.polarity)) &&
    (filter.source.length === 0 || filter.source.includes(one.source)) &&
    (one.confidence ?? 1) >= filter.minConfidence &&
    (filter.since === "" || one.source === "d2");
  const isAsked = (one: Statement): boolean => {
    const kind = dataset.actors.find(({ id }) => id === one.actor)?.kind ?? "";
    const free = filter.issue.length === 0 && filter.relation.length === 0;
    const issues = filter.issue.flatMap((id): string[] => (id === "x" ? ["x", "y"] : [id]));
    return (
      (filter.actor.length === 0 || filter.actor.includes(one.actor)) &&
      (filter.kind.length === 0 || filter.kind.includes(kind)) &&
      (free ||
        (one.issue === null ? filter.relation.includes(one.relation ?? "") : issues.includes(one.issue)))
    );
  };
  const passing = dataset.statements.filter((one) => counts(one) && isAsked(one));
  const around = new Set(asked.ego.map(nodeOf));
  for (let step = 0; step < asked.depth; step++)
    for (const node of passing
      .map(ends)
      .filter((pair) => pair.some((end) => around.has(end)))
      .flat())
      around.add(node);
  const near = passing.filter((one) => asked.ego.length === 0 || ends(one).every((end) => around.has(end)));
  const expanded = new Set(asked.expand.map(nodeOf));
  const brought = dataset.statements.filter(
    (one) => counts(one) && ends(one).some((end) => expanded.has(end)),
  );
  const shown = dataset.statements.filter((one) => near.includes(one) || brought.includes(one));
  return {
    statements: shown.map(({ id }) => id),
    nodes: [...new Set([...shown.flatMap(ends), ...(asked.ego.length > 0 ? around : [])])].sort(),
  };
}

const drawn = (index: ReturnType<typeof buildStatementIndex>, asked: View) => {
  const { graph, statements, counts } = applyView(index, asked);
  return {
    statements: [...statements].map((number) => index.dataset.statements[number]?.id),
    counts,
    nodes: [...graph.nodes()].map(({ key }) => key as string).sort(),
    edges: new Map(
      [...graph.edges()].map((edge): [string, readonly string[]] => [
        edge.key,
        [edge.source, edge.target, ...edge.attributes.statements, String(edge.attributes.count)],
      ]),
    ),
  };
};

describe("expanded nodes", () => {
  it("bring all their statements that count as evidence, and nothing else", () => {
    fc.assert(
      fc.property(cases, ({ statements, view: asked }) => {
        fc.pre(asked.projection !== "agreement");
        const {
          nodes,
          statements: shown,
          counts,
          edges,
        } = drawn(buildStatementIndex(tables(statements)), asked);
        const slow = slowly(statements, asked);
        expect(shown).toEqual(slow.statements);
        expect(nodes).toEqual(slow.nodes);
        expect([...edges.values()].flatMap(([, , ...rest]) => rest.slice(0, -1)).sort()).toEqual(
          [...slow.statements].sort(),
        );
        const { total, ...reasons } = counts;
        expect(Object.values(reasons).reduce((sum, count) => sum + count)).toBe(total);
      }),
      { numRuns: 400 },
    );
  });

  it("have the edges of the view that asks neither who nor what, in every projection; all others stay", () => {
    fc.assert(
      fc.property(cases, ({ statements, view: asked }) => {
        const index = buildStatementIndex(tables(statements));
        const { standsFor } = index.adjacency(asked.rollup);
        const expanded = asked.expand.map(
          (key) => index.nodes[standsFor[index.nodeByKey.get(key) as number] as number],
        );
        const isAt = ([from, to]: readonly string[]) => expanded.some((key) => key === from || key === to);
        const open = { actor: [], kind: [], issue: [], relation: [] };
        const plain = drawn(index, { ...asked, expand: [] });
        const wide = drawn(index, { ...asked, expand: [], ego: [], filter: { ...asked.filter, ...open } });
        const wanted = [
          ...[...plain.edges].filter(([, edge]) => !isAt(edge)),
          ...[...wide.edges].filter(([, edge]) => isAt(edge)),
        ];
        const { edges, nodes, statements: shown } = drawn(index, asked);
        expect([...edges].sort()).toEqual(wanted.sort());
        expect(nodes).toEqual(expect.arrayContaining(plain.nodes));
        expect(shown).toEqual(expect.arrayContaining(plain.statements));
        expect([...selectView(index, asked).statements]).toEqual([...applyView(index, asked).statements]);
      }),
      { numRuns: 400 },
    );
  });

  it("come with as many neighbours as was said before", () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(...ACTORS), ({ statements, view: asked }, id) => {
        const index = buildStatementIndex(tables(statements));
        const key: NodeKey = `actor:${id}` as NodeKey;
        const before = new Set(drawn(index, asked).nodes);
        const after = drawn(index, { ...asked, expand: [...asked.expand, key] });
        const { standsFor } = index.adjacency(asked.rollup);
        const itself = index.nodes[standsFor[index.nodeByKey.get(key) as number] as number];
        const { neighbours, total } = expansionRecord(index, asked, key);
        const fresh = after.nodes.filter((one) => !before.has(one) && one !== itself);
        expect(neighbours.map((one) => one.key)).toEqual(fresh);
        expect(total).toBe(fresh.length);
      }),
      { numRuns: 200 },
    );
  });

  it("stand in the lists with their neighbours, beside what was chosen", () => {
    const index = buildStatementIndex(
      tables([
        { actor: "a", issue: "x" },
        { actor: "b", issue: "x" },
        { actor: "b", issue: "z" },
        { actor: "d", issue: "y" },
        { actor: "e", relation: "accuses", target: "b" },
      ]),
    );
    const asked: View = {
      ...DEFAULT_VIEW,
      filter: { ...DEFAULT_FILTER, actor: ["a"], issue: ["y"] },
      expand: ["actor:b"],
    };
    const shown = showStatements(index, asked);
    const lookups = createLookups(index);
    expect(listActors(lookups, shown).map(({ id }) => id)).toEqual(["b", "e"]);
    expect(listIssues(lookups, shown).map(({ id }) => id)).toEqual(["x", "z"]);
  });

  it("are named in the description", () => {
    const { graph } = applyView(houseIndex(), {
      ...DEFAULT_VIEW,
      layout: "circular",
      filter: { ...DEFAULT_FILTER, actor: ["hamas"] },
      expand: ["actor:egypt"],
    });
    expect(graph.attributes.description).toContain("held by Hamas, with all neighbours of Egypt.");
  });
});

describe("expanded nodes in a picture that is reduced", () => {
  const range = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
  /** `a0` speaks of issues that nobody else speaks of; the others, so many that the picture is reduced, of three. */
  const crowd = (own: number) =>
    buildStatementIndex(
      tinyDataset({
        actors: range(2500).map((at) => `a${at}`),
        issues: range(3 + own).map((at) => `i${at}`),
        statements: [
          ...range(2500).flatMap((actor) => [
            { actor: `a${actor}`, issue: `i${actor % 3}` },
            { actor: `a${actor}`, issue: `i${actor % 2}` },
          ]),
          ...range(own).map((at) => ({ actor: "a0", issue: `i${3 + at}` })),
        ],
      }),
    );
  const screen = (index: ReturnType<typeof buildStatementIndex>, change: Partial<View>) => {
    const { graph } = applyView(index, { ...DEFAULT_VIEW, layout: "circular", ...change }, "screen");
    return { graph, keys: new Set([...graph.nodes()].map(({ key }) => key as string)) };
  };

  it("bring neighbours that the rule leaves out", () => {
    const index = crowd(20);
    const before = screen(index, {});
    const { graph, keys } = screen(index, { expand: ["actor:a0"] });
    expect(before.graph.attributes.reduced?.rule).toBe("best-evidenced");
    for (const key of before.keys) expect(keys.has(key)).toBe(true);
    for (const at of range(20)) expect(keys.has(`issue:i${3 + at}`)).toBe(true);
    const fresh = keys.size - before.keys.size;
    expect(fresh).toBe(20);
    expect(expansionRecord(index, DEFAULT_VIEW, "actor:a0" as NodeKey).total).toBe(fresh);
    expect(graph.attributes.reduced).toMatchObject({ added: { nodes: 20, edges: 20, of: 20 } });
  });

  it("bring back nodes with their edges to all that are drawn", () => {
    // `a1` speaks of what `a0` speaks of too, which the rule leaves out for both.
    const own = range(20).flatMap((at) => ["a0", "a1"].map((actor) => ({ actor, issue: `i${3 + at}` })));
    const index = buildStatementIndex(
      tinyDataset({
        actors: range(2500).map((at) => `a${at}`),
        issues: range(23).map((at) => `i${at}`),
        statements: [
          ...range(2500).flatMap((actor) =>
            // Each with so many statements that only these nodes are among the best-evidenced, `a1` with them.
            range(actor < 2 ? 1 : 3).map((at) => ({ actor: `a${actor}`, issue: `i${at}` })),
          ),
          ...range(10).map(() => ({ actor: "a1", issue: "i0" })),
          ...own,
        ],
      }),
    );
    const { graph, keys } = screen(index, { expand: ["actor:a0"] });
    expect(keys.has("actor:a1")).toBe(true);
    const ends = [...graph.edges()].map(({ source, target }) => `${source} ${target}`);
    for (const at of range(20)) expect(ends).toContain(`actor:a1 issue:i${3 + at}`);
  });

  it("have all their ties where agreements stand in place of the view, and lists are said to be cut once", () => {
    const index = buildStatementIndex(
      tinyDataset({
        actors: range(30).map((at) => `a${at}`),
        issues: range(2100).map((at) => `i${at}`),
        statements: range(2100).flatMap((issue) =>
          range(30).map((actor) => ({
            actor: `a${actor}`,
            issue: `i${issue}`,
            polarity: issue % (actor + 2) === 0 ? ("oppose" as const) : ("support" as const),
          })),
        ),
      }),
    );
    const { graph, keys } = screen(index, { expand: ["actor:a0"] });
    expect(keys.size).toBe(30);
    const own = [...graph.edges()].filter(({ source, target }) =>
      [source, target].includes("actor:a0" as NodeKey),
    );
    expect(own).toHaveLength(2 * 29);
    const reason = graph.attributes.reduced?.reason ?? "";
    expect(reason).toContain("Of the 58 edges at expanded nodes, 58 are drawn.");
    expect(reason.match(/Each edge lists/g)).toHaveLength(1);
  });

  it("bring 300 neighbours at most there, and say of how many", () => {
    const index = crowd(400);
    const before = screen(index, {});
    const { graph, keys } = screen(index, { expand: ["actor:a0"] });
    expect(keys.size - before.keys.size).toBe(300);
    expect(graph.attributes.reduced).toMatchObject({ added: { nodes: 300, of: 400 } });
    expect(graph.attributes.reduced?.reason).toContain(
      "Of the 400 further neighbours of expanded nodes, 300",
    );
  });

  it("fill the room there is where only they make the picture too large", () => {
    const index = crowd(2400);
    const filter: Filter = { ...DEFAULT_FILTER, actor: ["a1", "a2"] };
    const before = screen(index, { filter });
    const { graph, keys } = screen(index, { filter, expand: ["actor:a0"] });
    expect(before.graph.attributes.reduced).toBeUndefined();
    for (const key of before.keys) expect(keys.has(key)).toBe(true);
    expect(keys.size).toBeGreaterThanOrEqual(2000);
    expect(graph.attributes.reduced).toMatchObject({ rule: "expanded", of: { nodes: 2406 } });
  });
});
