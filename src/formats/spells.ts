/** When edges and nodes exist: spells as Gephi accepts them, sorted and without overlaps, both ends inclusive. */

import { parseDate } from "../model/date.ts";
import type { PictureGraph } from "../model/graph.ts";

/** First and last day, `YYYY-MM-DD`; an empty end is open. Never both empty. */
export type Spell = readonly [first: string, last: string];

/** A calendar day as XML Schema knows it (there is no year 0), else empty. */
export function calendarDay(text: string): string {
  return text.length === 10 && !text.startsWith("0000") && parseDate(text) ? text : "";
}

const laterEnd = (a: string, b: string): string => (a === "" || b === "" ? "" : a < b ? b : a);

/**
 * The union of spells: sorted, and overlapping ones made one, since Gephi refuses overlaps.
 * A spell open at both ends means always, which is said by no spell at all.
 */
export function mergeSpells(spells: Iterable<readonly [string, string]>): Spell[] {
  const clean: Spell[] = [];
  for (const [rawFirst, rawLast] of spells) {
    const first = calendarDay(rawFirst);
    const last = calendarDay(rawLast);
    if (first === "" && last === "") return [];
    if (last === "" || first <= last) clean.push([first, last]);
  }
  // Four-digit years make the order of strings the order of days, and the empty start comes first as it should.
  clean.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
  const merged: Spell[] = [];
  for (const spell of clean) {
    const previous = merged.at(-1);
    if (!previous || (previous[1] !== "" && spell[0] > previous[1])) {
      merged.push(spell);
      continue;
    }
    const last = laterEnd(previous[1], spell[1]);
    if (previous[0] === "" && last === "") return [];
    merged[merged.length - 1] = [previous[0], last];
  }
  return merged;
}

export interface Timeline {
  /** True when any edge has a spell. */
  readonly dynamic: boolean;
  /** The days on which a node has a say; empty = always. */
  nodeSpells(key: string): readonly Spell[];
}

/**
 * Nodes exist while one of their dated edges does, so that a timeline shows who spoke when and not a field of lone dots.
 * A node with an undated statement exists always; structural edges do not count, because they have no date by nature.
 */
export function buildTimeline(graph: PictureGraph): Timeline {
  const spellsOf = new Map<string, Map<string, Spell>>();
  const always = new Set<string>();
  let dynamic = false;
  for (const edge of graph.edges()) {
    if (edge.attributes.kind === "structure") continue;
    const spells = mergeSpells(edge.attributes.spells);
    if (spells.length > 0) dynamic = true;
    for (const end of [edge.source, edge.target]) {
      if (spells.length === 0) {
        always.add(end);
        continue;
      }
      let own = spellsOf.get(end);
      if (!own) {
        own = new Map();
        spellsOf.set(end, own);
      }
      for (const spell of spells) own.set(spell.join("/"), spell);
    }
  }
  return {
    dynamic,
    nodeSpells: (key) => (always.has(key) ? [] : mergeSpells(spellsOf.get(key)?.values() ?? [])),
  };
}
