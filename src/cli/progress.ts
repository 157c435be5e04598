/** A bar on a terminal for work that takes a while; nothing where standard error is no terminal. */

import type { Io } from "./io.ts";

export interface Progress {
  /** `share` of the work done, 0 … 1, and words behind the bar. */
  show(share: number, words: string): void;
  /** Wipes the bar. */
  clear(): void;
}

const WIDTH = 30;
/** Milliseconds between two bars. */
const PAUSE = 100;
const WIPE = "\r\u001b[K";

/** A bar after a name. */
export function progressBar(io: Io, name: string): Progress {
  if (!io.errIsTerminal) return { show() {}, clear() {} };
  let last = Number.NEGATIVE_INFINITY;
  return {
    show(share, words) {
      const now = io.now();
      if (now - last < PAUSE) return;
      last = now;
      const full = Math.round(WIDTH * share);
      const percent = String(Math.floor(100 * share)).padStart(3);
      io.err(`${WIPE}${name} [${"█".repeat(full)}${"░".repeat(WIDTH - full)}] ${percent} % ${words}`);
    },
    clear() {
      io.err(WIPE);
    },
  };
}
