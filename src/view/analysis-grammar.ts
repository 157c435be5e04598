/** The text form of an analysis: its own parameters beside those of the view that chooses the statements. */

import { z } from "zod";
import type { Analysis } from "../analysis/structure/analysis.ts";
import { ANALYSES } from "../analysis/structure/registry.ts";
import type { View } from "../model/view.ts";
import { VIEW_PARAMETERS, viewOf } from "./grammar.ts";
import { HINTS, type Pair, type ParameterShape, readParameters } from "./parameters.ts";

/** Texts are asked for in the words of their description: “an actor, by key, id or name”. */
for (const { parameters } of ANALYSES)
  for (const schema of Object.values(parameters)) {
    const inner = schema instanceof z.ZodDefault ? schema.unwrap() : schema;
    const { description = "" } = schema;
    if (inner instanceof z.ZodString && description !== "")
      HINTS.add(inner, {
        expects: description.charAt(0).toLowerCase() + description.slice(1).replace(/\.$/, ""),
      });
  }

/** The parameters of all analyses by name, each optional here; its description says whose it is. */
const ANALYSIS_ONLY_PARAMETERS: ParameterShape = Object.fromEntries(
  [...new Set(ANALYSES.flatMap(({ parameters }) => Object.keys(parameters)))].sort().map((name) => {
    const owners = ANALYSES.filter(({ parameters }) => Object.hasOwn(parameters, name));
    const schemas = owners.map(({ parameters }) => parameters[name] as z.ZodType);
    const words = [...new Set(schemas.map(({ description = "" }) => description))];
    return [
      name,
      (schemas[0] as z.ZodType)
        .optional()
        .describe(`${owners.map(({ id }) => id).join(", ")}: ${words.join(" / ")}`),
    ];
  }),
);

/** What a request for any analysis may hold. Which of it an analysis knows is checked by `parseAnalysisRequest`. */
export const ANALYSIS_PARAMETERS: ParameterShape = { ...VIEW_PARAMETERS, ...ANALYSIS_ONLY_PARAMETERS };

export interface AnalysisRequest {
  /** Names are not resolved yet. */
  readonly view: View;
  /** As the analysis takes them, defaults filled in. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Reads the request of one analysis. @throws Fault of class bad-parameter or over-limit, naming the parameter */
export function parseAnalysisRequest(analysis: Analysis, pairs: Iterable<Pair>): AnalysisRequest {
  const own: Pair[] = [];
  const others: Pair[] = [];
  // Further columns of a view may be asked for by their own names.
  const isOfView = (name: string): boolean => Object.hasOwn(VIEW_PARAMETERS, name) || name.startsWith("x:");
  for (const pair of pairs) (isOfView(pair[0]) ? others : own).push(pair);
  return {
    view: viewOf(readParameters(VIEW_PARAMETERS, others)),
    parameters: readParameters(analysis.parameters, own),
  };
}
