/** The statements behind one cell of a network. */

import { z } from "zod";
import { eventList } from "../../analysis/networks/event-list.ts";
import { cellEvidence } from "../../analysis/networks/evidence.ts";
import { formatView } from "../../view/grammar.ts";
import { NETWORK_PARAMETERS, networkRequest } from "../../view/network-grammar.ts";
import { limited } from "../../view/parameters.ts";
import { PAGE_LIMITS } from "../../view/records/paging.ts";
import { requestTable } from "../network-base.ts";
import { datasetRoute, jsonOf } from "../route.ts";
import { networkEvidenceSchema } from "../schemas/analysis.ts";
import { networkEffort } from "../work/effort.ts";
import { LIMITS, NETWORK_ERRORS } from "./networks.ts";

const PARAMETERS = {
  ...NETWORK_PARAMETERS,
  column: z.string().describe("A column of the network; in one-mode another row."),
  frame: z.number().int().min(1).optional().describe("Number of the time window (default 1)."),
  limit: limited(PAGE_LIMITS.most)
    .optional()
    .describe(`Statements at most, the first ones (default ${PAGE_LIMITS.byDefault}).`),
  row: z.string().describe("A row of the network."),
} as const;

export const networkEvidenceRoute = datasetRoute({
  id: "getNetworkEvidence",
  path: "/networks/evidence",
  summary: "The statements behind one cell of a network, with their variables, in order of time",
  description:
    "The settings of `/networks`, and a cell. In two-mode the statements counted there; in one-mode those of both rows that make them alike or unlike.",
  parameters: PARAMETERS,
  responses: jsonOf(networkEvidenceSchema),
  errors: NETWORK_ERRORS,
  cost: 5,
  answer({
    parameters: { row, column, frame = 1, limit = PAGE_LIMITS.byDefault, ...rest },
    dataset,
    checkpoint,
  }) {
    const request = networkRequest(rest);
    const view = dataset.resolve(request.view);
    const { window = "no" } = request.question;
    return {
      kind: "json",
      key: JSON.stringify([
        request.question,
        request.statementType,
        row,
        column,
        frame,
        limit,
        formatView(view),
      ]),
      effort: networkEffort(dataset, window !== "no"),
      body() {
        const table = requestTable(dataset, { ...request, view });
        const behind = cellEvidence(
          table,
          request.question,
          { row, column, frame },
          { ...LIMITS, checkpoint },
        );
        const events = eventList(table, behind.subarray(0, limit));
        return { events: events.map((event) => Object.fromEntries(event)), total: behind.length };
      },
    };
  },
});
