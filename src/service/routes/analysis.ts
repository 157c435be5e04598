/** The analyses of structure: which there are, and what one finds. */

import { z } from "zod";
import { analysisNamed } from "../../analysis/structure/registry.ts";
import { MOST_GROUPED_STATEMENTS } from "../../model/group-limits.ts";
import { ANALYSIS_PARAMETERS, parseAnalysisRequest } from "../../view/analysis-grammar.ts";
import { formatView } from "../../view/grammar.ts";
import { analysisList, answerAnalysis } from "../answer-analysis.ts";
import { datasetRoute, jsonOf } from "../route.ts";
import { analysisListSchema, analysisResultSchema } from "../schemas/analysis.ts";
import { analysisEffort, recordEffort } from "../work/effort.ts";

export const analysesRoute = datasetRoute({
  id: "listAnalyses",
  path: "/analysis",
  summary: "The analyses there are, with their parameters",
  parameters: {},
  responses: jsonOf(analysisListSchema),
  answer: () => ({
    kind: "json",
    body: () => {
      const items = analysisList();
      return { items, total: items.length };
    },
  }),
});

/** Beyond, most analyses would need longer than the time budget, or say more than can be sent. */
const MOST_STATEMENTS = MOST_GROUPED_STATEMENTS;
/** The same of analyses whose time and memory grow no faster than the statements. */
const MOST_OF_LINEAR = 1_000_000;
/** Beyond, results are too long to be sent whole: they list each statement several times. */
const WHOLE = 50_000;

const OTHER = z.string().min(1).optional().describe("reliability: the dataset that holds the second coding.");

export const analysisRoute = datasetRoute({
  id: "getAnalysis",
  path: "/analysis/:name",
  summary: "What an analysis finds among the statements of the view, as tables with their statements",
  description: "Parameters that begin with the name of an analysis are its own; others refuse them.",
  pathParameters: { name: "An analysis, by name or other name; /api/analysis lists them." },
  parameters: { ...ANALYSIS_PARAMETERS, other: OTHER },
  responses: jsonOf(analysisResultSchema),
  errors: [
    "unknown-analysis",
    "unknown-node",
    "unknown-variable",
    "missing-dataset",
    "over-limit",
    "time-budget",
  ],
  cost: 5,
  answer({ pairs, path, dataset, services, checkpoint }) {
    const analysis = analysisNamed(path["name"] ?? "");
    const own = analysis.comparesTwo ? pairs.filter(([name]) => name !== "other") : pairs;
    const request = parseAnalysisRequest(analysis, own);
    const named = analysis.comparesTwo ? pairs.find(([name]) => name === "other")?.[1] : undefined;
    const other = named === undefined ? null : services.catalogue.get(named, "other");
    const view = dataset.resolve(request.view);
    const counts = analysis.countsOnly(request.parameters);
    return {
      kind: "json",
      key: JSON.stringify([
        analysis.id,
        request.parameters,
        formatView(view),
        other ? [other.dataset.id, other.dataset.version] : null,
      ]),
      effort: counts ? recordEffort(dataset) : analysisEffort(dataset),
      others: other ? [other.dataset.id] : [],
      body: () =>
        answerAnalysis(analysis, request, dataset, other, {
          ...(counts ? {} : { most: analysis.isLinear ? MOST_OF_LINEAR : MOST_STATEMENTS, whole: WHOLE }),
          checkpoint,
        }),
    };
  },
});
