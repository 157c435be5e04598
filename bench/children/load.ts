/**
 * Asks a server for addresses in turn at a steady rate and prints how long each answer took, in milliseconds, and how many failed. In
 * a process of its own, whose memory is small: pauses to collect garbage would count as the server's.
 */

import http from "node:http";

export interface LoadRequest {
  readonly urls: readonly string[];
  readonly perSecond: number;
  readonly seconds: number;
  /** Seconds of the same before, which do not count. */
  readonly warm: number;
}

export interface LoadReply {
  readonly times: readonly number[];
  readonly failed: number;
}

const { urls, perSecond, seconds, warm } = JSON.parse(process.argv[2] ?? "") as LoadRequest;
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

/** Status of an answer, whose body goes nowhere. */
function statusOf(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent }, (response) => {
      response.on("end", () => resolve(response.statusCode ?? 0));
      response.on("error", reject);
      response.resume();
    });
    request.on("error", (error: NodeJS.ErrnoException) => {
      // The server closes idle connections, and may do so just when one is taken up again: every client asks anew then.
      if (request.reusedSocket && error.code === "ECONNRESET") resolve(statusOf(url));
      else reject(error);
    });
  });
}

/** Sends each request when it is due, whether earlier ones were answered or not. */
async function load(count: number): Promise<LoadReply> {
  const begin = performance.now();
  let failed = 0;
  const times = await Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const due = begin + (at * 1000) / perSecond;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      // Timers fire up to a millisecond late or early; that is not the server's doing.
      const start = Math.max(due, performance.now() - 1);
      if ((await statusOf(urls[at % urls.length] as string)) !== 200) failed++;
      return performance.now() - start;
    }),
  );
  return { times, failed };
}

await load(warm * perSecond);
console.log(JSON.stringify(await load(seconds * perSecond)));
agent.destroy();
