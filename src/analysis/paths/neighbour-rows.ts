/**
 * Neighbour rows: for one filter and one direction of walking, the distinct neighbours of each node that may be walked to. What
 * is forbidden and what is parallel has been taken out, so that a search looks at each neighbour once and at nothing else. A row
 * is made when a search first comes to its node: a first question costs what it looks at, and later ones find the rows made.
 */

import { accepts, type EdgeFilter } from "../../graph/filter.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import type { WalkTable } from "./walk-table.ts";

/** Entries for which there is room at first. */
const FIRST_ROOM = 4096;

/**
 * Row of node n, in the order of node keys: `pool[span[2n]] … pool[span[2n + 1] − 1]`. An end of 0 says that the row is not made
 * yet: call `make` then, and read `pool` only afterwards, because making a row may move it.
 */
export class NeighbourRows {
  readonly span: Int32Array;
  pool: Int32Array;
  readonly #index: StatementIndex;
  readonly #table: WalkTable;
  #filter: EdgeFilter;
  #forbid: number;
  /** Before each row stands its node. No row begins at 0, so that no made row ends there. */
  #used = 1;

  /** `forbid` are the bits of a slot that may not be set. */
  constructor(index: StatementIndex, table: WalkTable, filter: EdgeFilter, forbid: number) {
    this.#index = index;
    this.#table = table;
    this.#filter = filter;
    this.#forbid = forbid;
    this.span = new Int32Array(2 * index.nodes.length);
    this.pool = new Int32Array(FIRST_ROOM);
  }

  /** Forgets all rows, to serve another filter: on large datasets new memory costs more than a search. */
  reuse(filter: EdgeFilter, forbid: number): void {
    const { span, pool } = this;
    for (let at = 1; at < this.#used; ) {
      const node = pool[at] as number;
      at = span[2 * node + 1] as number;
      span[2 * node + 1] = 0;
    }
    this.#used = 1;
    this.#filter = filter;
    this.#forbid = forbid;
  }

  /** Makes the row of a node, which is not made yet, and gives its end. */
  make(node: number): number {
    const { start, neighbour, word, edge } = this.#table;
    const index = this.#index;
    const filter = this.#filter;
    const forbid = this.#forbid;
    const slotEnd = start[node + 1] as number;
    let slot = start[node] as number;
    let used = this.#used;
    if (used + 1 + slotEnd - slot > this.pool.length) this.#grow(used + 1 + slotEnd - slot);
    const { span, pool } = this;
    pool[used++] = node;
    span[2 * node] = used;
    while (slot < slotEnd) {
      const other = neighbour[slot] as number;
      let open = false;
      do {
        open ||= ((word[slot] as number) & forbid) === 0 && accepts(index, filter, edge[slot] as number);
        slot++;
      } while (slot < slotEnd && neighbour[slot] === other);
      if (open) pool[used++] = other;
    }
    this.#used = used;
    span[2 * node + 1] = used;
    return used;
  }

  /** Length of a node's row, or the most that it can be while it is not made. */
  length(node: number): number {
    const end = this.span[2 * node + 1] as number;
    if (end !== 0) return end - (this.span[2 * node] as number);
    return (this.#table.start[node + 1] as number) - (this.#table.start[node] as number);
  }

  #grow(needed: number): void {
    const most = 1 + this.#index.nodes.length + this.#table.neighbour.length;
    const grown = new Int32Array(Math.min(Math.max(needed, 2 * this.pool.length), most));
    grown.set(this.pool.subarray(0, this.#used));
    this.pool = grown;
  }

  /** Bytes held. */
  get size(): number {
    return this.span.byteLength + this.pool.byteLength;
  }
}
