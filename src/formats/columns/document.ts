/** The bytes of `application/vnd.stancegraph.columns` as the JSON answer would be. */

import { type SerializedGraph, serializeGraph } from "../graph-json.ts";
import { decodeColumns } from "./decode.ts";
import { pictureOfColumns } from "./picture.ts";

/**
 * The graph in graphology's serialised form, an object for each node and edge. Whoever draws many reads the columns instead.
 * @throws Fault `columns-damaged`
 */
export const decodeGraph = (bytes: Uint8Array): SerializedGraph =>
  serializeGraph(pictureOfColumns(decodeColumns(bytes)));
