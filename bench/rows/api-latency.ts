/**
 * The server at 200 requests a second on the house dataset: latency from the moment a request was due, so that queues count. Then
 * how a path question fares beside heavy work, and whether ten times as many requests get their answers.
 */

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { createInterface } from "node:readline";
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

/** Status of an answer, whose body goes nowhere so that this process does not get in the server's way. */
function statusOf(url: string, agent: http.Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent }, (response) => {
      response.on("end", () => resolve(response.statusCode ?? 0));
      response.on("error", reject);
      response.resume();
    });
    request.on("error", (error: NodeJS.ErrnoException) => {
      // The server closes idle connections, and may do so just when one is taken up again: every client asks anew then.
      if (request.reusedSocket && error.code === "ECONNRESET") resolve(statusOf(url, agent));
      else reject(error);
    });
  });
}

/** Sends each address when it is due, whether earlier ones were answered or not; gives milliseconds and the number of failures. */
async function load(
  urls: readonly string[],
  agent: http.Agent,
  perSecond = PER_SECOND,
): Promise<{ times: number[]; failed: number }> {
  const begin = performance.now();
  let failed = 0;
  const times = await Promise.all(
    urls.map(async (url, at) => {
      const due = begin + (at * 1000) / perSecond;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      // Timers fire up to a millisecond late or early; that is not the server's doing.
      const start = Math.max(due, performance.now() - 1);
      if ((await statusOf(url, agent)) !== 200) failed++;
      return performance.now() - start;
    }),
  );
  return { times, failed };
}

/** Path questions while worker threads are kept busy all the time, on whatever cores there are. */
async function besideHeavyWork(
  url: string,
  address: (at: number) => string,
  agent: http.Agent,
  seconds: number,
): Promise<BenchResult> {
  let isOver = false;
  let done = 0;
  const heavy = (async () => {
    while (!isOver) {
      await statusOf(`${url}${HEAVY}&until=2025-12-${String(10 + (done % 20))}`, agent);
      done++;
    }
  })();
  const { times, failed } = await load(
    Array.from({ length: seconds * PER_SECOND }, (_, at) => address(at)),
    agent,
  );
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
    const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
    try {
      const graph = (await (await fetch(`${url}api/graph`)).json()) as {
        readonly nodes: readonly { readonly key: string }[];
      };
      const keys = graph.nodes.map(({ key }) => encodeURIComponent(key));
      const pair = (at: number): string =>
        `from=${keys[(at * 7) % keys.length]}&to=${keys[(at * 13 + 5) % keys.length]}`;
      const results = [];
      const seconds = options.quick ? 3 : 20;
      const routes = [
        ["graph", () => `${url}api/graph`],
        ["paths", (at: number) => `${url}api/paths?${pair(at)}`],
      ] as const;
      for (const [name, address] of routes) {
        await load(
          Array.from({ length: PER_SECOND }, (_, at) => address(at)),
          agent,
        );
        const { times, failed } = await load(
          Array.from({ length: seconds * PER_SECOND }, (_, at) => address(at)),
          agent,
        );
        const note = `median ${percentile(times, 0.5).toFixed(1)} ms, ${failed} of ${times.length} requests failed`;
        const result = limited(
          { id: `${this.id}-${name}`, work: `/api/${name} of ${work}`, unit: "ms", bar: 10, note },
          percentile(times, 0.99),
        );
        results.push(failed === 0 ? result : { ...result, ok: false });
      }
      const paths = (at: number): string => `${url}api/paths?${pair(at)}`;
      results.push(await besideHeavyWork(url, paths, agent, seconds));
      const { times, failed } = await load(
        Array.from({ length: 3 * TENFOLD }, (_, at) => (at % 2 === 0 ? `${url}api/graph` : paths(at))),
        agent,
        TENFOLD,
      );
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
      agent.destroy();
      child.kill();
    }
  },
};
