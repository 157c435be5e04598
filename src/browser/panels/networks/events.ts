/** Events as the cells of a table: which columns hold anything, and values by their names. Pure. */

import type { NetworkEvent } from "../../api/computed.ts";
import type { NamedValue } from "./network-names.ts";

/** The names of columns, in their order, of which at least one event has a value; the id is always the first. */
export function eventColumns(events: readonly NetworkEvent[]): readonly string[] {
  const filled = new Set<string>();
  for (const event of events)
    for (const [name, value] of Object.entries(event)) if (value !== null && value !== "") filled.add(name);
  return Object.keys(events[0] ?? {}).filter((name) => filled.has(name));
}

/** The text of a cell: a day without its hours at midnight, an actor, issue or source by its name. */
export function eventText(
  event: NetworkEvent,
  column: string,
  nameOf: (variable: string, value: string) => NamedValue,
): string {
  const value = event[column];
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return value.toLocaleString("en-GB").replace("-", "−");
  if (column === "time") return value.replace(/T00:00:00Z$/, "").replace("T", " ");
  if (column === "statement_id") return value;
  if (column === "document_id") return nameOf("source", value).label;
  return nameOf(column.replace(/^(document|variable)_/, ""), value).label;
}
