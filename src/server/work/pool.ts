/**
 * A small pool of worker threads for what would hold up every other request: a bounded queue, jobs given up when nobody waits,
 * ended when they take too long, and a new thread in place of one that broke. A thread works at one job at a time; a file lets
 * others in where it has used up the chunks that it may send, and the pool decides when it may send more.
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
import type { Layout, Sink, Work, WorkState } from "../../service/work/work.ts";
import { type Lane, sizeOf, suits, type Task } from "./lane.ts";
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
  /** Milliseconds that a job may wait for a thread; default 20 seconds. */
  readonly mostWait?: number;
}

/** Jobs that may wait. */
const MOST_WAITING = 32;
/** Streams that may be open, their askers slow. */
const MOST_OPEN = 24;
/** Milliseconds that a job waits for a thread before it is refused. */
const MOST_WAIT_MS = 20_000;
/** Time for a job to notice that it is over. */
const GRACE_MS = 3000;
/** Megabytes for what was made last: an answer or two, so that hardly anything of one is copied as if it were to be kept. */
const YOUNG_MB = 96;
/** Heap of a thread in MB: a base and a share for each statement that it knows. */
const heapFor = (statements: number): number => Math.ceil(768 + statements / 1500);

const busy = (message: string, seconds: number): HttpFault =>
  new HttpFault("busy", message, `Try again in ${seconds} seconds.`, {
    headers: { "Retry-After": String(seconds) },
  });

const broke = (): Error => new Error("a worker thread broke off");
const stopping = (): HttpFault => busy("The server is stopping", 5);

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

  get layouts(): readonly Layout[] {
    return [...this.lanes].flatMap(({ tasks }) =>
      [...tasks.values()].flatMap(({ job, share }) => (share === null ? [] : [{ job, share }])),
    );
  }

  run(job: Job, datasets: readonly ServedDataset[], signal: AbortSignal, sink: Sink): Promise<boolean> {
    if (this.closed || this.queue.length >= MOST_WAITING || this.state.running >= MOST_OPEN) {
      this.outcomes.refused++;
      return Promise.reject(busy("Too much other work is waiting", 2));
    }
    return new Promise((resolve, reject) => {
      const abandon = (): void => this.abandon(task);
      const task: Task = {
        number: this.numbers++,
        job,
        datasets,
        sink,
        stop: new Int32Array(new SharedArrayBuffer(4)),
        credit: WINDOW,
        owed: 0,
        given: 0,
        skip: 0,
        tries: 0,
        share: null,
        isOver: false,
        taken: Promise.resolve(),
        timer: null,
        settle: (error, lasting) => {
          signal.removeEventListener("abort", abandon);
          task.isOver = true;
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
      this.limitWait(task);
      this.pump();
    });
  }

  /** Refuses a job that has waited too long. A file that is half sent waits on: a refusal would be no answer to it. */
  private limitWait(task: Task): void {
    if (task.given > 0) return;
    task.timer = setTimeout(() => {
      const at = this.queue.indexOf(task);
      if (at < 0) return;
      this.queue.splice(at, 1);
      this.outcomes.refused++;
      task.settle(busy("Other work took too long for this to begin", 10), false);
    }, this.options.mostWait ?? MOST_WAIT_MS);
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
    for (const task of this.queue.splice(0)) task.settle(stopping(), false);
    await Promise.all([...this.lanes].map((lane) => this.end(lane)));
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
  private laneFor(task: Task): Lane | null {
    const statements = sizeOf(task.datasets);
    const isQuick = task.job.pace === "quick";
    const own = [...this.lanes].filter((lane) => lane.isQuick === isQuick);
    const free = own.filter(({ runner }) => runner === null);
    const roomy = free.find((lane) => suits(lane, task));
    if (roomy) return roomy;
    if (own.length < (isQuick ? 1 : this.options.size)) return this.open(statements, isQuick);
    // A thread whose heap is too small makes place for another.
    const small = free.find(({ tasks, room }) => tasks.size === 0 && room < statements);
    if (small) {
      this.lanes.delete(small);
      void small.worker.terminate();
      return this.open(statements, isQuick);
    }
    return [...this.lanes].find((lane) => lane.runner === null && suits(lane, task)) ?? null;
  }

  private open(statements: number, isQuick: boolean): Lane {
    const { script, release } = this.options;
    const room = Math.max(statements, 200_000);
    const worker = new Worker(script, {
      workerData: { release } satisfies WorkerSettings,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapFor(room), maxYoungGenerationSizeMb: YOUNG_MB },
    });
    const lane: Lane = { worker, isQuick, versions: new Map(), tasks: new Map(), runner: null, room };
    // An idle thread keeps nobody from ending.
    worker.unref();
    worker.on("message", (message: FromWorker) => this.hear(lane, message));
    const crash = (error: unknown): void => {
      if (!this.lanes.has(lane)) return;
      this.options.onCrash(error);
      this.outcomes.crashed++;
      // Whoever was worked at broke it.
      this.remove(lane, lane.runner)?.settle(broke(), false);
      void this.end(lane);
    };
    worker.on("error", crash);
    worker.on("exit", (code) => crash(new Error(`a worker thread ended with ${code}`)));
    this.lanes.add(lane);
    return lane;
  }

  private start(lane: Lane, task: Task): void {
    this.teach(lane, task.datasets);
    task.tries++;
    task.share = null;
    lane.tasks.set(task.number, task);
    lane.runner = task;
    lane.worker.ref();
    this.watch(lane, task);
    const { number, job } = task;
    const stop = task.stop.buffer as SharedArrayBuffer;
    lane.worker.postMessage({ kind: "job", number, job, stop } satisfies ToWorker);
  }

  /** Ends the thread when the job that it works at gives nothing for too long. */
  private watch(lane: Lane, task: Task): void {
    const limit = task.job.pace === "steady" ? TIME_BUDGET_MS : MOST_SLOW_MS;
    const { patience = limit + GRACE_MS } = this.options;
    if (task.timer) clearTimeout(task.timer);
    task.timer = setTimeout(() => {
      if (!this.remove(lane, task)) return;
      this.outcomes.late++;
      task.settle(overBudget(limit), false);
      void this.end(lane);
    }, patience);
  }

  private hear(lane: Lane, message: FromWorker): void {
    const task = lane.tasks.get(message.number);
    if (!task) return;
    if (message.kind === "begun") {
      // Until now it waited for the thread to start and to read its datasets.
      if (!task.isOver) this.watch(lane, task);
      return;
    }
    if (message.kind === "layout") {
      task.share = message.share;
      return;
    }
    if (message.kind === "chunk") {
      task.share = null;
      task.credit--;
      if (task.isOver) return;
      this.watch(lane, task);
      this.hand(lane, task, message.bytes);
      if (task.credit === 0) this.pause(lane, task);
      return;
    }
    this.remove(lane, task);
    if (lane.tasks.size === 0) lane.worker.unref();
    if (task.timer) clearTimeout(task.timer);
    if (!task.isOver) {
      if (message.kind === "done") {
        this.outcomes.done++;
        void task.taken.then(() => task.settle(null, message.lasting));
      } else {
        this.outcomes.failed++;
        task.settle(receiveFault(message.fault), false);
      }
    }
    // After another job a file goes on, after a piece of a file another job begins: so neither keeps the other waiting for long.
    this.resume(lane);
    this.pump();
  }

  /** Gives a chunk to the asker; when it is taken, one more may come. */
  private hand(lane: Lane, task: Task, chunk: Uint8Array): void {
    const known = Math.min(task.skip, chunk.length);
    task.skip -= known;
    const bytes = known === 0 ? chunk : chunk.subarray(known);
    task.given += bytes.length;
    const { tries } = task;
    task.taken = task.taken
      .then(() => (bytes.length > 0 && !task.isOver ? task.sink(bytes) : undefined))
      .then(
        () => {
          // What an earlier try gave is not owed to this one.
          if (task.isOver || task.tries !== tries || lane.tasks.get(task.number) !== task) return;
          task.owed++;
          if (lane.runner === null) this.resume(lane);
          else if (lane.runner === task && !this.queue.some((other) => suits(lane, other)))
            this.grant(lane, task);
        },
        () => this.abandon(task),
      );
  }

  /** Lets a thread send as many more chunks as were taken. */
  private grant(lane: Lane, task: Task): void {
    for (; task.owed > 0; task.owed--) {
      task.credit++;
      lane.worker.postMessage({ kind: "more", number: task.number } satisfies ToWorker);
    }
  }

  /** A job has sent all that it may: the thread is free for others until it may send more. */
  private pause(lane: Lane, task: Task): void {
    if (task.timer) clearTimeout(task.timer);
    if (lane.runner === task) lane.runner = null;
    this.pump();
    this.resume(lane);
  }

  /** Goes on with the job that pauses longest of those that may send more, if the thread is free. */
  private resume(lane: Lane): void {
    if (lane.runner !== null || !this.lanes.has(lane)) return;
    const next = [...lane.tasks.values()].find(({ owed, isOver }) => owed > 0 && !isOver);
    if (!next) return;
    lane.tasks.delete(next.number);
    lane.tasks.set(next.number, next);
    lane.runner = next;
    this.watch(lane, next);
    this.grant(lane, next);
  }

  /** Nobody waits for a job any more: it leaves the queue, or is told to stop, and ended with its thread if it does not. */
  private abandon(task: Task): void {
    if (task.isOver) return;
    this.outcomes.abandoned++;
    const at = this.queue.indexOf(task);
    if (at >= 0) this.queue.splice(at, 1);
    const lane = [...this.lanes].find(({ tasks }) => tasks.get(task.number) === task);
    task.settle(new Abandoned("nobody waits for the answer"), false);
    if (!lane) return;
    Atomics.store(task.stop, 0, 1);
    lane.worker.postMessage({ kind: "more", number: task.number } satisfies ToWorker);
    // One that pauses hears of it when the thread has time, and holds up nobody until then.
    if (lane.runner !== task) return;
    task.timer = setTimeout(() => {
      if (this.remove(lane, task)) void this.end(lane);
    }, GRACE_MS);
  }

  /** Takes a task out of a lane; null = it is not there. */
  private remove(lane: Lane, task: Task | null): Task | null {
    if (task === null || !lane.tasks.delete(task.number)) return null;
    if (lane.runner === task) lane.runner = null;
    return task;
  }

  /** Ends a thread. The jobs in it are not to blame, and begin anew elsewhere, once; what they gave is not given again. */
  private async end(lane: Lane): Promise<void> {
    this.lanes.delete(lane);
    const innocent = [...lane.tasks.values()].filter(({ isOver }) => !isOver);
    lane.tasks.clear();
    lane.runner = null;
    for (const task of innocent.reverse()) {
      if (task.timer) clearTimeout(task.timer);
      if (this.closed || task.tries > 1) {
        task.settle(this.closed ? stopping() : broke(), false);
        continue;
      }
      task.credit = WINDOW;
      task.owed = 0;
      task.skip = task.given;
      this.queue.unshift(task);
      this.limitWait(task);
    }
    if (!this.closed) this.pump();
    await lane.worker.terminate();
  }
}
