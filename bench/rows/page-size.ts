/** The JavaScript that the page needs before it draws, gzipped. */

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { absent, type BenchRow, limited } from "../harness.ts";

const FOLDER = path.resolve(import.meta.dirname, "../../dist/explorer");

/** Files that a module imports at once; those that it imports later on are not among them. */
const importsOf = (code: string): string[] =>
  [...code.matchAll(/(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g)].map((match) => match[1] as string);

export const pageSizeRow: BenchRow = {
  id: "page-size",
  async run() {
    const work = "page: JavaScript transferred, gzip";
    const page = path.join(FOLDER, "index.html");
    if (!existsSync(page)) return [absent(this.id, work, "dist/explorer is not built: npm run build")];
    const named = [...readFileSync(page, "utf8").matchAll(/(?:src|href)="([^"]+\.js)"/g)];
    const files = new Set(
      named.map((match) => path.join(FOLDER, (match[1] as string).replace(/^\.?\//, ""))),
    );
    let bytes = 0;
    // A Set grows while it is walked, so this visits every import once.
    for (const file of files) {
      const code = readFileSync(file);
      bytes += gzipSync(code, { level: 9 }).length;
      for (const name of importsOf(code.toString("utf8"))) files.add(path.join(path.dirname(file), name));
    }
    return [
      limited(
        { id: this.id, work, unit: "kB", bar: 350, note: "Gephi Lite: 896 kB, as seen for DESIGN §12" },
        bytes / 1000,
      ),
    ];
  },
};
