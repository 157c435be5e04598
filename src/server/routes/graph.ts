/** The picture of a view. */

import { formatView, VIEW_PARAMETERS, viewOf } from "../../view/grammar.ts";
import { datasetRoute, jsonOf } from "../route.ts";
import { graphSchema } from "../schemas/graph.ts";

export const graphRoute = datasetRoute({
  id: "getGraph",
  path: "/graph",
  summary: "The graph of the view in graphology's serialised form, laid out",
  parameters: VIEW_PARAMETERS,
  responses: jsonOf(graphSchema),
  errors: ["unknown-node"],
  cost: 1,
  answer({ parameters, dataset }) {
    const view = dataset.resolve(viewOf(parameters));
    return {
      kind: "text",
      mediaType: "application/json",
      key: formatView(view),
      body: () => dataset.pictureText(view),
    };
  },
});
