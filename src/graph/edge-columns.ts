/** The columns of an index: what each edge says, statements first and structural edges behind them. */

import type { Dataset } from "../model/dataset.ts";
import { type DayInterval, FIRST_DAY, LAST_DAY } from "../model/date.ts";
import { type StatementColumn, statementColumns } from "../model/statement-columns.ts";
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

  const actors = columns.column("actor");
  const issues = columns.column("issue");
  const targets = columns.column("target");
  const relations = columns.column("relation");
  const sources = columns.column("source");
  const dates = columns.column("date");
  const confidences = columns.column("confidence");
  const actorNumber = numbersOf(dataset.actors);
  const actorNode = tableOf(actors, actorNumber);
  const targetNode = tableOf(targets, actorNumber);
  // Issues follow the actors.
  const issueNode = tableOf(issues, numbersOf(dataset.issues, dataset.actors.length));
  const sourceNumber = tableOf(sources, numbersOf(dataset.sources));
  const relationNumber = tableOf(relations, numbersOf(dataset.relations));
  const sourceInterval = dataset.sources.map(sourceDays);
  const confidenceOf = Float64Array.from(
    { length: confidences.size },
    (_, code) => confidences.value(code) ?? 1,
  );
  const dateInterval = Array.from({ length: dates.size }, (_, code) => ownDays(dates.value(code)));
  const [ownFirst, ownLast] = [days(dateInterval, "first"), days(dateInterval, "last")];
  const own = Uint8Array.from(dateInterval, (interval) => (interval ? 1 : 0));
  const [documentFirst, documentLast] = [days(sourceInterval, "first"), days(sourceInterval, "last")];
  const documented = Uint8Array.from(sourceInterval, (interval) => (interval ? 1 : 0));

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
  for (const { codes, table } of bits)
    if (table.length === 1) everywhere |= table[0] as number;
    else
      for (let edge = 0; edge < count; edge++)
        (flags[edge] as number) |= table[codes[edge] as number] as number;

  const { codes: actorCodes } = actors;
  const { codes: issueCodes } = issues;
  const { codes: targetCodes } = targets;
  const { codes: relationCodes } = relations;
  const { codes: sourceCodes } = sources;
  const { codes: dateCodes } = dates;
  const { codes: confidenceCodes } = confidences;
  for (let edge = 0; edge < count; edge++) {
    const holder = actorNode[actorCodes[edge] as number] as number;
    const issue = issueNode[issueCodes[edge] as number] as number;
    const target = issue >= 0 ? issue : (targetNode[targetCodes[edge] as number] as number);
    if (holder < 0 || target < 0)
      throw new Error(`the ends of statement ${edge + 1} are not there: the dataset was not checked`);
    from[edge] = holder;
    to[edge] = target;
    const document = sourceNumber[sourceCodes[edge] as number] as number;
    source[edge] = document;
    relation[edge] = relationNumber[relationCodes[edge] as number] as number;
    confidence[edge] = confidenceOf[confidenceCodes[edge] as number] as number;
    let word = everywhere | (flags[edge] as number);
    if (nonStakeholder[holder] || nonStakeholder[target]) word |= flag.NON_STAKEHOLDER;
    const date = dateCodes[edge] as number;
    if (own[date]) {
      firstDay[edge] = ownFirst[date] as number;
      lastDay[edge] = ownLast[date] as number;
    } else if (documented[document]) {
      firstDay[edge] = documentFirst[document] as number;
      lastDay[edge] = documentLast[document] as number;
    } else {
      firstDay[edge] = FIRST_DAY;
      lastDay[edge] = LAST_DAY;
      word |= flag.UNDATED;
    }
    flags[edge] = word;
  }
  structure.forEach((draft, at) => {
    from[count + at] = draft.from;
    to[count + at] = draft.to;
    flags[count + at] = draft.flags;
  });
  return { from, to, flags, source, relation, firstDay, lastDay, confidence };
}

/** The places of records by id, counted from `first`; −1 for no id and for one that is not there. */
function numbersOf(records: readonly { readonly id: string }[], first = 0): (id: string | null) => number {
  const numbers = new Map<string, number>();
  records.forEach(({ id }, at) => {
    numbers.set(id, first + at);
  });
  return (id) => (id === null ? -1 : (numbers.get(id) ?? -1));
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

const days = (intervals: readonly (DayInterval | null)[], end: keyof DayInterval): Int32Array =>
  Int32Array.from(intervals, (interval) => interval?.[end] ?? 0);
