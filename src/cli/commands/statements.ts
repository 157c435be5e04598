/** `stancegraph statements`: the statements that a view shows. */

import { csvFormat } from "../../formats/csv/format.ts";
import type { StatementRecord } from "../../model/api.ts";
import { polarityTerm } from "../../model/vocabulary.ts";
import { exportView } from "../../service/export-view.ts";
import { parseView, VIEW_PARAMETERS } from "../../view/grammar.ts";
import { statementRecords } from "../../view/records/statement-record.ts";
import { type Command, isSet, textAt } from "../command.ts";
import { DATASET_ARGUMENT, DNA_FLAGS, mappingOf } from "../dataset-flags.ts";
import { EXIT, UsageError } from "../faults.ts";
import { flagsOf, pairsOf } from "../grammar-flags.ts";
import { loadDataset } from "../load-dataset.ts";
import { table } from "../table.ts";
import { sayUndated } from "../undated.ts";

export const statementsCommand: Command = {
  description: "Lists the statements that a view shows, in the order of the dataset.",
  arguments: [DATASET_ARGUMENT],
  options: [
    { flags: "--json", description: "give {items, total}, each item as /api/statements does" },
    { flags: "--csv", description: "give the table that the CSV export gives" },
    ...DNA_FLAGS,
    ...flagsOf(VIEW_PARAMETERS),
  ],
  examples: ["", "--actor egypt --polarity support", "my-dataset --since 2025-11 --csv"],
  async run(invocation) {
    const { io } = invocation;
    const [json, csv] = [isSet(invocation, "json"), isSet(invocation, "csv")];
    if (json && csv) throw new UsageError("Give one of --json and --csv.");
    const view = parseView(pairsOf(VIEW_PARAMETERS, invocation));
    const served = await loadDataset(io, textAt(invocation, 0), mappingOf(invocation));
    const resolved = served.resolve(view);
    sayUndated(io, served, resolved);
    if (csv) {
      const choice = { what: "statements", gexfVersion: "1.3", day: "", onNotice: () => {} } as const;
      for (const chunk of exportView(served, resolved, csvFormat, choice)) await io.out(chunk);
      return EXIT.ok;
    }
    const items = statementRecords(served.lookups, served.shown(resolved).statements);
    if (json) await io.out(`${JSON.stringify({ items, total: items.length }, null, 2)}\n`);
    else {
      await io.out(table(HEADER, items.map(rowOf), io.columns));
      io.err(`${items.length} of ${served.dataset.statements.length} statements\n`);
    }
    return EXIT.ok;
  },
};

const HEADER = ["id", "source", "said", "actor", "position", "target", "summary"];

const rowOf = (statement: StatementRecord): readonly string[] => [
  statement.id,
  statement.source.id,
  said(statement),
  statement.actor.label,
  `${statement.relation?.label ?? polarityTerm(statement.polarity).label}${statement.condition === null ? "" : " (if)"}`,
  (statement.issue ?? statement.target)?.label ?? "",
  statement.summary,
];

const said = ({ saidOn, saidUntil }: StatementRecord): string =>
  saidOn === saidUntil ? (saidOn ?? "") : `${saidOn ?? "…"}/${saidUntil ?? "…"}`;
