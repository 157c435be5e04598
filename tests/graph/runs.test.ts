/** Lists in pieces and gathered runs, against the lists themselves. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consecutive, Gathering, piecesOf } from "../../src/graph/runs.ts";

/** Ascending numbers: runs of up to some thousands, and gaps between them. */
const lists = fc
  .array(
    fc.tuple(
      fc.oneof(fc.constant(0), fc.nat({ max: 5 })),
      fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 4000 })),
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => {
    const runs: (readonly [number, number])[] = [];
    let at = 0;
    for (const [gap, length] of parts) {
      runs.push([at + gap, at + gap + length]);
      at += gap + length;
    }
    return runs;
  });

const numbersOf = (runs: readonly (readonly [number, number])[]): number[] =>
  runs.flatMap(([from, end]) => Array.from({ length: end - from }, (_, at) => from + at));

describe("the pieces of a list", () => {
  it("are all of it in order, and say truly which of them are runs", () => {
    fc.assert(
      fc.property(lists, (runs) => {
        const numbers = Int32Array.from(numbersOf(runs));
        const pieces = piecesOf(numbers);
        let at = 0;
        for (const { from, end, isRun } of pieces) {
          expect(from).toBe(at);
          expect(end).toBeGreaterThan(from);
          at = end;
          if (isRun) expect((numbers[end - 1] as number) - (numbers[from] as number)).toBe(end - 1 - from);
        }
        expect(at).toBe(numbers.length);
      }),
    );
  });

  it("find a long run between scattered numbers", () => {
    const numbers = Int32Array.from([1, 3, 5, ...consecutive(10_000).subarray(100), 20_000, 20_002]);
    const longest = piecesOf(numbers).filter(({ isRun }) => isRun);
    expect(longest).toHaveLength(1);
    expect((longest[0]?.end ?? 0) - (longest[0]?.from ?? 0)).toBeGreaterThan(7000);
  });
});

describe("gathered numbers", () => {
  it("are those that were added, as runs or as lists", () => {
    fc.assert(
      fc.property(lists, fc.infiniteStream(fc.boolean()), (runs, asRun) => {
        const gathering = new Gathering(60_000);
        for (const [from, end] of runs)
          if (asRun.next().value) gathering.addRun(from, end);
          else gathering.add(consecutive(end).subarray(from), end - from);
        expect(Array.from(gathering.numbers)).toEqual(numbersOf(runs));
      }),
    );
  });
});
