/** The picture of a view. */

import { formatView, VIEW_PARAMETERS, viewOf } from "../../view/grammar.ts";
import { preferredType } from "../accept.ts";
import { HttpFault } from "../errors.ts";
import { PICTURE_TYPES, pictureBytes, pictureChunks } from "../picture-bytes.ts";
import { datasetRoute, type Reply } from "../route.ts";
import { graphSchema } from "../schemas/graph.ts";
import { pictureEffort } from "../work/effort.ts";

/** Statements of a dataset whose picture may be too large for one piece when it is not reduced. */
const MANY_STATEMENTS = 100_000;

export const graphRoute = datasetRoute({
  id: "getGraph",
  path: "/graph",
  summary: "The graph of the view in graphology's serialised form, laid out",
  description:
    "A picture of more than 2,000 nodes or 10,000 edges is reduced by a rule that attributes.reduced states; detail=all gives everything. With Accept: application/vnd.stancegraph.columns the same as columns (docs/columns.md).",
  parameters: VIEW_PARAMETERS,
  responses: {
    "application/json": { schema: graphSchema },
    [PICTURE_TYPES[1]]: { schema: null },
  },
  errors: ["unknown-node", "not-acceptable"],
  cost: 1,
  answer({ parameters, dataset, accept }): Reply {
    const view = dataset.resolve(viewOf(parameters));
    const mediaType = preferredType(accept, PICTURE_TYPES);
    if (mediaType === null)
      throw new HttpFault(
        "not-acceptable",
        "A graph is not to be had in any media type that the request accepts",
        `Accept one of ${PICTURE_TYPES.join(", ")}.`,
        { headers: { Vary: "Accept" }, details: { known: PICTURE_TYPES } },
      );
    const key = `${mediaType} ${formatView(view)}`;
    const graph = () => dataset.picture(view, "screen");
    const shared = { key, mediaType, negotiated: true, effort: pictureEffort(dataset) } as const;
    if (view.detail === "all" && dataset.index.statementCount > MANY_STATEMENTS)
      return {
        kind: "file",
        ...shared,
        pace: "slow",
        fileName: null,
        chunks: () => pictureChunks(graph(), mediaType),
      };
    return {
      kind: "text",
      ...shared,
      pace: "quick",
      kept: dataset.keptBytes(key),
      body: () => pictureBytes(graph(), mediaType),
    };
  },
});
