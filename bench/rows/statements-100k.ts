/** Congruence over 100,000 statements of 400 actors on 150 issues, with and without duplicates within documents; and as a command. */

import { existsSync } from "node:fs";
import path from "node:path";
import { computeNetwork } from "../../src/analysis/networks/compute-network.ts";
import type { NetworkQuestion } from "../../src/analysis/networks/settings.ts";
import { inChild } from "../children/child.ts";
import type { NetworkCommand } from "../children/network-command.ts";
import {
  absent,
  alternate,
  type BenchOptions,
  type BenchResult,
  type BenchRow,
  here,
  limited,
  median,
} from "../harness.ts";
import { DATA_FOLDER, NO_DATA, readTable } from "../shared-data.ts";
import { tableOf } from "../vote-table.ts";

/** What DNA did when DESIGN §12 was written. */
const DNA = {
  include: "DNA needed 3,800 ms on another machine of this class",
  document: "DNA gave no answer within 420,000 ms on another machine of this class",
} as const;

export const statements100kRow: BenchRow = {
  id: "statements-100k",
  async run(options) {
    const work = "congruence of 100k statements (400 actors, 150 issues)";
    const rows = readTable("statements-100k.csv.gz");
    if (!rows) return [absent(this.id, work, NO_DATA)];
    const column = (at: number): string[] => rows.map((row) => row[at] as string);
    const table = tableOf({
      name: "statements",
      values: { organization: column(3), concept: column(4), agreement: column(5) },
      documents: column(1),
      time: Float64Array.from(rows, (row) => Date.parse(`${row[2]}Z`) / 1000),
    });
    const question: NetworkQuestion = {
      type: "one-mode",
      rows: "organization",
      columns: "concept",
      qualifier: "agreement",
      qualifierType: "boolean",
      aggregation: "congruence",
    };
    const results = [];
    for (const duplicates of ["include", "document"] as const) {
      const [own] = await alternate(
        [
          here(() => {
            computeNetwork(table, { ...question, duplicates });
            return 1;
          }),
        ],
        options,
      );
      results.push(
        limited(
          {
            id: `${this.id}-${duplicates}`,
            work: `${work}, duplicates = ${duplicates}`,
            unit: "ms",
            bar: null,
            note: DNA[duplicates],
          },
          (own as NonNullable<typeof own>).wallMsPerUnit,
          { name: "DNA (not run here)", value: null },
        ),
      );
    }
    return [...results, await commandResult(`${this.id}-command`, options)];
  },
};

/** The whole command on a package of the statements, from the start of the process to its end. */
async function commandResult(id: string, { quick }: BenchOptions): Promise<BenchResult> {
  const work =
    "`stancegraph network` on a package of 100k statements, duplicates = document, process start and all";
  if (!existsSync(path.resolve(import.meta.dirname, "../../dist/cli/main.js")))
    return absent(id, work, "the program is not built: run `npm run build`");
  const file = path.join(DATA_FOLDER, "statements-100k.csv.gz");
  const { milliseconds } = await inChild<NetworkCommand>("network-command.ts", [file, quick ? "3" : "7"]);
  return limited({ id, work, unit: "ms", bar: 500 }, median(milliseconds));
}
