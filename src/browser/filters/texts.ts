/** The words of the filters by any attribute. */

import { count } from "../texts.ts";

export const ATTRIBUTE_TEXTS = {
  source: "Source",
  kind: "Kind of actor",
  genre: "Genre of source",
  relation: "Relation between actors",
  modality: "Said as",
  voice: "Voice",
  confidence: "Confidence",
  intensity: "Intensity",
  any: "any",
  bar: (label: string, statements: number) => `${label}: ${count(statements, "statement")}`,
  /** After the number. */
  statements: (number: number) => (number === 1 ? "statement" : "statements"),
  all: (values: number) => `All ${values.toLocaleString("en-GB")} values`,
  fewer: "Fewer values",
  find: (attribute: string) => `Find a value of ${attribute}`,
  found: (number: number) => count(number, "value"),
  none: "No statement of this view has a value.",
  nothing: "No value of that name.",
  least: "Least confidence",
  anyConfidence: "any",
  orMore: (least: number) => `${least} or more`,
  histogram: "Statements by confidence",
  clear: "All values again",
} as const;
