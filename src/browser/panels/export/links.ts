/** Addresses of the downloads of a view. */

import type { GraphAttributes } from "../../../model/graph.ts";
import type { View } from "../../../model/view.ts";
import { viewPairs } from "../../../view/grammar.ts";
import type { Pair } from "../../../view/parameters.ts";
import { apiPath } from "../../api/client.ts";

/** `/api/export/:format?<view>` with further parameters such as `what`. */
export const exportHref = (
  dataset: string | null,
  format: string,
  view: View,
  further: readonly Pair[] = [],
): string => apiPath(dataset, `export/${format}`, [...viewPairs(view), ...further]);

/** The filters of a picture in words, without what the picture leaves out: files may hold all of it. */
export const viewInWords = ({
  description,
  reduced,
}: Pick<GraphAttributes, "description" | "reduced">): string =>
  reduced ? description.replace(reduced.reason, "").trimEnd() : description;

/** The view whose file is wanted where the map draws a part of it: nobody can read a drawing of more. */
export const heldBy = (view: View, format: string, onlyDrawn: boolean): View => ({
  ...view,
  detail: onlyDrawn || format === "svg" ? "reduced" : "all",
});

export interface Download {
  readonly id: string;
  readonly format: string;
  readonly further: readonly Pair[];
}

/** The files on offer, in the order of the menu. Their words are in texts.ts. */
export const DOWNLOADS: readonly Download[] = [
  { id: "gexf", format: "gexf", further: [] },
  { id: "gexf12", format: "gexf", further: [["gexfVersion", "1.2"]] },
  { id: "graphml", format: "graphml", further: [] },
  { id: "json", format: "json", further: [] },
  { id: "csvStatements", format: "csv", further: [["what", "statements"]] },
  { id: "csvEdges", format: "csv", further: [] },
  { id: "csvNodes", format: "csv", further: [["what", "nodes"]] },
  { id: "svg", format: "svg", further: [] },
];
