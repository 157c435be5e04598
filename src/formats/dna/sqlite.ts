/** SQLite as WebAssembly (sql.js): started from bytes that the caller brings, so it is the same in Node and in the page. */

import initSqlJs from "sql.js";

export type SqlValue = string | number | Uint8Array | null;

export interface SqliteStatement {
  step(): boolean;
  get(): SqlValue[];
  free(): void;
}

/** A database in memory, made of a copy of the bytes: nothing is ever written back. */
export interface SqliteDatabase {
  prepare(sql: string): SqliteStatement;
  run(sql: string): unknown;
  export(): Uint8Array;
  close(): void;
}

export interface SqliteEngine {
  readonly Database: new (bytes?: Uint8Array) => SqliteDatabase;
}

/** Starts SQLite from the bytes of `sql.js/dist/sql-wasm.wasm`. A second call gives the engine of the first. */
export const startSqlite = (wasm: Uint8Array): Promise<SqliteEngine> => initSqlJs({ wasmBinary: wasm });
