/** What a name's place costs, held against the same said for each node in turn. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMisread, rimDistance } from "../../src/formats/svg/belonging.ts";
import { type LabelPoint, Occupied, type PlacedLabel, touches } from "../../src/formats/svg/occupied.ts";

/** As `Occupied.cost` has it, over all nodes and boxes. */
function slowCost(
  box: PlacedLabel,
  owner: LabelPoint,
  lead: number,
  kept: ReadonlySet<string> | null,
  points: readonly LabelPoint[],
  boxes: readonly PlacedLabel[],
): number {
  if (boxes.some((other) => touches(box, other))) return Number.POSITIVE_INFINITY;
  let cost = 0;
  for (const node of points.filter(({ key }) => key !== box.key)) {
    const faint = node.faint === true || (kept !== null && !kept.has(node.key));
    const distance = rimDistance(box, { ...node, radius: 0 });
    const beside = distance - node.radius;
    if (!faint && (distance < 3 || isMisread(box, owner, node, lead))) return Number.POSITIVE_INFINITY;
    if (node.faint === true && rimDistance(box, owner) > 12 && beside <= rimDistance(box, owner))
      return Number.POSITIVE_INFINITY;
    if (!faint && beside < 10) cost += 1.2 * (1 - Math.max(0, beside) / 10);
    if (distance < node.radius) cost += ((node.radius - distance) / node.radius) * (faint ? 0.5 : 1);
  }
  return cost;
}

const within = (least: number, most: number) =>
  fc.integer({ min: least * 8, max: most * 8 }).map((eighths) => eighths / 8);
const node = fc.record({ x: within(0, 400), y: within(0, 300), radius: within(1, 12), faint: fc.boolean() });
const scene = fc.record({
  owner: fc.record({ x: within(100, 300), y: within(80, 220), radius: within(1, 25) }),
  // Where the pass tries names first: beside the node, above or below its middle.
  side: fc.constantFrom("left", "right", "above", "below"),
  away: within(1, 8),
  width: within(20, 140),
  nodes: fc.array(node, { maxLength: 15 }),
  other: fc.option(fc.record({ left: within(0, 400), top: within(0, 300) }), { nil: null }),
  lead: fc.constantFrom(1.5, 2.5),
  kept: fc.option(fc.array(fc.nat(15), { maxLength: 20 }), { nil: null }),
});

describe("what a name's place costs", () => {
  it("is what all nodes and boxes together make it", () => {
    let [finite, dear] = [0, 0];
    fc.assert(
      fc.property(scene, ({ owner: at, side, away, width, nodes, other, lead, kept: keys }) => {
        const owner: LabelPoint = { key: "own", ...at };
        const height = 15;
        const r = at.radius + away;
        const [left, top] =
          side === "left"
            ? [at.x - r - width, at.y - height / 2]
            : side === "right"
              ? [at.x + r, at.y - height / 2]
              : [at.x - width / 2, side === "above" ? at.y - r - height : at.y + r];
        const box = { key: "own", text: "name", left, top, width, height };
        const points = [owner, ...nodes.map((one, number) => ({ key: String(number), ...one }))];
        const boxes = other ? [{ key: "b", text: "other", ...other, width: 60, height }] : [];
        const kept = keys && new Set(keys.map(String));
        const occupied = new Occupied();
        for (const point of points) occupied.addPoint(point);
        for (const one of boxes) occupied.addBox(one);
        const cost = occupied.cost(box, owner, lead, kept);
        const expected = slowCost(box, owner, lead, kept, points, boxes);
        if (Number.isFinite(expected)) finite++;
        if (Number.isFinite(expected) && expected > 0) dear++;
        if (Number.isFinite(expected)) expect(cost).toBeCloseTo(expected, 9);
        else expect(cost).toBe(expected);
      }),
      { numRuns: 3000 },
    );
    expect(finite).toBeGreaterThan(100);
    expect(dear).toBeGreaterThan(50);
  });
});
