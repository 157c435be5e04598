/** Rows of columns as objects that look their values up when they are asked for: a picture of many edges costs no more than it is read. */

import { attributesOf } from "./picture.ts";
import type { AnyColumn } from "./read-column.ts";

/** Where the attributes of a row are looked up; beside the column names, this is all that such an object has. */
interface Row {
  readonly row: number;
}

/**
 * Gives the attributes of a row by its number, with the same names and values as a plain object. What is absent is undefined,
 * and no name is the object's own: to change some of them use `dressed`, not `...`. Lists are made once.
 */
export function rowsOf(columns: ReadonlyMap<string, AnyColumn>): (row: number) => object {
  class Attributes implements Row {
    readonly row: number;
    constructor(row: number) {
      this.row = row;
    }
    /** As JSON has it. */
    toJSON(): Record<string, unknown> {
      return attributesOf(columns, this.row);
    }
  }
  for (const [name, column] of columns) {
    const at = column.kind === "list" || column.kind === "pairs" ? kept<unknown>(column.at) : column.at;
    Object.defineProperty(Attributes.prototype, name, {
      get(this: Row) {
        return at(this.row);
      },
      enumerable: true,
    });
  }
  return (row) => new Attributes(row);
}

/** The same answer again for a row asked for again, so that whoever compares lists sees that nothing changed. */
function kept<Value>(at: (row: number) => Value | undefined): (row: number) => Value | undefined {
  const known = new Map<number, Value>();
  return (row) => {
    const before = known.get(row);
    if (before !== undefined) return before;
    const value = at(row);
    if (value !== undefined) known.set(row, value);
    return value;
  };
}

/** Attributes with some of them changed, whether the given ones are plain or rows of columns. */
export const dressed = <Attributes extends object>(
  attributes: Attributes,
  changes: Partial<Attributes>,
): Attributes =>
  Object.create(
    attributes,
    Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, { value, enumerable: true }])),
  ) as Attributes;
