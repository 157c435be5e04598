/** What networks can be computed from: the variables of the statements, and the values of one. */

import { z } from "zod";
import { DEFAULT_VIEW } from "../../model/view.ts";
import { FILTER_PARAMETERS, formatView, PICTURE_PARAMETERS, viewOf } from "../../view/grammar.ts";
import { NETWORK_PARAMETERS } from "../../view/network-grammar.ts";
import { limited } from "../../view/parameters.ts";
import { PAGE_LIMITS } from "../../view/records/paging.ts";
import { searchItems } from "../../view/records/search.ts";
import { type NetworkVariables, requestTable, valuesOf } from "../network-base.ts";
import { datasetRoute, jsonOf } from "../route.ts";
import { networkValuesSchema, networkVariablesSchema } from "../schemas/analysis.ts";
import { recordEffort } from "../work/effort.ts";

const { statementType: STATEMENT_TYPE } = NETWORK_PARAMETERS;

export const networkVariablesRoute = datasetRoute({
  id: "listNetworkVariables",
  path: "/networks/variables",
  summary: "The variables that rows, columns and qualifier of a network can be",
  parameters: { statementType: STATEMENT_TYPE },
  responses: jsonOf(networkVariablesSchema),
  errors: ["unknown-statement-type", "setting-does-not-apply"],
  answer: ({ parameters: { statementType = null }, dataset }) => ({
    kind: "json",
    key: statementType ?? "",
    body(): NetworkVariables {
      const question = { type: "two-mode", rows: "", columns: "" } as const;
      const table = requestTable(dataset, { question, statementType, view: DEFAULT_VIEW });
      const { variables, defaultQualifier } = table;
      const database = dataset.dataset.origin?.database;
      return {
        items: variables,
        total: variables.length,
        defaultQualifier,
        statementTypes: (database?.statementTypes ?? []).map(({ id, label }) => ({
          name: label,
          statements: database?.statements.filter(({ type }) => type === id).length ?? 0,
        })),
        statementType: database ? table.name : null,
      };
    },
  }),
});

/** Values sent without being asked for more. */
const USUAL = 100;

export const networkValuesRoute = datasetRoute({
  id: "listNetworkValues",
  path: "/networks/values",
  summary:
    "The values of a variable with their statements, for exclusions and inclusions; most frequent first",
  parameters: {
    ...FILTER_PARAMETERS,
    rollup: PICTURE_PARAMETERS.rollup,
    limit: limited(PAGE_LIMITS.most).optional().describe(`Values at most (default ${USUAL}).`),
    q: z.string().optional().describe("Words that must all occur in a value or its label."),
    statementType: STATEMENT_TYPE,
    variable: z.string().min(1).describe("The variable."),
  },
  responses: jsonOf(networkValuesSchema),
  errors: ["unknown-node", "unknown-variable", "unknown-statement-type", "setting-does-not-apply"],
  answer({ parameters: { limit = USUAL, q = "", statementType = null, variable, ...rest }, dataset }) {
    const view = dataset.resolve(viewOf(rest));
    const question = { type: "two-mode", rows: variable, columns: variable } as const;
    return {
      kind: "json",
      key: JSON.stringify([variable, statementType, q, limit, formatView(view)]),
      effort: recordEffort(dataset),
      body() {
        const values = valuesOf(requestTable(dataset, { question, statementType, view }), variable);
        const found = searchItems(values, q, ({ value, label }) => [value, label]);
        return { items: found.slice(0, limit), total: found.length };
      },
    };
  },
});
