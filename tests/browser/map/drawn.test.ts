import { describe, expect, it } from "vitest";
import {
  channels,
  edgeItem,
  nodeItem,
  paintEdge,
  paintNode,
  withAlpha,
} from "../../../src/browser/map/drawn.ts";
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
    expect(nodeItem({ ...nodeOf("actor:a"), shape: "star" }).code).toEqual([0, 0]);
  });

  it("carries marks and takes more points for bent edges", () => {
    expect(edgeItem(picture, edgeOf("ai+")).marks & EDGE_MARKS.conditional).toBeTruthy();
    expect(edgeItem(picture, edgeOf("ai-")).marks & EDGE_MARKS.tentative).toBeTruthy();
    expect(edgeItem(picture, edgeOf("bi")).marks).toBe(EDGE_MARKS.directed);
    expect(edgeItem(picture, edgeOf("bi")).type).toBe("straight");
    expect(edgeItem(picture, edgeOf("ab")).type).toBe("bent");
    expect(edgeStrip(6).length).toBeGreaterThan(edgeStrip(1).length);
    for (const point of edgeStrip(1)) expect(point).toHaveLength(3);
  });

  it("lets what is not meant step back, and draws the rest last", () => {
    const emphasis = emphasisOf(picture, {
      pointed: { type: "node", key: "actor:c" },
      group: null,
      highlight: null,
      selection: null,
    });
    expect(paintNode(nodeOf("actor:c"), emphasis).zIndex).toBe(1);
    expect(paintNode(nodeOf("actor:a"), emphasis).zIndex).toBe(0);
    const faint = Number.parseInt(paintEdge(edgeOf("ab"), emphasis).color.slice(7), 16);
    const full = Number.parseInt(paintEdge(edgeOf("ci"), emphasis).color.slice(7), 16);
    expect(faint).toBeLessThan(full);
  });

  it("writes and reads colours", () => {
    expect(withAlpha("#0b6fb3", 1)).toBe("#0b6fb3ff");
    expect(withAlpha("#0b6fb3", 0)).toBe("#0b6fb300");
    expect(channels("#ff0080").map((part) => Math.round(part * 255))).toEqual([255, 0, 128]);
  });
});
