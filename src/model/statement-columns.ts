/** A dataset's statements by column: a whole number per statement into the column's distinct values. */

import type { Dataset, Statement } from "./dataset.ts";

/** By statement, as narrow as the numbers allow. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** One member of all statements. Two codes may stand for equal values, such as an empty cell and its default written out. */
export interface StatementColumn<Value> {
  readonly codes: Codes;
  /** Codes are 0 … size − 1. */
  readonly size: number;
  value(code: number): Value;
}

/** All members of all statements, in the order of the dataset's statements. */
export interface StatementColumns {
  readonly count: number;
  /** The records whose columns these are. */
  readonly records: readonly Statement[];
  column<Property extends keyof Statement>(property: Property): StatementColumn<Statement[Property]>;
  /** By code of a column of ids, the place among these very records, −1 for the empty one; null where that is not known. */
  placesIn?(records: readonly object[], property: keyof Statement): Int32Array | null;
}

/** The columns of a dataset: those it was read into, else made of its records, each when it is first asked for. */
export const statementColumns = ({
  columns,
  statements,
}: Pick<Dataset, "columns" | "statements">): StatementColumns =>
  // Whoever puts other statements into a dataset may have left the columns where they were.
  columns?.records === statements ? columns : columnsOfRecords(statements);

/** Columns of records, in time proportional to their number. Lists and maps are told apart by identity. */
export function columnsOfRecords(statements: readonly Statement[]): StatementColumns {
  const made = new Map<keyof Statement, StatementColumn<unknown>>();
  return {
    count: statements.length,
    records: statements,
    column<Property extends keyof Statement>(property: Property) {
      const known = made.get(property) ?? encode(statements, property);
      made.set(property, known);
      return known as StatementColumn<Statement[Property]>;
    },
  };
}

function encode(statements: readonly Statement[], property: keyof Statement): StatementColumn<unknown> {
  const codeOf = new Map<unknown, number>();
  const codes = new Uint32Array(statements.length);
  statements.forEach((statement, at) => {
    const value = statement[property];
    let code = codeOf.get(value);
    if (code === undefined) {
      code = codeOf.size;
      codeOf.set(value, code);
    }
    codes[at] = code;
  });
  const values = [...codeOf.keys()];
  return { codes, size: values.length, value: (code) => values[code] };
}

/** A copy of the numbers in as few bytes as `size` of them need. */
export function narrow(codes: Codes, size: number): Codes {
  if (size <= 0x100) return new Uint8Array(codes);
  return size <= 0x1_0000 ? new Uint16Array(codes) : new Uint32Array(codes);
}
