/** How long a question may take, and the check that long loops make in between. */

import { Fault } from "../../model/problem.ts";

/** Milliseconds that a network, an analysis or a search may take. */
export const TIME_BUDGET_MS = 10_000;

/** Milliseconds that a layout or a file may take until it gives something. */
export const MOST_SLOW_MS = 180_000;

/** Called from inside long loops; throws when it is time to end. */
export type Checkpoint = () => void;

/** Milliseconds that the event loop may be held up by one request where there are threads to do its work. */
export const MOST_HERE_MS = 40;

/** The answer takes longer than it may here, and is to be made elsewhere. */
export class TooLongHere extends Error {}

/** Nobody waits for the answer any more. */
export class Abandoned extends Error {}

export const overBudget = (limit = TIME_BUDGET_MS): Fault =>
  new Fault({
    class: "over-limit",
    code: "time-budget",
    message: `The question took longer than the ${limit / 1000} seconds that it may`,
    remedy: "Narrow the view, or ask by the command line, which has no such limit.",
    details: { limit },
  });

/** A check that throws when the budget is spent (a Fault `time-budget`) or when `stop` says that nobody waits (`Abandoned`). */
export function checkpoint(budget: number, clock: () => number, stop: Int32Array | null = null): Checkpoint {
  const end = clock() + budget;
  return () => {
    if (stop !== null && Atomics.load(stop, 0) !== 0) throw new Abandoned("nobody waits for the answer");
    if (clock() > end) throw overBudget(budget);
  };
}
