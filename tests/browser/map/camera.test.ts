import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bringAllIntoSight,
  bringIntoSight,
  fitPart,
  fitSight,
  lookAt,
  NO_PADDING,
  type Sight,
} from "../../../src/browser/map/camera.ts";
import { composePicture } from "../../../src/browser/map/picture.ts";
import { growth } from "../../../src/formats/svg/strokes.ts";
import { GRAPH } from "../fixtures.ts";

const { nodes } = composePicture(GRAPH, "light", new Map());
const SIZE = { width: 800, height: 600 };
const onScreen = (point: { x: number; y: number }, sight: Sight) => ({
  x: SIZE.width / 2 + (point.x - sight.x) * sight.scale,
  y: SIZE.height / 2 - (point.y - sight.y) * sight.scale,
});

describe("the camera", () => {
  it("fits everything into the free part of the map", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), (left, bottom) => {
        const sight = fitSight(nodes, SIZE, { ...NO_PADDING, left, bottom });
        for (const node of nodes) {
          const { x, y } = onScreen(node, sight);
          expect(x).toBeGreaterThanOrEqual(left);
          expect(x).toBeLessThanOrEqual(SIZE.width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(SIZE.height - bottom);
        }
      }),
    );
  });

  it("shows a part in the middle of what is around it, no more than twice as large as in the whole", () => {
    const whole = [
      { x: -1000, y: -600 },
      { x: 1000, y: 600 },
    ];
    const part = [
      { x: 300, y: 200 },
      { x: 360, y: 260 },
    ];
    const padding = { ...NO_PADDING, right: 300 };
    const sight = fitPart(part, whole, SIZE, padding);
    // In the whole everything is smaller than can be read.
    expect(sight.scale).toBe(0.6);
    expect(onScreen({ x: 330, y: 230 }, sight)).toEqual({ x: 250, y: 300 });
    const near = whole.map(({ x, y }) => ({ x: x / 2, y: y / 2 }));
    expect(fitPart(part, near, SIZE, padding).scale).toBe(2 * fitSight(near, SIZE, padding).scale);
    expect(fitPart(near, near, SIZE, padding)).toEqual(fitSight(near, SIZE, padding));
  });

  it("does not move for a point in sight, and brings any other into the free part", () => {
    const padding = { ...NO_PADDING, bottom: 250 };
    const sight = lookAt({ x: 0, y: 0 }, 1, NO_PADDING);
    expect(bringIntoSight({ x: 0, y: 100 }, sight, SIZE, padding)).toBeNull();
    for (const point of [
      { x: 0, y: -200 },
      { x: 5000, y: 10 },
      { x: -700, y: 900 },
    ]) {
      const moved = bringIntoSight(point, sight, SIZE, padding);
      expect(moved).not.toBeNull();
      if (!moved) continue;
      const { x, y } = onScreen(point, moved);
      expect(x > 0 && x < SIZE.width && y > 0 && y < SIZE.height - padding.bottom).toBe(true);
      expect(bringIntoSight(point, moved, SIZE, padding)).toBeNull();
    }
  });

  it("keeps its scale for several points that have room, and fits those that have none", () => {
    const sight = lookAt({ x: 0, y: 0 }, 0.6, NO_PADDING);
    const near = [
      { x: 100, y: -700 },
      { x: 300, y: -600 },
    ];
    const moved = bringAllIntoSight(near, sight, SIZE, { ...NO_PADDING, bottom: 250 });
    expect(moved?.scale).toBe(0.6);
    for (const point of near) {
      const { x, y } = onScreen(point, moved as Sight);
      expect(x > 0 && x < SIZE.width && y > 0 && y < SIZE.height - 250).toBe(true);
    }
    const far = [
      { x: -2000, y: 0 },
      { x: 2000, y: 10 },
    ];
    expect(bringAllIntoSight(far, sight, SIZE, NO_PADDING)).toEqual(fitSight(far, SIZE, NO_PADDING));
    expect(bringAllIntoSight([{ x: 0, y: 0 }], sight, SIZE, NO_PADDING)).toBeNull();
  });

  it("puts one point into the middle of what a sheet leaves free, at the same scale", () => {
    const sight = lookAt({ x: 0, y: 0 }, 0.6, NO_PADDING);
    const moved = bringAllIntoSight(
      [{ x: 0, y: 450 }],
      sight,
      SIZE,
      { ...NO_PADDING, bottom: 300 },
      NO_PADDING,
    );
    expect(moved?.scale).toBe(0.6);
    const { y } = onScreen({ x: 0, y: 450 }, moved as Sight);
    expect(y).toBeGreaterThanOrEqual(120);
    expect(y).toBeLessThanOrEqual(180);
  });

  it("lets sizes grow more slowly than distances", () => {
    expect(growth(1)).toBe(1);
    expect(growth(4)).toBeLessThan(4);
    expect(growth(0.25)).toBeGreaterThan(0.25);
  });

  it("has a sight for an empty picture", () => {
    expect(fitSight([], SIZE, NO_PADDING)).toEqual({ x: 0, y: 0, scale: 1 });
  });
});
