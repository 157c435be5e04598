/** What yEd's graphics say of nodes and edges; typed keys of the same meaning go before them. */

import type { EdgeRecord, NodeRecord } from "./record.ts";
import { colourIn, finiteIn } from "./values.ts";
import type { XmlTag } from "./xml-tags.ts";

/** Filled while the elements come; the first of each kind counts. */
export interface YedLooks {
  x?: number;
  y?: number;
  size?: number;
  color?: string;
  shape?: string;
  label?: string;
  width?: number;
  line?: string;
}

const SHAPES: ReadonlyMap<string, string> = new Map([
  ["rectangle", "square"],
  ["roundrectangle", "rounded"],
  ["triangle2", "triangle-down"],
  ["ellipse", "circle"],
]);

const numberOf = (tag: XmlTag, name: string): number | undefined =>
  finiteIn(tag.get(name) ?? "") ?? undefined;

/** An element within a graphics key. */
export function yedElement(looks: YedLooks, name: string, tag: XmlTag): void {
  if (name === "Geometry" && looks.size === undefined) {
    const [x, y, width, height] = ["x", "y", "width", "height"].map((each) => numberOf(tag, each));
    if (width === undefined || height === undefined) return;
    looks.size = width / 2;
    // yEd counts y downwards from the upper left corner of the shape.
    if (x !== undefined && y !== undefined) {
      looks.x = x + width / 2;
      looks.y = -(y + height / 2);
    }
  } else if (name === "Fill" || name === "LineStyle") {
    const colour = colourIn(tag.get("color") ?? "");
    if (colour !== null) looks.color ??= colour;
    if (name === "Fill") return;
    const type = tag.get("type");
    if (type !== undefined) looks.line ??= type === "line" ? "solid" : type;
    const width = numberOf(tag, "width");
    if (width !== undefined) looks.width ??= width;
  } else if (name === "Shape") {
    const type = tag.get("type");
    if (type !== undefined) looks.shape ??= SHAPES.get(type) ?? type;
  }
}

/** The text of an element within a graphics key, when it ends. */
export function yedText(looks: YedLooks, name: string, text: string): void {
  if ((name === "NodeLabel" || name === "EdgeLabel") && text.trim() !== "") looks.label ??= text.trim();
}

/** Shapes count only where colours come from yEd too: programs that have no shapes write circles for yEd. */
export function fillNode(node: NodeRecord, looks: YedLooks): void {
  if (node.color === null) node.shape ??= looks.shape ?? null;
  node.label ??= looks.label ?? null;
  node.x ??= looks.x ?? null;
  node.y ??= looks.y ?? null;
  node.size ??= looks.size ?? null;
  node.color ??= looks.color ?? null;
}

/** Fills what typed keys have left open. */
export function fillEdge(edge: EdgeRecord, looks: YedLooks): void {
  edge.label ??= looks.label ?? null;
  edge.color ??= looks.color ?? null;
  edge.size ??= looks.width ?? null;
  edge.line ??= looks.line ?? null;
}
