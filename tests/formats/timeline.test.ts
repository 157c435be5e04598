/** When nodes exist, against the plain reading: the union of the spells of their dated edges, always with an undated one. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildTimeline, mergeSpells } from "../../src/formats/spells.ts";
import type { GraphEdge, PictureGraph } from "../../src/model/graph.ts";

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

describe("buildTimeline", () => {
  it("gives each node the spells of its dated edges", () => {
    fc.assert(
      fc.property(edges, (list) => {
        const dated = list.filter(({ kind }) => kind !== "structure");
        const timeline = buildTimeline({
          edges: () =>
            list.map(({ source, target, kind, spells }) => ({
              source,
              target,
              attributes: { kind, spells } as unknown as GraphEdge["attributes"],
            })),
        } as unknown as PictureGraph);
        expect(timeline.dynamic).toBe(dated.some(({ spells }) => mergeSpells(spells).length > 0));
        for (const node of NODES) {
          const own = dated.filter(({ source, target }) => source === node || target === node);
          const merged = own.map(({ spells }) => mergeSpells(spells));
          const wanted = merged.some((spells) => spells.length === 0) ? [] : mergeSpells(merged.flat());
          expect(timeline.nodeSpells(node)).toEqual(wanted);
        }
      }),
    );
  });

  it("holds thousands of spells", () => {
    const list = Array.from({ length: 5000 }, (_, at) => ({
      source: "actor:a",
      target: `actor:${at % 7}`,
      attributes: { kind: "stance", spells: [["2020-01-01", at % 2 ? "2020-01-05" : ""]] },
    }));
    const timeline = buildTimeline({ edges: () => list } as unknown as PictureGraph);
    expect(timeline.nodeSpells("actor:a")).toEqual([["2020-01-01", ""]]);
    expect(timeline.nodeSpells("actor:6")).toEqual([["2020-01-01", ""]]);
  });
});
