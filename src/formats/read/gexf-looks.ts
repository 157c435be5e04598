/** The looks of GEXF (viz): colour, position, size, thickness and shape. */

import type { EdgeRecord, NodeRecord } from "./record.ts";
import { colourIn, hexColour, numberIn } from "./values.ts";
import type { XmlTag } from "./xml-tags.ts";

/** What a tag says of looks. Made once for tags that come again. */
export abstract class Look {
  abstract give(edge: EdgeRecord | null, node: NodeRecord | undefined): void;
}

class ColourLook extends Look {
  readonly colour: string;
  constructor(colour: string) {
    super();
    this.colour = colour;
  }
  give(edge: EdgeRecord | null, node: NodeRecord | undefined): void {
    const owner = edge ?? node;
    if (owner) owner.color = this.colour;
  }
}

class SizeLook extends Look {
  readonly size: number | null;
  constructor(size: number | null) {
    super();
    this.size = size;
  }
  give(edge: EdgeRecord | null, node: NodeRecord | undefined): void {
    const owner = edge ?? node;
    if (owner) owner.size = this.size;
  }
}

class ShapeLook extends Look {
  readonly shape: string | null;
  constructor(shape: string | null) {
    super();
    this.shape = shape;
  }
  give(edge: EdgeRecord | null, node: NodeRecord | undefined): void {
    if (edge) edge.line = this.shape;
    else if (node) node.shape = this.shape;
  }
}

/** The look that a tag gives the edge, or else the node; a text is the reason why it makes no sense. */
export function lookOf(name: string, tag: XmlTag): Look | string {
  if (name === "viz:color") {
    const colour = colourOf(tag);
    return colour === null ? "the colour has no r, g and b of 0 to 255, and no hex" : new ColourLook(colour);
  }
  const value = tag.get("value");
  if (name === "viz:shape") return new ShapeLook(value ?? null);
  const size = numberIn(value ?? "");
  if (size === undefined) return `the ${name.slice(4)} is no number`;
  return new SizeLook(Number.isFinite(size) ? size : null);
}

/** Puts what a tag says into the node. Gives a reason when it makes no sense. */
export function takePosition(tag: XmlTag, node: NodeRecord): string | null {
  for (const axis of ["x", "y", "z"] as const) {
    const text = tag.get(axis);
    if (text === undefined) continue;
    const value = numberIn(text);
    if (value === undefined) return `the ${axis} of the position is no number`;
    node[axis] = !Number.isFinite(value) || (axis === "z" && value === 0) ? null : value;
  }
  return null;
}

function colourOf(tag: XmlTag): string | null {
  const opacity = numberIn(tag.get("a") ?? "1");
  const hex = tag.get("hex");
  if (hex !== undefined) {
    const colour = colourIn(hex.startsWith("#") ? hex : `#${hex}`);
    return colour && opacity !== undefined && opacity < 1 && colour.length === 7
      ? `${colour}${hexColour(0, 0, 0, opacity).slice(7)}`
      : colour;
  }
  const [r, g, b] = (["r", "g", "b"] as const).map((name) => numberIn(tag.get(name) ?? ""));
  if (r === undefined || g === undefined || b === undefined || opacity === undefined) return null;
  if (![r, g, b, opacity].every((value) => value >= 0 && value <= 255)) return null;
  return hexColour(r, g, b, opacity);
}
