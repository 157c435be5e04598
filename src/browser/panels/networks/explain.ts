/** What each setting of a network does with the value that it has, in a sentence or two. Pure. */

import type { NetworkSettings, Setting } from "./settings.ts";

type Explained = Exclude<Setting, "least" | "side">;

const AGGREGATIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "one-mode": {
    ignore: "Two rows tie where both speak on the same column, on whatever side.",
    congruence: "Two rows tie where they take the same side on a column.",
    conflict: "Two rows tie where they take opposite sides on a column.",
    subtract: "Same sides less opposite ones: positive ties agree, negative ones disagree.",
    combine: "Only for two-mode: which sides occur in a cell, as a code.",
  },
  "two-mode": {
    ignore: "A cell counts the statements of row and column, on whatever side.",
    congruence: "Only for one-mode: it compares two rows.",
    conflict: "Only for one-mode: it compares two rows.",
    subtract: "Statements for it less those against it.",
    combine: "A code for the sides that occur: of yes or no, 1 = only for, 2 = only against, 3 = both.",
  },
};

const NORMALIZATIONS: Readonly<Record<string, string>> = {
  no: "Weights are plain counts.",
  average: "Divided by the mean activity of the two, so that who speaks much is not tied by that alone.",
  jaccard: "The share of what both say in what either says.",
  cosine: "The angle between the two rows: 1 = the same pattern.",
  activity: "Divided by the row’s number of statements.",
  prominence: "Divided by the column’s number of statements.",
};

const DUPLICATES: Readonly<Record<string, string>> = {
  include: "A statement that comes again counts again.",
  document: "The same row, column and side count once in each document.",
  acrossrange: "The same row, column and side count once in all.",
};

const TYPES: Readonly<Record<string, string>> = {
  "one-mode": "Ties among the rows, through the columns that they share.",
  "two-mode": "Ties from rows to columns.",
  "event-list": "No network: the statements that would enter, one line each.",
};

const KERNELS: Readonly<Record<string, string>> = {
  no: "Every statement of a window counts 1.",
  uniform: "Every statement of a window has the same weight.",
  epanechnikov: "Statements weigh less the farther from the window’s middle: a parabola.",
  triangular: "Statements weigh less the farther from the window’s middle: a straight line.",
  gaussian: "Statements weigh less the farther from the middle: a bell that reaches beyond the window.",
};

/** The explanation of a setting as it stands; empty where its label says all. */
export function explain(settings: NetworkSettings, setting: Explained): string {
  const { type, aggregation, normalization, duplicates, window, kernel, qualifier } = settings;
  const explained: Readonly<Record<Explained, string>> = {
    type: TYPES[type] ?? "",
    statementType: "A DNA database may code several kinds of statements, each with its own variables.",
    rows: type === "one-mode" ? "What the nodes are." : "What stands in the rows.",
    columns:
      type === "one-mode"
        ? "What makes two rows alike when both speak on it."
        : "What stands in the columns.",
    qualifier:
      qualifier === "none"
        ? "No sides: all statements are of one kind."
        : "What says on which side a statement is.",
    qualifierType:
      "Numbers are more or less alike, texts are the same or not; of yes or no, neutral statements are left out.",
    aggregation: AGGREGATIONS[type]?.[aggregation] ?? "An event list does not add anything up.",
    normalization: NORMALIZATIONS[normalization] ?? "",
    duplicates: DUPLICATES[duplicates] ?? `The same row, column and side count once in each ${duplicates}.`,
    include: "Statements need one of the values of each variable named here.",
    exclude: "Statements with any of these values do not enter.",
    window:
      window === "no"
        ? "All statements together."
        : window === "events"
          ? "One network for each run of so many statements, in order of time."
          : "One network for each stretch of time, moved on by one unit.",
    windowSize:
      window === "events" ? "How many statements a window holds." : `How many ${window} a window lasts.`,
    kernel: KERNELS[kernel] ?? "",
    indent: "The first and last window stand at least half a width inside the range.",
    isolates: "Rows and columns without a tie stay in the matrix and drawing.",
    toOne: "All cells of a matrix add up to 1, so that windows can be compared.",
    compat: "To check older results: DNA 3 counts some things differently (see docs/networks.md).",
  };
  return explained[setting];
}
