/** Short ways to ask for networks and to read cells by label, for tests. */
import { computeNetwork } from "../../../src/analysis/networks/compute-network.ts";
import type { Network } from "../../../src/analysis/networks/result.ts";
import type { NetworkQuestion } from "../../../src/analysis/networks/settings.ts";
import type { StatementTable } from "../../../src/analysis/networks/table.ts";
import { tableFromDna } from "../../../src/analysis/networks/table-from-dna.ts";
import type { DnaDataType } from "../../../src/model/dna.ts";
import { type TinyDnaStatement, tinyDna } from "../../support/tiny-dna.ts";

/** `[date, row, column, level]`; the level may be missing where there is no qualifier. */
export type Line = readonly [string, string, string, (string | number)?];

/** A DNA table with the variables `org`, `concept` and, of the given type, `q`. */
export function tableOf(lines: readonly Line[], type: DnaDataType = "boolean"): StatementTable {
  const statements: TinyDnaStatement[] = lines.map(([date, row, column, level]) => ({
    date,
    values: [row, column, level ?? (type === "short text" ? "" : 1)],
  }));
  return tableFromDna(tinyDna({ org: "short text", concept: "short text", q: type }, statements));
}

type Rest = Partial<NetworkQuestion>;

/** The networks of a question about `org` × `concept` by `q`. */
export const networks = (table: StatementTable, rest: Rest = {}): readonly Network[] =>
  computeNetwork(table, { type: "one-mode", rows: "org", columns: "concept", qualifier: "q", ...rest })
    .networks;

export function only(list: readonly Network[]): Network {
  const [first] = list;
  if (!first || list.length !== 1) throw new Error(`${list.length} networks where there should be one`);
  return first;
}

export const network = (table: StatementTable, rest: Rest = {}): Network => only(networks(table, rest));

/** A cell by its labels. */
export function cell({ rows, columns, cells }: Network, row: string, column: string): number {
  const [i, j] = [rows.indexOf(row), columns.indexOf(column)];
  if (i < 0 || j < 0)
    throw new Error(`no cell ${row}, ${column} in ${rows.join(" ")} × ${columns.join(" ")}`);
  return cells[i * columns.length + j] as number;
}

/** The message and remedy of the fault that a call ends with. */
export function faultOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    const { message, remedy, class: kind } = error as { message: string; remedy: string; class: string };
    return `${kind}: ${message} | ${remedy}`;
  }
  throw new Error("no fault");
}
