/** The words of a report. */

import { isolated } from "../../../model/direction.ts";
import { count } from "../words/numbers.ts";

export const REPORT_TEXTS = {
  holds: (statements: string, documents: string) => `${statements} from ${documents}.`,
  cut: (shown: number, total: number) =>
    `Only the first ${shown.toLocaleString("en-GB")} of ${total.toLocaleString("en-GB")} statements are listed; narrow the view to have all.`,
  hidden: (nodes: number) =>
    `${count(nodes, "node")} hidden by hand on the map ${nodes === 1 ? "is" : "are"} in this report all the same.`,
  compare: "This report is of the view on the map, not of the two sides of Compare.",
  caution:
    "What documents report, as coded, in the coders’ own words: no sample of opinion, no verdict on what is true, and no quotation.",
  version: (release: string, hash: string) => (release === hash ? "" : `Content ${hash}.`),
  saidBy: (name: string) => `said by ${isolated(name)}`,
  attributedTo: (name: string) => `attributed to ${isolated(name)}`,
  condition: (condition: string) => `on condition: ${isolated(condition)}`,
  confidence: (confidence: number) => `confidence of the coding ${confidence}`,
  mix: (counts: readonly (readonly [verb: string, number: number])[]) =>
    `${counts
      .filter(([, number]) => number > 0)
      .map(([verb, number]) => `${verb}: ${number}`)
      .join(", ")}.`,
  path: (number: number, length: number) => `Connection ${number}, ${count(length, "step")}`,
  passage: "passage",
  sources: "Sources",
  dataset: "Dataset",
  view: "This view",
  made: (day: string) => `Report made on ${day}.`,
} as const;
