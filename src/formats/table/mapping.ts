/** What the user says about a table of coded statements: which column is which field, what values mean, where the dates are. */

import { tableOf } from "../../dataset/tables.ts";
import { Fault } from "../../model/problem.ts";
import type { Polarity } from "../../model/vocabulary.ts";

/** Column by field; `none` switches a field off. */
export type FieldMap = ReadonlyMap<string, string>;

export interface TableMapping {
  /** Null: columns with the names of fields are taken, all others become further columns. */
  readonly fields: FieldMap | null;
  /** Polarity by the value of the polarity column. */
  readonly values: ReadonlyMap<string, Polarity>;
  /** Whether rows without actor, source or target are passed over; else they are problems. */
  readonly skipIncomplete: boolean;
  /** Columns of the file of dates; empty: they are found by their names. */
  readonly dates: FieldMap;
}

/** Fields that name records which the table only points to; the ids are then made of what the table calls them by. */
export const LABEL_FIELDS = ["actor_label", "issue_label", "source_label"] as const;

/** The fields of a statement. */
export const STATEMENT_FIELDS: readonly string[] = tableOf("statements").columns.map(({ name }) => name);

/** The fields of the file of dates. */
const DATE_FIELDS = ["issue", "source", "date", "issue_label", "source_label"] as const;

/** Stands for a column that is not there. */
export const NONE = "none";

const isFurther = (field: string): boolean => field.startsWith("x:") && field.slice(2).trim() !== "";

const isTableField = (field: string): boolean =>
  STATEMENT_FIELDS.includes(field) || LABEL_FIELDS.some((label) => label === field) || isFurther(field);

/**
 * `FIELD=COLUMN,…` for the table, several times if need be. A column's name may hold commas.
 * @throws Fault `bad-parameter`
 */
export const parseFields = (texts: readonly string[]): FieldMap =>
  parse("map", texts, isTableField, [...STATEMENT_FIELDS, ...LABEL_FIELDS, "x:NAME"]);

/** `FIELD=COLUMN,…` for the file of dates. @throws Fault `bad-parameter` */
export const parseDateFields = (texts: readonly string[]): FieldMap =>
  parse("datesMap", texts, (field) => DATE_FIELDS.some((known) => known === field), DATE_FIELDS);

function parse(
  parameter: string,
  texts: readonly string[],
  known: (field: string) => boolean,
  fields: readonly string[],
): FieldMap {
  const map = new Map<string, string>();
  const refuse = (message: string, remedy: string): never => {
    throw new Fault({ class: "bad-parameter", code: "bad-parameter", parameter, message, remedy });
  };
  for (const part of texts.flatMap((text) => text.split(/,(?=\s*(?:x:[^=,]*|[A-Za-z_ ]+)=)/))) {
    const at = part.indexOf("=");
    const field = part.slice(0, at).trim();
    const column = part.slice(at + 1).trim();
    if (at < 0 || column === "")
      refuse(
        `${parameter} holds ${JSON.stringify(part)}`,
        `Give ${parameter} as FIELD=COLUMN, with FIELD one of ${fields.join(", ")}.`,
      );
    if (!known(field))
      refuse(`${parameter} names the field ${JSON.stringify(field)}`, `Fields are ${fields.join(", ")}.`);
    if (map.has(field)) refuse(`${parameter} names ${field} twice`, `Give ${parameter} with ${field} once.`);
    map.set(field, column);
  }
  return map;
}
