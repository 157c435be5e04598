/** The worker thread: keeps datasets that it was given and answers jobs about them, chunk by chunk as they are taken. */

import os from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { unpackDataset } from "../../dataset/columns/pack.ts";
import { NO_TEXTS } from "../../dataset/source.ts";
import { ServedDataset } from "../../service/served-dataset.ts";
import { checkpoint, TIME_BUDGET_MS } from "../../service/work/budget.ts";
import { sendFault } from "../../service/work/fault.ts";
import { type FromWorker, type ToWorker, WINDOW, type WorkerSettings } from "../../service/work/job.ts";
import { performJob } from "../../service/work/perform.ts";
import { compressedNow } from "../coding.ts";

/** A little below that of the server, as `nice` counts: a quarter of the time where both want one core. */
const WORKER_PRIORITY = 5;

const port = parentPort;
if (!port) throw new Error("this file is run as a worker thread");
const { release } = workerData as WorkerSettings;
// Questions that are answered at once go first where both want the same core. Linux takes 0 for this thread, others for the process.
if (process.platform === "linux") os.setPriority(0, WORKER_PRIORITY);
/** The job that was begun last: layouts are made at once when one begins. */
let begun = 0;
/** Milliseconds between two reports of a layout. */
const REPORT_MS = 250;
let reported = 0;
const onLayout = (share: number): void => {
  const now = performance.now();
  if (now - reported < REPORT_MS) return;
  reported = now;
  send({ kind: "layout", number: begun, share });
};
const datasets = new Map<string, ServedDataset>();
/** By job, what goes on when one more chunk may be sent. */
const waiting = new Map<number, { credit: number; wake: () => void }>();

const send = (message: FromWorker, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);

async function run({ number, job, stop }: Extract<ToWorker, { kind: "job" }>): Promise<void> {
  const flag = new Int32Array(stop);
  const state = { credit: WINDOW, wake: () => {} };
  waiting.set(number, state);
  send({ kind: "begun", number });
  begun = number;
  try {
    const clock = () => performance.now();
    const { chunks, lasting } = performJob(job, {
      datasets,
      release,
      checkpoint: checkpoint(TIME_BUDGET_MS, clock, flag),
      clock,
    });
    for (const chunk of job.coding === "gzip" ? [compressedNow(chunks)] : chunks) {
      if (Atomics.load(flag, 0) !== 0) break;
      // A copy, because what is transferred is gone here, and may be part of something kept.
      const bytes = chunk.slice();
      send({ kind: "chunk", number, bytes }, [bytes.buffer]);
      state.credit--;
      // Other jobs come in between.
      await new Promise(setImmediate);
      while (state.credit <= 0 && Atomics.load(flag, 0) === 0)
        await new Promise<void>((resolve) => {
          state.wake = resolve;
        });
    }
    send({ kind: "done", number, lasting });
  } catch (error) {
    send({ kind: "failed", number, fault: sendFault(error) });
  } finally {
    waiting.delete(number);
  }
}

port.on("message", (message: ToWorker) => {
  if (message.kind === "dataset")
    datasets.set(message.id, new ServedDataset(unpackDataset(message.pack), NO_TEXTS, onLayout));
  else if (message.kind === "job") void run(message);
  else {
    const state = waiting.get(message.number);
    if (!state) return;
    state.credit++;
    state.wake();
  }
});
