/**
 * The server at 200 requests a second on the house dataset: latency from the moment a request was due, so that queues count. Then
 * how a path question fares beside heavy work, and whether ten times as many requests get their answers.
 */

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { inChild } from "../children/child.ts";
import type { LoadReply, LoadRequest } from "../children/load.ts";
import { absent, type BenchResult, type BenchRow, limited, percentile } from "../harness.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const PER_SECOND = 200;
const TENFOLD = 10 * PER_SECOND;
/** A network for each day of years, smoothed: seconds of work. */
const HEAVY =
  "api/networks?type=one-mode&rows=actor&columns=issue&window=days&windowSize=60&kernel=gaussian&isolates=1";

/** Starts the built server, on one core where the system can say so; resolves with its address. */
async function startServer(): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const pinned = spawnSync("taskset", ["--version"]).status === 0 ? ["taskset", "-c", "0"] : [];
  const [command = process.execPath, ...args] = [
    ...pinned,
    process.execPath,
    path.join(ROOT, "bin/stancegraph.js"),
    "serve",
    "--port",
    "0",
    "--log-level",
    "silent",
  ];
  const child = spawn(command, args, { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface(child.stdout))
    if (line.startsWith("http")) return { child, url: line };
  throw new Error("the server ended before it was ready");
}

const load = (
  urls: readonly string[],
  seconds: number,
  more: Partial<LoadRequest> = {},
): Promise<LoadReply> =>
  inChild<LoadReply>("load.ts", [JSON.stringify({ urls, seconds, perSecond: PER_SECOND, warm: 1, ...more })]);

/** Path questions while worker threads are kept busy all the time, on whatever cores there are. */
async function besideHeavyWork(
  url: string,
  addresses: readonly string[],
  seconds: number,
): Promise<BenchResult> {
  let isOver = false;
  let done = 0;
  const heavy = (async () => {
    while (!isOver) {
      await (await fetch(`${url}${HEAVY}&until=2025-12-${String(10 + (done % 20))}`)).arrayBuffer();
      done++;
    }
  })();
  const { times, failed } = await load(addresses, seconds);
  isOver = true;
  await heavy;
  const result = limited(
    {
      id: "api-latency-paths-beside-work",
      work: `/api/paths of the house dataset at ${PER_SECOND} requests/s while networks are computed: 99th percentile`,
      unit: "ms",
      bar: null,
      note: `median ${percentile(times, 0.5).toFixed(1)} ms, ${done} networks meanwhile, ${failed} of ${times.length} requests failed`,
    },
    percentile(times, 0.99),
  );
  return failed === 0 ? result : { ...result, ok: false };
}

export const apiLatencyRow: BenchRow = {
  id: "api-latency",
  async run(options) {
    const work = `the house dataset at ${PER_SECOND} requests/s on one core: 99th percentile`;
    if (!existsSync(path.join(ROOT, "dist/cli")))
      return [absent(this.id, work, "dist is not built: npm run build")];
    const { child, url } = await startServer();
    try {
      const picture = `${url}api/graph`;
      const { nodes } = (await (await fetch(picture)).json()) as {
        readonly nodes: readonly { readonly key: string }[];
      };
      const keys = nodes.map(({ key }) => encodeURIComponent(key));
      const questions = keys.map(
        (_, at) =>
          `${url}api/paths?from=${keys[(at * 7) % keys.length]}&to=${keys[(at * 13 + 5) % keys.length]}`,
      );
      const results = [];
      const seconds = options.quick ? 3 : 20;
      const routes = [
        ["graph", [picture]],
        ["paths", questions],
      ] as const;
      for (const [name, addresses] of routes) {
        const { times, failed } = await load(addresses, seconds);
        const note = `median ${percentile(times, 0.5).toFixed(1)} ms, ${failed} of ${times.length} requests failed`;
        const result = limited(
          { id: `${this.id}-${name}`, work: `/api/${name} of ${work}`, unit: "ms", bar: 10, note },
          percentile(times, 0.99),
        );
        results.push(failed === 0 ? result : { ...result, ok: false });
      }
      results.push(await besideHeavyWork(url, questions, seconds));
      const both = questions.flatMap((question) => [picture, question]);
      const { times, failed } = await load(both, 3, { perSecond: TENFOLD, warm: 0 });
      const answered = `${times.length} asked, the last answered after ${(Math.max(...times) / 1000).toFixed(1)} s`;
      results.push(
        limited(
          {
            id: `${this.id}-tenfold`,
            work: `the house dataset at ${TENFOLD} requests/s: requests that failed`,
            unit: "",
            bar: 0,
            note: answered,
          },
          failed,
        ),
      );
      return results;
    } finally {
      child.kill();
    }
  },
};
