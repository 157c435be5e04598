/** The engine in a web worker of its own, fetched when somebody opens data of their own. */

import "../no-eval.ts";
import wasm from "sql.js/dist/sql-wasm.wasm?url";
import { startSqlite } from "../../formats/dna/sqlite.ts";
import { openFiles } from "./open/open.ts";
import { type Port, serveEngine } from "./serve.ts";

serveEngine(globalThis as unknown as Port, (request) =>
  openFiles({
    ...request,
    sqlite: async () => {
      const response = await fetch(wasm);
      if (!response.ok)
        throw new Error(`the program that reads databases cannot be fetched (${response.status})`);
      return startSqlite(new Uint8Array(await response.arrayBuffer()));
    },
  }),
);
