/** Who answers costly requests away from the event loop. */

import type { ServedDataset } from "../served-dataset.ts";
import type { Job } from "./job.ts";

/** Takes one chunk; resolves when the next may come. */
export type Sink = (bytes: Uint8Array) => Promise<void> | void;

export interface WorkState {
  readonly threads: number;
  readonly waiting: number;
  /** Streams that wait for their asker among them. */
  readonly running: number;
  /** Jobs by how they ended. */
  readonly outcomes: Readonly<Record<string, number>>;
}

/** A job that a thread works at, and how much of its layout is done at least, 0 … 1. */
export interface Layout {
  readonly job: Job;
  readonly share: number;
}

export interface Work {
  readonly state: WorkState;
  /** The layouts under way. */
  readonly layouts: readonly Layout[];
  /**
   * Does a job; `datasets` are those that it names, in their order. Resolves to whether another try would give the same.
   * Rejects with what the route throws, with HttpFault `busy` when too much waits, with `Abandoned` after `signal`.
   */
  run(job: Job, datasets: readonly ServedDataset[], signal: AbortSignal, sink: Sink): Promise<boolean>;
  close(): Promise<void>;
}
