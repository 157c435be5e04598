/** Event lists: the statements themselves, in order of time, with all their variables. */

import { formatMoment } from "./calendar.ts";
import type { NetworkEvent } from "./result.ts";
import type { StatementTable } from "./table.ts";

/** Columns that every event has, whatever its variables are called. */
const OWN = ["statement_id", "time", "document_id"] as const;

/**
 * One event for each statement: `statement_id`, `time` (null = no moment), `document_id`, the variables under their names, the fields of
 * documents under `document_<name>`. A variable that bears one of the first names is called `variable_<name>`.
 */
export function eventList(table: StatementTable, statements: Int32Array): NetworkEvent[] {
  const columns = table.variables.map(({ name, scope }) => {
    const own: readonly string[] = OWN;
    const shown = scope === "document" ? `document_${name}` : own.includes(name) ? `variable_${name}` : name;
    return { shown, column: table.column(name, "rows") };
  });
  return Array.from(statements, (statement) => {
    const time = table.time[statement] as number;
    const event = new Map<string, string | number | null>([
      ["statement_id", table.ids[statement] as string],
      ["time", Number.isNaN(time) ? null : formatMoment(time)],
      ["document_id", table.documents.labels[table.documents.codes[statement] as number] as string],
    ]);
    for (const { shown, column } of columns) {
      const label = column.labels[column.codes[statement] as number] ?? null;
      const number = column.type !== "text" && label !== null && /^[+-]?\d{1,15}$/.test(label);
      if (!event.has(shown)) event.set(shown, number ? Number(label) : label);
    }
    return event;
  });
}
