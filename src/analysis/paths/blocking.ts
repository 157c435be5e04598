/** The nodes that a question may not walk. From one question to the next only what differs is changed. */

import { BLOCKED_MARK, resetMarks, type Scratch } from "./walk-table.ts";

export interface Closed {
  /** 1 where a node may be walked; null = everywhere. */
  readonly allowed: Uint8Array | null;
  readonly avoid: readonly number[];
}

const last = new WeakMap<Scratch, Closed>();

/** Sets the scratch's `blocked`, and the marks that repeat it. */
export function blockNodes(scratch: Scratch, closed: Closed): void {
  const { blocked, mark } = scratch;
  const { allowed, avoid } = closed;
  const before = last.get(scratch);
  // An `allowed` belongs to its question and may be changed by its owner.
  if (!before || before.allowed || allowed) {
    blocked.fill(0);
    if (allowed) for (let node = 0; node < blocked.length; node++) if (!allowed[node]) blocked[node] = 1;
    for (const node of avoid) blocked[node] = 1;
    resetMarks(scratch);
  } else {
    for (const node of before.avoid) {
      blocked[node] = 0;
      mark[node] = 0;
    }
    for (const node of avoid) {
      blocked[node] = 1;
      mark[node] = BLOCKED_MARK;
    }
  }
  last.set(scratch, { ...closed, avoid: [...avoid] });
}
