/** The moments of statements in a run that is asked for between two bounds: none lies outside them. */

import { type StatementTable, statementOrder } from "./table.ts";

const DAY = 86_400;

const momentary = new WeakMap<Float64Array, boolean>();

/** Whether each statement stands for its moment and no longer, or for none; found once per table. */
export function isMomentary({ time, first, last }: StatementTable): boolean {
  if (time === first && time === last) return true;
  let found = momentary.get(time);
  if (found === undefined) {
    found = time.every((moment, at) => Object.is(moment, first[at]) && Object.is(moment, last[at]));
    momentary.set(time, found);
  }
  return found;
}

/**
 * The table with the moments that windows take: a statement whose interval reaches into [since, until] (seconds) while its middle day
 * lies outside stands for the middle day of the part inside, of two the earlier. All others keep theirs.
 */
export function momentsInRange(table: StatementTable, since: number, until: number): StatementTable {
  if ((since === Number.NEGATIVE_INFINITY && until === Number.POSITIVE_INFINITY) || isMomentary(table))
    return table;
  const { first, last, documents } = table;
  let moved = false;
  const time = table.time.map((moment, at) => {
    const from = Math.max(first[at] as number, since);
    const to = Math.min(last[at] as number, until);
    // No moment, nothing inside, or the middle is inside.
    if (Number.isNaN(moment) || !(from <= to) || (moment >= since && moment <= until)) return moment;
    moved = true;
    return Math.max(from, Math.floor((Math.floor(from / DAY) + Math.floor(to / DAY)) / 2) * DAY);
  });
  if (!moved) return table;
  const before = new Int32Array(table.size);
  table.order.forEach((statement, at) => {
    before[statement] = at;
  });
  return { ...table, time, order: statementOrder(time, documents.codes, before) };
}
