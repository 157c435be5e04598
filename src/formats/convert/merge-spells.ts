/** Spells as Gephi accepts them: in order, and those that overlap or touch made one. */

import { isCalendar, rangeOf } from "../read/moments.ts";
import type { Spell } from "../read/record.ts";

/**
 * The union of the spells of one node or edge. None: always. Spells of which some are dates and others numbers, or that lie
 * beyond the calendar, are left as they are.
 */
export function mergeSpells(spells: readonly Spell[]): readonly Spell[] {
  if (spells.length < 2) return spells;
  const ranges: { readonly spell: Spell; readonly first: number; readonly last: number }[] = [];
  let calendar: boolean | null = null;
  for (const spell of spells) {
    const [start, end] = spell;
    const range = rangeOf(start, end);
    const isDate = isCalendar(start === "" ? end : start);
    if (range === null || isDate !== (calendar ?? isDate)) return spells;
    calendar = isDate;
    ranges.push({ spell, first: range[0], last: range[1] });
  }
  ranges.sort((a, b) => a.first - b.first || 0);
  const merged: Spell[] = [];
  let until = Number.NEGATIVE_INFINITY;
  for (const { spell, first, last } of ranges) {
    const before = merged.at(-1);
    if (before === undefined || first > until) merged.push(spell);
    else if (last > until) merged[merged.length - 1] = [before[0], spell[1]];
    until = Math.max(until, last);
  }
  return merged.some(([start, end]) => start === "" && end === "") ? [] : merged;
}
