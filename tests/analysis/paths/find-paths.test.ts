/** Path answers in the small: bundles, faults, limits, roll-up, dates, time budget. */
import { describe, expect, test } from "vitest";
import { pathAgreement } from "../../../src/analysis/paths/agreement.ts";
import { PATH_MODE_REGISTRY } from "../../../src/analysis/paths/modes/registry.ts";
import type { NodeKey } from "../../../src/model/id.ts";
import { PATH_MODES, type PathQuery } from "../../../src/model/path.ts";
import { Fault } from "../../../src/model/problem.ts";
import { type TinyStatement, tinyDataset } from "../../support/tiny-dataset.ts";
import { ask, ways } from "./ask.ts";

const relate = (...pairs: readonly string[]): TinyStatement[] =>
  pairs.map((pair) => ({ actor: pair.charAt(0), relation: "r", target: pair.charAt(1) }));
const graph = (statements: readonly TinyStatement[], actors = "abcdef") =>
  tinyDataset({ actors: [...actors], issues: ["i", "j"], relations: ["r"], statements });

test("the registry has every mode once", () => {
  expect(PATH_MODE_REGISTRY.map(({ id }) => id)).toEqual(PATH_MODES);
});

test("a hop bundles all parallel statements of both directions", () => {
  const dataset = tinyDataset({
    actors: ["a", { id: "b", memberOf: "a" }],
    relations: [
      { id: "plus", polarity: "positive" },
      { id: "zero", polarity: "neutral" },
    ],
    sources: ["d1", "d2"],
    statements: [
      { actor: "b", relation: "zero", target: "a", source: "d2", modality: "fact" },
      { actor: "a", relation: "plus", target: "b", source: "d1", condition: "x", confidence: 0.5 },
      { actor: "a", relation: "plus", target: "b", source: "d2", confidence: 0.25 },
      { actor: "a", relation: "plus", target: "a" },
    ],
  });
  const answer = ask(dataset, {
    from: "actor:a",
    to: "actor:b",
    weighted: true,
    via: ["relation", "membership"],
  });
  expect(answer.paths).toHaveLength(1);
  const { sentence, ...hop } = answer.paths[0]?.hops[0] ?? { sentence: "" };
  expect(sentence).not.toBe("");
  expect(hop).toEqual({
    from: "actor:a",
    to: "actor:b",
    kind: "mixed",
    direction: "both",
    polarity: "support",
    relations: ["plus", "zero"],
    modalities: ["position", "fact"],
    statements: ["s1", "s2", "s3"],
    structure: ["structure:b:member-of:a"],
    documents: ["d1", "d2"],
    conditional: true,
    cost: 0.4,
  });
  expect(answer.paths[0]).toMatchObject({ agreement: "aligned", conditional: true, cost: 0.4, length: 1 });
});

test("the directed reading bundles only what may be walked; a symmetric relation runs both ways", () => {
  const dataset = tinyDataset({
    actors: ["a", "b"],
    relations: ["one", { id: "both", symmetric: true }],
    statements: [
      { actor: "b", relation: "one", target: "a" },
      { actor: "b", relation: "both", target: "a" },
    ],
  });
  const answer = ask(dataset, { from: "actor:a", to: "actor:b", directed: true });
  expect(answer.paths[0]?.hops[0]).toMatchObject({ statements: ["s2"], direction: "in" });
});

describe("agreement", () => {
  const cases = [
    [["support", "support"], "aligned"],
    [["oppose", "support"], "opposed"],
    [["oppose", "oppose"], "aligned"],
    [["mixed", null], "mixed"],
    [["support", null], null],
    [["neutral", "oppose"], null],
    [[], null],
  ] as const;
  test.each(cases)("of %j is %s", (polarities, agreement) => {
    expect(pathAgreement(polarities.map((polarity) => ({ polarity })))).toBe(agreement);
  });
});

test("FROM = TO, also only after roll-up, is one path of no hops", () => {
  const dataset = tinyDataset({ actors: ["a", { id: "b", speaksFor: "a" }] });
  for (const mode of PATH_MODES) {
    const answer = ask(dataset, { from: "actor:b", to: "actor:a", mode }, { rollup: "body" });
    expect(answer).toMatchObject({ from: "actor:a", to: "actor:a", total: 1, truncated: false, hint: null });
    expect(answer.paths).toMatchObject([
      { nodes: ["actor:a"], length: 0, cost: 0, agreement: null, conditional: false, hops: [] },
    ]);
  }
});

test("dates are filters inside the search", () => {
  const dataset = tinyDataset({
    actors: ["a", "b", "c"],
    relations: ["r"],
    statements: [
      { actor: "a", relation: "r", target: "b", date: "2025-05-02" },
      { actor: "a", relation: "r", target: "c", date: "2025-07" },
      { actor: "c", relation: "r", target: "b", date: "2025" },
    ],
  });
  const question = { from: "actor:a", to: "actor:b" } as const;
  expect(ways(ask(dataset, question, { filter: { since: "2025-05-02" } }))).toEqual(["a > b", "a > c > b"]);
  expect(ways(ask(dataset, question, { filter: { since: "2025-05-03" } }))).toEqual(["a > c > b"]);
  expect(ways(ask(dataset, question, { filter: { until: "2025-06-30" } }))).toEqual(["a > b"]);
});

test("a relation with a container as parent is never walked", () => {
  const dataset = tinyDataset({
    actors: ["a", "b"],
    issues: [
      { id: "top", container: true },
      { id: "x", parent: "top" },
      { id: "y", parent: "top" },
    ],
    statements: [
      { actor: "a", issue: "x" },
      { actor: "b", issue: "y" },
    ],
  });
  const answer = ask(dataset, { from: "actor:a", to: "actor:b", via: ["stance", "subissue"] });
  expect(answer.paths).toEqual([]);
});

test("an answer echoes the question as understood", () => {
  const dataset = graph(relate("ab"));
  const answer = ask(
    dataset,
    { from: "actor:a", to: "actor:b", via: ["relation", "stance"], avoid: ["actor:c", "actor:c"] },
    { filter: { source: ["d1"], voice: "any" } },
  );
  expect(answer.query).toEqual({
    mode: "k",
    k: 3,
    maxLength: null,
    via: ["stance", "relation"],
    directed: false,
    weighted: false,
    avoid: ["actor:c"],
    through: [],
    source: ["d1"],
    voice: "any",
  });
  expect(ask(dataset, { from: "actor:a", to: "actor:b", mode: "all" }).query).toMatchObject({ maxLength: 6 });
});

describe("faults", () => {
  const cases: readonly [string, Partial<PathQuery>, Partial<Fault>][] = [
    ["k too small", { k: 0 }, { class: "bad-parameter", parameter: "k", details: { limit: 100 } }],
    ["k no whole number", { k: 1.5 }, { class: "bad-parameter", parameter: "k" }],
    ["k too great", { k: 101 }, { class: "over-limit", parameter: "k", details: { limit: 100 } }],
    ["maxLength 0", { maxLength: 0 }, { class: "bad-parameter", parameter: "maxLength" }],
    [
      "maxLength too great",
      { maxLength: 13 },
      { class: "over-limit", parameter: "maxLength", details: { limit: 12 } },
    ],
    [
      "avoids an end",
      { avoid: ["actor:b"] },
      { class: "bad-parameter", code: "avoids-end", parameter: "avoid" },
    ],
    [
      "avoids what is required",
      { avoid: ["actor:c"], through: ["actor:c"] },
      { class: "bad-parameter", code: "avoids-through" },
    ],
    ["no such node", { to: "actor:toString" }, { class: "unknown-node", parameter: "to" }],
    ["no such node in avoid", { avoid: ["issue:a"] }, { class: "unknown-node", parameter: "avoid" }],
    ["nothing to walk on", { via: [] }, { class: "bad-parameter", parameter: "via" }],
  ];
  test.each(cases)("%s", (_, query, fault) => {
    const dataset = graph(relate("ab"));
    const asked = () => ask(dataset, { from: "actor:a", to: "actor:b", ...query });
    expect(asked).toThrow(Fault);
    expect(asked).toThrow(expect.objectContaining(fault));
  });

  test("an avoided person whose body is an end under roll-up", () => {
    const dataset = tinyDataset({ actors: ["a", "b", { id: "p", speaksFor: "b" }] });
    const query = { from: "actor:a", to: "actor:b", avoid: ["actor:p"] } as const;
    expect(() => ask(dataset, query, { rollup: "body" })).toThrow(
      expect.objectContaining({ code: "avoids-end" }),
    );
    expect(() => ask(dataset, query)).not.toThrow();
  });
});

describe("limits", () => {
  /** Layers of `width` actors, all joined to the next layer: width^layers fewest-hop paths. */
  const layered = (layers: number, width: number) => {
    const id = (layer: number, at: number) => `l${layer}-${at}`;
    const statements: TinyStatement[] = [];
    const actors = ["s", "t"];
    for (let layer = 0; layer < layers; layer++) {
      for (let at = 0; at < width; at++) {
        actors.push(id(layer, at));
        if (layer === 0) statements.push({ actor: "s", relation: "r", target: id(0, at) });
        if (layer === layers - 1) statements.push({ actor: id(layer, at), relation: "r", target: "t" });
        else
          for (let next = 0; next < width; next++)
            statements.push({ actor: id(layer, at), relation: "r", target: id(layer + 1, next) });
      }
    }
    return tinyDataset({ actors, relations: ["r"], statements });
  };
  const ends = { from: "actor:s", to: "actor:t" } as const;
  const dense = layered(4, 6);

  test.each([false, true])("the list ends at 1000 and says so (weighted %s)", (weighted) => {
    for (const mode of ["shortest", "all"] as const) {
      const answer = ask(dense, { ...ends, mode, weighted });
      expect(answer.paths).toHaveLength(1000);
      expect(answer).toMatchObject({ total: 1296, truncated: true });
      expect(answer.paths[0]?.nodes[1]).toBe("actor:l0-0");
    }
  });

  test("mode k is never truncated and total counts beyond what is listed", () => {
    const answer = ask(layered(20, 10), { ...ends, k: 5 });
    expect(answer.paths).toHaveLength(5);
    expect(answer).toMatchObject({ truncated: false, total: Number.MAX_SAFE_INTEGER });
    expect(ask(layered(8, 10), ends).total).toBe(1e8);
  });

  test("exactly 1000 paths are not truncated", () => {
    const answer = ask(layered(3, 10), { ...ends, mode: "shortest" });
    expect(answer).toMatchObject({ total: 1000, truncated: false });
    expect(answer.paths).toHaveLength(1000);
  });

  test("a spent time budget gives a part, in order, and says so", () => {
    let looks = 0;
    const deadline = { expired: () => ++looks > 2 };
    const part = ask(dense, { ...ends, mode: "all", maxLength: 5 }, { deadline });
    const whole = ask(dense, { ...ends, mode: "all", maxLength: 5 });
    expect(part.truncated).toBe(true);
    expect(part.paths.length).toBeLessThan(1000);
    expect(part.paths.length).toBeGreaterThan(0);
    expect(part.paths).toEqual(whole.paths.slice(0, part.paths.length));
    const disjoint = ask(dense, { ...ends, mode: "disjoint" }, { deadline: { expired: () => ++looks > 5 } });
    expect(disjoint.truncated).toBe(true);
  });

  test("mode k ignores the time budget, but refuses what it cannot finish", () => {
    const deadline = { expired: () => true };
    expect(ask(dense, { ...ends, k: 100 }, { deadline })).toMatchObject({ truncated: false });
    const through: readonly NodeKey[] = ["actor:l1-1", "actor:l1-2"];
    expect(ask(dense, { ...ends, k: 100, through }, { deadline }).paths).toHaveLength(100);
    // The cheapest are known only when all have been weighed.
    expect(() => ask(layered(10, 30), { ...ends, through, weighted: true }, { deadline })).toThrow(
      expect.objectContaining({ class: "over-limit", code: "time-budget" }),
    );
  });

  test("every search can be ended by a budget that throws", () => {
    const gone = new Error("nobody waits");
    const deadline = {
      expired: () => {
        throw gone;
      },
    };
    // Fewer fewest-hop paths than are asked for: the search goes on, hop by hop.
    for (const query of [
      { k: 100, weighted: true },
      { mode: "all" as const, weighted: true, maxLength: 5 },
      { mode: "disjoint" as const, k: 100 },
    ])
      expect(() => ask(dense, { ...ends, ...query }, { deadline })).toThrow(gone);
  });

  test("the cheapest of many fewest-hop paths come in the promised order", () => {
    const wide = layered(3, 10);
    const whole = ask(wide, { ...ends, mode: "shortest", weighted: true }).paths;
    const ordered = whole.toSorted((a, b) => a.cost - b.cost || (a.nodes.join() < b.nodes.join() ? -1 : 1));
    for (const k of [1, 7, 100])
      expect(ask(wide, { ...ends, k, weighted: true }).paths).toEqual(ordered.slice(0, k));
    const all = ask(wide, { ...ends, mode: "all", weighted: true, k: 50 });
    expect(all).toMatchObject({ truncated: true, total: 1000 });
    expect(all.paths).toEqual(ordered.slice(0, 50));
  });

  test("more required nodes than can be handled", () => {
    const through = Array.from({ length: 13 }, (_, at): NodeKey => `actor:l${at % 4}-${Math.floor(at / 4)}`);
    expect(() => ask(dense, { ...ends, through })).toThrow(
      expect.objectContaining({ class: "over-limit", parameter: "through", details: { limit: 12 } }),
    );
  });
});

test("a required dead end in a dense graph is refused at once", () => {
  const names = "abcdefghijklmnop";
  const pairs = [...names].flatMap((x) => [...names].filter((y) => x < y).map((y) => x + y));
  const dataset = graph(relate(...pairs, "aq"), `${names}q`);
  const answer = ask(dataset, { from: "actor:b", to: "actor:c", through: ["actor:q"], k: 3 });
  expect(answer.paths).toEqual([]);
  expect(answer.hint?.relax).toEqual({ parameter: "through", value: "" });
});

test("a dense part that can only be left by the way in does not delay mode k", () => {
  const names = "abcdefghijklmnop";
  const pairs = [...names].flatMap((x) => [...names].filter((y) => x < y).map((y) => x + y));
  const dataset = graph(relate(...pairs, "az"), `${names}z`);
  expect(ways(ask(dataset, { from: "actor:a", to: "actor:z", k: 5 }))).toEqual(["a > z"]);
});

test("disjoint paths may have to give up the shortest one", () => {
  // a-b-c-f is shortest, but uses both ways at once; two longer ones are disjoint.
  const dataset = graph(relate("ab", "bc", "cf", "ad", "dc", "be", "ef"), "abcdef");
  expect(ways(ask(dataset, { from: "actor:a", to: "actor:f", mode: "disjoint" }))).toEqual([
    "a > b > e > f",
    "a > d > c > f",
  ]);
  expect(ways(ask(dataset, { from: "actor:a", to: "actor:f", mode: "disjoint", k: 1 }))).toEqual([
    "a > b > c > f",
  ]);
});

test("questions do not disturb each other on one index", () => {
  const dataset = graph(relate("ab", "bc", "ad", "dc", "ac"));
  const before = ask(dataset, { from: "actor:a", to: "actor:c", mode: "all" });
  ask(dataset, { from: "actor:b", to: "actor:d", avoid: ["actor:a"], weighted: true });
  expect(ask(dataset, { from: "actor:a", to: "actor:c", mode: "all" })).toEqual(before);
});
