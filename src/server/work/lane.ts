/** A worker thread with the jobs in it, one of which it works at, and what is known of a job on its way. */

import type { Worker } from "node:worker_threads";
import type { ServedDataset } from "../../service/served-dataset.ts";
import type { Job } from "../../service/work/job.ts";
import type { Sink } from "../../service/work/work.ts";

/** A job on its way. */
export interface Task {
  readonly number: number;
  readonly job: Job;
  readonly datasets: readonly ServedDataset[];
  readonly sink: Sink;
  readonly stop: Int32Array;
  /** Chunks that its thread may still send; at 0 it pauses. */
  credit: number;
  /** Chunks that the asker has taken and that its thread has not heard of. */
  owed: number;
  /** Bytes handed on. */
  given: number;
  /** Bytes at the beginning of what comes that were handed on by an earlier try. */
  skip: number;
  /** How often it was begun: its thread may have been ended because of another job. */
  tries: number;
  /** How much of its layout is done at least, 0 … 1; null = it has none under way. */
  share: number | null;
  /** Nobody hears of it any more. */
  isOver: boolean;
  taken: Promise<void>;
  timer: NodeJS.Timeout | null;
  settle(error: Error | null, lasting: boolean): void;
}

/** A thread and its jobs. */
export interface Lane {
  readonly worker: Worker;
  /** Only for what is quick. */
  readonly isQuick: boolean;
  /** Version of each dataset that the thread has. */
  readonly versions: Map<string, string>;
  readonly tasks: Map<number, Task>;
  /** The one of them that the thread works at; the others pause. */
  runner: Task | null;
  /** Statements that its heap is made for. */
  readonly room: number;
}

/** Statements of several datasets. */
export const sizeOf = (datasets: readonly ServedDataset[]): number =>
  datasets.reduce((sum, { index }) => sum + index.statementCount, 0);

/** Whether a task may run in a lane when it is free. */
export function suits({ isQuick, room, versions }: Lane, { job, datasets }: Task): boolean {
  if (room < sizeOf(datasets)) return false;
  const isQuickTask = job.pace === "quick";
  // What is quick may run where the rest does, if nothing must be handed over for it.
  return (
    isQuick === isQuickTask ||
    (isQuickTask && datasets.every(({ dataset }) => versions.get(dataset.id) === dataset.version))
  );
}
