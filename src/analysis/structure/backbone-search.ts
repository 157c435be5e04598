/** The three searches for a backbone: nested removal, a penalised optimum, an optimum of fixed size. */

import { createRandom } from "./random.ts";
import type { Compat, SpectralLoss } from "./spectral-loss.ts";

/** Losses nearer than this are equal. */
const TIE = 1e-12;
/** Issues up to which every set is tried. */
const MOST_ENUMERATED = 12;

/** One round of the nested search: what was removed, and the state after it. */
export interface NestedStep {
  readonly removed: number;
  /** Loss of what is kept, and of all that has been removed so far. */
  readonly loss: number;
  readonly redundantLoss: number;
  readonly kept: Uint8Array;
}

/**
 * Removes, from all issues on, the one whose removal costs least, until none is left. Of equal ones the last goes; with `dna` all
 * of them go in one round, the last first, each with the loss of the single removal.
 */
export function nestedBackbone(loss: SpectralLoss, issues: number, compat: Compat): readonly NestedStep[] {
  const kept = new Uint8Array(issues).fill(1);
  const steps: NestedStep[] = [];
  while (steps.length < issues) {
    let least = Number.POSITIVE_INFINITY;
    const tries = [...kept.keys()]
      .filter((issue) => kept[issue] === 1)
      .map((issue) => {
        kept[issue] = 0;
        const without = loss.of(kept);
        kept[issue] = 1;
        least = Math.min(least, without);
        return { issue, without };
      });
    const tied = tries.filter(({ without }) => without <= least + TIE);
    const leaving = tied.reverse().slice(0, compat === "dna" ? tied.length : 1);
    for (const { issue, without } of leaving) {
      kept[issue] = 0;
      const redundant = kept.map((mark) => 1 - mark);
      steps.push({ removed: issue, loss: without, redundantLoss: loss.of(redundant), kept: kept.slice() });
    }
  }
  return steps;
}

export interface Backbone {
  readonly kept: Uint8Array;
  /** With the penalty, where there is one. */
  readonly value: number;
  /** True when every set was tried. */
  readonly exact: boolean;
}

/**
 * The set of 1 … issues − 1 issues with the least penalised loss: by trying all of up to 12 issues, else by simulated annealing
 * (S. Kirkpatrick, C. D. Gelatt and M. P. Vecchi, Science 220, 1983), the best state seen, from which single
 * issues are then added or removed while that helps. Of equal sets the smaller. Needs two issues or more.
 */
export function penalisedBackbone(
  loss: SpectralLoss,
  issues: number,
  penalty: number,
  iterations: number,
  seed: number,
): Backbone {
  const value = (kept: Uint8Array): number => loss.penalised(kept, penalty);
  if (issues <= MOST_ENUMERATED) return enumerated(issues, () => true, value);
  return annealed(issues, null, value, iterations, seed);
}

/** The same over sets of `size` issues, without penalty. */
export function fixedBackbone(
  loss: SpectralLoss,
  issues: number,
  size: number,
  iterations: number,
  seed: number,
): Backbone {
  const value = (kept: Uint8Array): number => loss.of(kept);
  if (issues <= MOST_ENUMERATED) return enumerated(issues, (count) => count === size, value);
  return annealed(issues, size, value, iterations, seed);
}

const sizeOf = (kept: Uint8Array): number => kept.reduce((sum, mark) => sum + mark, 0);

/** Less loss, or as much with fewer issues. */
const isBetter = (kept: Uint8Array, value: number, best: Backbone): boolean =>
  value < best.value - TIE || (value <= best.value + TIE && sizeOf(kept) < sizeOf(best.kept));

function enumerated(
  issues: number,
  fits: (count: number) => boolean,
  value: (kept: Uint8Array) => number,
): Backbone {
  let best: Backbone = {
    kept: new Uint8Array(issues).fill(1),
    value: Number.POSITIVE_INFINITY,
    exact: true,
  };
  for (let set = 1; set < 2 ** issues - 1; set++) {
    const kept = Uint8Array.from({ length: issues }, (_, issue) => (set >> issue) & 1);
    if (!fits(sizeOf(kept))) continue;
    const found = value(kept);
    if (isBetter(kept, found, best)) best = { kept, value: found, exact: true };
  }
  return best;
}

function annealed(
  issues: number,
  size: number | null,
  value: (kept: Uint8Array) => number,
  iterations: number,
  seed: number,
): Backbone {
  const random = createRandom(seed);
  const pick = (mark: 0 | 1, from: Uint8Array): number => {
    const choice = [...from.keys()].filter((issue) => from[issue] === mark);
    return choice[Math.floor(random() * choice.length)] as number;
  };
  let current = new Uint8Array(issues);
  const startSize = size ?? 1 + Math.floor(random() * (issues - 1));
  for (let count = 0; count < startSize; count++) current[pick(0, current)] = 1;
  let now = value(current);
  let best: Backbone = { kept: current.slice(), value: now, exact: false };
  for (let step = 1; step <= iterations; step++) {
    const temperature = 1 - 1 / (1 + Math.exp(5 - (12 * step) / iterations));
    const count = sizeOf(current);
    const moves = (["swap", "add", "remove"] as const).filter(
      (move) => move === "swap" || (size === null && (move === "add" ? count <= issues - 2 : count >= 2)),
    );
    const move = moves[Math.floor(random() * moves.length)];
    const next = current.slice();
    // Both picks are made before either mark is set, so that a swap changes two issues.
    const added = move === "remove" ? null : pick(0, current);
    const removed = move === "add" ? null : pick(1, current);
    if (added !== null) next[added] = 1;
    if (removed !== null) next[removed] = 0;
    const found = value(next);
    const smaller = found <= now + TIE && sizeOf(next) < count;
    if (found < now - TIE || smaller || random() < Math.exp(now - found) * temperature) {
      current = next;
      now = found;
    }
    if (isBetter(next, found, best)) best = { kept: next, value: found, exact: false };
  }
  return size === null ? polished(best, value) : best;
}

/** Adds or removes single issues while that helps. */
function polished(start: Backbone, value: (kept: Uint8Array) => number): Backbone {
  let best = start;
  for (;;) {
    let better = best;
    for (const issue of start.kept.keys()) {
      const kept = best.kept.slice();
      kept[issue] = 1 - (kept[issue] as number);
      const count = sizeOf(kept);
      if (count === 0 || count === kept.length) continue;
      const found = value(kept);
      if (isBetter(kept, found, better)) better = { kept, value: found, exact: false };
    }
    if (better === best) return best;
    best = better;
  }
}
