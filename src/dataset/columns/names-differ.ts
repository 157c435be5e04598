/** Whether all names of actors and issues are known to differ, told by their bytes. Where they are not, `check-names.ts` looks who shares one. */

import { splitList } from "../cells.ts";
import { foldName } from "../fold.ts";
import type { ReadTable } from "../read-table.ts";
import { ByteDictionary } from "./byte-dictionary.ts";
import type { CellColumn } from "./cells.ts";
import { cellTexts } from "./store.ts";
import { viewOf } from "./words.ts";

const NAMED = new Set(["id", "label", "short_label"]);
const BLANK = 32;

/** True where both tables were read by column and no name, folded, belongs to two of their records. */
export function namesDiffer(actors: ReadTable, issues: ReadTable): boolean {
  const owners = new Owners(2 * (actors.records.length + issues.records.length));
  let first = 0;
  for (const { cells, records } of [actors, issues]) {
    if (cells === undefined) return false;
    for (const column of cells) {
      if (column.further || !(NAMED.has(column.name) || column.name === "aliases")) continue;
      const names = column.name === "aliases" ? listedNames(column, owners) : singleNames(column, owners);
      const { codes } = column;
      for (let row = 0; row < records.length; row++) {
        const code = codes === null ? row + 1 : (codes[row] as number);
        if (code !== 0 && !names(code, first + row)) return false;
      }
    }
    first += records.length;
  }
  return true;
}

/** Gives a record the names of a cell; false where one of them belongs to another. */
type Own = (code: number, record: number) => boolean;

function singleNames(column: CellColumn, owners: Owners): Own {
  const { heap, ends } = column;
  const text = cellTexts(column);
  const names = new Int32Array(ends.length);
  return (code, record) => {
    if (names[code] === 0)
      names[code] =
        owners.plain(heap, ends[code - 1] as number, ends[code] as number) ?? owners.name(text(code));
    return owners.own(names[code] as number, record);
  };
}

function listedNames(column: CellColumn, owners: Owners): Own {
  const text = cellTexts(column);
  return (code, record) => {
    const items = splitList(text(code));
    // Cells that are no lists were found before.
    return Array.isArray(items) && items.every((item: string) => owners.own(owners.name(item), record));
  };
}

/** Folded names with the record that each belongs to. */
class Owners {
  private readonly names: ByteDictionary;
  /** By name, 1 + the record. */
  private owners: Int32Array;
  private folded = new Uint8Array(256);
  private view = viewOf(this.folded);
  private readonly encoder = new TextEncoder();

  /** `expected` is about how many names there are. */
  constructor(expected: number) {
    this.names = new ByteDictionary(expected);
    this.owners = new Int32Array(expected + 2);
  }

  /** The name in bytes of ASCII with single blanks between words; null where it takes more to fold it. */
  plain(bytes: Uint8Array, from: number, to: number): number | null {
    const size = to - from;
    if (size > this.folded.length) {
      this.folded = new Uint8Array(size * 2);
      this.view = viewOf(this.folded);
    }
    let before = BLANK;
    for (let at = from, put = 0; at < to; at++, put++) {
      const byte = bytes[at] as number;
      if (byte < BLANK || byte > 126 || (byte === BLANK && before === BLANK)) return null;
      this.folded[put] = byte >= 65 && byte <= 90 ? byte + 32 : byte;
      before = byte;
    }
    return before === BLANK ? null : this.names.intern(this.view, 0, size);
  }

  /** The number of any name that is not empty. */
  name(text: string): number {
    return this.names.code(this.encoder.encode(foldName(text) || text));
  }

  /** False where the name belongs to another record, or too many names look alike. */
  own(name: number, record: number): boolean {
    if (name < 0) return false;
    if (name >= this.owners.length) {
      const longer = new Int32Array(name * 2);
      longer.set(this.owners);
      this.owners = longer;
    }
    const owner = this.owners[name] as number;
    this.owners[name] = record + 1;
    return owner === 0 || owner === record + 1;
  }
}
