/** What networks can be computed from: the variables of the statements. */

import { DEFAULT_VIEW } from "../../model/view.ts";
import { type NetworkVariables, requestTable } from "../network-base.ts";
import { datasetRoute, jsonOf } from "../route.ts";
import { networkVariablesSchema } from "../schemas/analysis.ts";

export const networkVariablesRoute = datasetRoute({
  id: "listNetworkVariables",
  path: "/networks/variables",
  summary: "The variables that rows, columns and qualifier of a network can be",
  parameters: {},
  responses: jsonOf(networkVariablesSchema),
  answer: ({ dataset }) => ({
    kind: "json",
    body(): NetworkVariables {
      const question = { type: "two-mode", rows: "", columns: "" } as const;
      const { variables, defaultQualifier } = requestTable(dataset, {
        question,
        statementType: null,
        view: DEFAULT_VIEW,
      });
      return { items: variables, total: variables.length, defaultQualifier };
    },
  }),
});
