/** The columns of an index: what each edge says, statements first and structural edges behind them. */

import type { Dataset } from "../model/dataset.ts";
import { type DayInterval, FIRST_DAY, LAST_DAY } from "../model/date.ts";
import {
  type Codes,
  type StatementColumn,
  type StatementColumns,
  statementColumns,
} from "../model/statement-columns.ts";
import * as flag from "./edge-flags.ts";
import { ownDays, sourceDays } from "./statement-dates.ts";

export interface EdgeColumns {
  /** Coded ends, before roll-up; one node number per edge. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Bits of edge-flags.ts. */
  readonly flags: Uint32Array;
  /** Position in `dataset.sources`; −1 on structural edges. */
  readonly source: Int32Array;
  /** Position in `dataset.relations`; −1 where there is none. */
  readonly relation: Int32Array;
  /** First and last day, inclusive; open bounds where unknown (see `UNDATED`). */
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  /** 0..1, unknown = 1. */
  readonly confidence: Float64Array;
}

/** Ends and bits of the structural edges. */
type Structure = readonly { readonly from: number; readonly to: number; readonly flags: number }[];

/** Looks every distinct cell up once, then fills the columns in one pass. Throws where a dataset was not checked. */
export function edgeColumns(dataset: Dataset, nonStakeholder: Uint8Array, structure: Structure): EdgeColumns {
  const columns = statementColumns(dataset);
  const { count } = columns;
  const edgeCount = count + structure.length;
  const from = new Int32Array(edgeCount);
  const to = new Int32Array(edgeCount);
  const flags = new Uint32Array(edgeCount);
  const source = new Int32Array(edgeCount).fill(-1, count);
  const relation = new Int32Array(edgeCount).fill(-1, count);
  const firstDay = new Int32Array(edgeCount).fill(FIRST_DAY, count);
  const lastDay = new Int32Array(edgeCount).fill(LAST_DAY, count);
  const confidence = new Float64Array(edgeCount).fill(1, count);

  const relations = columns.column("relation");
  fill(from, columns.column("actor").codes, placesOf(columns, "actor", dataset.actors));
  fillTargets(to, columns, dataset);
  for (let edge = 0; edge < count; edge++)
    if ((from[edge] as number) < 0 || (to[edge] as number) < 0)
      throw new Error(`the ends of statement ${edge + 1} are not there: the dataset was not checked`);
  fill(source, columns.column("source").codes, placesOf(columns, "source", dataset.sources));
  fill(relation, relations.codes, placesOf(columns, "relation", dataset.relations));
  const confidences = columns.column("confidence");
  const confidenceOf = Float64Array.from(
    { length: confidences.size },
    (_, code) => confidences.value(code) ?? 1,
  );
  fill(confidence, confidences.codes, confidenceOf);

  // Bits that a single member decides.
  const bits = [
    bitsOf(columns.column("polarity"), (value) => flag.POLARITY_BIT[value]),
    bitsOf(columns.column("voice"), (value) => flag.VOICE_BIT[value]),
    bitsOf(columns.column("modality"), (value) => flag.MODALITY_BIT[value]),
    bitsOf(relations, (id) => {
      if (id === null) return flag.STANCE;
      return dataset.relationById.get(id)?.symmetric ? flag.RELATION | flag.SYMMETRIC : flag.RELATION;
    }),
    bitsOf(columns.column("repeatOf"), (id) => (id === null ? 0 : flag.REPEAT)),
    bitsOf(columns.column("offTopic"), (offTopic) => (offTopic ? flag.OFF_TOPIC : 0)),
    bitsOf(columns.column("condition"), (words) => (words === "" ? 0 : flag.CONDITIONAL)),
  ];
  let everywhere = 0;
  // Where all edges have the same bits, they need not be looked up.
  for (const { table } of bits) if (table.length === 1) everywhere |= table[0] as number;
  flags.fill(everywhere, 0, count);
  for (const { codes, table } of bits) if (table.length > 1) addBits(flags, codes, table);
  if (nonStakeholder.includes(1))
    for (let edge = 0; edge < count; edge++)
      if (nonStakeholder[from[edge] as number] || nonStakeholder[to[edge] as number])
        flags[edge] = (flags[edge] as number) | flag.NON_STAKEHOLDER;

  const dates = columns.column("date");
  const own = daysOf(Array.from({ length: dates.size }, (_, code) => ownDays(dates.value(code))));
  fillDays(firstDay, lastDay, flags, dates.codes, own, source, daysOf(dataset.sources.map(sourceDays)));
  structure.forEach((draft, at) => {
    from[count + at] = draft.from;
    to[count + at] = draft.to;
    flags[count + at] = draft.flags;
  });
  return { from, to, flags, source, relation, firstDay, lastDay, confidence };
}

/** By code, the place of the record that an id leads to; −1 for no id and for one that is not there. */
function placesOf(
  columns: StatementColumns,
  property: "source" | "actor" | "issue" | "relation" | "target",
  records: readonly { readonly id: string }[],
): Int32Array {
  const known = columns.placesIn?.(records, property);
  if (known) return known;
  const numbers = new Map<string, number>();
  records.forEach(({ id }, at) => {
    numbers.set(id, at);
  });
  return tableOf(columns.column<typeof property>(property), (id) =>
    id === null ? -1 : (numbers.get(id) ?? -1),
  );
}

/** By code, a whole number. */
const tableOf = <Value>(
  { size, value }: StatementColumn<Value>,
  number: (value: Value) => number,
): Int32Array => Int32Array.from({ length: size }, (_, code) => number(value(code)));

const bitsOf = <Value>(column: StatementColumn<Value>, bits: (value: Value) => number) => ({
  codes: column.codes,
  table: tableOf(column, bits),
});

/** Looks each row's code up. A function of its own for each of the loops, because engines make each fast by itself. */
function fill(out: Int32Array | Float64Array, codes: Codes, table: Int32Array | Float64Array): void {
  for (let row = 0; row < codes.length; row++) out[row] = table[codes[row] as number] as number;
}

function addBits(flags: Uint32Array, codes: Codes, table: Int32Array): void {
  for (let row = 0; row < codes.length; row++)
    flags[row] = (flags[row] as number) | (table[codes[row] as number] as number);
}

/** The node that each statement is about: an issue, whose nodes follow those of the actors, else an actor. */
function fillTargets(to: Int32Array, columns: StatementColumns, dataset: Dataset): void {
  fill(to, columns.column("target").codes, placesOf(columns, "target", dataset.actors));
  const { codes } = columns.column("issue");
  const places = placesOf(columns, "issue", dataset.issues);
  if (places.every((place) => place < 0)) return;
  const first = dataset.actors.length;
  for (let row = 0; row < codes.length; row++) {
    const place = places[codes[row] as number] as number;
    if (place >= 0) to[row] = first + place;
  }
}

interface Days {
  /** 1 where there are days. */
  readonly known: Uint8Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
}

const daysOf = (intervals: readonly (DayInterval | null)[]): Days => ({
  known: Uint8Array.from(intervals, (interval) => (interval ? 1 : 0)),
  first: Int32Array.from(intervals, (interval) => interval?.first ?? 0),
  last: Int32Array.from(intervals, (interval) => interval?.last ?? 0),
});

/** The days of a statement's own date, else those of its source. */
function fillDays(
  firstDay: Int32Array,
  lastDay: Int32Array,
  flags: Uint32Array,
  codes: Codes,
  own: Days,
  source: Int32Array,
  published: Days,
): void {
  for (let row = 0; row < codes.length; row++) {
    const date = codes[row] as number;
    const document = source[row] as number;
    if (own.known[date]) {
      firstDay[row] = own.first[date] as number;
      lastDay[row] = own.last[date] as number;
    } else if (published.known[document]) {
      firstDay[row] = published.first[document] as number;
      lastDay[row] = published.last[document] as number;
    } else {
      firstDay[row] = FIRST_DAY;
      lastDay[row] = LAST_DAY;
      flags[row] = (flags[row] as number) | flag.UNDATED;
    }
  }
}
