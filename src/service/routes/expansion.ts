/** What expanding a node would bring into the picture of a view. */

import { z } from "zod";
import type { NodeKey } from "../../model/id.ts";
import { formatView, VIEW_PARAMETERS, viewOf } from "../../view/grammar.ts";
import { expansionRecord } from "../../view/records/expansion-record.ts";
import { datasetRoute, jsonOf } from "../route.ts";
import { expansionSchema } from "../schemas/records.ts";
import { recordEffort } from "../work/effort.ts";

export const expansionRoute = datasetRoute({
  id: "getExpansion",
  path: "/expansion",
  summary: "The nodes that expanding one would bring into the picture of the view",
  parameters: {
    ...VIEW_PARAMETERS,
    node: z.string().describe("An actor or issue, by node key, id or name."),
  },
  responses: jsonOf(expansionSchema),
  errors: ["unknown-node"],
  answer({ parameters: { node, ...rest }, dataset }) {
    const view = dataset.resolve(viewOf(rest));
    const key = dataset.names.resolveNode(node, { parameter: "node" }) as NodeKey;
    return {
      kind: "json",
      // The statements are chosen several times, and drafts made of them.
      effort: 10 * recordEffort(dataset),
      pace: "quick",
      key: JSON.stringify([key, formatView(view)]),
      body: () => expansionRecord(dataset.index, view, key),
    };
  },
});
