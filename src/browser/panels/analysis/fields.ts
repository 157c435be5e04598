/** The parameters of an analysis as the fields of a form, and what is filled in as a query. Pure. */

import type { Pair } from "../../../view/parameters.ts";
import type { AnalysisEntry, ParameterSchema } from "../../api/computed.ts";
import { formatInner, parseInner } from "../../state/inner-pairs.ts";
import { partsOf, type Report } from "../../state/inner-rules.ts";
import { capitalised } from "../words/numbers.ts";

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly kind: "choice" | "flag" | "number" | "node" | "text";
  /** Of a choice. */
  readonly options: readonly string[];
  /** As text: `true`, `3`, `actor`; empty when there is none. */
  readonly byDefault: string;
  readonly required: boolean;
  /** `1 to 100`, or empty. */
  readonly range: string;
}

/** Values by name of the parameter, as text. */
export type Values = Readonly<Record<string, string>>;

const kindOf = ({ enum: options, type, minLength }: ParameterSchema): Field["kind"] => {
  if (options) return "choice";
  if (type === "boolean") return "flag";
  if (type === "number" || type === "integer") return "number";
  // Texts that may not be empty name an actor.
  return minLength === undefined ? "text" : "node";
};

/** Bounds that a reader would believe; others stand for none. */
const rangeOf = ({ minimum, maximum }: ParameterSchema): string =>
  minimum === undefined || maximum === undefined || maximum > 1e6
    ? ""
    : `${minimum} to ${maximum.toLocaleString("en-GB")}`;

/** `windowSize` → `window size`. */
const inWords = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** The fields of an analysis, in the order of its parameters. */
export function fieldsOf({
  parameters,
  schemas,
}: Pick<AnalysisEntry, "parameters" | "schemas">): readonly Field[] {
  return Object.entries(schemas).map(([name, schema]) => ({
    name,
    label: capitalised(inWords(name)),
    description: parameters[name] ?? "",
    kind: kindOf(schema),
    options: schema.enum ?? [],
    byDefault: schema.default === undefined ? "" : String(schema.default),
    required: schema.default === undefined,
    range: rangeOf(schema),
  }));
}

/** Labels of the required fields that are still empty. */
export const missingFields = (fields: readonly Field[], values: Values): readonly string[] =>
  fields.filter(({ name, required }) => required && (values[name] ?? "") === "").map(({ label }) => label);

/** The pairs of a query: what differs from the defaults. */
export const fieldPairs = (fields: readonly Field[], values: Values): readonly Pair[] =>
  fields.flatMap(({ name, byDefault }): readonly Pair[] => {
    const value = values[name];
    return value === undefined || value === "" || value === byDefault ? [] : [[name, value]];
  });

/** The name under which the address carries the analysis itself; no parameter can have it. */
const NAME = "name";

/** What the Analysis tab shows, as text of the address. */
export const formatChoice = (id: string, pairs: readonly Pair[]): string =>
  formatInner([[NAME, id], ...pairs]);

/** Reads it; `id` is null when the text names none. What is no pair is reported; names are the server's to judge. */
export function parseChoice(
  text: string,
  report?: Report,
): { readonly id: string | null; readonly values: Values } {
  const pairs = partsOf(text).flatMap((part) => {
    const pair = parseInner(part);
    if (pair.length === 0) report?.(part, "Give an analysis as name=ANALYSIS;PARAMETER=VALUE.");
    return pair;
  });
  return {
    id: pairs.find(([name]) => name === NAME)?.[1] ?? null,
    values: Object.fromEntries(pairs.filter(([name]) => name !== NAME)),
  };
}
