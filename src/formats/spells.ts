/** When edges and nodes exist: spells as Gephi accepts them, sorted and without overlaps, both ends inclusive. */

import { parseDate } from "../model/date.ts";
import type { PictureGraph } from "../model/graph.ts";

/** First and last day, `YYYY-MM-DD`; an empty end is open. Never both empty. */
export type Spell = readonly [first: string, last: string];

/** Days that were looked at lately; a dataset has few, and each many times. */
const knownDays = new Map<string, string>();
const MOST_KNOWN = 20_000;

/** A calendar day as XML Schema knows it (there is no year 0), else empty. */
export function calendarDay(text: string): string {
  if (text.length !== 10) return "";
  let day = knownDays.get(text);
  if (day === undefined) {
    day = !text.startsWith("0000") && parseDate(text) ? text : "";
    if (knownDays.size >= MOST_KNOWN) knownDays.clear();
    knownDays.set(text, day);
  }
  return day;
}

const laterEnd = (a: string, b: string): string => (a === "" || b === "" ? "" : a < b ? b : a);

/**
 * The union of spells: sorted, and overlapping ones made one, since Gephi refuses overlaps.
 * A spell open at both ends means always, which is said by no spell at all.
 */
export function mergeSpells(spells: Iterable<Spell>): readonly Spell[] {
  if (Array.isArray(spells) && spells.length === 1) return single(spells[0] as Spell);
  const clean: Spell[] = [];
  for (const [rawFirst, rawLast] of spells) {
    const first = calendarDay(rawFirst);
    const last = calendarDay(rawLast);
    if (first === "" && last === "") return [];
    if (last === "" || first <= last) clean.push([first, last]);
  }
  return union(clean);
}

/** The same of spells whose days are days; sorts them in place. */
function union(clean: Spell[]): Spell[] {
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

function single(spell: Spell): readonly Spell[] {
  const first = calendarDay(spell[0]);
  const last = spell[1] === spell[0] ? first : calendarDay(spell[1]);
  if ((first === "" && last === "") || (last !== "" && first > last)) return [];
  return [[first, last]];
}

export interface Timeline {
  /** True when any edge has a spell. */
  readonly dynamic: boolean;
  /** The days on which a node has a say; empty = always. */
  nodeSpells(key: string): readonly Spell[];
}

/** The spells of dated edges, once for both of their ends, in lists by node: whole numbers in columns that double when full. */
class SpellLists {
  private readonly dayNumber = new Map<string, number>([["", 0]]);
  private readonly days: string[] = [""];
  private count = 0;
  private first = new Int32Array(1024);
  private last = new Int32Array(1024);
  /** Entry 2·s + side: the entry after it in the list of the node on that side of spell s, −1 at the end. */
  private next = new Int32Array(2048);

  private numberOf(day: string): number {
    let found = this.dayNumber.get(day);
    if (found === undefined) {
      found = this.days.push(day) - 1;
      this.dayNumber.set(day, found);
    }
    return found;
  }

  /** Adds a spell before the lists that begin at the two heads; gives its first entry. */
  add([first, last]: Spell, head: number, otherHead: number): number {
    if (this.count === this.first.length) {
      this.first = doubled(this.first);
      this.last = doubled(this.last);
      this.next = doubled(this.next);
    }
    const at = this.count++;
    this.first[at] = this.numberOf(first);
    this.last[at] = this.numberOf(last);
    this.next[2 * at] = head;
    this.next[2 * at + 1] = otherHead;
    return 2 * at;
  }

  *from(head: number): Generator<Spell> {
    for (let entry = head; entry >= 0; entry = this.next[entry] as number) {
      const at = entry >> 1;
      yield [this.days[this.first[at] as number] as string, this.days[this.last[at] as number] as string];
    }
  }
}

function doubled(column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(2 * column.length);
  grown.set(column);
  return grown;
}

/** Heads of lists: without an entry so far, and for a node that exists always. */
const EMPTY = -1;
const ALWAYS = -2;

/**
 * Nodes exist while one of their dated edges does, so that a timeline shows who spoke when and not a field of lone dots.
 * A node with an undated statement exists always; structural edges do not count, because they have no date by nature.
 */
export function buildTimeline(graph: PictureGraph): Timeline {
  const heads = new Map<string, number>();
  const lists = new SpellLists();
  let dynamic = false;
  for (const { source, target, attributes } of graph.edges()) {
    if (attributes.kind === "structure") continue;
    const spells = mergeSpells(attributes.spells);
    if (spells.length === 0) {
      heads.set(source, ALWAYS);
      heads.set(target, ALWAYS);
      continue;
    }
    dynamic = true;
    for (const spell of spells) {
      const head = heads.get(source) ?? EMPTY;
      const otherHead = heads.get(target) ?? EMPTY;
      if (head === ALWAYS && otherHead === ALWAYS) break;
      const entry = lists.add(spell, head, otherHead);
      if (head !== ALWAYS) heads.set(source, entry);
      // A loop is in one list once.
      if (otherHead !== ALWAYS && source !== target) heads.set(target, entry + 1);
    }
  }
  return {
    dynamic,
    nodeSpells: (key) => union([...lists.from(heads.get(key) ?? EMPTY)]),
  };
}
