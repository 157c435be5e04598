/** Overlap removal of large pictures. */
import { describe, expect, it } from "vitest";
import { boxOf } from "../../src/layout/overlap.ts";
import { separate } from "../../src/layout/separate.ts";

const COUNT = 1500;
const input = {
  size: Float64Array.from({ length: COUNT }, (_, node) => 3 + (node % 7)),
  labelWidth: Float64Array.from({ length: COUNT }, (_, node) => (node % 5 === 0 ? 0 : 20 + (node % 31))),
  labelHeight: 12,
} as unknown as Parameters<typeof separate>[0];
/** A spiral of golden angles, twice each place. */
const start = {
  x: Float64Array.from({ length: COUNT }, (_, at) => 40 * Math.sqrt(at >> 1) * Math.cos((at >> 1) * 2.39996)),
  y: Float64Array.from({ length: COUNT }, (_, at) => 40 * Math.sqrt(at >> 1) * Math.sin((at >> 1) * 2.39996)),
};

describe("separate, above 800 nodes", () => {
  const { x, y } = separate(input, start, 4, 5000);

  it("leaves no two boxes over each other", () => {
    const boxes = Array.from({ length: COUNT }, (_, node) => boxOf(input, node, 4));
    let overlaps = 0;
    for (let a = 0; a < COUNT; a++)
      for (let b = 0; b < COUNT; b++) {
        const [mine, other] = [boxes[a], boxes[b]];
        if (a === b || !mine || !other) continue;
        const [dx, dy] = [(x[b] ?? 0) - (x[a] ?? 0), (y[b] ?? 0) - (y[a] ?? 0)];
        if (dx < 0 || mine.right + other.left - dx <= 1e-6) continue;
        if (dy >= 0 ? mine.up + other.down - dy > 1e-6 : other.up + mine.down + dy > 1e-6) overlaps++;
      }
    expect(overlaps).toBe(0);
  });

  it("gives the same places again, and keeps those it was given", () => {
    expect(separate(input, start, 4, 5000)).toEqual({ x, y });
    expect(start.x[3]).toBe(40 * Math.cos(2.39996));
  });

  it("leaves boxes where they are that are apart", () => {
    const apart = { x: start.x.map((_, at) => at * 200), y: start.y };
    expect(separate(input, apart)).toEqual(apart);
  });
});
