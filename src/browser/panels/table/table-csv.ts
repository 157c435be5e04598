/** The table as it is shown, as CSV: the same columns, the same words, the same order of rows. Pure. */

import { csvLines } from "../../../formats/csv/rows.ts";
import type { StatementRecord } from "../../../model/api.ts";
import type { Column, SourcesById } from "./columns.ts";

/** RFC 4180 with a header row; what a spreadsheet would take for a formula is marked as text. */
export const tableCsv = (
  columns: readonly Column[],
  statements: readonly StatementRecord[],
  sources: SourcesById,
): string =>
  [
    ...csvLines(
      columns.map(({ label, text }) => ({
        header: label,
        value: (statement: StatementRecord) => text(statement, sources),
      })),
      statements,
    ),
  ].join("");
