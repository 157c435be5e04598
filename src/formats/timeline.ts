/** When nodes exist, gathered while edges are seen once, in a few bytes for each. */

import type { GraphEdge } from "../model/graph.ts";
import { type Day, mergeSpells, onlyDay, type Spell, union } from "./spells.ts";

/** Heads of lists: without an entry so far, and for a node that exists always. */
const EMPTY = -1;
const ALWAYS = -2;

const BLOCK_BITS = 16;
const BLOCK = 1 << BLOCK_BITS;
const IN_BLOCK = BLOCK - 1;

/** Whole numbers in blocks: growing copies nothing. */
class Blocks {
  length = 0;
  private readonly blocks: Int32Array[] = [];

  push(value: number): number {
    const at = this.length++;
    if ((at & IN_BLOCK) === 0) this.blocks.push(new Int32Array(BLOCK));
    (this.blocks[at >>> BLOCK_BITS] as Int32Array)[at & IN_BLOCK] = value;
    return at;
  }

  get(at: number): number {
    return (this.blocks[at >>> BLOCK_BITS] as Int32Array)[at & IN_BLOCK] as number;
  }

  set(at: number, value: number): void {
    (this.blocks[at >>> BLOCK_BITS] as Int32Array)[at & IN_BLOCK] = value;
  }
}

/** By this the first day of a spell is multiplied to sort spells as numbers. */
const WIDTH = 2 ** 23;

/**
 * Nodes exist while one of their dated edges does, so that a timeline shows who spoke when and not a field of lone dots.
 * A node with an undated statement exists always; structural edges do not count, because they have no date by nature.
 */
export class Timeline {
  /** True when any edge has a spell. */
  dynamic = false;
  private readonly numbers = new Map<string, number>();
  /** By node: its last entry. */
  private readonly heads = new Blocks();
  /** By spell: its only day, or −1 − the place of its first and last in `spans`. */
  private readonly spells = new Blocks();
  private readonly spans = new Blocks();
  /** Entry 2·s + side: the entry before it in the list of the node on that side of spell s. */
  private readonly before = new Blocks();
  private scratch = new Float64Array(64);

  see({ source, target, attributes }: GraphEdge): void {
    if (attributes.kind === "structure") return;
    const from = this.number(source);
    const to = this.number(target);
    const day = onlyDay(attributes.spells);
    if (day !== 0) {
      this.add(from, to, day, day);
      return;
    }
    const spells = mergeSpells(attributes.spells);
    for (const [first, last] of spells) this.add(from, to, first, last);
    if (spells.length > 0) return;
    this.heads.set(from, ALWAYS);
    this.heads.set(to, ALWAYS);
  }

  /** The days on which a node has a say, sorted and without overlaps; empty = always. To be asked when all edges have been seen. */
  nodeSpells(key: string): readonly Spell[] {
    const number = this.numbers.get(key);
    let size = 0;
    for (let entry = number === undefined ? EMPTY : this.heads.get(number); entry >= 0; ) {
      const code = this.spells.get(entry >> 1);
      const first = code >= 0 ? code : this.spans.get(-1 - code);
      const last = code >= 0 ? code : this.spans.get(-code);
      if (size === this.scratch.length) this.grow();
      this.scratch[size++] = first * WIDTH + last;
      entry = this.before.get(entry);
    }
    const sorted: Spell[] = [];
    sortFirst(this.scratch, size);
    for (let at = 0; at < size; at++) {
      const each = this.scratch[at] as number;
      if (each === this.scratch[at - 1]) continue;
      const first = Math.floor(each / WIDTH);
      sorted.push([first, each - first * WIDTH]);
    }
    return union(sorted);
  }

  private add(from: number, to: number, first: Day, last: Day): void {
    this.dynamic = true;
    const head = this.heads.get(from);
    const otherHead = this.heads.get(to);
    if (head === ALWAYS && otherHead === ALWAYS) return;
    if (first === last) this.spells.push(first);
    else {
      this.spells.push(-1 - this.spans.push(first));
      this.spans.push(last);
    }
    const entry = this.before.push(head);
    this.before.push(otherHead);
    if (head !== ALWAYS) this.heads.set(from, entry);
    // A loop is in one list once.
    if (otherHead !== ALWAYS && from !== to) this.heads.set(to, entry + 1);
  }

  private number(key: string): number {
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.heads.push(EMPTY);
      this.numbers.set(key, number);
    }
    return number;
  }

  private grow(): void {
    const longer = new Float64Array(2 * this.scratch.length);
    longer.set(this.scratch);
    this.scratch = longer;
  }
}

/** Sorts the first `size` numbers. Most nodes have few, for which a call of the engine's own sort costs more. */
function sortFirst(numbers: Float64Array, size: number): void {
  if (size > 48) {
    numbers.subarray(0, size).sort();
    return;
  }
  for (let at = 1; at < size; at++) {
    const each = numbers[at] as number;
    let to = at;
    for (; to > 0 && (numbers[to - 1] as number) > each; to--) numbers[to] = numbers[to - 1] as number;
    numbers[to] = each;
  }
}
