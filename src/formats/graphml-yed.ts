/** The looks of nodes and edges in the words of yEd's extension of GraphML, so that it opens with places, colours and labels. */

import type { EdgeAttributes, NodeAttributes } from "../model/graph.ts";
import { safeColour } from "./colour.ts";
import { finite } from "./columns.ts";

/** yEd's nearest outline; `ellipse` (a circle, when as wide as high) for all others. */
const YED_SHAPES: ReadonlyMap<string, string> = new Map([
  ["square", "rectangle"],
  ["diamond", "diamond"],
  ["hexagon", "hexagon"],
  ["octagon", "octagon"],
  ["triangle", "triangle"],
  ["triangle-down", "triangle2"],
  ["rounded", "roundrectangle"],
]);

const YED_LINES: Readonly<Record<EdgeAttributes["line"], string>> = {
  solid: "line",
  dashed: "dashed",
  dotted: "dotted",
};

/** A `y:ShapeNode` element. yEd counts y downwards from the upper left corner of the shape. */
export function yedNode(node: NodeAttributes, escapeText: (text: string) => string): string {
  const radius = Math.max(1, finite(node.size, 1));
  const left = finite(finite(node.x) - radius);
  const top = finite(-finite(node.y) - radius);
  return [
    `<y:ShapeNode><y:Geometry height="${radius * 2}" width="${radius * 2}" x="${left}" y="${top}"/>`,
    `<y:Fill color="${safeColour(node.color)}" transparent="false"/>`,
    '<y:BorderStyle hasColor="false" type="line" width="1.0"/>',
    `<y:NodeLabel modelName="sides" modelPosition="s">${escapeText(node.short_label)}</y:NodeLabel>`,
    `<y:Shape type="${YED_SHAPES.get(node.shape) ?? "ellipse"}"/></y:ShapeNode>`,
  ].join("");
}

/** A `y:PolyLineEdge` element. */
export function yedEdge(edge: EdgeAttributes, directed: boolean): string {
  const width = Math.max(0.5, finite(edge.size, 1));
  return [
    `<y:PolyLineEdge><y:LineStyle color="${safeColour(edge.color)}" type="${YED_LINES[edge.line]}" width="${width}"/>`,
    `<y:Arrows source="none" target="${directed ? "standard" : "none"}"/></y:PolyLineEdge>`,
  ].join("");
}
