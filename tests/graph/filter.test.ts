/** Filters, roll-up and counts against a slow, obvious reading of the same rules. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileFilter, selectStatements } from "../../src/graph/filter.ts";
import { rollUpActor } from "../../src/graph/rollup.ts";
import { buildStatementIndex } from "../../src/graph/statement-index.ts";
import { type Actor, type Dataset, isStakeholder, type Statement } from "../../src/model/dataset.ts";
import { parseDate } from "../../src/model/date.ts";
import { DEFAULT_FILTER, type Filter, type Rollup } from "../../src/model/view.ts";
import { tinyDataset } from "../support/tiny-dataset.ts";

const ROLLUPS: readonly Rollup[] = ["none", "body", "top"];

/** Hostile ids on purpose: they are property names of every object. */
const dataset = (statements: Parameters<typeof tinyDataset>[0]["statements"] = []): Dataset =>
  tinyDataset({
    kinds: [
      { id: "state" },
      { id: "official" },
      { id: "un-body", rollsUp: false },
      { id: "media", stakeholder: false },
    ],
    actors: [
      { id: "constructor", kind: "state" },
      { id: "__proto__", kind: "official", speaksFor: "ministry" },
      { id: "ministry", memberOf: "constructor", groups: ["toString"] },
      { id: "toString", extra: new Map([["tone", "cold"]]) },
      { id: "un", kind: "un-body" },
      { id: "court", kind: "un-body", memberOf: "un" },
      { id: "judge", kind: "official", speaksFor: "court" },
      { id: "paper", kind: "media" },
      { id: "outlet", role: "source-only" },
    ],
    issues: ["valueOf", { id: "part", parent: "valueOf" }, { id: "deep", parent: "part" }, { id: "other" }],
    relations: [
      { id: "r+" },
      { id: "r-", polarity: "negative" },
      { id: "r0", polarity: "neutral", symmetric: true },
    ],
    sources: [
      { id: "dated", date: "2025-11-01", genre: "news, brief" },
      { id: "bounded", dateEarliest: "2025-10", genre: "speech" },
      { id: "undated" },
    ],
    statements,
  });

const ACTORS = dataset().actors.map(({ id }) => id as string);

const statement = fc.record({
  source: fc.constantFrom("dated", "bounded", "undated"),
  actor: fc.constantFrom(...ACTORS),
  issue: fc.constantFrom("valueOf", "part", "deep", "other"),
  relation: fc.option(fc.constantFrom("r+", "r-", "r0"), { nil: null }),
  target: fc.constantFrom(...ACTORS),
  polarity: fc.constantFrom("support", "oppose", "neutral"),
  voice: fc.constantFrom("reported", "author"),
  modality: fc.constantFrom("position", "forecast", "allegation", "fact"),
  date: fc.constantFrom("", "2025", "2025-11", "2025-10-28"),
  confidence: fc.option(fc.constantFrom(0.2, 0.5, 1), { nil: null }),
  intensity: fc.constantFrom(null, 1, 2, 3),
  offTopic: fc.boolean(),
  repeat: fc.boolean(),
  condition: fc.constantFrom("", "only if asked"),
  extra: fc.constantFrom(new Map<string, string>(), new Map([["tone", "warm"]]), new Map([["tone", "a=b"]])),
});

const statements = fc.array(statement, { maxLength: 25 }).map((drafts) =>
  drafts.map(({ repeat, issue, relation, target, ...draft }, at) => ({
    ...draft,
    id: `s${at}`,
    relation,
    issue: relation === null ? issue : null,
    target: relation === null ? null : target,
    repeatOf: repeat && at > 0 ? "s0" : null,
  })),
);

const filters: fc.Arbitrary<Filter> = fc.record({
  actors: fc.constantFrom("stakeholders", "all"),
  actor: fc.subarray(ACTORS, { maxLength: 4 }),
  kind: fc.subarray(["state", "official", "un-body"], { maxLength: 2 }),
  issue: fc.subarray(["valueOf", "part", "other"], { maxLength: 2 }),
  relation: fc.subarray(["r+", "r-"]),
  source: fc.subarray(["dated", "bounded"]),
  genre: fc.subarray(["news, brief", "speech"]),
  polarity: fc.subarray(["support", "oppose", "neutral"] as const),
  modality: fc.subarray(["position", "forecast", "allegation", "fact"] as const),
  intensity: fc.subarray(["1", "3"]),
  voice: fc.constantFrom("reported", "author", "any"),
  minConfidence: fc.constantFrom(0, 0.5, 0.9),
  since: fc.constantFrom("", "2025-10-28", "2025-11", "2026"),
  until: fc.constantFrom("", "2025-10-28", "2025-12", "2024"),
  undated: fc.constantFrom("show", "hide"),
  offTopic: fc.constantFrom("show", "hide"),
  repeats: fc.constantFrom("show", "hide"),
  x: fc.subarray(["tone=warm", "tone=cold", "tone=a=b"]),
});

/** The rules of DESIGN §3 and §5, one after the other, statement by statement. */
function passes(data: Dataset, filter: Filter, one: Statement): boolean {
  const actor = data.actorById.get(one.actor) as Actor;
  const target = one.target === null ? undefined : data.actorById.get(one.target);
  if (filter.actors === "stakeholders" && [actor, target].some((end) => end && !isStakeholder(data, end)))
    return false;
  if (filter.actor.length > 0 && !filter.actor.includes(one.actor)) return false;
  if (filter.kind.length > 0 && !filter.kind.includes(actor.kind ?? "")) return false;
  const above = (id: string | null): string[] =>
    id === null ? [] : [id, ...above(data.issueById.get(id)?.parent ?? null)];
  if (filter.issue.length > 0 || filter.relation.length > 0) {
    const byIssue = above(one.issue).some((id) => filter.issue.includes(id));
    const byRelation = one.relation !== null && filter.relation.includes(one.relation);
    if (!byIssue && !byRelation) return false;
  }
  const tone = one.extra.get("tone") ?? actor.extra.get("tone");
  if (filter.x.length > 0 && !filter.x.includes(`tone=${tone}`)) return false;
  if (filter.source.length > 0 && !filter.source.includes(one.source)) return false;
  if (filter.genre.length > 0 && !filter.genre.includes(data.sourceById.get(one.source)?.genre ?? ""))
    return false;
  if (filter.intensity.length > 0 && !filter.intensity.includes(String(one.intensity))) return false;
  if (filter.polarity.length > 0 && !filter.polarity.includes(one.polarity)) return false;
  if (filter.modality.length > 0 && !filter.modality.includes(one.modality)) return false;
  if (filter.voice !== "any" && filter.voice !== one.voice) return false;
  if ((one.confidence ?? 1) < filter.minConfidence) return false;
  if (filter.offTopic === "hide" && one.offTopic) return false;
  if (filter.repeats === "hide" && one.repeatOf !== null) return false;
  if (filter.since === "" && filter.until === "") return true;
  const source = data.sourceById.get(one.source);
  const date = parseDate(one.date) ?? parseDate(source?.date ?? "");
  const bound = parseDate(source?.dateEarliest ?? "");
  if (!date && !bound) return filter.undated === "show";
  const first = date?.first ?? bound?.first ?? 0;
  const last = date?.last ?? Number.POSITIVE_INFINITY;
  const since = parseDate(filter.since)?.first ?? Number.NEGATIVE_INFINITY;
  const until = parseDate(filter.until)?.last ?? Number.POSITIVE_INFINITY;
  return first <= until && last >= since;
}

/** That the selection of these statements is what the rules say. */
function check(records: Parameters<typeof dataset>[0], filter: Filter, rollup: Rollup): void {
  const data = dataset(records);
  const index = buildStatementIndex(data);
  const { statements: kept, counts } = selectStatements(
    index,
    compileFilter(index, filter),
    index.adjacency(rollup).merged,
  );
  const top = (id: string) => rollUpActor(data, data.actorById.get(id) as Actor, rollup).id;
  const merged = (one: Statement) =>
    rollup !== "none" && one.target !== null && top(one.actor) === top(one.target);
  const passing = data.statements.filter((one) => passes(data, filter, one));
  expect(Array.from(kept, (at) => data.statements[at]?.id)).toEqual(
    passing.filter((one) => !merged(one)).map(({ id }) => id),
  );
  expect(counts.rolledTogether).toBe(passing.filter(merged).length);
  const { total, shown, repeats, undated, rolledTogether, filtered } = counts;
  expect(shown + repeats + undated + rolledTogether + filtered).toBe(total);
  expect(filtered).toBeGreaterThanOrEqual(0);
}

describe("filters", () => {
  it("keep what the rules keep, and account for every statement", () => {
    fc.assert(
      fc.property(statements, filters, fc.constantFrom(...ROLLUPS), (records, filter, rollup) =>
        check(records, filter, rollup),
      ),
      { numRuns: 400 },
    );
  });

  it("keep the same of stretches of a thousand that are alike, and of those with one exception", () => {
    const stretch = fc.record({
      date: fc.constantFrom("2025", "2025-10-28", "2025-11", "2026-02-01"),
      length: fc.integer({ min: 900, max: 2100 }),
      exception: fc.option(fc.tuple(fc.nat({ max: 899 }), statements)),
    });
    const filter = fc.oneof(
      filters,
      fc
        .record({ since: fc.constantFrom("", "2025-11"), until: fc.constantFrom("", "2025-12") })
        .map((dates): Filter => ({ ...DEFAULT_FILTER, ...dates })),
    );
    fc.assert(
      fc.property(
        fc.array(stretch, { minLength: 1, maxLength: 3 }),
        filter,
        fc.constantFrom(...ROLLUPS),
        (stretches, asked, rollup) => {
          const records = stretches.flatMap(({ date, length, exception }) => {
            const alike = Array.from({ length }, () => ({
              source: "dated",
              actor: "constructor",
              issue: "other",
              date,
              repeatOf: null as string | null,
            }));
            const [at, others] = exception ?? [0, []];
            return [...alike.slice(0, at), ...others.slice(0, 1), ...alike.slice(at)];
          });
          check(
            records.map((record, at) => ({ ...record, id: `s${at}` })),
            asked,
            rollup,
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it("say why a statement is left out", () => {
    const data = dataset([
      { id: "a", actor: "constructor", issue: "other", source: "dated" },
      { id: "b", actor: "constructor", issue: "other", source: "dated", repeatOf: "a" },
      { id: "c", actor: "constructor", issue: "other", source: "undated" },
      { id: "d", actor: "constructor", issue: "other", source: "dated", offTopic: true },
    ]);
    const index = buildStatementIndex(data);
    const filter = compileFilter(index, { ...DEFAULT_FILTER, since: "2025" });
    expect(selectStatements(index, filter, index.adjacency("none").merged).counts).toEqual({
      total: 4,
      shown: 1,
      repeats: 1,
      undated: 1,
      rolledTogether: 0,
      filtered: 1,
    });
  });
});

describe("roll-up", () => {
  const data = dataset();
  const rolled = (id: string, rollup: Rollup) =>
    rollUpActor(data, data.actorById.get(id) as Actor, rollup).id;

  it.each([
    ["__proto__", "ministry", "constructor"],
    ["ministry", "ministry", "constructor"],
    ["judge", "court", "court"],
    ["court", "court", "court"],
    ["constructor", "constructor", "constructor"],
  ])("%s → body %s, top %s", (id, body, top) => {
    expect([rolled(id, "none"), rolled(id, "body"), rolled(id, "top")]).toEqual([id, body, top]);
  });

  it("never follows groups", () => {
    expect(rolled("ministry", "top")).not.toBe("toString");
  });
});

describe("adjacency", () => {
  it("lists every edge at both its ends, once, save those that roll-up merges", () => {
    fc.assert(
      fc.property(statements, fc.constantFrom(...ROLLUPS), (records, rollup) => {
        const index = buildStatementIndex(dataset(records));
        const adjacency = index.adjacency(rollup);
        const rows = (start: Int32Array, edges: Int32Array) =>
          index.nodes.flatMap((_, node) =>
            Array.from(edges.slice(start[node], start[node + 1]), (edge) => `${node} ${edge}`),
          );
        const all = Array.from({ length: index.edgeCount }, (_, edge) => edge).filter(
          (edge) => !adjacency.merged[edge],
        );
        const expected = (end: Int32Array) => all.map((edge) => `${end[edge]} ${edge}`).sort();
        expect(rows(adjacency.outStart, adjacency.outEdge).sort()).toEqual(expected(adjacency.from));
        expect(rows(adjacency.inStart, adjacency.inEdge).sort()).toEqual(expected(adjacency.to));
      }),
      { numRuns: 100 },
    );
  });
});
