/** The picture of a view as bytes: JSON in graphology's form, or columns. */

import { encodeColumns } from "../formats/columns/encode.ts";
import { COLUMNS_MEDIA_TYPE } from "../formats/columns/layout.ts";
import { graphJsonChunks, serializeGraph } from "../formats/graph-json.ts";
import type { PictureGraph } from "../model/graph.ts";
import { Fault } from "../model/problem.ts";

/** The first is given to whoever takes anything. */
export const PICTURE_TYPES = ["application/json", COLUMNS_MEDIA_TYPE] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

/** Columns are put together in one piece; more edges would fill the memory. */
const MOST_COLUMN_EDGES = 250_000;

/** @throws Fault `over-limit` for columns of a picture too large for them */
export function pictureBytes(graph: PictureGraph, type: PictureType): Uint8Array {
  if (type === "application/json") return new TextEncoder().encode(JSON.stringify(serializeGraph(graph)));
  if (graph.size <= MOST_COLUMN_EDGES) return encodeColumns(graph);
  throw new Fault({
    class: "over-limit",
    code: "over-limit",
    message: `The picture has ${graph.size} edges; as columns it may have ${MOST_COLUMN_EDGES}`,
    remedy: "Ask for application/json, which comes in pieces, or leave detail=all out.",
    details: { limit: MOST_COLUMN_EDGES },
  });
}

/** The same piece by piece, where it may be too large for one. */
export function* pictureChunks(graph: PictureGraph, type: PictureType): Generator<Uint8Array> {
  if (type === "application/json") yield* graphJsonChunks(graph);
  else yield pictureBytes(graph, type);
}
