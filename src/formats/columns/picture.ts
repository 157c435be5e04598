/** Columns as a picture again: nodes and edges are made one by one as they are drawn or written. */

import type { EdgeAttributes, NodeAttributes, PictureGraph } from "../../model/graph.ts";
import type { ColumnsGraph } from "./decode.ts";
import type { AnyColumn } from "./read-column.ts";

/** The attributes of one row; absent ones are no members. Names are those of the schema, so none is `__proto__`. */
export function attributesOf(columns: ReadonlyMap<string, AnyColumn>, row: number): Record<string, unknown> {
  const attributes: Record<string, unknown> = {};
  for (const [name, column] of columns) {
    const value = column.at(row);
    if (value !== undefined) attributes[name] = value;
  }
  return attributes;
}

/** What `encodeColumns` was given, but for numbers and characters that it had to replace. */
export function pictureOfColumns(graph: ColumnsGraph): PictureGraph {
  return {
    attributes: graph.attributes,
    type: graph.type,
    order: graph.order,
    size: graph.size,
    *nodes() {
      for (let node = 0; node < graph.order; node++)
        yield {
          key: graph.nodeKey(node),
          // The decoder has checked that every required column is there, of its kind and without gaps.
          attributes: attributesOf(graph.nodes, node) as unknown as NodeAttributes,
        };
    },
    *edges() {
      for (let edge = 0; edge < graph.size; edge++)
        yield {
          key: graph.edgeKey(edge),
          source: graph.nodeKey(graph.source[edge] as number),
          target: graph.nodeKey(graph.target[edge] as number),
          attributes: attributesOf(graph.edges, edge) as unknown as EdgeAttributes,
        };
    },
  };
}
