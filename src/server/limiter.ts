/** Limits how much costly work one asker may order: a bucket of cost per address that fills up again steadily. */

import { HttpFault } from "../service/errors.ts";

export interface LimiterOptions {
  /** Cost that may be spent at once. */
  readonly capacity: number;
  /** Cost that comes back per second. */
  readonly perSecond: number;
  /** The time in milliseconds. */
  readonly now: () => number;
}

/** Addresses remembered at most; the one unseen for longest is forgotten first. */
const MOST_ASKERS = 10_000;

export class Limiter {
  private readonly buckets = new Map<string, { left: number; at: number }>();
  private readonly options: LimiterOptions;

  constructor(options: LimiterOptions) {
    this.options = options;
  }

  /** Takes the cost from the asker's bucket. @throws HttpFault `too-many-requests` with Retry-After when it is not there */
  spend(asker: string, cost: number): void {
    if (cost <= 0) return;
    const { capacity, perSecond, now } = this.options;
    const time = now();
    const bucket = this.buckets.get(asker) ?? { left: capacity, at: time };
    const left = Math.min(capacity, bucket.left + (Math.max(0, time - bucket.at) / 1000) * perSecond);
    const enough = left >= cost;
    this.buckets.delete(asker);
    this.buckets.set(asker, { left: enough ? left - cost : left, at: time });
    const oldest = this.buckets.keys().next();
    if (this.buckets.size > MOST_ASKERS && !oldest.done) this.buckets.delete(oldest.value);
    if (enough) return;
    const seconds = Math.max(1, Math.ceil((cost - left) / perSecond));
    throw new HttpFault(
      "too-many-requests",
      "Too many costly requests came from this address",
      `Try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`,
      { headers: { "Retry-After": String(seconds) } },
    );
  }
}
