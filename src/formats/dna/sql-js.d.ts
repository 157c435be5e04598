/** The part of sql.js that is used here; the package has no types of its own. */
declare module "sql.js" {
  import type { SqliteEngine } from "./sqlite.ts";

  export default function initSqlJs(options: { readonly wasmBinary: Uint8Array }): Promise<SqliteEngine>;
}
