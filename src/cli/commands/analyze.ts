/** `stancegraph analyze`: the structure of a debate, as tables with the statements behind each line. */

import type { AnalysisResult, Column, Row, Table } from "../../analysis/structure/analysis.ts";
import { analysisNamed } from "../../analysis/structure/registry.ts";
import { analysisList, answerAnalysis } from "../../service/answer-analysis.ts";
import { ANALYSIS_PARAMETERS, parseAnalysisRequest } from "../../view/analysis-grammar.ts";
import { type Command, isSet, textAt } from "../command.ts";
import { DATASET_ARGUMENT, DNA_FLAGS, mappingOf } from "../dataset-flags.ts";
import { EXIT, typedName, UsageError } from "../faults.ts";
import { flagsOf, pairsOf } from "../grammar-flags.ts";
import { loadDataset } from "../load-dataset.ts";
import { table } from "../table.ts";

export const analyzeCommand: Command = {
  description:
    "Analyses the statements that a view shows: who agrees with whom, coalitions, conditions and deadlocks, contradictions between documents, change, centrality and more. Without a name, lists the analyses. Flags that begin with the name of an analysis are its own.",
  arguments: [
    { syntax: "[name]", description: "an analysis; without it, they are listed" },
    DATASET_ARGUMENT,
    { syntax: "[other]", description: "a second coding of the same sources, for reliability" },
  ],
  options: [
    { flags: "--json", description: "give JSON, as /api/analysis does" },
    ...DNA_FLAGS,
    ...flagsOf(ANALYSIS_PARAMETERS),
  ],
  examples: [
    "",
    "coalitions",
    "alignment my-dataset -a Egypt -b Qatar",
    "change --before 2025-10 --after 2025-11",
    "centrality --network congruence --rollup top --json",
    "reliability first-coding second-coding",
  ],
  async run(invocation) {
    const { io } = invocation;
    const name = textAt(invocation, 0);
    const asJson = isSet(invocation, "json");
    if (name === undefined) {
      const items = analysisList();
      await io.out(
        asJson
          ? `${JSON.stringify({ items, total: items.length }, null, 2)}\n`
          : table(
              ["name", "analysis", "flags", "what it finds"],
              items.map(({ id, label, parameters, description }) => [
                id,
                label,
                Object.keys(parameters).map(typedName).join(" "),
                description,
              ]),
              io.columns,
            ),
      );
      return EXIT.ok;
    }
    const analysis = analysisNamed(name);
    const request = parseAnalysisRequest(analysis, pairsOf(ANALYSIS_PARAMETERS, invocation));
    const [first, second] = [textAt(invocation, 1), textAt(invocation, 2)];
    if (second !== undefined && !analysis.comparesTwo)
      throw new UsageError(`${analysis.id} takes one dataset.`);
    const mapping = mappingOf(invocation);
    const served = await loadDataset(io, first, mapping);
    const other = second === undefined ? null : await loadDataset(io, second, mapping);
    const result = answerAnalysis(analysis, request, served, other);
    await io.out(asJson ? `${JSON.stringify(result, null, 2)}\n` : inWords(result, io.columns));
    return EXIT.ok;
  },
};

function inWords({ summary, tables, notes }: AnalysisResult, columns: number | null): string {
  const parts = tables.filter(({ rows }) => rows.length > 0).map((each) => tableInWords(each, columns));
  const said = notes.map((note) => `${note}\n`).join("");
  return [`${summary}\n`, ...parts, ...(said === "" ? [] : [said])].join("\n");
}

function tableInWords({ title, columns, rows }: Table, width: number | null): string {
  const compared = rows.some(({ otherStatements }) => otherStatements !== undefined);
  const header = [
    ...columns.map(({ label }) => label),
    ...(compared ? ["Statements of the first", "of the second"] : ["Statements"]),
  ];
  const lines = rows.map((row) => [
    ...columns.map((column) => cell(row, column)),
    ids(row.statements),
    ...(compared ? [ids(row.otherStatements ?? [])] : []),
  ]);
  return `${title}\n${table(header, lines, width)}`;
}

/** Statement ids that are written out whole, and how many are where there are more. */
const FEW = 5;
const FIRST = 3;

/** `2: s1 s2`, `215: s1 s2 s3 … and 212 more`: the JSON has them all. */
function ids(statements: readonly string[]): string {
  const shown = statements.slice(0, statements.length > FEW ? FIRST : FEW);
  const rest = statements.length - shown.length;
  return `${statements.length}${shown.length > 0 ? ": " : ""}${shown.join(" ")}${rest > 0 ? ` … and ${rest} more` : ""}`;
}

/** A number with at most four digits after the point; the JSON has the full one. */
function cell({ cells }: Row, { id, type }: Column): string {
  const value = cells[id] ?? null;
  if (value === null) return "–";
  return type === "number" && typeof value === "number"
    ? String(Math.round(value * 1e4) / 1e4)
    : String(value);
}
