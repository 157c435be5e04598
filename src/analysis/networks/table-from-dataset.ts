/** The statement table of a dataset: the stakeholder view without repeats and off-topic statements, its columns as variables. */

import { ownDays, sourceDays } from "../../graph/statement-dates.ts";
import { type Dataset, isStakeholder, type Source, type Statement, sourceName } from "../../model/dataset.ts";
import { type DayInterval, FIRST_DAY, LAST_DAY, parseDate } from "../../model/date.ts";
import {
  columnsOfRecords,
  type StatementColumn,
  type StatementColumns,
  statementColumns,
} from "../../model/statement-columns.ts";
import { type Coded, encodeColumn, type Qualifier } from "./column.ts";
import type { QualifierType } from "./settings.ts";
import {
  columnLookup,
  type NodeDescription,
  readQualifier,
  type StatementTable,
  statementOrder,
  type VariableSource,
} from "./table.ts";

const DAY = 86_400;

/** Chosen statements: numbers of rows in columns. */
interface Chosen {
  readonly columns: StatementColumns;
  readonly rows: Int32Array;
}

/** The statements that enter by default: reported, on topic, no repeats, between stakeholders. */
function networkStatements(dataset: Dataset): Chosen {
  const columns = statementColumns(dataset);
  const inside = (id: string | null): boolean => {
    const actor = id === null ? undefined : dataset.actorById.get(id);
    return !actor || isStakeholder(dataset, actor);
  };
  const rows = new Int32Array(columns.count);
  const tests = [
    passing(columns.column("voice"), (voice) => voice === "reported"),
    passing(columns.column("offTopic"), (offTopic) => !offTopic),
    passing(columns.column("repeatOf"), (original) => original === null),
    passing(columns.column("actor"), inside),
    passing(columns.column("target"), inside),
  ].filter(({ passes }) => passes.includes(0));
  let count = 0;
  for (let row = 0; row < rows.length; row++)
    if (tests.every(({ codes, passes }) => passes[codes[row] as number] === 1)) rows[count++] = row;
  return { columns, rows: rows.subarray(0, count) };
}

const passing = <Value>({ codes, size, value }: StatementColumn<Value>, test: (value: Value) => boolean) => ({
  codes,
  passes: Uint8Array.from({ length: size }, (_, code) => (test(value(code)) ? 1 : 0)),
});

/** Names of the further columns of records, in order of first appearance. */
function extraNames(records: Iterable<{ readonly extra: ReadonlyMap<string, string> }>): string[] {
  const names = new Set<string>();
  for (const { extra } of records) for (const name of extra.keys()) names.add(name);
  return [...names];
}

/** A member of the chosen statements as values that are read once for each distinct one. */
function coded<Value>(
  { columns: { count }, rows }: Chosen,
  { codes, size, value }: StatementColumn<Value>,
  read: (value: Value) => string | null,
): Coded {
  return {
    codes: rows.length === count ? codes : Int32Array.from(rows, (row) => codes[row] as number),
    size,
    value: (code) => read(value(code)),
  };
}

function variableSources(dataset: Dataset, chosen: Chosen): VariableSource[] {
  const { columns } = chosen;
  const variable = <Property extends keyof Statement>(
    name: string,
    property: Property,
    read: (value: Statement[Property]) => string | null,
    type: QualifierType = "text",
  ): VariableSource => ({
    name,
    scope: "statement",
    type,
    values: () => coded(chosen, columns.column(property), read),
  });
  const field = (name: string, read: (source: Source | undefined) => string): VariableSource => ({
    name,
    scope: "document",
    type: "text",
    values: () => coded(chosen, columns.column("source"), (id) => read(dataset.sourceById.get(id))),
  });
  const orNone = (id: string | null): string => id ?? "";
  const same = (word: string): string => word;
  const sources: VariableSource[] = [
    variable("actor", "actor", same),
    variable("speaker", "speaker", orNone),
    variable("attributed_to", "attributedTo", orNone),
    variable("issue", "issue", orNone),
    variable("relation", "relation", orNone),
    variable("target", "target", orNone),
    variable("polarity", "polarity", same, "boolean"),
    variable("intensity", "intensity", (number) => (number === null ? null : String(number)), "integer"),
    variable("voice", "voice", same),
    variable("modality", "modality", same),
    { ...field("source", () => ""), values: () => coded(chosen, columns.column("source"), same) },
    field("author", (source) => source?.author ?? ""),
    field("publisher", (source) => source?.publisher ?? ""),
    field("genre", (source) => source?.genre ?? ""),
  ];
  // A further column belongs to the first table that has it: statements, sources, the coded actor, the issue.
  const taken = new Set<string>();
  const further = (
    names: readonly string[],
    make: (column: string, name: string) => VariableSource,
  ): void => {
    for (const name of names) {
      if (taken.has(name)) continue;
      taken.add(name);
      sources.push(make(`x:${name}`, name));
    }
  };
  further(statementExtras(dataset), (column, name) =>
    variable(column, "extra", (extra) => extra.get(name) ?? ""),
  );
  further(extraNames(dataset.sources), (column, name) =>
    field(column, (source) => source?.extra.get(name) ?? ""),
  );
  further(extraNames(dataset.actors), (column, name) =>
    variable(column, "actor", (actor) => dataset.actorById.get(actor)?.extra.get(name) ?? ""),
  );
  further(extraNames(dataset.issues), (column, name) =>
    variable(column, "issue", (issue) => dataset.issueById.get(issue ?? "")?.extra.get(name) ?? ""),
  );
  return sources;
}

/** Those of all statements of the dataset, chosen or not. */
function statementExtras(dataset: Dataset): string[] {
  const { size, value } = statementColumns(dataset).column("extra");
  return extraNames(Array.from({ length: size }, (_, code) => ({ extra: value(code) })));
}

/** The middle day at 00:00 UTC, of two middle days the earlier; NaN where an end is open. */
function moment(days: DayInterval | null): number {
  if (!days || days.first === FIRST_DAY || days.last === LAST_DAY) return Number.NaN;
  return Math.floor((days.first + days.last) / 2) * DAY;
}

const allOf = (statements: readonly Statement[]): Chosen => ({
  columns: columnsOfRecords(statements),
  rows: Int32Array.from(statements, (_, row) => row),
});

/** The moments of the chosen statements, and the first and last second that each may stand for. */
function momentsOf(dataset: Dataset, { columns, rows }: Chosen) {
  const dates = columns.column("date");
  const sources = columns.column("source");
  const own = spansOf(dates, ownDays);
  const published = spansOf(sources, (id) => {
    const source = dataset.sourceById.get(id);
    return source ? sourceDays(source) : null;
  });
  const time = new Float64Array(rows.length);
  const first = new Float64Array(rows.length);
  const last = new Float64Array(rows.length);
  const [dateCodes, sourceCodes] = [dates.codes, sources.codes];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const date = dateCodes[row] as number;
    const dated = own.known[date] === 1;
    const spans = dated ? own : published;
    const code = dated ? date : (sourceCodes[row] as number);
    time[at] = spans.time[code] as number;
    first[at] = spans.first[code] as number;
    last[at] = spans.last[code] as number;
  }
  return { time, first, last };
}

/** By code of a column: the seconds that its days stand for, NaN where none are known, infinite where an end is open. */
function spansOf<Value>({ size, value }: StatementColumn<Value>, days: (value: Value) => DayInterval | null) {
  const spans = Array.from({ length: size }, (_, code) => days(value(code)));
  return {
    known: Uint8Array.from(spans, (span) => (span ? 1 : 0)),
    time: Float64Array.from(spans, moment),
    first: Float64Array.from(spans, (span) => {
      if (!span) return Number.NaN;
      return span.first === FIRST_DAY ? Number.NEGATIVE_INFINITY : span.first * DAY;
    }),
    last: Float64Array.from(spans, (span) => {
      if (!span) return Number.NaN;
      return span.last === LAST_DAY ? Number.POSITIVE_INFINITY : span.last * DAY + DAY - 1;
    }),
  };
}

const ACTOR_VARIABLES: readonly string[] = ["actor", "speaker", "attributed_to", "target"];

/** The records that a variable's values are the ids of. */
function recordsOf(dataset: Dataset, variable: string): ReadonlyMap<string, { readonly label: string }> {
  if (ACTOR_VARIABLES.includes(variable)) return dataset.actorById;
  if (variable === "issue") return dataset.issueById;
  if (variable === "relation") return dataset.relationById;
  if (variable === "source")
    return new Map(dataset.sources.map((source) => [source.id, { label: sourceName(source) }]));
  return new Map();
}

function describe(dataset: Dataset, variable: string, value: string): NodeDescription {
  const attributes = new Map<string, string>();
  const record = recordsOf(dataset, variable).get(value);
  const actor = ACTOR_VARIABLES.includes(variable) ? dataset.actorById.get(value) : undefined;
  const issue = variable === "issue" ? dataset.issueById.get(value) : undefined;
  if (actor) {
    if (actor.country !== "") attributes.set("country", actor.country);
  }
  for (const [name, text] of actor?.extra ?? issue?.extra ?? []) if (text !== "") attributes.set(name, text);
  const id = actor?.kind ?? null;
  const kind =
    id !== null
      ? { id, label: dataset.kindById.get(id)?.label ?? id }
      : issue
        ? { id: "issue", label: "Issue" }
        : null;
  return { label: record?.label ?? value, ...(kind ? { kind } : {}), attributes };
}

/** Polarity as a scale: boolean leaves neutral statements out, integer reads −1, 0, 1 (NETWORKS §0, types of qualifiers). */
const POLARITY_LEVELS: Readonly<Record<"boolean" | "integer", ReadonlyMap<string, number>>> = {
  boolean: new Map([
    ["oppose", 0],
    ["support", 1],
  ]),
  integer: new Map([
    ["oppose", -1],
    ["neutral", 0],
    ["support", 1],
  ]),
};

/** Spans of the scales that DESIGN declares. */
const DECLARED_RANGE: ReadonlyMap<string, number> = new Map([["intensity", 2]]);

/**
 * Builds the table of a dataset. `statements` are those of the default view unless the caller has filtered others.
 * Values are ids; an empty text is no value.
 */
export function tableFromDataset(dataset: Dataset, statements?: readonly Statement[]): StatementTable {
  const chosen = statements ? allOf(statements) : networkStatements(dataset);
  const { columns, rows } = chosen;
  const sources = variableSources(dataset, chosen);
  const column = columnLookup("The dataset", sources);
  const { time, first, last } = momentsOf(dataset, chosen);
  const documents = encodeColumn(
    { name: "source", scope: "document", type: "text" },
    coded(chosen, columns.column("source"), (id) => id),
  );
  let ids: readonly string[] | null = null;
  let order: Int32Array | null = null;
  /** Read once for each variable and type: the next question mostly asks for the same. */
  const qualifiers = new Map<string, Qualifier>();
  const readQualifierOf = (name: string, wanted: QualifierType | null): Qualifier => {
    const found = column(name, "qualifier");
    const type = wanted ?? found.type;
    if (name === "polarity" && type !== "text") {
      const levels = POLARITY_LEVELS[type];
      const values = Float64Array.from(found.labels, (label) => levels.get(label) ?? 0);
      const codes = found.codes.map((code) => (levels.has(found.labels[code] ?? "") ? code : -1));
      return { ...found, type, codes, values, range: type === "boolean" ? 1 : 2, missing: "neutral" };
    }
    if (type === "text" && found.type === "integer")
      // As text, an empty cell is a text like others.
      return readQualifier(
        encodeColumn(
          { name, scope: found.scope, type: "text" },
          Array.from(found.codes, (code) => found.labels[code] ?? ""),
        ),
        "text",
      );
    const qualifier = readQualifier(found, type);
    return {
      ...qualifier,
      range: qualifier.range ?? (type === "integer" ? (DECLARED_RANGE.get(name) ?? null) : null),
    };
  };

  return {
    name: dataset.metadata.title || dataset.id,
    size: rows.length,
    get ids() {
      const { codes, value } = columns.column("id");
      ids ??= Array.from(rows, (row) => value(codes[row] as number));
      return ids;
    },
    documents,
    time,
    first,
    last,
    get order() {
      const { codes, value } = columns.column("start");
      // The codes of documents are their ranks.
      order ??= statementOrder(
        time,
        documents.codes,
        Array.from(rows, (row) => value(codes[row] as number) ?? -1),
      );
      return order;
    },
    documentSpan: spanOf(
      dataset.sources.map(({ date }) => moment(parseDate(date))),
      time,
    ),
    emptyIsValue: false,
    variables: sources.map(({ name, scope, type }) => ({ name, scope, type })),
    defaultQualifier: "polarity",
    column,
    qualifier(name, wanted): Qualifier {
      const key = `${wanted ?? ""} ${name}`;
      const known = qualifiers.get(key) ?? readQualifierOf(name, wanted);
      qualifiers.set(key, known);
      return known;
    },
    resolve(variable, text) {
      const records = recordsOf(dataset, variable);
      if (records.has(text)) return text;
      const named = [...records].filter(([, { label }]) => label === text);
      return named.length === 1 ? (named[0]?.[0] ?? text) : text;
    },
    describe: (variable, value) => describe(dataset, variable, value),
  };
}

function spanOf(...moments: readonly ArrayLike<number>[]): readonly [number, number] | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const several of moments)
    for (let at = 0; at < several.length; at++) {
      // What is not a number is neither less nor more.
      const time = several[at] as number;
      if (time < first) first = time;
      if (time > last) last = time;
    }
  return first > last ? null : [first, last];
}
