/** What can be said against single cells, each distinct one looked at once. */

import { idFault } from "../../model/id.ts";
import { CellFault, formatCell, parseCell } from "../cells.ts";
import type { Column } from "../tables.ts";
import type { CellHeap } from "./byte-dictionary.ts";
import { cellTexts, isAscii } from "./store.ts";

/** Of the same value another text would be written: `unusual`. */
export type CheckedCells = "usual" | "unusual" | "bad";

/** Checks the cells of a known column, or of a further one (null). */
export function checkCells(column: Column | null, cells: CellHeap): CheckedCells {
  const { heap, ends } = cells;
  if (!isAscii(heap) && !areUtf8(cells)) return "bad";
  if (column === null || (column.type === "text" && !column.required)) return "usual";
  const text = cellTexts(cells);
  if (column.type === "text") return hasBlank(cells, text) ? "bad" : "usual";
  const ids = column.type === "id" || column.type === "reference";
  let checked: CheckedCells = "usual";
  for (let code = 1; code < ends.length; code++) {
    if (ids) {
      const plain = isPlainId(heap, ends[code - 1] as number, ends[code] as number);
      if (!plain && idFault(text(code)) !== null) return "bad";
      continue;
    }
    const cell = text(code);
    const value = parseCell(column, cell);
    if (value instanceof CellFault) return "bad";
    if (formatCell(column, value) !== cell) checked = "unusual";
  }
  return checked;
}

/** Whether a cell is nothing but blanks. */
function hasBlank({ heap, ends }: CellHeap, text: (code: number) => string): boolean {
  for (let code = 1; code < ends.length; code++) {
    const first = heap[ends[code - 1] as number] as number;
    if ((first <= 32 || first >= 127) && text(code).trim() === "") return true;
  }
  return false;
}

const SEMICOLON = 59;
const COMMA = 44;
const COLON = 58;

/** Whether bytes are an id at first sight: letters, digits and marks of ASCII without blanks. */
function isPlainId(heap: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = heap[at] as number;
    if (byte <= 32 || byte >= 127 || byte === SEMICOLON || byte === COMMA || byte === COLON) return false;
  }
  return to - from <= 200;
}

/** Whether each cell is UTF-8 for itself: two broken ones side by side could pass for a whole. */
function areUtf8({ heap, ends }: CellHeap): boolean {
  const strict = new TextDecoder("utf-8", { fatal: true });
  for (let code = 1; code < ends.length; code++) {
    const cell = heap.subarray(ends[code - 1], ends[code]);
    if (isAscii(cell)) continue;
    try {
      strict.decode(cell);
    } catch {
      return false;
    }
  }
  return true;
}
