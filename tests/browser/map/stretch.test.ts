import { describe, expect, it } from "vitest";
import { assemble, composePicture } from "../../../src/browser/map/picture.ts";
import { stretched } from "../../../src/browser/map/stretch.ts";
import type { Guides } from "../../../src/model/guides.ts";
import { GRAPH } from "../fixtures.ts";

const { nodes } = composePicture(GRAPH, "light", new Map());
/** Three nodes, `width` by `height`. */
const picture = (width: number, height: number, guides: Guides | null = null) =>
  assemble(
    nodes.slice(0, 3).map((node, at) => ({ ...node, x: (at * width) / 2, y: at === 1 ? height : 0 })),
    [],
    guides,
  );
const sizeOf = ({ nodes: all }: ReturnType<typeof picture>) =>
  (["x", "y"] as const).map((of) => Math.max(...all.map((node) => node[of])));

describe("a picture in a frame of other proportions", () => {
  it("is drawn out in the one direction, and never pressed together", () => {
    expect(sizeOf(stretched(picture(300, 200), 1.25))).toEqual([300, 240]);
    expect(sizeOf(stretched(picture(300, 200), 2))).toEqual([400, 200]);
    expect(sizeOf(stretched(picture(300, 200), 1.5))).toEqual([300, 200]);
  });

  it("is not drawn out beyond recognition, nor where places have a meaning", () => {
    expect(sizeOf(stretched(picture(300, 200), 9))[0]).toBeCloseTo(510, 6);
    const guides: Guides = { lines: [], texts: [], notes: [], aside: [], labels: "around", margin: 0 };
    expect(sizeOf(stretched(picture(300, 200, guides), 2))).toEqual([300, 200]);
    expect(sizeOf(stretched(picture(300, 0), 2))).toEqual([300, 0]);
  });
});
