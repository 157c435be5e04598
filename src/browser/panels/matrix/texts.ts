/** The words of the Matrix tab and of what stands between two nodes. */

import { type Polarity, polarityTerm } from "../../../model/vocabulary.ts";
import { count } from "../words/numbers.ts";

export const MATRIX_TEXTS = {
  title: "Positions of each on each issue",
  titleAgreement: "Agreement of each with each",
  kind: "Cells are",
  kinds: { stance: "Positions on issues", agreement: "Agreement of two parties" },
  order: "Order",
  orders: { coalition: "By coalition", evidence: "By evidence", name: "By name" },
  headings: "Issues under their headings",
  noHeading: "Other issues",
  coalition: (number: number, members: number) => `Coalition ${number} · ${members}`,
  noCoalition: "In no coalition",
  corner: "Statements of each, and on each issue",
  cornerAgreement: "Issues on which two take a side",
  summary: (statements: number, cells: number, rows: number, columns: number) =>
    `${count(statements, "statement")} in ${count(cells, "cell")}: ${count(rows, "actor")} by ${count(columns, "issue")}.`,
  summaryAgreement: (cells: number, rows: number) =>
    `${count(cells, "pair")} of ${count(rows, "actor")} that take sides on the same issues.`,
  leftOut: (actors: number) =>
    `${count(actors, "actor")} without a position on an issue ${actors === 1 ? "has" : "have"} no row.`,
  relations: (statements: number) =>
    `${count(statements, "statement")} on relations between actors ${statements === 1 ? "is" : "are"} not in it.`,
  cut: (rows: number, columns: number) => `Drawn: the ${rows} by ${columns} with the most evidence.`,
  drawMore: "Draw more",
  fewGroups: (why: string) => `Rows are ordered by evidence, because no coalitions came: ${why}.`,
  noGroups: "Rows are ordered by evidence: this view is too large for coalitions to be looked for.",
  partOnly: (drawn: number, all: number) =>
    `Of this large view, these are the ${count(drawn, "node")} with most statements, of ${all.toLocaleString("en-GB")}.`,
  tooLarge: (nodes: number, edges: number) =>
    `This view has ${count(nodes, "node")} and ${count(edges, "line")}, too much for a table of positions. Choose fewer actors or issues, or see how far actors agree.`,
  showAgreement: "Agreement of two parties",
  nothing: "No position on an issue passes the filters.",
  nothingAgreement: "No two actors take a side on the same issue in this view.",
  hint: "Arrow keys go from cell to cell, with Ctrl to the next filled one. Enter shows the statements.",
  rest: "Point at a cell, or walk by the arrow keys: what it holds is said here.",
  conditional: "with a condition",
  tentative: "forecast or alleged only",
  agree: "agree",
  disagree: "disagree",
  legend: "Signs in the cells",
} as const;

interface PartWords {
  readonly polarity: Polarity;
  readonly count: number;
  readonly conditional: boolean;
  readonly tentative: boolean;
}

const marks = ({ conditional, tentative }: PartWords): string =>
  `${conditional ? `, ${MATRIX_TEXTS.conditional}` : ""}${tentative ? `, ${MATRIX_TEXTS.tentative}` : ""}`;

/** `2 support, with a condition; 1 opposes`. */
export const stanceWords = (parts: readonly PartWords[]): string =>
  parts
    .map((part) => {
      const many = { support: "support", oppose: "oppose", neutral: "take no side" }[part.polarity];
      const word = part.count === 1 ? polarityTerm(part.polarity).label : many;
      return `${part.count.toLocaleString("en-GB")} ${word}${marks(part)}`;
    })
    .join("; ");

/** `agree on 3 issues; disagree on 1 issue`. */
export const agreementWords = (parts: readonly PartWords[]): string =>
  parts
    .map(
      (part) =>
        `${part.polarity === "oppose" ? MATRIX_TEXTS.disagree : MATRIX_TEXTS.agree} on ${count(part.count, "issue")}${marks(part)}`,
    )
    .join("; ");
