/** Agreement counted by bits and by issue, against the obvious way: every pair of holders of every issue. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildStatementIndex } from "../../../src/graph/statement-index.ts";
import { agreementProjection } from "../../../src/view/projections/agreement.ts";
import { countByBits, countByIssue, gatherSides } from "../../../src/view/projections/agreement-counts.ts";
import type { ProjectionInput } from "../../../src/view/projections/projection.ts";
import { tinyDataset } from "../../support/tiny-dataset.ts";

interface Edge {
  count: number;
  statements: Set<number>;
}

/** By key, as the projection's description says it. */
function slowly({ index, adjacency, statements }: ProjectionInput): Map<string, Edge> {
  const held = new Map<number, Map<number, { support: number[]; oppose: number[] }>>();
  for (const number of statements) {
    const statement = index.dataset.statements[number];
    if (!statement || statement.issue === null || statement.polarity === "neutral") continue;
    const issue = adjacency.to[number] as number;
    const holders = held.get(issue) ?? new Map();
    held.set(issue, holders);
    const holder = adjacency.from[number] as number;
    const sides = holders.get(holder) ?? { support: [], oppose: [] };
    holders.set(holder, sides);
    sides[statement.polarity].push(number);
  }
  const edges = new Map<string, Edge>();
  for (const holders of held.values())
    for (const [a, mine] of holders)
      for (const [b, theirs] of holders) {
        const [from, to] = [index.nodes[a] as string, index.nodes[b] as string];
        if (from >= to) continue;
        for (const [word, pairs] of [
          [
            "agree",
            [
              [mine.support, theirs.support],
              [mine.oppose, theirs.oppose],
            ],
          ],
          [
            "disagree",
            [
              [mine.support, theirs.oppose],
              [mine.oppose, theirs.support],
            ],
          ],
        ] as const) {
          const both = pairs.filter(([one, other]) => one.length > 0 && other.length > 0).flat(2);
          if (both.length === 0) continue;
          const key = `${from};${word};${to}`;
          const edge = edges.get(key) ?? { count: 0, statements: new Set() };
          edge.count += 1;
          for (const number of both) edge.statements.add(number);
          edges.set(key, edge);
        }
      }
  return edges;
}

const NAMES = ["b", "a", "__proto__", "é", "constructor", "c", "d"];

const inputs = fc
  .tuple(
    fc.array(
      fc.record({
        actor: fc.constantFrom(...NAMES),
        // Some of few issues, which actors share, and some of many, so that there is more than one block of bits.
        issue: fc.oneof(fc.nat({ max: 39 }), fc.nat({ max: 299 })).map((n) => `i${n}`),
        polarity: fc.constantFrom("support", "oppose", "neutral"),
      }),
      { maxLength: 400, size: "max" },
    ),
    fc.constantFrom("none", "body"),
    // All, a run of them, or every second one.
    fc.constantFrom<(count: number, number: number) => boolean>(
      () => true,
      (count, number) => number > count / 4 && number < count / 2,
      (_count, number) => number % 2 === 0,
    ),
    fc.boolean(),
  )
  .map(([drawn, rollup, isGiven, isInOrder]): ProjectionInput => {
    // As in a parliament, which comes to one issue after the other.
    const place = ({ issue }: (typeof drawn)[number]): number => Number(issue.slice(1));
    const statements = isInOrder ? drawn.toSorted((a, b) => place(a) - place(b)) : drawn;
    const index = buildStatementIndex(
      tinyDataset({
        actors: NAMES.map((id) => (id === "d" ? { id, speaksFor: "a" } : id)),
        issues: Array.from({ length: 300 }, (_, n) => `i${n}`),
        relations: [{ id: "meets", polarity: "positive" }],
        statements: [...statements, { actor: "a", relation: "meets", target: "b" }],
      }),
    );
    return {
      index,
      adjacency: index.adjacency(rollup as "none" | "body"),
      statements: Int32Array.from(index.dataset.statements, (_, number) => number).filter((number) =>
        isGiven(index.statementCount, number),
      ),
    };
  });

describe("the agreement projection", () => {
  it("is the slow one, statements and all", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const expected = slowly(input);
        const drafts = agreementProjection.run(input);
        expect(drafts.map(({ key }) => key).sort()).toEqual([...expected.keys()].sort());
        for (const draft of drafts) {
          const edge = expected.get(draft.key);
          expect(draft.count).toBe(edge?.count);
          const all = [...(edge?.statements ?? [])].sort((a, b) => a - b);
          expect(Array.from(draft.statements())).toEqual(all);
          const few = Array.from(draft.statements(3));
          expect(few).toHaveLength(Math.min(3, all.length));
          expect(all).toEqual(expect.arrayContaining(few));
          expect([input.index.nodes[draft.from], input.index.nodes[draft.to]]).toEqual(
            draft.key.split(/;(?:dis)?agree;/),
          );
        }
      }),
    );
  });

  it("has what a run begins with, though nothing later is said of that issue", () => {
    const index = buildStatementIndex(
      tinyDataset({
        actors: ["a", "b"],
        issues: ["i0", "i1", "i2"],
        statements: ["i0", "i1", "i2"].flatMap((issue) =>
          ["a", "b"].map((actor) => ({ actor, issue, polarity: "support" })),
        ),
      }),
    );
    const statements = Int32Array.from([2, 3, 4, 5]);
    const [draft] = agreementProjection.run({ index, adjacency: index.adjacency("none"), statements });
    expect(draft?.count).toBe(2);
    expect(Array.from(draft?.statements() ?? [])).toEqual([2, 3, 4, 5]);
  });

  it("counts the same by bits and by issue", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const sides = gatherSides(input);
        const counted = (count: (visit: (...pair: number[]) => void) => void) => {
          const pairs: number[][] = [];
          count((...pair) => pairs.push(pair));
          return pairs;
        };
        expect(counted((visit) => countByBits(sides, visit))).toEqual(
          counted((visit) => countByIssue(sides, visit)),
        );
      }),
    );
  });
});
