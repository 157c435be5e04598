/** How two nodes are connected. */

import { isLeastTotal, type PathAnswer } from "../../model/path.ts";
import { formatView } from "../../view/grammar.ts";
import { PATH_PARAMETERS, parsePathQuestion, resolvePathQuestion } from "../../view/path-grammar.ts";
import { answerPaths } from "../answer-paths.ts";
import { datasetRoute, jsonOf } from "../route.ts";
import { pathAnswerSchema } from "../schemas/graph.ts";

/** Longest time one question may take, in milliseconds: what is found by then is the answer. */
const BUDGET_MS = 2000;

export const pathsRoute = datasetRoute({
  id: "findPaths",
  path: "/paths",
  summary: "Paths between two nodes, each hop with its statements and a sentence that explains it",
  description:
    "A question that runs out of time gives what was found, with truncated=true (never in mode k).",
  parameters: PATH_PARAMETERS,
  responses: jsonOf(pathAnswerSchema),
  errors: ["unknown-node", "over-limit", "no-via", "avoids-end", "avoids-through", "time-budget"],
  cost: 2,
  answer({ pairs, dataset, services }) {
    const { question, view } = parsePathQuestion(pairs);
    const resolved = dataset.resolve(view);
    const query = resolvePathQuestion(question, (name, parameter) =>
      dataset.names.resolveNode(name, { parameter }),
    );
    return {
      kind: "json",
      pace: "quick",
      key: JSON.stringify([query, formatView(resolved)]),
      body: (patience) =>
        answerPaths(dataset, resolved, query, { budget: BUDGET_MS, now: services.clock, patience }),
      // What the clock cut off may be longer at the next try.
      lasting: (answer) => !(answer as PathAnswer).truncated && !isLeastTotal(answer as PathAnswer),
    };
  },
});
