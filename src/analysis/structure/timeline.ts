/** Time line: how many statements fall into each day, week, month or year, and how many may fall there. */

import { z } from "zod";
import { POLARITY_BIT, UNDATED } from "../../graph/edge-flags.ts";
import { counted, grouped } from "../../model/counted.ts";
import { formatDay } from "../../model/date.ts";
import { POLARITIES, type Polarity } from "../../model/vocabulary.ts";
import { type AnalysisInput, defineAnalysis, overLimit, type Row } from "./analysis.ts";
import { evidenceParameter, listsFew } from "./listing.ts";
import {
  PERIOD_UNITS,
  type Period,
  type PeriodUnit,
  periodCount,
  periodIndex,
  periodsBetween,
  spanOf,
  unitFor,
} from "./periods.ts";
import { integer, statementIds, text } from "./rows.ts";

/** Enough for every year that a date can name. */
const MOST_PERIODS = 10_000;

const WORDS: Readonly<Record<Polarity, string>> = {
  support: "Support",
  oppose: "Oppose",
  neutral: "No side",
};

export const timelineAnalysis = defineAnalysis({
  id: "timeline",
  aliases: ["histogram"],
  isLinear: true,
  label: "Time line",
  description: "Statements per day, week, month or year: those that fall there, and those that may.",
  parameters: {
    unit: z
      .enum(["auto", ...PERIOD_UNITS])
      .default("auto")
      .describe("How long a period is; auto makes some dozens of them."),
    evidence: evidenceParameter("period"),
  },
  countsOnly: listsFew,
  run(input, { unit: asked, evidence }) {
    const { index, statements } = input;
    const undated = statements.filter((at) => ((index.flags[at] as number) & UNDATED) !== 0);
    const dated = statements.filter((at) => ((index.flags[at] as number) & UNDATED) === 0);
    const span = spanOf(index.firstDay, index.lastDay, dated);
    const unit = span ? (asked === "auto" ? unitFor(span.first, span.last) : asked) : "day";
    const periods = span ? periodsOf(unit, span.first, span.last) : [];
    const tally = tallyOf(input, periods, dated);
    const lists = listsOf(input, periods, dated, evidence);
    const vague = dated.filter((at) => {
      const [from, to] = placesOf(input, periods, at);
      return from !== to;
    });
    const cut =
      Math.max(undated.length, vague.length) > evidence || lists.some(({ length }) => length > evidence);
    return {
      summary:
        span === null
          ? `No statement has a date; undated: ${grouped(undated.length)}.`
          : `${counted(dated.length, "dated statement")} from ${formatDay(span.first)} to ${formatDay(span.last)} in ${counted(periods.length, unit)}: ${grouped(dated.length - vague.length)} within one of them, ${grouped(vague.length)} whose dates reach over several. Undated: ${grouped(undated.length)}.`,
      tables: [
        {
          id: "periods",
          title: "Statements over time",
          columns: [
            text("period", "Period"),
            text("first", "First day"),
            text("last", "Last day"),
            ...POLARITIES.map(({ id }) => integer(id, WORDS[id])),
            ...POLARITIES.map(({ id }) => integer(`${id}_maybe`, `${WORDS[id]}, may be here`)),
          ],
          rows: periods.map(
            (period, place): Row => ({
              cells: {
                period: period.text,
                first: formatDay(period.first),
                last: formatDay(period.last),
                ...cellsAt(tally.surely, "", place),
                ...cellsAt(tally.maybe, "_maybe", place),
              },
              statements: statementIds(index, (lists[place] ?? []).slice(0, evidence)),
            }),
          ),
        },
        {
          id: "undated",
          title: "Statements without a date",
          columns: POLARITIES.map(({ id }) => integer(id, WORDS[id])),
          rows: [rowOf(input, undated, evidence)],
        },
        {
          id: "several",
          title: "Statements whose dates reach over several periods",
          columns: POLARITIES.map(({ id }) => integer(id, WORDS[id])),
          rows: [rowOf(input, vague, evidence)],
        },
      ],
      notes: [
        "A statement is counted in a period when all days that its date stands for lie there. One whose date reaches over several periods (a year, a month among weeks, a date known by its bounds only) may be in any of them: it is counted as such in each, never as a fraction, so that both numbers of a period together are what a date filter of that period keeps.",
        "An open bound reaches to the end of the time shown.",
        ...(cut ? [`Of the statements of a period no more than ${evidence} are listed.`] : []),
      ],
    };
  },
});

function periodsOf(unit: PeriodUnit, first: number, last: number): readonly Period[] {
  if (periodCount(unit, first, last) > MOST_PERIODS)
    throw overLimit(
      "unit",
      `From ${formatDay(first)} to ${formatDay(last)} there are more than ${MOST_PERIODS} periods of one ${unit}`,
      MOST_PERIODS,
      "Give a longer unit, or auto.",
    );
  return periodsBetween(unit, first, last);
}

const has = ({ index }: AnalysisInput, at: number, polarity: Polarity): boolean =>
  ((index.flags[at] as number) & POLARITY_BIT[polarity]) !== 0;

/** How many of these statements have each polarity, and the first ones of them. */
const rowOf = (input: AnalysisInput, statements: Int32Array, evidence: number): Row => ({
  cells: Object.fromEntries(
    POLARITIES.map(({ id }) => [id, statements.reduce((sum, at) => sum + (has(input, at, id) ? 1 : 0), 0)]),
  ),
  statements: statementIds(input.index, statements.subarray(0, evidence)),
});

const polarityAt = (input: AnalysisInput, at: number): number =>
  POLARITIES.findIndex(({ id }) => has(input, at, id));

interface Tally {
  /** By polarity, then period. */
  readonly surely: readonly Int32Array[];
  readonly maybe: readonly Int32Array[];
}

/** One pass over the statements; those that reach over several periods are noted where they begin and end. */
function tallyOf(input: AnalysisInput, periods: readonly Period[], dated: Int32Array): Tally {
  const columns = () => POLARITIES.map(() => new Int32Array(periods.length + 1));
  const [surely, steps] = [columns(), columns()];
  for (const at of dated) {
    const polarity = polarityAt(input, at);
    const [from, to] = placesOf(input, periods, at);
    if (from === to)
      (surely[polarity] as Int32Array)[from] = ((surely[polarity] as Int32Array)[from] ?? 0) + 1;
    else {
      const column = steps[polarity] as Int32Array;
      column[from] = (column[from] ?? 0) + 1;
      column[to + 1] = (column[to + 1] ?? 0) - 1;
    }
  }
  let running = 0;
  const maybe = steps.map((column) => {
    running = 0;
    return column.map((step) => {
      running += step;
      return running;
    });
  });
  return { surely, maybe };
}

/** First and last period in which a dated statement may be. */
const placesOf = (
  { index }: AnalysisInput,
  periods: readonly Period[],
  at: number,
): readonly [from: number, to: number] => [
  periodIndex(periods, index.firstDay[at] as number),
  periodIndex(periods, index.lastDay[at] as number),
];

/** The first statements that are or may be in each period: one more than wanted where there are more. */
function listsOf(
  input: AnalysisInput,
  periods: readonly Period[],
  dated: Int32Array,
  most: number,
): readonly (readonly number[])[] {
  const lists: number[][] = periods.map(() => []);
  for (const at of dated) {
    const [from, to] = placesOf(input, periods, at);
    for (let place = from; place <= to; place++) {
      const list = lists[place] as number[];
      if (list.length <= most) list.push(at);
    }
  }
  return lists;
}

const cellsAt = (columns: readonly Int32Array[], suffix: string, place: number) =>
  Object.fromEntries(POLARITIES.map(({ id }, at) => [`${id}${suffix}`, columns[at]?.[place] ?? 0]));
