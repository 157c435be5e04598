/** `npm start`: builds what is stale, then serves; arguments after `--` go to `stancegraph serve`. */
import { build, isStale } from "./build.js";

if (isStale()) {
  process.stderr.write("Building …\n");
  await build();
}
process.argv.splice(2, 0, "serve");
await import("../dist/cli/main.js");
