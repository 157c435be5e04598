/** What the Table tab keeps in the address: columns in their order, sorting, and the text that rows are found by. Pure. */

import { formatInner } from "../../state/inner-pairs.ts";
import { anyText, innerPairs, oneOf, type Report, type Rule } from "../../state/inner-rules.ts";
import type { Sorting } from "./sort.ts";

export interface TableSettings {
  /** Ids of the columns shown, or null for the usual ones. */
  readonly columns: readonly string[] | null;
  readonly sorting: Sorting | null;
  readonly text: string;
}

/** The columns that every table has; others are further columns, `x:NAME`. */
export const COLUMN_IDS: readonly string[] = [
  "actor",
  "polarity",
  "target",
  "condition",
  "summary",
  "source",
  "date",
  "voice",
  "modality",
  "confidence",
  "attributedTo",
  "speaker",
  "paragraph",
  "id",
];
const isColumn = (id: string): boolean => id.startsWith("x:") || COLUMN_IDS.includes(id);
const columnRule = (takes: Rule["takes"]): Rule => ({
  takes,
  values: `any of ${COLUMN_IDS.join(", ")}, or x:NAME for a further column`,
});
const RULES = {
  by: columnRule(isColumn),
  columns: columnRule((text) => text.split(",").every(isColumn)),
  descending: oneOf([0, 1]),
  q: anyText("any text"),
};

/** Reads what `formatTableSettings` writes; what is none is left at the usual and reported. */
export function parseTableSettings(text: string, report?: Report): TableSettings {
  const pairs = new Map(innerPairs(text, RULES, report));
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
