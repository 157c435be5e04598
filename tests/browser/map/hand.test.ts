import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatSight, parseSight } from "../../../src/browser/map/camera.ts";
import { nextDepth } from "../../../src/browser/map/grow.ts";
import { edgeAt, nodeAt } from "../../../src/browser/map/hit.ts";
import { extended, inside, type Point } from "../../../src/browser/map/lasso.ts";
import { composePicture } from "../../../src/browser/map/picture.ts";
import { isSecond } from "../../../src/browser/map/second-click.ts";
import { directionOf } from "../../../src/model/direction.ts";
import { DEFAULT_VIEW } from "../../../src/model/view.ts";
import { GRAPH } from "../fixtures.ts";

const picture = composePicture(GRAPH, "light", new Map());
const SIZE = { width: 1000, height: 800 };
const drawn = { sight: { x: 0, y: 0, scale: 1 }, size: SIZE, factor: 1 };

describe("the lasso", () => {
  const square: readonly Point[] = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
    { x: 0, y: 10 },
  ];

  it("holds what lies in it, dents included", () => {
    expect(inside(square, { x: 5, y: 5 })).toBe(true);
    expect(inside(square, { x: 15, y: 5 })).toBe(false);
    const dented = [...square.slice(0, 3), { x: 5, y: 2 }, ...square.slice(3)];
    expect(inside(dented, { x: 5, y: 8 })).toBe(false);
    expect(inside([], { x: 0, y: 0 })).toBe(false);
  });

  it("agrees with the plain rule for boxes, whatever the box", () => {
    const side = fc.integer({ min: 1, max: 50 });
    const at = fc.integer({ min: -60, max: 60 });
    fc.assert(
      fc.property(side, side, at, at, (width, height, x, y) => {
        const box = [
          { x: 0, y: 0 },
          { x: width, y: 0 },
          { x: width, y: height },
          { x: 0, y: height },
        ];
        // Half a pixel off the sides, where no rule differs.
        const point = { x: x + 0.5, y: y + 0.5 };
        expect(inside(box, point)).toBe(point.x > 0 && point.x < width && point.y > 0 && point.y < height);
      }),
    );
  });

  it("leaves out points that add nothing", () => {
    const line = extended([], { x: 0, y: 0 });
    expect(extended(line, { x: 1, y: 1 })).toBe(line);
    expect(extended(line, { x: 9, y: 0 })).toHaveLength(2);
  });
});

describe("what lies under the pointer", () => {
  const standing = picture.nodes.map((node) => ({ node, x: node.x, y: node.y }));
  const place = (key: string) => picture.nodeByKey.get(key) as Point;

  it("is the nearest node within reach", () => {
    // actor:b stands at 200, 0: right of the middle.
    expect(nodeAt(standing, { x: 700, y: 400 }, drawn)?.key).toBe("actor:b");
    expect(nodeAt(standing, { x: 708, y: 400 }, drawn)?.key).toBe("actor:b");
    expect(nodeAt(standing, { x: 730, y: 400 }, drawn)).toBeNull();
  });

  it("is no trace of a node", () => {
    const traces = standing.map(({ node, ...at }) => ({ ...at, node: { ...node, trace: true } }));
    expect(nodeAt(traces, { x: 700, y: 400 }, drawn)).toBeNull();
  });

  it("is the line it touches, on the side to which it bends", () => {
    const bi = picture.edgeByKey.get("bi");
    const middle = { x: 500 + 150, y: 400 - 75 };
    expect(edgeAt(picture.edges, middle, drawn, place)).toBe(bi);
    expect(edgeAt(picture.edges, { x: middle.x + 20, y: middle.y + 20 }, drawn, place)).toBeNull();
    // a → b and b → a are two curves beside the straight line.
    expect(edgeAt(picture.edges, { x: 600, y: 400 }, drawn, place)).toBeNull();
    const found = new Set(
      Array.from(
        { length: 41 },
        (_, at) => edgeAt(picture.edges, { x: 600, y: 380 + at }, drawn, place)?.key,
      ),
    );
    expect(found).toContain("ab");
    expect(found).toContain("ba");
  });
});

describe("the camera in the address", () => {
  it("comes back from its text", () => {
    const whole = fc.integer({ min: -99_999, max: 99_999 });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 20, max: 6000 }), (x, y, thousandths) => {
        const sight = { x, y, scale: thousandths / 1000 };
        expect(parseSight(formatSight(sight))).toEqual(sight);
      }),
    );
    expect(formatSight({ x: -0.2, y: 0, scale: 1 })).toBe("0,0,1");
  });

  it.each(["", "1,2", "1,2,3,4", "a,b,c", "1,2,-1", "1e9,0,1", "NaN,0,1"])("is none in %j", (text) =>
    expect(parseSight(text)).toBeNull(),
  );
});

describe("surroundings", () => {
  it("widen with every further double click, up to three steps", () => {
    expect(nextDepth(DEFAULT_VIEW, "actor:a")).toBe(1);
    const view = { ...DEFAULT_VIEW, ego: ["actor:a"] };
    expect([1, 2, 3].map((depth) => nextDepth({ ...view, depth }, "actor:a"))).toEqual([2, 3, 3]);
    expect(nextDepth({ ...view, depth: 3 }, "actor:b")).toBe(1);
  });
});

describe("two clicks", () => {
  it("are one when they are near in time and place", () => {
    expect(isSecond({ x: 1, y: 1, at: 0 }, { x: 3, y: 2, at: 300 })).toBe(true);
    expect(isSecond({ x: 1, y: 1, at: 0 }, { x: 30, y: 2, at: 300 })).toBe(false);
    expect(isSecond({ x: 1, y: 1, at: 0 }, { x: 1, y: 1, at: 900 })).toBe(false);
  });
});

describe("the direction of a name", () => {
  it.each([
    ["مصر (القاهرة)", "rtl"],
    ["ישראל", "rtl"],
    ["(2025) ישראל", "rtl"],
    ["Egypt مصر", "ltr"],
    ["2025", "ltr"],
    ["", "ltr"],
  ])("of %j is %s", (text, direction) => expect(directionOf(text)).toBe(direction));
});
