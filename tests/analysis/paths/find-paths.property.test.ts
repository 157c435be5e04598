/** All four modes against the brute-force reference, on random small multigraphs with hostile ids and random filters. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPaths } from "../../../src/analysis/paths/find-paths.ts";
import { buildStatementIndex, type StatementIndex } from "../../../src/graph/statement-index.ts";
import { actorKey, issueKey, type NodeKey } from "../../../src/model/id.ts";
import { PATH_MODES, PATH_VIAS, type PathQuery } from "../../../src/model/path.ts";
import { DEFAULT_FILTER, type Filter, type Rollup } from "../../../src/model/view.ts";
import { tinyDataset } from "../../support/tiny-dataset.ts";
import { referenceDisjoint, referencePaths } from "./brute-force.ts";

const ACTORS = ["constructor", "__proto__", "toString", "é", "𝒳", "Z"];
const ISSUES = ["constructor", "a", "ﬀ"];
const RELATIONS = [
  { id: "hasOwnProperty", polarity: "positive" },
  { id: "r−", polarity: "negative" },
  { id: "r0", polarity: "neutral", symmetric: true },
] as const;

const pick = <T>(items: readonly T[]) => fc.constantFrom(...items);
const maybe = <T>(value: fc.Arbitrary<T>, freq = 2) => fc.option(value, { nil: null, freq });

const statement = fc.record({
  actor: pick(ACTORS),
  toIssue: fc.boolean(),
  issue: pick(ISSUES),
  relation: pick(RELATIONS.map(({ id }) => id)),
  target: pick(ACTORS),
  polarity: pick(["support", "support", "oppose", "neutral"] as const),
  source: pick(["d1", "d2", "valueOf"]),
  confidence: pick([null, null, 0.5, 0.25, 0.9, 0]),
  condition: pick(["", "", "", "if asked"]),
  modality: pick(["position", "position", "forecast", "allegation", "fact"] as const),
  voice: pick(["reported", "reported", "reported", "author"] as const),
  offTopic: pick([false, false, false, false, true]),
  repeat: pick([false, false, false, false, true]),
  date: pick(["", "2025", "2025-03", "2025-03-31", "2025-04-01", "2024-12-31"]),
  extra: pick([new Map(), new Map([["tone", "hot"]]), new Map([["tone", "constructor"]])]),
});

const dataset = fc
  .record({
    statements: fc.array(statement, { minLength: 12, maxLength: 40 }),
    speaksFor: fc.array(maybe(fc.nat(20)), { minLength: 6, maxLength: 6 }),
    groups: fc.array(maybe(fc.nat(5), 1), { minLength: 6, maxLength: 6 }),
    kinds: fc.array(pick([null, null, null, "press", "un"]), { minLength: 6, maxLength: 6 }),
    parents: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    container: fc.boolean(),
  })
  .map(({ statements, speaksFor, groups, kinds, parents, container }) =>
    tinyDataset({
      kinds: [
        { id: "press", stakeholder: false },
        { id: "un", rollsUp: false },
      ],
      actors: ACTORS.map((id, at) => {
        const parent = speaksFor[at];
        const group = groups[at];
        return {
          id,
          kind: kinds[at] ?? null,
          // Parents come earlier in the list, so that there is no cycle.
          speaksFor:
            at > 0 && typeof parent === "number" && parent % 3 === 0 ? (ACTORS[parent % at] ?? null) : null,
          memberOf:
            at > 0 && typeof parent === "number" && parent % 3 === 1 ? (ACTORS[parent % at] ?? null) : null,
          groups: typeof group === "number" && group !== at ? [ACTORS[group] as string] : [],
        };
      }),
      issues: ISSUES.map((id, at) => ({
        id,
        parent: at > 0 && parents[at] ? (ISSUES[at - 1] as string) : null,
        container: at === 0 && container,
      })),
      relations: RELATIONS,
      sources: ["d1", "d2", "valueOf"],
      statements: statements.map(({ toIssue, issue, relation, target, repeat, polarity, ...rest }, at) => ({
        ...rest,
        id: `s${at}`,
        repeatOf: repeat ? "s0" : null,
        ...(toIssue ? { issue, polarity } : { relation, target }),
      })),
    }),
  );

const KEYS: readonly NodeKey[] = [...ACTORS.map(actorKey), ...ISSUES.map(issueKey)];

const filter: fc.Arbitrary<Partial<Filter>> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  {
    weight: 2,
    arbitrary: fc.record(
      {
        actors: pick(["all", "stakeholders"] as const),
        polarity: fc.subarray(["support", "oppose", "neutral"] as const),
        modality: fc.subarray(["position", "forecast", "allegation", "fact"] as const),
        voice: pick(["reported", "any", "author"] as const),
        minConfidence: pick([0, 0.3, 0.6]),
        source: fc.subarray(["d1", "d2", "valueOf"]),
        actor: fc.subarray(ACTORS, { minLength: 3 }),
        offTopic: pick(["show", "hide"] as const),
        repeats: pick(["show", "hide"] as const),
        since: pick(["", "2025", "2025-03-31", "2025-04"]),
        until: pick(["", "2024", "2025-03", "2025-03-31"]),
        undated: pick(["show", "hide"] as const),
        x: fc.subarray(["tone=hot", "tone=constructor"]),
      },
      { requiredKeys: [] },
    ),
  },
);

const question = fc.record({
  from: pick(KEYS),
  to: pick(KEYS),
  k: maybe(fc.integer({ min: 1, max: 12 })),
  maxLength: maybe(fc.integer({ min: 1, max: 8 })),
  via: fc.oneof(
    fc.constant(PATH_VIAS),
    fc.constant(["stance", "relation"] as const),
    fc.subarray([...PATH_VIAS], { minLength: 1 }),
  ),
  directed: fc.boolean(),
  weighted: fc.boolean(),
  avoid: fc.oneof(fc.constant<NodeKey[]>([]), fc.uniqueArray(pick(KEYS), { maxLength: 2 })),
  through: fc.oneof(
    { weight: 2, arbitrary: fc.constant<NodeKey[]>([]) },
    { weight: 1, arbitrary: fc.uniqueArray(pick(KEYS), { maxLength: 3 }) },
  ),
});

const setting = fc.record({
  dataset,
  filter,
  rollup: pick(["none", "none", "body", "top"] as const),
  question,
  shut: fc.oneof(
    { weight: 3, arbitrary: fc.constant<NodeKey[]>([]) },
    { weight: 1, arbitrary: fc.uniqueArray(pick(KEYS), { maxLength: 2 }) },
  ),
});

describe.each(PATH_MODES)("mode %s", (mode) => {
  test("agrees with the enumeration of all simple paths", () => {
    let answered = 0;
    fc.assert(
      fc.property(setting, (given) => {
        const view = { filter: { ...DEFAULT_FILTER, ...given.filter }, rollup: given.rollup };
        const query: PathQuery = { ...given.question, mode };
        const index = buildStatementIndex(given.dataset);
        const allowed =
          given.shut.length === 0 ? null : new Set<string>(KEYS.filter((key) => !given.shut.includes(key)));
        const reference = referencePaths(given.dataset, view.filter, given.rollup, query, allowed);
        const standing = (key: NodeKey): string =>
          index.nodes[
            index.adjacency(given.rollup).standsFor[index.nodeByKey.get(key) as number] as number
          ] as string;
        const avoided = new Set(query.avoid.map(standing));
        fc.pre(!avoided.has(reference.from) && !avoided.has(reference.to));
        fc.pre(!query.through.some((key) => avoided.has(standing(key))));

        const answer = findPaths(index, view, query, {
          ...(allowed
            ? { allowed: () => Uint8Array.from(index.nodes, (key) => (allowed.has(key) ? 1 : 0)) }
            : {}),
        });
        const { paths } = reference;
        const fewest = paths[0]?.nodes.length;
        const shortest = paths.filter(({ nodes }) => nodes.length === fewest);
        expect([answer.from, answer.to]).toEqual([reference.from, reference.to]);
        expect(answer.total).toBe(shortest.length);
        const whole = mode === "shortest" ? shortest : paths;
        const most = query.k ?? (mode === "k" ? 3 : whole.length);
        expect(answer.truncated).toBe((mode === "all" || mode === "shortest") && whole.length > most);
        expect(answer.hint === null).toBe(paths.length > 0);
        if (paths.length > 0) answered++;

        if (mode === "disjoint") {
          const inner = answer.paths.flatMap(({ nodes }) => nodes.slice(1, -1));
          const hops = answer.paths.reduce((sum, { length }) => sum + length, 0);
          expect(new Set(inner).size).toBe(inner.length);
          expect({ count: answer.paths.length, hops }).toEqual(referenceDisjoint(paths, query.k ?? 100));
        }
        const expected = whole.slice(0, most);
        const compared =
          mode === "disjoint"
            ? answer.paths.map(({ nodes }) => paths.find((path) => path.nodes.join() === nodes.join()))
            : expected;
        expect(answer.paths.map(({ nodes }) => nodes)).toEqual(compared.map((path) => path?.nodes));
        answer.paths.forEach((path, at) => {
          const wanted = compared[at];
          expect(path.length).toBe(path.nodes.length - 1);
          expect(Math.round(path.cost * 1e12)).toBe(wanted?.cost);
          expect([path.agreement, path.conditional]).toEqual([wanted?.agreement, wanted?.conditional]);
          expect(path.hops.map((hop) => [...hop.statements, ...hop.structure])).toEqual(wanted?.statements);
          expect(path.sentence.length).toBeGreaterThan(0);
        });
      }),
      { numRuns: 800 },
    );
    // The generators would be useless if hardly any question had an answer.
    expect(answered).toBeGreaterThan(150);
  });
});

test("questions under changing filters on one index answer as on an index of their own", () => {
  const rollups: readonly Rollup[] = ["none", "none", "body"];
  const asked = fc.record({ which: fc.nat(2), mode: pick(PATH_MODES), question, rollup: pick(rollups) });
  let answered = 0;
  fc.assert(
    fc.property(
      dataset,
      fc.tuple(filter, filter, filter),
      fc.array(asked, { minLength: 4, maxLength: 12 }),
      (given, filters, series) => {
        const shared = buildStatementIndex(given);
        for (const { which, mode, question, rollup } of series) {
          const view = { filter: { ...DEFAULT_FILTER, ...filters[which] }, rollup };
          const answer = (index: StatementIndex) => {
            try {
              return findPaths(index, view, { ...question, mode });
            } catch (error) {
              return String(error);
            }
          };
          const found = answer(shared);
          expect(found).toEqual(answer(buildStatementIndex(given)));
          if (typeof found !== "string" && found.paths.length > 0) answered++;
        }
      },
    ),
    { numRuns: 150 },
  );
  expect(answered).toBeGreaterThan(200);
});

test("a spent time budget leaves the first paths of the whole list", () => {
  fc.assert(
    fc.property(setting, ({ dataset, filter, rollup, question }) => {
      const view = { filter: { ...DEFAULT_FILTER, ...filter }, rollup };
      const query: PathQuery = { ...question, mode: "all", weighted: false, avoid: [], through: [], k: null };
      const index = buildStatementIndex(dataset);
      const whole = findPaths(index, view, query);
      const part = findPaths(index, view, query, { deadline: { expired: () => true } });
      expect(part.paths).toEqual(whole.paths.slice(0, part.paths.length));
      expect(part.truncated || part.paths.length === whole.paths.length).toBe(true);
    }),
    { numRuns: 300 },
  );
});
