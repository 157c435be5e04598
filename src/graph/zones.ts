/**
 * Stretches of statements with what their members have in common, so that a filter passes or refuses most of a large dataset by the
 * stretch. Statements mostly come in order of time, and those that are left out by default are few.
 */

import type { StatementIndex } from "./statement-index.ts";

/** Statements of a stretch; the last one may have fewer. */
export const ZONE = 1024;

/** By stretch. */
export interface Zones {
  /** All bits that any of its statements has. */
  readonly bits: Int32Array;
  readonly earliestFirst: Int32Array;
  readonly latestFirst: Int32Array;
  readonly earliestLast: Int32Array;
  readonly latestLast: Int32Array;
  /** 1 where the roll-up made both ends of some statement fall together. */
  readonly hasMerged: Uint8Array;
}

const known = new WeakMap<Uint8Array, Zones>();

/** The zones under a roll-up, by the marks of its merged edges. Made at the first call, O(statements), then kept with these. */
export function zonesOf(index: StatementIndex, merged: Uint8Array): Zones {
  let zones = known.get(merged);
  if (!zones) {
    zones = gatherZones(index, merged);
    known.set(merged, zones);
  }
  return zones;
}

function gatherZones(
  { flags, firstDay, lastDay, statementCount }: StatementIndex,
  merged: Uint8Array,
): Zones {
  const count = Math.ceil(statementCount / ZONE);
  const bits = new Int32Array(count);
  const hasMerged = new Uint8Array(count);
  const earliestFirst = new Int32Array(count);
  const latestFirst = new Int32Array(count);
  const earliestLast = new Int32Array(count);
  const latestLast = new Int32Array(count);
  for (let zone = 0; zone < count; zone++) {
    const from = zone * ZONE;
    let [some, merges] = [0, 0];
    let [leastFirst, mostFirst] = [firstDay[from] as number, firstDay[from] as number];
    let [leastLast, mostLast] = [lastDay[from] as number, lastDay[from] as number];
    for (let at = from; at < Math.min(from + ZONE, statementCount); at++) {
      some |= flags[at] as number;
      merges |= merged[at] as number;
      leastFirst = Math.min(leastFirst, firstDay[at] as number);
      mostFirst = Math.max(mostFirst, firstDay[at] as number);
      leastLast = Math.min(leastLast, lastDay[at] as number);
      mostLast = Math.max(mostLast, lastDay[at] as number);
    }
    bits[zone] = some;
    hasMerged[zone] = merges;
    earliestFirst[zone] = leastFirst;
    latestFirst[zone] = mostFirst;
    earliestLast[zone] = leastLast;
    latestLast[zone] = mostLast;
  }
  return { bits, earliestFirst, latestFirst, earliestLast, latestLast, hasMerged };
}
