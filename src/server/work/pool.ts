/**
 * A small pool of worker threads for what would hold up every other request: a bounded queue, jobs given up when nobody waits,
 * ended when they take too long, and a new thread in place of one that broke.
 */

import { Worker } from "node:worker_threads";
import { HttpFault } from "../../service/errors.ts";
import type { ServedDataset } from "../../service/served-dataset.ts";
import { Abandoned, MOST_SLOW_MS, overBudget, TIME_BUDGET_MS } from "../../service/work/budget.ts";
import { receiveFault } from "../../service/work/fault.ts";
import {
  type FromWorker,
  type Job,
  type ToWorker,
  WINDOW,
  type WorkerSettings,
} from "../../service/work/job.ts";
import type { Sink, Work, WorkState } from "../../service/work/work.ts";
import { sharedPack } from "./share.ts";

export interface PoolOptions extends WorkerSettings {
  /** The worker's program. */
  readonly script: URL;
  /** Threads at most beside the one for what is quick; they are started when there is work for them. */
  readonly size: number;
  /** Hears of threads that broke. */
  readonly onCrash: (error: unknown) => void;
  /** Milliseconds after which a job that gives nothing is ended with its thread; default: a little above the budget, or minutes. */
  readonly patience?: number;
}

/** Jobs that may wait. */
const MOST_WAITING = 32;
/** Streams that may be open, their askers slow. */
const MOST_OPEN = 24;
/** Time for a job to notice that it is over. */
const GRACE_MS = 3000;
/** Heap of a thread in MB: a base and a share for each statement that it knows. */
const heapFor = (statements: number): number => Math.ceil(768 + statements / 1500);

interface Task {
  readonly number: number;
  readonly job: Job;
  readonly datasets: readonly ServedDataset[];
  readonly sink: Sink;
  readonly stop: Int32Array;
  /** Chunks sent that the asker has not taken. */
  open: number;
  /** Whether it has begun to give: from then on it lets others in between its chunks. */
  flows: boolean;
  taken: Promise<void>;
  timer: NodeJS.Timeout | null;
  settle(error: Error | null, lasting: boolean): void;
}

interface Lane {
  readonly worker: Worker;
  /** Only for what is quick. */
  readonly isQuick: boolean;
  /** Version of each dataset that the thread has. */
  readonly versions: Map<string, string>;
  readonly tasks: Map<number, Task>;
  /** Statements that its heap is made for. */
  readonly room: number;
}

const sizeOf = (datasets: readonly ServedDataset[]): number =>
  datasets.reduce((sum, { index }) => sum + index.statementCount, 0);

const broke = (): Error => new Error("a worker thread broke off");

export class WorkPool implements Work {
  private readonly options: PoolOptions;
  private readonly lanes = new Set<Lane>();
  private readonly queue: Task[] = [];
  private numbers = 0;
  private closed = false;
  private readonly outcomes = { done: 0, failed: 0, abandoned: 0, late: 0, crashed: 0, refused: 0 };

  constructor(options: PoolOptions) {
    this.options = options;
  }

  get state(): WorkState {
    let running = 0;
    for (const { tasks } of this.lanes) running += tasks.size;
    return { threads: this.lanes.size, waiting: this.queue.length, running, outcomes: this.outcomes };
  }

  run(job: Job, datasets: readonly ServedDataset[], signal: AbortSignal, sink: Sink): Promise<boolean> {
    if (this.closed || this.queue.length >= MOST_WAITING || this.state.running >= MOST_OPEN) {
      this.outcomes.refused++;
      return Promise.reject(
        new HttpFault("busy", "Too much other work is waiting", "Try again in a few seconds.", {
          headers: { "Retry-After": "2" },
        }),
      );
    }
    return new Promise((resolve, reject) => {
      const abandon = (): void => this.abandon(task);
      const task: Task = {
        number: this.numbers++,
        job,
        datasets,
        sink,
        stop: new Int32Array(new SharedArrayBuffer(4)),
        open: 0,
        flows: false,
        taken: Promise.resolve(),
        timer: null,
        settle: (error, lasting) => {
          signal.removeEventListener("abort", abandon);
          if (task.timer) clearTimeout(task.timer);
          if (error) reject(error);
          else resolve(lasting);
        },
      };
      if (signal.aborted) {
        task.settle(new Abandoned("nobody waits for the answer"), false);
        return;
      }
      signal.addEventListener("abort", abandon, { once: true });
      this.queue.push(task);
      this.pump();
    });
  }

  /** Starts the quick thread with these datasets, so that the first question need not wait for it. */
  prepare(datasets: readonly ServedDataset[]): void {
    if (this.closed || this.lanes.size > 0) return;
    this.teach(this.open(sizeOf(datasets), true), datasets);
  }

  /** Hands over the datasets that a thread does not know. */
  private teach({ worker, versions }: Lane, datasets: readonly ServedDataset[]): void {
    for (const served of datasets) {
      const { id, version } = served.dataset;
      if (versions.get(id) === version) continue;
      worker.postMessage({ kind: "dataset", id, pack: sharedPack(served) } satisfies ToWorker);
      versions.set(id, version);
    }
  }

  /** Ends all threads; what is under way fails. */
  async close(): Promise<void> {
    this.closed = true;
    for (const task of this.queue.splice(0)) task.settle(broke(), false);
    await Promise.all([...this.lanes].map((lane) => this.end(lane, broke())));
  }

  /** Starts what waits where there is a thread free for it. */
  private pump(): void {
    for (const task of [...this.queue]) {
      const lane = this.laneFor(task);
      if (!lane) continue;
      this.queue.splice(this.queue.indexOf(task), 1);
      this.start(lane, task);
    }
  }

  /** A free thread for a task, a new one if need be; null = it must wait. */
  private laneFor({ job, datasets }: Task): Lane | null {
    const statements = sizeOf(datasets);
    const isQuick = job.pace === "quick";
    const all = [...this.lanes];
    // Whoever has begun to give lets others in between.
    const free = all.filter(({ tasks }) => [...tasks.values()].every(({ flows }) => flows));
    const knows = ({ versions }: Lane): boolean =>
      datasets.every(({ dataset }) => versions.get(dataset.id) === dataset.version);
    const roomy = free.filter(({ room }) => room >= statements);
    const own = roomy.find((lane) => lane.isQuick === isQuick);
    if (own) return own;
    const most = isQuick ? 1 : this.options.size;
    if (all.filter((lane) => lane.isQuick === isQuick).length < most) return this.open(statements, isQuick);
    // A thread whose heap is too small makes place for another.
    const small = free.find((lane) => lane.isQuick === isQuick && lane.tasks.size === 0);
    if (small) {
      void this.end(small, broke());
      return this.open(statements, isQuick);
    }
    return (isQuick ? roomy.find(knows) : undefined) ?? null;
  }

  private open(statements: number, isQuick: boolean): Lane {
    const { script, release } = this.options;
    const room = Math.max(statements, 200_000);
    const worker = new Worker(script, {
      workerData: { release } satisfies WorkerSettings,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapFor(room) },
    });
    const lane: Lane = { worker, isQuick, versions: new Map(), tasks: new Map(), room };
    // An idle thread keeps nobody from ending.
    worker.unref();
    worker.on("message", (message: FromWorker) => this.hear(lane, message));
    const crash = (error: unknown): void => {
      if (!this.lanes.has(lane)) return;
      this.options.onCrash(error);
      this.outcomes.crashed++;
      void this.end(lane, broke());
      this.pump();
    };
    worker.on("error", crash);
    worker.on("exit", (code) => crash(new Error(`a worker thread ended with ${code}`)));
    this.lanes.add(lane);
    return lane;
  }

  private start(lane: Lane, task: Task): void {
    this.teach(lane, task.datasets);
    lane.tasks.set(task.number, task);
    lane.worker.ref();
    this.watch(lane, task);
    const { number, job } = task;
    const stop = task.stop.buffer as SharedArrayBuffer;
    lane.worker.postMessage({ kind: "job", number, job, stop } satisfies ToWorker);
  }

  /** Ends the thread when a job gives nothing for too long. */
  private watch(lane: Lane, task: Task): void {
    const limit = task.job.pace === "steady" ? TIME_BUDGET_MS : MOST_SLOW_MS;
    const { patience = limit + GRACE_MS } = this.options;
    if (task.timer) clearTimeout(task.timer);
    task.timer = setTimeout(() => {
      // Waiting for a slow asker is no fault of the job.
      if (task.open >= WINDOW) return;
      this.outcomes.late++;
      lane.tasks.delete(task.number);
      task.settle(overBudget(limit), false);
      void this.end(lane, broke());
      this.pump();
    }, patience);
  }

  private hear(lane: Lane, message: FromWorker): void {
    const task = lane.tasks.get(message.number);
    if (!task) return;
    if (message.kind === "chunk") {
      this.watch(lane, task);
      task.open++;
      task.flows = true;
      task.taken = task.taken
        .then(() => task.sink(message.bytes))
        .then(
          () => {
            task.open--;
            this.watch(lane, task);
            lane.worker.postMessage({ kind: "more", number: task.number } satisfies ToWorker);
          },
          () => this.abandon(task),
        );
      this.pump();
      return;
    }
    lane.tasks.delete(task.number);
    if (lane.tasks.size === 0) lane.worker.unref();
    if (task.timer) clearTimeout(task.timer);
    if (message.kind === "done") {
      this.outcomes.done++;
      void task.taken.then(() => task.settle(null, message.lasting));
    } else {
      this.outcomes.failed++;
      task.settle(receiveFault(message.fault), false);
    }
    this.pump();
  }

  /** Nobody waits for a job any more: it leaves the queue, or is told to stop, and ended with its thread if it does not. */
  private abandon(task: Task): void {
    this.outcomes.abandoned++;
    const at = this.queue.indexOf(task);
    if (at >= 0) this.queue.splice(at, 1);
    const lane = [...this.lanes].find(({ tasks }) => tasks.get(task.number) === task);
    task.settle(new Abandoned("nobody waits for the answer"), false);
    if (!lane) return;
    Atomics.store(task.stop, 0, 1);
    lane.worker.postMessage({ kind: "more", number: task.number } satisfies ToWorker);
    task.timer = setTimeout(() => {
      if (!lane.tasks.delete(task.number)) return;
      void this.end(lane, broke());
      this.pump();
    }, GRACE_MS);
  }

  private async end(lane: Lane, error: Error): Promise<void> {
    this.lanes.delete(lane);
    for (const task of lane.tasks.values()) task.settle(error, false);
    lane.tasks.clear();
    await lane.worker.terminate();
  }
}
