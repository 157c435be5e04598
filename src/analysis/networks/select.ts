/** Which statements a network is made of: the population (range, document filters), those that can make ties, and why others do not. */

import { Fault } from "../../model/problem.ts";
import { between, lowerBound } from "./by-time.ts";
import { parseMoment } from "./calendar.ts";
import { type Column, emptyCode, type Qualifier } from "./column.ts";
import { isMomentary } from "./moments-in-range.ts";
import type { NetworkSettings, ValueFilter } from "./settings.ts";
import type { StatementTable } from "./table.ts";

/** Why statements do not enter, in the order in which reasons are tried. */
type Exclusion = "neutral" | "noValue" | "noVariable" | "undated";
export type Excluded = Readonly<Record<Exclusion, number>>;

/** The variables of a question, found in the table. */
export interface Roles {
  readonly rows: Column;
  readonly columns: Column;
  readonly qualifier: Qualifier | null;
}

export interface Selection {
  /** The population: defines isolates, levels and the range of a qualifier. In the order of NETWORKS §1. */
  readonly original: Int32Array;
  /** Those of `original` that pass exclusions and have values; duplicates are still among them. */
  readonly candidates: Int32Array;
  readonly left: Readonly<Record<Exclusion, Int32Array>>;
  /** First and last moment of all that enters and passes document filters, inside the given bounds or not; null = none has one. */
  readonly span: readonly [number, number] | null;
  /** Seconds of the given bounds; infinite where there are none. */
  readonly since: number;
  readonly until: number;
  readonly messages: readonly string[];
}

/** By label code of a column: whether a statement with it stays. Position 0 is for no value at all. */
interface Sieve {
  readonly column: Column;
  readonly keeps: Uint8Array;
}

function sieves(table: StatementTable, settings: NetworkSettings, messages: string[]): Sieve[] {
  const build = (filters: readonly ValueFilter[], parameter: "exclude" | "include"): Sieve[] => {
    const keepListed = parameter === "include" ? 1 : 0;
    const byName = new Map<string, Sieve>();
    for (const { variable, value } of filters) {
      let sieve = byName.get(variable);
      if (!sieve) {
        const column = table.column(variable, parameter);
        sieve = { column, keeps: new Uint8Array(column.labels.length + 1).fill(1 - keepListed) };
        byName.set(variable, sieve);
      }
      const wanted = table.resolve(variable, value);
      const code = sieve.column.labels.indexOf(wanted);
      if (code >= 0) sieve.keeps[code + 1] = keepListed;
      else messages.push(`No statement has ${variable} ${JSON.stringify(value)}, the value to ${parameter}.`);
    }
    return [...byName.values()];
  };
  return [...build(settings.exclude, "exclude"), ...build(settings.include, "include")];
}

const passes = (list: readonly Sieve[], statement: number): boolean =>
  list.length === 0 ||
  list.every(({ column, keeps }) => keeps[(column.codes[statement] as number) + 1] === 1);

const gaps = new WeakMap<Int32Array, boolean>();

/** Whether some statement has no value at all; found once per column. */
function hasGaps({ codes }: Column): boolean {
  let found = gaps.get(codes);
  if (found === undefined) {
    found = codes.some((code) => code < 0);
    gaps.set(codes, found);
  }
  return found;
}

/** Whether all statements can make ties: nothing is filtered and nothing lacks a value. */
const sievesNothing = (
  { rows, columns, qualifier }: Roles,
  list: readonly Sieve[],
  noText: number,
): boolean =>
  list.length === 0 &&
  emptyCode(rows) < 0 &&
  emptyCode(columns) < 0 &&
  !(noText >= 0) &&
  ![rows, columns, ...(qualifier ? [qualifier] : [])].some(hasGaps);

/** The selection as a stretch of the order of time, for a table of which all can make ties; null where dates are spans. */
function ordered(
  table: StatementTable,
  {
    since,
    until,
    needsDate,
    messages,
  }: Pick<Selection, "since" | "until" | "messages"> & { readonly needsDate: boolean },
): Selection | null {
  const { order, time } = table;
  if (needsDate && !isMomentary(table)) return null;
  const dated = lowerBound(order, time, Number.POSITIVE_INFINITY);
  const original = needsDate ? between(order, time, since, until) : order;
  const none = new Int32Array(0);
  return {
    original,
    candidates: original,
    left: {
      neutral: none,
      noValue: none,
      noVariable: none,
      undated: needsDate ? order.subarray(dated) : none,
    },
    span:
      dated === 0 ? null : [time[order[0] as number] as number, time[order[dated - 1] as number] as number],
    since,
    until,
    messages,
  };
}

/** First and last second that a question asks about; infinite where it gives no bound. Throws `bad-date`. */
export function askedRange(settings: NetworkSettings): readonly [number, number] {
  const since = settings.since === "" ? Number.NEGATIVE_INFINITY : parseMoment(settings.since, "since")[0];
  const until = settings.until === "" ? Number.POSITIVE_INFINITY : parseMoment(settings.until, "until")[1];
  if (since > until)
    throw new Fault({
      class: "bad-parameter",
      code: "bad-parameter",
      parameter: "since",
      message: `since (${settings.since}) is after until (${settings.until})`,
      remedy: "Give since as the earlier of the two.",
    });
  return [since, until];
}

/**
 * Selects statements for a network. With windows or kernels a statement needs a moment; without, only a date filter asks for a date.
 * Throws `unknown-variable`.
 */
export function selectStatements(
  table: StatementTable,
  roles: Roles,
  settings: NetworkSettings,
  [since, until]: readonly [number, number],
): Selection {
  const { qualifier } = roles;
  const messages: string[] = [];
  const all = sieves(table, settings, messages);
  const population = all.filter(({ column }) => column.scope === "document");
  const ties = all.filter(({ column }) => column.scope === "statement");
  const dateOf = settings.window === "no" ? table.first : table.time;
  const needsDate = settings.window !== "no" || settings.since !== "" || settings.until !== "";
  const noText =
    qualifier?.type === "text" && settings.aggregation !== "ignore" ? emptyCode(qualifier) : Number.NaN;

  const stretch = sievesNothing(roles, all, noText) && ordered(table, { since, until, needsDate, messages });
  if (stretch) return stretch;

  const standings = standingsOf(table, roles, noText);
  const parts = within(table, needsDate, since, until);
  const most = parts.reduce((sum, { statements }) => sum + statements.length, 0);
  const original = new Pile(most);
  // As long as all of the population can make ties, both are one.
  let candidates: Pile | null = null;
  const left: Record<Exclusion, Pile> = {
    neutral: new Pile(most),
    noValue: new Pile(most),
    noVariable: new Pile(most),
    undated: new Pile(most),
  };
  for (const { statements, isSettled } of parts)
    for (let at = 0; at < statements.length; at++) {
      const statement = statements[at] as number;
      if (population.length > 0 && !passes(population, statement)) continue;
      if (!isSettled && isOutside(table, statement, since, until)) continue;
      const standing = standings[statement] as number;
      if (standing >= OUT) left[REASONS[standing] as Exclusion].add(statement);
      else if (!isSettled && needsDate && Number.isNaN(dateOf[statement] as number))
        left.undated.add(statement);
      else if (standing === TIES && (ties.length === 0 || passes(ties, statement))) {
        original.add(statement);
        candidates?.add(statement);
      } else {
        candidates ??= original.copy();
        original.add(statement);
        if (standing !== TIES && passes(ties, statement)) left[REASONS[standing] as Exclusion].add(statement);
      }
    }
  return {
    original: original.all,
    candidates: (candidates ?? original).all,
    left: {
      neutral: left.neutral.all,
      noValue: left.noValue.all,
      noVariable: left.noVariable.all,
      undated: left.undated.all,
    },
    span: spanAmong(
      table,
      (statement) => passes(population, statement) && (standings[statement] as number) < OUT,
    ),
    since,
    until,
    messages,
  };
}

/** Numbers of statements that become more, up to a known number of them. */
class Pile {
  readonly most: number;
  /** Most piles stay empty. */
  private numbers: Int32Array | null = null;
  private size = 0;

  constructor(most: number) {
    this.most = most;
  }

  add(statement: number): void {
    this.numbers ??= new Int32Array(this.most);
    this.numbers[this.size++] = statement;
  }

  copy(): Pile {
    const copy = new Pile(this.most);
    copy.numbers = this.numbers?.slice() ?? null;
    copy.size = this.size;
    return copy;
  }

  get all(): Int32Array {
    return this.numbers?.subarray(0, this.size) ?? new Int32Array(0);
  }
}

/** What a statement can do: make ties; enter without making any, because a text is empty; or not enter (`OUT` and beyond). */
const [TIES, EMPTY_LEVEL, EMPTY_VALUE, OUT] = [0, 1, 2, 3];
/** Why, by the same number. */
const REASONS: readonly (Exclusion | null)[] = [
  null,
  "noValue",
  "noVariable",
  "noVariable",
  "neutral",
  "noValue",
];

interface Standings {
  readonly roles: Roles;
  readonly noText: number;
  readonly by: Uint8Array;
}

/** Those found last for a table: the next question mostly asks for other dates of the same variables. */
const found = new WeakMap<StatementTable, Standings>();

/** By statement, what it can do in a network of these variables, whatever its date. `noText` = code of an empty text that is no level. */
function standingsOf(table: StatementTable, roles: Roles, noText: number): Uint8Array {
  const { rows, columns, qualifier } = roles;
  const last = found.get(table);
  if (
    last?.roles.rows === rows &&
    last.roles.columns === columns &&
    last.roles.qualifier === qualifier &&
    Object.is(last.noText, noText)
  )
    return last.by;
  const [noRow, noColumn] = [emptyCode(rows), emptyCode(columns)];
  const noLevel = OUT + (qualifier?.missing === "neutral" ? 1 : 2);
  const by = new Uint8Array(table.size);
  for (let statement = 0; statement < by.length; statement++) {
    const row = rows.codes[statement] as number;
    const column = columns.codes[statement] as number;
    const level = qualifier ? (qualifier.codes[statement] as number) : 0;
    if (level < 0) by[statement] = noLevel;
    else if (row < 0 || column < 0 || row === noRow || column === noColumn)
      by[statement] = table.emptyIsValue ? EMPTY_VALUE : OUT;
    else by[statement] = level === noText ? EMPTY_LEVEL : TIES;
  }
  found.set(table, { roles, noText, by });
  return by;
}

const isOutside = ({ first, last }: StatementTable, statement: number, since: number, until: number) =>
  (last[statement] as number) < since || (first[statement] as number) > until;

/** A part of the order of time. `isSettled`: all of it lies in the range, and has a date if it needs one. */
interface Part {
  readonly statements: Int32Array;
  readonly isSettled: boolean;
}

/** The parts in which statements of a range are, and those without a moment. */
function within(table: StatementTable, isDated: boolean, since: number, until: number): readonly Part[] {
  const { order, time } = table;
  if (!isDated) return [{ statements: order, isSettled: true }];
  const reach = reachOf(table);
  const [from, first, end, to, undated] = [since - reach, since, until + 1, until + reach + 1, Infinity].map(
    (moment) => lowerBound(order, time, moment),
  ) as [number, number, number, number, number];
  return [
    { statements: order.subarray(from, first), isSettled: false },
    { statements: order.subarray(first, end), isSettled: true },
    { statements: order.subarray(end, to), isSettled: false },
    { statements: order.subarray(undated), isSettled: false },
  ];
}

const reaches = new WeakMap<Float64Array, number>();

/** How many seconds before or after its moment a statement may have been made at most; found once per table. */
function reachOf({ time, first, last }: StatementTable): number {
  let reach = reaches.get(time);
  if (reach === undefined) {
    reach = 0;
    for (let at = 0; at < time.length; at++) {
      const moment = time[at] as number;
      if (!Number.isNaN(moment))
        reach = Math.max(reach, moment - (first[at] as number), (last[at] as number) - moment);
    }
    reaches.set(time, reach);
  }
  return reach;
}

/** First and last moment of the statements for which `counts` holds; looked for from both ends of the order of time. */
function spanAmong(
  { order, time }: StatementTable,
  counts: (statement: number) => boolean,
): readonly [number, number] | null {
  const dated = lowerBound(order, time, Number.POSITIVE_INFINITY);
  let first = 0;
  while (first < dated && !counts(order[first] as number)) first++;
  if (first === dated) return null;
  let last = dated - 1;
  while (!counts(order[last] as number)) last--;
  return [time[order[first] as number] as number, time[order[last] as number] as number];
}

/** The number of statements left out, of all or of those whose moment lies in `within` (seconds, inclusive); undated ones always. */
export function countExcluded(
  table: StatementTable,
  { left }: Selection,
  within: readonly [number, number] | null = null,
): Excluded {
  const count = (statements: Int32Array): number =>
    within ? between(statements, table.time, ...within).length : statements.length;
  return {
    neutral: count(left.neutral),
    noValue: count(left.noValue),
    noVariable: count(left.noVariable),
    undated: left.undated.length,
  };
}
