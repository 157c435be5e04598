/** The words of "About this data". */

import { capitalised } from "./words/numbers.ts";

export const ABOUT_TEXTS = {
  asReported: (word: string, number: number) =>
    `As reported in ${word} ${number === 1 ? "document" : "documents"}.`,
  whatItIs: "What it is, and what it is not",
  isEvidence:
    "Each line of the map is a list of statements. Each statement says who takes which position, in which document and at which place.",
  isNoSample: (word: string, number: number) =>
    `${capitalised(word)} ${number === 1 ? "document is" : "documents are"} no sample of opinion: who is missing here may have said much elsewhere.`,
  isNoSilence:
    "Silence is not consent: an actor without a statement on an issue is not shown as neutral on it.",
  isNoVerdict:
    "The data state what the documents report. They do not say whether it is so, and they take no side.",
  sizeIsEvidence: "Sizes of nodes and lines count statements in these documents, not importance.",
  method: "Method",
  coding: "How to read the coding",
  codingWords:
    "A statement has one holder, one target and one polarity: it supports, opposes or takes no side. A condition qualifies support or opposition. Positions, forecasts, allegations and reported facts are kept apart, and so is the authors’ own voice. A restatement in the same document is listed and never counted. Confidence says how sure the coders are that the passage says this of this actor.",
  inNumbers: "In numbers",
  countWords: {
    sources: "documents",
    statements: "statements",
    actors: "actors",
    issues: "issues",
    relations: "kinds of relation",
    kinds: "kinds of actor",
  } as Readonly<Record<string, string>>,
  dateRange: (first: string, last: string) => `Dates from ${first} to ${last}.`,
  undatedCount: (number: number) =>
    `${number.toLocaleString("en-GB")} ${number === 1 ? "statement has" : "statements have"} no date.`,
  sources: "Sources",
  author: "Author",
  publisher: "Publisher",
  genre: "Genre",
  licence: "Licence",
  notNamed: "not named in the document",
  remarks: "Notes on errors and contradictions",
  passages: "Passages",
  passagesServed:
    "This server has the texts: a statement can show its passage in context, on the screen only.",
  passagesNotServed: "Passages are not shown here.",
  versionLicence: "Version and licence",
  version: (release: string) => `Version ${release}.`,
  licenceOfData: "Licence of the data:",
  textsNotIncluded: "The texts of the documents are not included; rights in them are their owners’.",
  contributors: "Contributors:",
  howToCite: "How to cite",
  reportHeading: "Report an error",
  reportWords:
    "Each statement has a button that copies a report with its id, place and fields. Nothing is sent from here: send the report to whoever keeps the dataset.",
  ownData: "Your own data",
  ownDataWords:
    "A dataset, a table, a DNA database or a graph from this computer opens in this page. Nothing is uploaded.",
  openOwn: "Open your own data",
  program: "Program",
  notices: "Licences of the software in this page",
  pending: "A newer version of the data could not be loaded; the older one is shown.",
  furtherProblems: (number: number) => `And ${number.toLocaleString("en-GB")} more.`,
} as const;
