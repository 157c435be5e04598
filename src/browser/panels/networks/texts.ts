/** The words of the Networks tab. Names of settings are those of the API, so that what is read there can be found here. */

import { count } from "../words/numbers.ts";

/** A setting's values with their words; a value without words stands for itself. */
type Words = Readonly<Record<string, string>>;

export const NETWORK_TEXTS = {
  title: "A network computed from the statements of the view",
  settings: "Settings",
  type: "Type",
  types: { "one-mode": "one-mode: rows × rows", "two-mode": "two-mode: rows × columns" } as Words,
  rows: "Rows",
  columns: "Columns",
  columnsShared: "Columns (what rows share)",
  qualifier: "Qualifier",
  ownQualifier: (name: string) => `${name} (usual)`,
  noQualifier: "none",
  qualifierType: "Qualifier read as",
  qualifierTypes: {
    "": "its own type",
    boolean: "yes or no",
    integer: "whole number",
    text: "text",
  } as Words,
  aggregation: "Aggregation",
  aggregations: {
    ignore: "ignore: all statements alike",
    congruence: "congruence: same side",
    conflict: "conflict: opposite sides",
    subtract: "subtract: same minus opposite",
    combine: "combine: code of the sides taken",
  } as Words,
  normalization: "Normalisation",
  normalizations: {
    no: "none",
    average: "average activity",
    jaccard: "Jaccard",
    cosine: "cosine",
    activity: "activity of the row",
    prominence: "prominence of the column",
  } as Words,
  duplicates: "Duplicates",
  duplicateWords: {
    include: "count each statement",
    document: "once a document",
    week: "once a week",
    month: "once a month",
    year: "once a year",
    acrossrange: "once in the whole range",
  } as Words,
  window: "Time window",
  windows: { no: "none: one network", events: "by number of statements" } as Words,
  windowSize: "Window width",
  kernel: "Kernel",
  kernels: { no: "none" } as Words,
  isolates: "Keep isolates",
  compat: "As DNA computes it, errors included",
  more: "More settings",
  reset: "Usual settings",
  threshold: "Least weight drawn",
  drawn: (shown: number, all: number) =>
    `${shown === all && all > 1 ? "All" : `${shown.toLocaleString("en-GB")} of`} ${count(all, "tie")} drawn.`,
  summary: (rows: number, columns: number, ties: number, statements: number) =>
    `${rows} × ${columns}, ${count(ties, "tie")}, ${count(statements, "statement")} counted.`,
  excluded: {
    neutral: "neutral",
    noValue: "without a value of the qualifier",
    noVariable: "without a row or a column",
    undated: "undated",
  } as Words,
  notCounted: (parts: readonly string[]) => `Not counted: ${parts.join(", ")}.`,
  noSurroundings: "The surroundings of a node do not narrow a network; the other filters do.",
  drawing: "Drawing of the network",
  matrix: "Matrix of the network",
  corner: "Weights; sums of their sizes",
  files: "Files of this network",
  fileNames: { csv: "CSV", gexf: "GEXF", graphml: "GraphML", dl: "UCINET DL", json: "JSON" } as Words,
  noFiles: { gexf: true, graphml: true, dl: true } as Readonly<Record<string, boolean>>,
  windowOf: (at: number, of: number, first: string, last: string) =>
    `Window ${at} of ${of}: ${first} – ${last}`,
  windowSlide: "Window shown",
  previous: "Earlier window",
  next: "Later window",
  signs: {
    "one-mode": { support: "same side", oppose: "opposite sides", none: "tie, without a side" },
    "two-mode": { support: "for it", oppose: "against it", none: "tie, without a side" },
  },
  nothing: "No tie comes of these settings and filters.",
  noWindows: "The range holds no whole window of that width.",
  tooLarge: (most: number) => `Drawn: the ${most} by ${most} with the strongest ties. The files hold all.`,
  rest: "Point at a cell or node: what it holds is said here.",
  hint: "Arrow keys go from cell to cell. Enter shows the statements where the two are nodes of the map.",
} as const;
