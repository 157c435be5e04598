/** The engine of a self-contained file: opens the archive in it, and answers. */

import "../no-eval.ts";
import { openArchive } from "../engine/open/archive.ts";
import { openProblem, refused } from "../engine/open/read.ts";
import { type Port, serveEngine } from "../engine/serve.ts";

serveEngine(globalThis as unknown as Port, async (request) => {
  const [file] = request.files;
  const nothing = refused(openProblem("nothing-given", "", "The file holds no dataset"));
  if (!file) return nothing;
  return openArchive(
    file,
    request,
    async () => nothing,
    () => false,
  );
});
