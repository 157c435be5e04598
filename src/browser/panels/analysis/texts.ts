/** The words of the Analysis tab; those of the analyses themselves come from the server. */

import { count } from "../words/numbers.ts";

export const ANALYSIS_TEXTS = {
  title: "Analyses of the statements of the view",
  list: "Analyses",
  choose: "Which analysis",
  unknownAnalysis: (id: string, shown: string) =>
    `The address names an analysis “${id}”, which there is not: ${shown} is shown. Choose one from the list.`,
  unknownParameters: (names: string, label: string, known: string) =>
    `${label} has no parameter ${names}; it was left out. It has ${known || "none"}.`,
  parameters: "Parameters",
  secondDataset: "Second dataset",
  noSecond: "This compares two codings of the same sources: serve a second dataset beside this one.",
  missing: (names: string) => `Fill in ${names}.`,
  usual: "Usual parameters",
  more: "Read all of it",
  less: "Read less",
  notes: "How it is computed",
  noRows: "Nothing of this kind in this view.",
  moreRows: (rest: number) => `Show more rows (${rest.toLocaleString("en-GB")} left)`,
  evidence: "Evidence",
  statements: (number: number, isFirst: boolean) => `${isFirst ? "first " : ""}${count(number, "statement")}`,
  openRow: (open: boolean, statements: string, row: string) =>
    `${open ? "Hide" : "Show"} ${statements}: ${row}`,
  noStatements: "none",
  onMap: "Mark on the map",
  onMapOf: (row: string) => `Mark on the map: ${row}`,
  rowOf: (label: string) => `Statements behind ${label}`,
  others: "In the second dataset",
  json: "JSON",
  jsonOf: (label: string) => `${label} as JSON`,
  seriesOf: (title: string) => `Drawn of “${title}”`,
  series: (measure: string, first: string, last: string) => `${measure}, from ${first} to ${last}`,
  peak: (value: string, time: string) => `greatest ${value}, ${time}`,
  moreNames: (number: number) => `and ${number.toLocaleString("en-GB")} more`,
  fewerNames: "fewer",
  scroll: (title: string) => `${title}, scrolls sideways`,
} as const;
