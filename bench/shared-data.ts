/** The real tables that some benches need: UN General Assembly votes and a large set of statements. They are not in the repository. */

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

/** Where they are, if they are. */
export const DATA_FOLDER =
  process.env["STANCEGRAPH_BENCH_DATA"] ?? path.resolve(import.meta.dirname, "../../shared/data");

export const NO_DATA = "the data are not here: name their folder in STANCEGRAPH_BENCH_DATA";

/** The rows of a gzipped CSV file whose cells hold no commas and no line ends, without the header; null when it is not there. */
export function readTable(name: string): string[][] | null {
  const file = path.join(DATA_FOLDER, name);
  if (!existsSync(file)) return null;
  const lines = gunzipSync(readFileSync(file)).toString("utf8").trimEnd().split(/\r?\n/);
  return lines.slice(1).map((line) => (line.match(/("[^"]*"|[^,]*)(,|$)/g) ?? []).map(unquoted));
}

const unquoted = (cell: string): string => cell.replace(/,$/, "").replace(/^"(.*)"$/, "$1");
