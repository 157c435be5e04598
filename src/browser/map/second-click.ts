/** Two clicks that are meant as one: the second may find another thing under it, because the first has opened the details. Pure. */

interface Click {
  /** Place on the page in pixels, and time in milliseconds. */
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

export interface LastClick extends Click {
  /** The node that it was on. */
  readonly key: string;
}

const MOST_MS = 600;
const MOST_PIXELS = 6;

/** Whether a click goes with the one before. */
export const isSecond = (first: Click, second: Click): boolean =>
  second.at - first.at <= MOST_MS && Math.hypot(second.x - first.x, second.y - first.y) <= MOST_PIXELS;
