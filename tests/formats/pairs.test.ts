/** Pairs of ends, and what is made of them: bends of lines, and the order of nodes by their neighbours. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bendSteps } from "../../src/formats/svg/geometry.ts";
import { byConnections } from "../../src/formats/svg/importance.ts";
import { pairsOf } from "../../src/formats/svg/pairs.ts";

const KEYS = ["a", "b", "c", "d", "e"] as const;
const edges = fc.array(fc.record({ source: fc.constantFrom(...KEYS), target: fc.constantFrom(...KEYS) }), {
  maxLength: 30,
});
const nameOf = ({ source, target }: { readonly source: string; readonly target: string }): string =>
  [source, target].sort().join("");

describe("pairs", () => {
  it("hold each edge once, in the edges' order, whichever way it runs", () => {
    fc.assert(
      fc.property(edges, (given) => {
        const { pairOf, placeIn, sizes, lesser, greater, numberOf } = pairsOf(given, ["c"]);
        expect(numberOf.get("c")).toBe(0);
        expect(sizes).toHaveLength(new Set(given.map(nameOf)).size);
        const keys = [...numberOf.keys()];
        for (const [at, edge] of given.entries()) {
          const before = given.slice(0, at).filter((other) => nameOf(other) === nameOf(edge));
          const pair = pairOf[at] as number;
          expect(placeIn[at]).toBe(before.length);
          expect(sizes[pair]).toBe(given.filter((other) => nameOf(other) === nameOf(edge)).length);
          const [source = "", target = ""] = [lesser[pair], greater[pair]].map((end) => keys[end as number]);
          expect(nameOf({ source, target })).toBe(nameOf(edge));
        }
      }),
    );
  });

  it("bend apart what has the same ends, the way of each line considered", () => {
    fc.assert(
      fc.property(edges, (given) => {
        const steps = [...bendSteps(given)];
        const sides = new Map<string, number[]>();
        for (const [at, { source, target }] of given.entries()) {
          const name = nameOf({ source, target });
          const side = (steps[at] as number) * (source > target ? -1 : 1);
          sides.set(name, [...(sides.get(name) ?? []), side]);
        }
        for (const [name, found] of sides) {
          const isLoop = name[0] === name[1];
          const first = isLoop ? 0 : -(found.length - 1) / 2;
          expect(found.map((side) => side + 0)).toEqual(found.map((_, at) => first + at));
        }
      }),
    );
  });

  it("order nodes by their different neighbours, then by statements, then by key", () => {
    const statements = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(edges, statements, (given, counts) => {
        // The ends d and e are no nodes, and neighbours all the same.
        const nodes = (["c", "a", "b"] as const).map((key, at) => ({
          key,
          statements: counts[at] as number,
        }));
        const degree = (key: string): number =>
          new Set(
            given.flatMap(({ source, target }) =>
              source === key ? [target] : target === key ? [source] : [],
            ),
          ).size;
        const expected = [...nodes].sort(
          (a, b) => degree(b.key) - degree(a.key) || b.statements - a.statements || (a.key < b.key ? -1 : 1),
        );
        expect(byConnections(nodes, given).map((number) => nodes[number])).toEqual(expected);
      }),
    );
  });
});
