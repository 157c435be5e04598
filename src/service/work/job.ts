/** What is handed to a worker thread and comes back: plain values that can be cloned. */

import type { PackedDataset } from "../../dataset/columns/pack.ts";
import type { Pair } from "../../view/parameters.ts";

/**
 * `quick`: somebody looks at a screen and waits, for a second or so. `steady`: within the time budget. `slow`: a file, which may take
 * minutes. What is quick never waits behind what is not.
 */
export type Pace = "quick" | "steady" | "slow";

/** An answer as it is, or compressed. */
export type Coding = "identity" | "gzip";

/** A request that is answered elsewhere: the route and all that its answer depends on. */
export interface Job {
  /** The route's id. */
  readonly route: string;
  readonly pairs: readonly Pair[];
  readonly path: Readonly<Record<string, string>>;
  readonly accept: string;
  /** Ids of datasets: the one asked about first, then those it is compared with. */
  readonly datasets: readonly string[];
  /** The time at which it was asked, in milliseconds since 1970. */
  readonly now: number;
  readonly pace: Pace;
  /** Of a whole answer; absent = `identity`. */
  readonly coding?: Coding;
}

/** A fault in words, to be thrown again on the other side. */
export type SentFault =
  | {
      readonly kind: "fault";
      readonly class: string;
      readonly code: string;
      readonly message: string;
      readonly parameter: string;
      readonly remedy: string;
      readonly details: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: "http";
      readonly code: string;
      readonly message: string;
      readonly parameter: string;
      readonly remedy: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly details: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: "error"; readonly message: string; readonly stack: string };

export type ToWorker =
  /** From now on this is the dataset of that id. */
  | { readonly kind: "dataset"; readonly id: string; readonly pack: PackedDataset }
  /** `stop` holds one number: not 0 = nobody waits for the answer any more. */
  | {
      readonly kind: "job";
      readonly number: number;
      readonly job: Job;
      readonly stop: SharedArrayBuffer;
    }
  /** One more chunk may be sent. */
  | { readonly kind: "more"; readonly number: number };

export type FromWorker =
  /** The thread has started, has read the job's datasets and begins. */
  | { readonly kind: "begun"; readonly number: number }
  | { readonly kind: "chunk"; readonly number: number; readonly bytes: Uint8Array }
  /** How much of the job's layout is done at least, 0 … 1. */
  | { readonly kind: "layout"; readonly number: number; readonly share: number }
  /** `lasting`: another try would give the same. */
  | { readonly kind: "done"; readonly number: number; readonly lasting: boolean }
  | { readonly kind: "failed"; readonly number: number; readonly fault: SentFault };

/** What a worker is started with. */
export interface WorkerSettings {
  readonly release: string;
}

/** Chunks that may be under way before the worker waits for `more`. */
export const WINDOW = 8;
