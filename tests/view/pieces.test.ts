/** What is known beforehand of long runs of statements, against counting them one by one. */
import { describe, expect, it } from "vitest";
import { consecutive } from "../../src/graph/runs.ts";
import { buildStatementIndex } from "../../src/graph/statement-index.ts";
import { tallyNodes } from "../../src/view/profile.ts";
import { agreementTies } from "../../src/view/projections/agreement.ts";
import { countByBits, countByIssue, gatherSides } from "../../src/view/projections/agreement-counts.ts";
import { countBundles, gatherBundles } from "../../src/view/projections/bundles.ts";
import { tinyDataset } from "../support/tiny-dataset.ts";

const ACTORS = 30;
const ISSUES = 900;
const TOTAL = 90_000;

/** The same numbers each time. */
function* drawn(): Generator<number> {
  let state = 20_251_126;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state;
  }
}

const numbers = drawn();
const below = (end: number): number => Math.floor(((numbers.next().value as number) / 2 ** 32) * end);

/** Issues come one after the other, as in a parliament; now and then somebody returns to an old one, says it again, or meets another. */
const index = buildStatementIndex(
  tinyDataset({
    actors: Array.from({ length: ACTORS }, (_, n) => ({ id: `a${n}`, speaksFor: n % 7 === 6 ? "a0" : null })),
    issues: Array.from({ length: ISSUES }, (_, n) => `i${n}`),
    relations: [{ id: "meets", polarity: "positive" }],
    statements: Array.from({ length: TOTAL }, (_, at) => {
      const actor = `a${below(ACTORS)}`;
      const kind = below(50);
      if (kind === 0) return { actor, relation: "meets", target: `a${below(ACTORS)}` };
      const issue = kind === 1 ? below(ISSUES) : Math.floor((at * ISSUES) / TOTAL);
      return {
        actor,
        issue: `i${issue}`,
        polarity: (["support", "support", "oppose", "neutral"] as const)[below(4)] ?? "neutral",
        condition: below(9) === 0 ? "if" : "",
      };
    }),
  }),
);

const scattered = (from: number, end: number): Int32Array =>
  consecutive(end)
    .subarray(from)
    .filter(() => below(3) > 0);

const joined = (...parts: readonly Int32Array[]): Int32Array =>
  Int32Array.from(parts.flatMap((part) => [...part]));

const selections: readonly (readonly [string, Int32Array])[] = [
  ["all", consecutive(TOTAL)],
  ["none", new Int32Array(0)],
  ["from one on", consecutive(TOTAL).subarray(1234)],
  ["up to one", consecutive(70_001)],
  ["a long run", consecutive(88_888).subarray(20_007)],
  ["a short run", consecutive(31_000).subarray(30_500)],
  ["scattered", scattered(0, TOTAL)],
  [
    "runs and what is scattered between them",
    joined(consecutive(40_000), scattered(41_000, 45_000), consecutive(TOTAL).subarray(46_001)),
  ],
];

const pairsOf = (count: typeof countByBits, sides: ReturnType<typeof gatherSides>): number[][] => {
  const pairs: number[][] = [];
  count(sides, (...pair) => pairs.push(pair));
  return pairs;
};

describe.each(["none", "body"] as const)("under the roll-up %s", (rollup) => {
  const adjacency = index.adjacency(rollup);
  const inputs = selections.map(([name, chosen]) => {
    const statements = adjacency.merged.some((mark) => mark !== 0)
      ? chosen.filter((statement) => adjacency.merged[statement] === 0)
      : chosen;
    return [name, { index, adjacency, statements }] as const;
  });

  it.each(inputs)("nodes are tallied as one by one: %s", (_name, { statements }) => {
    const touching = new Int32Array(index.nodes.length);
    const support = new Int32Array(index.nodes.length);
    const conditional = new Int32Array(index.nodes.length);
    const add = (counts: Int32Array, node: number) => {
      counts[node] = (counts[node] as number) + 1;
    };
    for (const number of statements) {
      const { issue, polarity, condition } = index.dataset.statements[
        number
      ] as (typeof index.dataset.statements)[number];
      const holder = adjacency.from[number] as number;
      const target = adjacency.to[number] as number;
      const ends = holder === target ? [holder] : [holder, target];
      for (const end of ends) add(touching, end);
      for (const end of issue === null ? [holder] : ends) {
        if (issue === null || polarity === "support") add(support, end);
        if (condition !== "") add(conditional, end);
      }
    }
    const tally = tallyNodes(index, adjacency, statements);
    expect(Array.from(index.nodes, (_, node) => tally.touching(node))).toEqual([...touching]);
    expect(Array.from(index.nodes, (_, node) => tally.profile(node).support)).toEqual([...support]);
    expect(Array.from(index.nodes, (_, node) => tally.profile(node).conditional)).toEqual([...conditional]);
  });

  it.each(inputs)("bundles are as many as are gathered: %s", (_name, input) => {
    expect(countBundles(input)).toBe(gatherBundles(input).count);
  });

  it.each(inputs)("agreements are those of a copy that is in pieces: %s", (_name, input) => {
    const sides = gatherSides(input);
    const byBits = pairsOf(countByBits, sides);
    expect(byBits).toEqual(pairsOf(countByIssue, sides));
    const { size, count } = agreementTies(input);
    expect(count.subarray(0, size).reduce((sum, own) => sum + own, 0)).toBe(
      byBits.reduce((sum, [, , agree = 0, disagree = 0]) => sum + agree + disagree, 0),
    );
  });

  it("agreements are those counted by issue wherever a run begins", () => {
    for (let begin = 20_000; begin < 20_040; begin++) {
      const statements = consecutive(80_000)
        .subarray(begin)
        .filter((statement) => adjacency.merged[statement] === 0);
      const sides = gatherSides({ index, adjacency, statements });
      expect(pairsOf(countByBits, sides)).toEqual(pairsOf(countByIssue, sides));
    }
  });
});
