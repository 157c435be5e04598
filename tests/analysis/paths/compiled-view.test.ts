/** What is kept of a view between questions: that it is used again, that it is bounded, and that closed nodes are opened again. */
import { describe, expect, it } from "vitest";
import { blockNodes } from "../../../src/analysis/paths/blocking.ts";
import { compiledView, keptViews, type Walked } from "../../../src/analysis/paths/compiled-view.ts";
import { walkTable } from "../../../src/analysis/paths/walk-table.ts";
import { buildStatementIndex } from "../../../src/graph/statement-index.ts";
import { DEFAULT_FILTER, type Filter } from "../../../src/model/view.ts";
import { tinyDataset } from "../../support/tiny-dataset.ts";
import { ask, ways } from "./ask.ts";

const hostile = tinyDataset({
  actors: ["a", "constructor", "__proto__", "lonely"],
  relations: ["r", { id: "both", symmetric: true }],
  sources: ["d1", "d2"],
  statements: [
    { actor: "a", relation: "r", target: "constructor", source: "d1" },
    { actor: "a", relation: "r", target: "constructor", source: "d2", polarity: "support" },
    { actor: "constructor", relation: "r", target: "constructor" },
    { actor: "constructor", relation: "r", target: "a", extra: new Map([["tone", "hot"]]) },
    { actor: "a", relation: "r", target: "__proto__", extra: new Map([["tone", "cold"]]) },
    { actor: "__proto__", relation: "both", target: "constructor", source: "d2" },
  ],
});

const setUp = () => {
  const index = buildStatementIndex(hostile);
  const table = walkTable(index, index.adjacency("none"));
  const view = (filter: Partial<Filter> = {}, walked: Partial<Walked> = {}) =>
    compiledView(index, table, {
      filter: { ...DEFAULT_FILTER, ...filter },
      via: ["relation"],
      directed: false,
      ...walked,
    });
  return { index, table, view };
};

describe("rows of neighbours", () => {
  it("hold each neighbour once, in key order, without loops", () => {
    const { index, view } = setUp();
    const neighbours = (key: string, { onward }: ReturnType<typeof view>): string[] => {
      const node = index.nodeByKey.get(key) as number;
      const end = onward.span[2 * node + 1] || onward.make(node);
      return [...onward.pool.subarray(onward.span[2 * node], end)].map(
        (other) => index.nodes[other] as string,
      );
    };
    expect(neighbours("actor:a", view())).toEqual(["actor:__proto__", "actor:constructor"]);
    expect(neighbours("actor:constructor", view())).toEqual(["actor:__proto__", "actor:a"]);
    expect(neighbours("actor:lonely", view())).toEqual([]);
    expect(neighbours("actor:a", view({ source: ["d2"] }))).toEqual(["actor:constructor"]);
    expect(neighbours("actor:constructor", view({}, { directed: true }))).toEqual([
      "actor:__proto__",
      "actor:a",
    ]);
    expect(neighbours("actor:__proto__", view({}, { directed: true }))).toEqual(["actor:constructor"]);
    expect(neighbours("actor:a", view({}, { via: ["stance"] }))).toEqual([]);
  });
});

describe("kept views", () => {
  it("are found again whatever the order of lists and members", () => {
    const { view } = setUp();
    view({ source: ["d1", "d2"] });
    const again = view({ source: ["d2", "d1", "d1"] });
    expect(view({ source: ["d1", "d2"] }).onward).toBe(again.onward);
    expect(view({ source: ["d1"] }).onward).not.toBe(again.onward);
    expect(view({ source: ["d1", "d2"] }, { directed: true }).onward).not.toBe(again.onward);
    expect(view({ source: ["d1", "d2"] }).onward).toBe(again.onward);
    // Kept apart, though one is the other with a comma.
    expect(view({ source: ["d1,d2"] }).onward).not.toBe(again.onward);
  });

  it("asked for once take over each other's rows", () => {
    const { view, table } = setUp();
    const first = view({ since: "2020-01-01" }).onward;
    expect(view({ since: "2020-01-02" }).onward).toBe(first);
    expect(view({ since: "2020-01-03" }, { directed: true }).onward).toBe(first);
    expect(keptViews(table).count).toBe(1);
  });

  it("never share rows while they are kept, and are bounded", () => {
    const { view, table } = setUp();
    const days = Array.from({ length: 400 }, (_, at) => `2020-${String((at % 12) + 1).padStart(2, "0")}`);
    for (const [at, since] of days.entries()) {
      const named = { since, minConfidence: (at % 7) / 10 };
      view(named);
      const kept = view(named).onward;
      // Compared here, because `not.toBe` compares all members too.
      const isShared = (filter: Partial<Filter>): boolean => view(filter).onward === kept;
      expect(isShared({ until: since })).toBe(false);
      // More names than are remembered, while views of earlier ones are still kept.
      for (let more = 0; more < (at % 50 === 0 ? 80 : 1); more++)
        expect(isShared({ until: `19${more}` })).toBe(false);
      if (at % 2 === 0) expect(view(named).onward).toBe(kept);
      expect(keptViews(table).count).toBeLessThanOrEqual(17);
    }
    expect(keptViews(table).bytes).toBeLessThan(4_500_000);
  });
});

describe("closed nodes", () => {
  it("are open again in the next question", () => {
    const { table } = setUp();
    const { scratch } = table;
    const shut = (closed: Partial<Parameters<typeof blockNodes>[1]>): number[] => {
      blockNodes(scratch, { allowed: null, avoid: [], ...closed });
      // Marks repeat what is blocked.
      expect([...scratch.mark].map((mark) => (mark === 2 ** 31 - 1 ? 1 : 0))).toEqual([...scratch.blocked]);
      return [...scratch.blocked];
    };
    expect(shut({ avoid: [1] })).toEqual([0, 1, 0, 0]);
    expect(shut({ avoid: [3, 3] })).toEqual([0, 0, 0, 1]);
    expect(shut({ avoid: [0, 2] })).toEqual([1, 0, 1, 0]);
    const allowed = Uint8Array.of(1, 1, 1, 0);
    expect(shut({ allowed })).toEqual([0, 0, 0, 1]);
    // The same table with other content is another question.
    allowed[0] = 0;
    expect(shut({ allowed })).toEqual([1, 0, 0, 1]);
    expect(shut({ avoid: [2] })).toEqual([0, 0, 1, 0]);
    expect(shut({})).toEqual([0, 0, 0, 0]);
  });
});

it("a filter on a further column holds for paths", () => {
  const question = { from: "actor:a", to: "actor:constructor" } as const;
  expect(ask(hostile, question, { filter: { x: ["tone=hot"] } }).paths[0]?.hops[0]?.statements).toEqual([
    "s4",
  ]);
  expect(ask(hostile, question, { filter: { x: ["tone=cold"] } }).paths).toEqual([]);
});

it("a question that one walk cannot end is answered level by level", () => {
  const names = [..."abcdefghijklmnop"];
  const statements = names.flatMap((actor) =>
    names.filter((target) => actor < target).map((target) => ({ actor, relation: "r", target })),
  );
  const dataset = tinyDataset({ actors: names, relations: ["r"], statements });
  const query = { from: "actor:a", to: "actor:p", mode: "all", maxLength: 12 } as const;
  const answer = ask(dataset, query);
  const lengths = new Map<number, number>();
  for (const { length } of answer.paths) lengths.set(length, (lengths.get(length) ?? 0) + 1);
  expect([...lengths]).toEqual([
    [1, 1],
    [2, 14],
    [3, 14 * 13],
    [4, 1000 - 1 - 14 - 14 * 13],
  ]);
  const keys = ways(answer).map((way) => `${String(way.length).padStart(3)} ${way}`);
  expect([...keys].sort()).toEqual(keys);
  let looks = 0;
  const part = ask(dataset, query, { deadline: { expired: () => ++looks > 8 } });
  expect(part.truncated).toBe(true);
  expect(part.paths).toEqual(answer.paths.slice(0, part.paths.length));
});
