/**
 * The 870,109 UN votes behind the server, as the explorer asks about them: the picture and the network of the countries for dates never
 * asked for before, and paths between two of them. From the request to the last byte, one after the other.
 */

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { absent, type BenchRow, limited, median, percentile } from "../harness.ts";
import { DATA_FOLDER, NO_DATA } from "../shared-data.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const PROGRAM = path.join(ROOT, "bin/stancegraph.js");
const BAR_MS = 50;
const NETWORK = "networks?type=one-mode&rows=actor&columns=issue&aggregation=congruence";

function importVotes(folder: string): void {
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      ...[PROGRAM, "import", path.join(DATA_FOLDER, "un-votes.csv.gz"), "--to", folder],
      ...["--map", "actor=country,issue=rcid,polarity=vote"],
      ...["--values", "yes=support,no=oppose,abstain=neutral"],
      ...["--dates", path.join(DATA_FOLDER, "un-roll-calls.csv.gz")],
    ],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`the votes were not imported: ${stderr}`);
}

async function serve(folder: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, [PROGRAM, "serve", folder, "--port", "0", "--log-level", "silent"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface(child.stdout))
    if (line.startsWith("http")) return { child, url: line };
  throw new Error("the server ended before it was ready");
}

/** Milliseconds from the request to the last byte of its answer, which must be there. */
function timed(address: string): Promise<number> {
  const headers = {
    Accept: "application/vnd.stancegraph.columns, application/json",
    "Accept-Encoding": "gzip",
  };
  const start = performance.now();
  return new Promise((resolve, reject) => {
    http
      .get(address, { headers }, (answer) => {
        answer.resume().on("end", () => {
          if (answer.statusCode === 200) resolve(performance.now() - start);
          else reject(new Error(`${answer.statusCode} for ${address}`));
        });
      })
      .on("error", reject);
  });
}

/** A range of dates that begins in another month each time, as a slider moves; `years` = null for an open end. */
function datesOf(at: number, years: number | null): string {
  const year = 1950 + (at % 30);
  const since = `since=${year}-${String(1 + ((at * 5) % 12)).padStart(2, "0")}-${String(1 + (at % 28)).padStart(2, "0")}`;
  return years === null ? since : `${since}&until=${year + years - 1}`;
}

export const votesServedRow: BenchRow = {
  id: "votes-served",
  async run({ quick }) {
    const work = "the 870,109 UN votes, served";
    if (!existsSync(path.join(DATA_FOLDER, "un-votes.csv.gz"))) return [absent(this.id, work, NO_DATA)];
    if (!existsSync(path.join(ROOT, "dist/cli")))
      return [absent(this.id, work, "dist is not built: npm run build")];
    const root = mkdtempSync(path.join(os.tmpdir(), "stancegraph-bench-"));
    const folder = path.join(root, "votes");
    let child: ChildProcess | null = null;
    try {
      importVotes(folder);
      const served = await serve(folder);
      child = served.child;
      const countries = (
        (await (await fetch(`${served.url}api/actors?limit=1000`)).json()) as {
          readonly items: readonly { readonly id: string }[];
        }
      ).items.map(({ id }) => id);
      const country = (at: number): string => encodeURIComponent(countries[at % countries.length] as string);
      const questions: readonly (readonly [string, string, (at: number) => string])[] = [
        [
          "picture-open",
          "picture, dates with an open end",
          (at) => `graph?layout=circular&${datesOf(at, null)}`,
        ],
        ["picture-years", "picture, five years", (at) => `graph?layout=circular&${datesOf(at, 5)}`],
        ["network-open", "congruence, dates with an open end", (at) => `${NETWORK}&${datesOf(at, null)}`],
        ["network-years", "congruence, five years", (at) => `${NETWORK}&${datesOf(at, 5)}`],
        [
          "paths",
          "paths between two countries",
          (at) => `paths?from=${country(7 * at)}&to=${country(13 * at + 5)}`,
        ],
      ];
      const [warm, rounds] = quick ? [3, 7] : [30, 60];
      const results = [];
      for (const [id, what, question] of questions) {
        const times: number[] = [];
        for (let at = 0; at < warm + rounds; at++) {
          const time = await timed(`${served.url}api/${question(at)}`);
          if (at >= warm) times.push(time);
        }
        const note = `90 % within ${percentile(times, 0.9).toFixed(0)} ms`;
        results.push(
          limited(
            { id: `${this.id}-${id}`, work: `${work}: ${what}`, unit: "ms", bar: BAR_MS, note },
            median(times),
          ),
        );
      }
      return results;
    } finally {
      child?.kill();
      rmSync(root, { recursive: true, force: true });
    }
  },
};
