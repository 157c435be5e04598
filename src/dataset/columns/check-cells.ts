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
  if (column.type === "id" || column.type === "reference") {
    if (arePlain(heap) && areShort(ends)) return "usual";
    for (let code = 1; code < ends.length; code++) if (idFault(text(code)) !== null) return "bad";
    return "usual";
  }
  let checked: CheckedCells = "usual";
  for (let code = 1; code < ends.length; code++) {
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

/** By byte, 1 where any id may have it anywhere: letters, digits and marks of ASCII without blanks. */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte > 32 && byte < 127 && byte !== SEMICOLON && byte !== COMMA && byte !== COLON ? 1 : 0,
);

function arePlain(bytes: Uint8Array): boolean {
  let plain = 1;
  for (let at = 0; at < bytes.length; at++) plain &= PLAIN[bytes[at] as number] as number;
  return plain === 1;
}

/** Whether no cell is longer than an id may be. */
function areShort(ends: Uint32Array): boolean {
  for (let code = 1; code < ends.length; code++)
    if ((ends[code] as number) - (ends[code - 1] as number) > 200) return false;
  return true;
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
