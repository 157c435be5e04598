/** Runs the server's worker thread from its sources, for development and tests; the built program has its own. */
import { tsImport } from "tsx/esm/api";

await tsImport("../src/server/work/worker-node.ts", import.meta.url);
