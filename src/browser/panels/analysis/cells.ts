/** Cells of results as a reader wants them: numbers in few digits, names as links, rows in the order asked for. Pure. */

import type { ResultRow, ResultTable } from "../../api/computed.ts";
import type { Sorting } from "../table/sort.ts";

type Column = ResultTable["columns"][number];
type Value = string | number | null | undefined;

/** A number with at most four significant digits after a zero, whole ones with separators; null as an en dash. */
export function valueText(value: Value, type: Column["type"]): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "string") return value;
  if (type === "integer" || Number.isInteger(value)) return value.toLocaleString("en-GB").replace("-", "−");
  const text = Math.abs(value) >= 100 ? value.toFixed(1) : Number(value.toPrecision(4)).toString();
  return text.replace("-", "−");
}

/** A piece of a cell: a name that is a node of the row, or other text. */
export interface Piece {
  readonly text: string;
  readonly node: string | null;
}

/** Splits a text at `; `, and knows the nodes among its parts by their labels. */
export function piecesOf(text: string, nodeByLabel: ReadonlyMap<string, string>): readonly Piece[] {
  const whole = nodeByLabel.get(text);
  if (whole !== undefined) return [{ text, node: whole }];
  const parts = text.split("; ");
  if (!parts.some((part) => nodeByLabel.has(part))) return [{ text, node: null }];
  return parts.flatMap((part, at): readonly Piece[] => {
    const piece = { text: part, node: nodeByLabel.get(part) ?? null };
    return at === 0 ? [piece] : [{ text: "; ", node: null }, piece];
  });
}

/** Names in a cell before the rest is folded, and how many names more a cell may hold without being folded. */
const NAMES = 6;
const SLACK = 2;

/** The pieces of a cell before its rest, and how many names that holds; 0 when nothing is folded. */
export function foldPieces(pieces: readonly Piece[]): {
  readonly shown: readonly Piece[];
  readonly rest: number;
} {
  const names = pieces.filter(({ text }) => text !== "; ").length;
  if (names <= NAMES + SLACK) return { shown: pieces, rest: 0 };
  // A name and what stands between it and the next.
  return { shown: pieces.slice(0, 2 * NAMES - 1), rest: names - NAMES };
}

/** A name for a row: its first text, else its first cell. */
export function rowName(row: ResultRow, columns: readonly Column[]): string {
  const texts = columns.filter(({ id, type }) => type === "text" && row.cells[id] !== null);
  const first = texts[0] ?? columns[0];
  return first ? valueText(row.cells[first.id], first.type) : "";
}

/** Whether fewer statements are listed behind a row than it counts: a large answer lists the first. */
export function listsFirst({ cells, statements, otherStatements = [] }: ResultRow): boolean {
  const counted = cells["statements"];
  const listed = statements.length + otherStatements.length;
  return typeof counted === "number" && listed > 0 && listed < counted;
}

/** A sorted copy; rows without a value come last in both directions. */
export function sortRows(
  rows: readonly ResultRow[],
  sorting: Sorting | null,
): readonly (readonly [row: ResultRow, at: number])[] {
  const numbered = rows.map((row, at) => [row, at] as const);
  if (!sorting) return numbered;
  const { by, descending } = sorting;
  return numbered.sort(([one], [other]) => {
    const a = one.cells[by] ?? null;
    const b = other.cells[by] ?? null;
    if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
    const order =
      typeof a === "number" && typeof b === "number"
        ? a - b
        : String(a).localeCompare(String(b), "en", { numeric: true });
    return descending ? -order : order;
  });
}
