/** Whether a cell occurs twice in a column in which each row has its own. */

import type { CellHeap } from "./byte-dictionary.ts";
import { hashOf, viewOf } from "./words.ts";

/** Whether a cell occurs twice among the cells 1, 2, … of a heap. */
export const hasDoubles = (cells: CellHeap): boolean => !ascend(cells) && meet(cells);

/** Whether each cell is longer than the one before, or as long and greater, as numbered ones are: then all differ. */
function ascend({ heap, ends }: CellHeap): boolean {
  for (let code = 2; code < ends.length; code++) {
    let before = ends[code - 2] as number;
    let at = ends[code - 1] as number;
    const end = ends[code] as number;
    const longer = end - at - (at - before);
    if (longer > 0) continue;
    if (longer < 0) return false;
    while (at < end && heap[before] === heap[at]) {
      before++;
      at++;
    }
    if (at === end || (heap[at] as number) < (heap[before] as number)) return false;
  }
  return true;
}

const GROUP_BITS = 9;

/** Cells are first put into groups by their hashes, so that each group fits the processor's cache. */
function meet({ heap, ends: cellEnds }: CellHeap): boolean {
  const bytes = viewOf(heap);
  const count = cellEnds.length - 1;
  const hashes = new Int32Array(count);
  for (let row = 0; row < count; row++)
    hashes[row] = hashOf(bytes, cellEnds[row] as number, cellEnds[row + 1] as number);
  const groupOf = (row: number): number => (hashes[row] as number) >>> (32 - GROUP_BITS);
  const ends = new Uint32Array(2 ** GROUP_BITS + 1);
  for (let row = 0; row < count; row++) (ends[groupOf(row) + 1] as number)++;
  let largest = 0;
  for (let group = 1; group < ends.length; group++) {
    largest = Math.max(largest, ends[group] as number);
    (ends[group] as number) += ends[group - 1] as number;
  }
  const next = ends.slice();
  const grouped = new Uint32Array(count);
  for (let row = 0; row < count; row++) grouped[(next[groupOf(row)] as number)++] = row;
  const table = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(16, largest * 2))));
  const mask = table.length - 1;
  for (let group = 1; group < ends.length; group++) {
    table.fill(0);
    for (let at = ends[group - 1] as number; at < (ends[group] as number); at++) {
      const row = grouped[at] as number;
      const hash = hashes[row] as number;
      let place = hash & mask;
      for (let code = table[place] as number; code !== 0; code = table[place] as number) {
        if (hashes[code - 1] === hash && same(heap, cellEnds, code - 1, row)) return true;
        place = (place + 1) & mask;
      }
      table[place] = row + 1;
    }
  }
  return false;
}

function same(heap: Uint8Array, ends: Uint32Array, one: number, other: number): boolean {
  let a = ends[one] as number;
  let b = ends[other] as number;
  const end = ends[one + 1] as number;
  if (end - a !== (ends[other + 1] as number) - b) return false;
  for (; a < end; a++, b++) if (heap[a] !== heap[b]) return false;
  return true;
}
