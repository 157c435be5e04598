/** The looks of GEXF (viz): colour, position, size, thickness and shape. */

import type { EdgeRecord, NodeRecord } from "./record.ts";
import { colourIn, hexColour, numberIn } from "./values.ts";
import type { XmlTag } from "./xml-parser.ts";

export class GexfLooks {
  /** Puts what a tag says into the edge, or else the node. Gives a reason when it makes no sense. */
  take(name: string, tag: XmlTag, edge: EdgeRecord | null, node: NodeRecord | undefined): string | null {
    const owner = edge ?? node;
    if (!owner) return null;
    if (name === "viz:color") {
      owner.color = colourOf(tag);
      return owner.color === null ? "the colour has no r, g and b of 0 to 255, and no hex" : null;
    }
    if (name === "viz:position") return edge || !node ? null : position(tag, node);
    const value = tag.get("value");
    if (name === "viz:shape") {
      if (edge) edge.line = value ?? null;
      else if (node) node.shape = value ?? null;
      return null;
    }
    const size = numberIn(value ?? "");
    if (size === undefined) return `the ${name.slice(4)} is no number`;
    owner.size = Number.isFinite(size) ? size : null;
    return null;
  }
}

function position(tag: XmlTag, node: NodeRecord): string | null {
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
