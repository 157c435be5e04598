/** The statement table of a dataset: the stakeholder view without repeats and off-topic statements, its columns as variables. */

import { statementDays } from "../../graph/statement-dates.ts";
import { type Dataset, isStakeholder, type Source, type Statement, sourceName } from "../../model/dataset.ts";
import { type DayInterval, FIRST_DAY, LAST_DAY, parseDate } from "../../model/date.ts";
import { encodeColumn, type Qualifier } from "./column.ts";
import type { QualifierType } from "./settings.ts";
import {
  columnLookup,
  type NodeDescription,
  ranks,
  readQualifier,
  type StatementTable,
  statementOrder,
  type VariableSource,
} from "./table.ts";

const DAY = 86_400;

/** The statements that enter by default: reported, on topic, no repeats, between stakeholders. */
function networkStatements(dataset: Dataset): Statement[] {
  const inside = (id: string | null): boolean => {
    const actor = id === null ? undefined : dataset.actorById.get(id);
    return !actor || isStakeholder(dataset, actor);
  };
  return dataset.statements.filter(
    (statement) =>
      statement.voice === "reported" &&
      !statement.offTopic &&
      statement.repeatOf === null &&
      inside(statement.actor) &&
      inside(statement.target),
  );
}

/** Names of the further columns of records, in order of first appearance. */
function extraNames(records: readonly { readonly extra: ReadonlyMap<string, string> }[]): string[] {
  const names = new Set<string>();
  for (const { extra } of records) for (const name of extra.keys()) names.add(name);
  return [...names];
}

function variableSources(dataset: Dataset, statements: readonly Statement[]): VariableSource[] {
  const sourceOf = (statement: Statement): Source | undefined => dataset.sourceById.get(statement.source);
  const variable = (
    name: string,
    read: (statement: Statement) => string | null,
    type: QualifierType = "text",
  ): VariableSource => ({ name, scope: "statement", type, values: () => statements.map(read) });
  const field = (name: string, read: (source: Source | undefined) => string): VariableSource => ({
    name,
    scope: "document",
    type: "text",
    values: () => statements.map((statement) => read(sourceOf(statement))),
  });
  const sources: VariableSource[] = [
    variable("actor", ({ actor }) => actor),
    variable("speaker", ({ speaker }) => speaker ?? ""),
    variable("attributed_to", ({ attributedTo }) => attributedTo ?? ""),
    variable("issue", ({ issue }) => issue ?? ""),
    variable("relation", ({ relation }) => relation ?? ""),
    variable("target", ({ target }) => target ?? ""),
    variable("polarity", ({ polarity }) => polarity, "boolean"),
    variable("intensity", ({ intensity }) => (intensity === null ? null : String(intensity)), "integer"),
    variable("voice", ({ voice }) => voice),
    variable("modality", ({ modality }) => modality),
    { ...field("source", () => ""), values: () => statements.map(({ source }) => source) },
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
  further(extraNames(dataset.statements), (column, name) =>
    variable(column, ({ extra }) => extra.get(name) ?? ""),
  );
  further(extraNames(dataset.sources), (column, name) =>
    field(column, (source) => source?.extra.get(name) ?? ""),
  );
  further(extraNames(dataset.actors), (column, name) =>
    variable(column, ({ actor }) => dataset.actorById.get(actor)?.extra.get(name) ?? ""),
  );
  further(extraNames(dataset.issues), (column, name) =>
    variable(column, ({ issue }) => dataset.issueById.get(issue ?? "")?.extra.get(name) ?? ""),
  );
  return sources;
}

/** The middle day at 00:00 UTC, of two middle days the earlier; NaN where an end is open. */
function moment(days: DayInterval | null): number {
  if (!days || days.first === FIRST_DAY || days.last === LAST_DAY) return Number.NaN;
  return Math.floor((days.first + days.last) / 2) * DAY;
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
export function tableFromDataset(
  dataset: Dataset,
  statements: readonly Statement[] = networkStatements(dataset),
): StatementTable {
  const sources = variableSources(dataset, statements);
  const column = columnLookup("The dataset", sources);
  const days = statements.map((statement) =>
    statementDays(statement, dataset.sourceById.get(statement.source)),
  );
  const time = Float64Array.from(days, moment);
  const rank = ranks(statements.map(({ source }) => source));

  return {
    name: dataset.metadata.title || dataset.id,
    size: statements.length,
    ids: statements.map(({ id }) => id),
    documents: encodeColumn(
      { name: "source", scope: "document", type: "text" },
      statements.map(({ source }) => source),
    ),
    time,
    first: Float64Array.from(days, (interval) =>
      interval
        ? interval.first === FIRST_DAY
          ? Number.NEGATIVE_INFINITY
          : interval.first * DAY
        : Number.NaN,
    ),
    last: Float64Array.from(days, (interval) =>
      interval
        ? interval.last === LAST_DAY
          ? Number.POSITIVE_INFINITY
          : interval.last * DAY + DAY - 1
        : Number.NaN,
    ),
    order: statementOrder(
      time,
      statements.map(({ source }) => rank.get(source) ?? 0),
      statements.map(({ start }) => start ?? -1),
    ),
    documentSpan: spanOf([...dataset.sources.map(({ date }) => moment(parseDate(date))), ...time]),
    emptyIsValue: false,
    variables: sources.map(({ name, scope, type }) => ({ name, scope, type })),
    defaultQualifier: "polarity",
    column,
    qualifier(name, wanted): Qualifier {
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

function spanOf(moments: readonly number[]): readonly [number, number] | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const time of moments) {
    if (Number.isNaN(time)) continue;
    first = Math.min(first, time);
    last = Math.max(last, time);
  }
  return first > last ? null : [first, last];
}
