/** When nodes exist, against the plain reading: the union of the spells of their dated edges, always with an undated one. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, dayText, mergeSpells } from "../../src/formats/spells.ts";
import { Timeline } from "../../src/formats/timeline.ts";
import type { GraphEdge } from "../../src/model/graph.ts";

const NODES = ["actor:a", "actor:b", "issue:c", "actor:__proto__"] as const;

const day = fc.constantFrom("2020-01-01", "2020-01-02", "2020-02-30", "2020-03-01", "2021-01-01", "");
const edges = fc.array(
  fc.record({
    kind: fc.constantFrom("stance" as const, "structure" as const),
    source: fc.constantFrom(...NODES),
    target: fc.constantFrom(...NODES),
    spells: fc.array(fc.tuple(day, day), { maxLength: 3 }),
  }),
  { maxLength: 14 },
);

describe("a timeline", () => {
  it("gives each node the spells of its dated edges", () => {
    fc.assert(
      fc.property(edges, (list) => {
        const dated = list.filter(({ kind }) => kind !== "structure");
        const timeline = new Timeline();
        for (const { source, target, kind, spells } of list)
          timeline.see({ source, target, attributes: { kind, spells } } as unknown as GraphEdge);
        expect(timeline.dynamic).toBe(dated.some(({ spells }) => mergeSpells(spells).length > 0));
        for (const node of NODES) {
          const own = dated.filter(({ source, target }) => source === node || target === node);
          const always = own.some(({ spells }) => mergeSpells(spells).length === 0);
          const given = own.flatMap(({ spells }) =>
            mergeSpells(spells).map(([first, last]): [string, string] => [dayText(first), dayText(last)]),
          );
          expect(timeline.nodeSpells(node)).toEqual(always ? [] : mergeSpells(given));
        }
      }),
    );
  });

  it("holds more spells than a block", () => {
    const list = Array.from({ length: 70_000 }, (_, at) => ({
      source: "actor:a",
      target: `actor:${at % 7}`,
      attributes: { kind: "stance", spells: [["2020-01-01", at % 2 ? "2020-01-05" : ""]] },
    }));
    const timeline = new Timeline();
    for (const edge of list) timeline.see(edge as unknown as GraphEdge);
    expect(timeline.nodeSpells("actor:a")).toEqual([[dayOf("2020-01-01"), 0]]);
    expect(timeline.nodeSpells("actor:6")).toEqual([[dayOf("2020-01-01"), 0]]);
  });
});
