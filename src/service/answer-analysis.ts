/** An analysis of the statements that a view shows, of one dataset or of two under the same view. */

import { z } from "zod";
import type { Analysis, AnalysisResult, StatementSelection } from "../analysis/structure/analysis.ts";
import { ANALYSES } from "../analysis/structure/registry.ts";
import { counted, grouped } from "../model/counted.ts";
import { Fault } from "../model/problem.ts";
import type { View } from "../model/view.ts";
import type { AnalysisRequest } from "../view/analysis-grammar.ts";
import type { ServedDataset } from "./served-dataset.ts";
import { MOST_READ, shortened } from "./shorten-analysis.ts";
import type { Checkpoint } from "./work/budget.ts";

/** An analysis as a list shows it. */
export interface AnalysisEntry {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly label: string;
  readonly description: string;
  /** What each parameter is, by name. */
  readonly parameters: Readonly<Record<string, string>>;
  /** What each parameter takes, as JSON Schema, by name. */
  readonly schemas: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly comparesTwo: boolean;
}

/** The schema of a parameter as a caller has to meet it. */
function takes(schema: z.ZodType): Readonly<Record<string, unknown>> {
  const { $schema: _dialect, "~standard": _standard, ...json } = z.toJSONSchema(schema, { io: "input" });
  return json;
}

/** All analyses in the order of the registry. */
export const analysisList = (): readonly AnalysisEntry[] =>
  ANALYSES.map(({ id, aliases, label, description, parameters, comparesTwo }) => ({
    id,
    aliases,
    label,
    description,
    parameters: Object.fromEntries(
      Object.entries(parameters).map(([name, schema]) => [name, schema.description ?? ""]),
    ),
    schemas: Object.fromEntries(Object.entries(parameters).map(([name, schema]) => [name, takes(schema)])),
    comparesTwo,
  }));

function selectionOf(served: ServedDataset, view: View, most: number): StatementSelection {
  const { statements, adjacency } = served.shown(served.resolve(view));
  if (statements.length > most)
    throw new Fault({
      class: "over-limit",
      code: "over-limit",
      message: `The view shows ${counted(statements.length, "statement")}; the limit of an analysis here is ${grouped(most)}`,
      remedy:
        "Narrow the view, for example by dates (since, until), actors or issues, or ask by stancegraph analyze, which has no such limit.",
      details: { limit: most },
    });
  return { index: served.index, statements, adjacency };
}

/** What an analysis may take: statements of a view, and time. */
export interface AnalysisBounds {
  readonly most?: number;
  /** Above this many statements what is found is shortened. */
  readonly whole?: number;
  readonly checkpoint?: Checkpoint;
}

/**
 * @throws Fault `over-limit` above `most` statements, for names that one of the datasets does not know, and where the analysis does
 */
export function answerAnalysis(
  analysis: Analysis,
  { view, parameters }: AnalysisRequest,
  served: ServedDataset,
  other: ServedDataset | null,
  { most = Number.POSITIVE_INFINITY, whole = most, checkpoint }: AnalysisBounds = {},
): AnalysisResult {
  const selection = selectionOf(served, view, most);
  const second = other ? selectionOf(other, view, most) : null;
  const isMany = Math.max(selection.statements.length, second?.statements.length ?? 0) > whole;
  const result = analysis.run(
    {
      ...selection,
      ...(second ? { other: second } : {}),
      ...(checkpoint ? { checkpoint } : {}),
      ...(isMany ? { mostRows: MOST_READ } : {}),
    },
    parameters,
  );
  return isMany ? shortened(result) : result;
}
