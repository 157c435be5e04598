/** Names around a ring: which way they run, when they are shortened, and how a ring is drawn out. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeLabels } from "../../src/formats/svg/labels.ts";
import type { LabelNode } from "../../src/formats/svg/occupied.ts";
import { anchorOf, boxesOf, isAt } from "../../src/formats/svg/radial.ts";
import { outwardAt, ringFor, ringLength, ringPlaces } from "../../src/formats/svg/ring.ts";
import { textWidth } from "../../src/formats/svg/text.ts";

const AREA = { width: 600, height: 400 };
const measure = (text: string) => text.length * 6;
const nodeAt = (outward: number, fields: Partial<LabelNode> = {}): LabelNode => ({
  key: "n",
  text: "a name",
  x: 300 + 80 * Math.cos(outward),
  y: 200 + 80 * Math.sin(outward),
  radius: 6,
  outward,
  ...fields,
});
const placed = (node: LabelNode, others: readonly LabelNode[] = []) =>
  placeLabels([node], [node, ...others], measure, 15, AREA, 0)[0];

describe("a name on a ring", () => {
  it("runs outwards along the radius and never stands on its head", () => {
    fc.assert(
      fc.property(fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }), (outward) => {
        const node = nodeAt(outward);
        const label = placed(node);
        expect(label?.text).toBe("a name");
        const angle = label?.turned?.angle ?? 9;
        expect(Math.abs(angle)).toBeLessThanOrEqual(Math.PI / 2 + 1e-6);
        // Its middle lies on the way outwards from its node.
        const middle = 6 + 3 + measure("a name") / 2;
        expect((label?.left ?? 0) + (label?.width ?? 0) / 2).toBeCloseTo(
          node.x + middle * Math.cos(outward),
          6,
        );
        expect((label?.top ?? 0) + (label?.height ?? 0) / 2).toBeCloseTo(
          node.y + middle * Math.sin(outward),
          6,
        );
        expect(label?.turned?.anchor).toBe(Math.cos(outward) < -1e-9 ? "right" : "left");
      }),
    );
  });

  it("is shortened at the edge of the picture only, and in the centre of attention whole or elsewhere", () => {
    const text = "a name that is much too long for the room above the ring";
    const label = placed(nodeAt(-Math.PI / 2, { text }));
    expect(label?.text.endsWith("…")).toBe(true);
    expect(label?.text.length).toBeGreaterThan(10);
    for (const box of label ? boxesOf(label) : []) expect(box.top).toBeGreaterThanOrEqual(0);
    const must = placed(nodeAt(-Math.PI / 2, { text, must: true }));
    expect([must?.text, must?.turned]).toEqual([text, undefined]);
  });

  it("stands nowhere else when there is no room outwards, unless it must be read whole", () => {
    const wall = { key: "wall", text: "", left: 370, top: 150, width: 230, height: 100 };
    const [node, named] = [
      nodeAt(0),
      (one: LabelNode) => placeLabels([one], [one], measure, 15, AREA, 18, [wall]),
    ];
    expect(named(node)).toEqual([]);
    expect(named({ ...node, must: true })[0]?.turned).toBeUndefined();
    expect(named({ ...node, must: true })).toHaveLength(1);
  });

  it("keeps clear of a node that stands in its way", () => {
    const other = { ...nodeAt(0), key: "other", x: 450 };
    const label = placed(nodeAt(0, { text: "twenty letters of it" }), [other]);
    expect(label && label.left + label.width).toBeLessThan(444);
    expect(label?.text).toContain("…");
  });

  it("begins at its node on both sides, whichever way its letters run", () => {
    expect([anchorOf("name", "left"), anchorOf("name", "right")]).toEqual(["start", "end"]);
    expect([anchorOf("غزة", "left"), anchorOf("غزة", "right")]).toEqual(["end", "start"]);
    const label = placed(nodeAt(Math.PI, { text: "حركة حماس" }));
    expect(label?.turned).toMatchObject({ angle: expect.closeTo(0), anchor: "right" });
  });

  it("covers what lies under it, and no more", () => {
    const label = placed(nodeAt(-Math.PI / 4));
    if (!label) throw new Error("no name");
    const along = (pixels: number, aside: number) => ({
      x: 300 + (80 + pixels + aside) * Math.SQRT1_2,
      y: 200 - (80 + pixels - aside) * Math.SQRT1_2,
    });
    expect(isAt(label, along(20, 0), 0)).toBe(true);
    expect(isAt(label, along(20, 12), 0)).toBe(false);
  });
});

describe("a ring", () => {
  const circle = { x: 500, y: 500, beside: 120, above: 120 };
  const names = Array.from({ length: 100 }, () => "Some twenty letters.");

  it("is drawn out to a room so that names find place around it, as long as before", () => {
    const ring = ringFor(names, { width: 900, height: 560 }, circle);
    expect(ringLength(ring)).toBeCloseTo(ringLength(circle), 3);
    expect(ring.x / ring.y).toBeCloseTo((450 - ring.beside) / (280 - ring.above), 6);
    const few = ringFor(names.slice(0, 10), { width: 900, height: 560 }, circle);
    expect(few.above).toBeGreaterThan(ring.above - 1);
  });

  it("has names at right angles, so that they are as far apart as their nodes", () => {
    const ring = { x: 800, y: 300, beside: 0, above: 0 };
    const at = (turn: number) => ({ x: 800 * Math.sin(turn), y: 300 * Math.cos(turn) });
    for (const turn of [0.1, 0.7, 1.2, 2.5, 4]) {
      const [before, after] = [at(turn - 1e-4), at(turn + 1e-4)];
      const along = Math.atan2(before.y - after.y, after.x - before.x);
      expect(Math.abs(Math.cos((outwardAt(ring, at(turn)) ?? 0) - along))).toBeLessThan(1e-3);
    }
  });

  it("gives way to whole names of some 24 letters where only some are written", () => {
    const many = Array.from({ length: 131 }, () => "Some four and 20 letters");
    const room = { width: 612, height: 600 };
    const [all, some] = [ringFor(many, room, circle), ringFor(many, room, circle, true)];
    expect(some.beside).toBeGreaterThan(12 + textWidth(many[0] ?? "", 11.5 * 0.88));
    expect(all.beside).toBeLessThan(some.beside);
    // It keeps a good part of the room.
    expect(612 - 2 * some.beside).toBeGreaterThan(0.4 * 612);
  });

  it("keeps nodes in their order and as far apart along it", () => {
    const angles = Array.from({ length: 60 }, (_, at) => Math.PI / 2 - (2 * Math.PI * at) / 60);
    const places = angles.map((angle) => ({ x: 500 * Math.cos(angle), y: 500 * Math.sin(angle) }));
    const ring = { x: 800, y: 300, beside: 0, above: 0 };
    const moved = ringPlaces([...places, { x: 100, y: -50 }], circle, ring);
    expect(moved.at(-1)).toEqual({ x: 160, y: -30 });
    expect(outwardAt(ring, { x: 160, y: -30 })).toBeNull();
    const steps = moved.slice(0, 60).map((place, at) => {
      expect(outwardAt(ring, place)).not.toBeNull();
      const next = moved[(at + 1) % 60];
      return Math.hypot(place.x - (next?.x ?? 0), place.y - (next?.y ?? 0));
    });
    expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(1.05);
    expect(moved[0]).toEqual({ x: expect.closeTo(0), y: expect.closeTo(300) });
  });
});
