/** The declarations of one file: ids to columns, names made distinct, defaults. */

import type { ColumnType } from "../columns.ts";
import type { GraphSink, Owner, Scalar, TimedValue, Value } from "./record.ts";

export interface Declared {
  readonly id: string;
  /** Place among the attributes of its owner. */
  readonly at: number;
  readonly name: string;
  readonly type: ColumnType | null;
  readonly dynamic: boolean;
  /** What absent values stand for. */
  fallback: Scalar | null;
}

/** Declares to the sink, and keeps what is declared for one kind of owner. */
export class Attributes {
  readonly all: Declared[] = [];
  /** Whether any has a default. */
  defaults = false;
  private readonly byId = new Map<string, Declared>();
  private readonly names = new Set<string>();
  /** The place after the attribute found last: values mostly come in the order of the declarations. */
  private expected = 0;
  private readonly owner: Owner;
  private readonly sink: GraphSink;
  private readonly guess: boolean;

  /** @param guess whether values are texts that may stand for something else */
  constructor(owner: Owner, sink: GraphSink, guess = false) {
    this.owner = owner;
    this.sink = sink;
    this.guess = guess;
  }

  find(id: string): Declared | undefined {
    const expected = this.all[this.expected];
    const found = expected?.id === id ? expected : this.byId.get(id);
    if (found) this.expected = found.at + 1;
    return found;
  }

  /** Undefined when the id is declared already. A name that is taken gets `~2`, `~3` … behind. */
  declare(id: string, name: string, type: ColumnType | null, dynamic = false): Declared | undefined {
    if (this.byId.has(id)) return undefined;
    let free = name;
    for (let next = 2; this.names.has(free); next++) free = `${name}~${next}`;
    this.names.add(free);
    const declared = { id, at: this.all.length, name: free, type, dynamic, fallback: null };
    this.byId.set(id, declared);
    this.all.push(declared);
    this.sink.attribute(this.owner, { name: free, type, dynamic, guess: this.guess });
    return declared;
  }

  /** The column of this id, declared when it is new. */
  need(id: string, name: string, type: ColumnType | null): Declared {
    return this.find(id) ?? (this.declare(id, name, type) as Declared);
  }

  /** Fills the values up to the last column, absent ones by their defaults. */
  complete(values: (Value | undefined)[]): void {
    if (!this.defaults) return;
    for (const { at, fallback } of this.all)
      if (fallback !== null && values[at] === undefined) values[at] = fallback;
  }
}

/** Puts a value in its place; those with a time, and further ones of a changing attribute, go side by side. */
export function putValue(
  values: (Value | undefined)[],
  at: number,
  value: Scalar,
  start: string,
  end: string,
): void {
  while (values.length < at) values.push(undefined);
  const before = values[at];
  if (start === "" && end === "") {
    values[at] = value;
    return;
  }
  const timed: TimedValue = { start, end, value };
  if (typeof before === "object" && "timed" in before) before.timed.push(timed);
  else values[at] = { timed: [timed] };
}
