/** What the Table tab keeps in the address: columns in their order, sorting, and the text that rows are found by. Pure. */

import { formatInner, parseInner } from "../../state/inner-pairs.ts";
import type { Sorting } from "./sort.ts";

export interface TableSettings {
  /** Ids of the columns shown, or null for the usual ones. */
  readonly columns: readonly string[] | null;
  readonly sorting: Sorting | null;
  readonly text: string;
}

export function parseTableSettings(text: string): TableSettings {
  const pairs = new Map(parseInner(text));
  const by = pairs.get("by") ?? "";
  const columns = (pairs.get("columns") ?? "").split(",").filter((id) => id !== "");
  return {
    columns: columns.length > 0 ? columns : null,
    sorting: by === "" ? null : { by, descending: pairs.get("descending") === "1" },
    text: pairs.get("q") ?? "",
  };
}

export const formatTableSettings = ({ columns, sorting, text }: TableSettings): string =>
  formatInner([
    ...(sorting ? [["by", sorting.by] as const] : []),
    ...(columns ? [["columns", columns.join(",")] as const] : []),
    ...(sorting?.descending ? [["descending", "1"] as const] : []),
    ...(text === "" ? [] : [["q", text] as const]),
  ]);
