import { describe, expect, it } from "vitest";
import { channels, edgeItem, nodeItem, packed } from "../../../src/browser/map/drawn.ts";
import { emphasisOf } from "../../../src/browser/map/emphasis.ts";
import { composePicture, type PictureEdge, type PictureNode } from "../../../src/browser/map/picture.ts";
import { EDGE_MARKS, edgeStrip, SHAPE_CODES } from "../../../src/browser/map/shaders.ts";
import { SHAPES } from "../../../src/view/appearance.ts";
import { GRAPH } from "../fixtures.ts";

const picture = composePicture(GRAPH, "light", new Map());
const edgeOf = (key: string) => picture.edgeByKey.get(key) as PictureEdge;
const nodeOf = (key: string) => picture.nodeByKey.get(key) as PictureNode;

describe("what the shaders are told", () => {
  it("knows every shape that the server may send", () => {
    for (const shape of SHAPES) expect(SHAPE_CODES.has(shape)).toBe(true);
    expect(nodeItem({ ...nodeOf("actor:a"), shape: "star" }, null).code).toEqual([0, 0]);
  });

  it("carries marks and takes more points for bent edges", () => {
    expect(edgeItem(picture, edgeOf("ai+"), null).marks & EDGE_MARKS.conditional).toBeTruthy();
    expect(edgeItem(picture, edgeOf("ai-"), null).marks & EDGE_MARKS.tentative).toBeTruthy();
    expect(edgeItem(picture, edgeOf("bi"), null).marks).toBe(EDGE_MARKS.directed);
    expect(edgeItem(picture, edgeOf("bi"), null).type).toBe("straight");
    expect(edgeItem(picture, edgeOf("ab"), null).type).toBe("bent");
    expect(edgeStrip(6).length).toBeGreaterThan(edgeStrip(1).length);
    for (const point of edgeStrip(1)) expect(point).toHaveLength(3);
  });

  it("marks what stands out, and nothing without an emphasis", () => {
    const emphasis = emphasisOf(picture, {
      pointed: { type: "node", key: "actor:c" },
      group: null,
      highlight: null,
      selection: null,
    });
    expect(nodeItem(nodeOf("actor:c"), emphasis).stands).toBe(true);
    expect(nodeItem(nodeOf("actor:a"), emphasis).stands).toBe(false);
    expect(edgeItem(picture, edgeOf("ci"), emphasis).stands).toBe(true);
    expect(edgeItem(picture, edgeOf("ab"), emphasis).stands).toBe(false);
    expect(nodeItem(nodeOf("actor:c"), null).stands).toBe(false);
  });

  it("writes colours as the bits of a number, and reads them", () => {
    const bytes = (color: string, alpha: number) => [
      ...new Uint8Array(Float32Array.of(packed(color, alpha)).buffer),
    ];
    expect(bytes("#0b6fb3", 0)).toEqual([0x0b, 0x6f, 0xb3, 0]);
    // The lowest bit of the opacity is lost.
    expect(bytes("#ffffff", 1)).toEqual([255, 255, 255, 254]);
    expect(Number.isNaN(packed("#ffffff", 1))).toBe(false);
    expect(channels("#ff0080").map((part) => Math.round(part * 255))).toEqual([255, 0, 128]);
  });
});
