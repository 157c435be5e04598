/** The statement table of one statement type of a DNA database: its variables, and the fields of documents as further ones. */

import type { DnaDatabase, DnaDataType, DnaDocument, DnaStatementType } from "../../model/dna.ts";
import { DNA_DOCUMENT_FIELDS } from "../../model/dna.ts";
import { encodeColumn } from "./column.ts";
import { badSetting, type QualifierType } from "./settings.ts";
import {
  columnLookup,
  type NodeDescription,
  readQualifier,
  type StatementTable,
  statementOrder,
  type VariableSource,
} from "./table.ts";

const TYPE_OF: Readonly<Record<DnaDataType, QualifierType>> = {
  boolean: "boolean",
  integer: "integer",
  "long text": "text",
  "short text": "text",
};

/** The statement type of that name; without a name, the first that has statements. Throws `unknown-statement-type`. */
export function findStatementType(database: DnaDatabase, label: string | null): DnaStatementType {
  const { statementTypes } = database;
  const used = new Set(database.statements.map(({ type }) => type));
  const found =
    label === null
      ? (statementTypes.find(({ id }) => used.has(id)) ?? statementTypes[0])
      : statementTypes.find((type) => type.label === label);
  if (found) return found;
  throw badSetting(
    "statementType",
    "unknown-statement-type",
    label === null
      ? "The database has no statement type"
      : `There is no statement type ${JSON.stringify(label)}`,
    statementTypes.length === 0
      ? "Define one in DNA."
      : `Use one of ${statementTypes.map((type) => type.label).join(", ")}.`,
  );
}

/**
 * Builds the table of one statement type (null: the first that has statements). A variable hides a document field of the same name.
 * The whole file enters: empty values too, which networks drop as DNA does.
 */
export function tableFromDna(database: DnaDatabase, statementType: string | null = null): StatementTable {
  const type = findStatementType(database, statementType);
  const statements = database.statements.filter((statement) => statement.type === type.id);
  const documents = new Map(database.documents.map((document) => [document.id, document]));
  const documentOf = statements.map((statement) => documents.get(statement.document) as DnaDocument);
  const time = Float64Array.from(documentOf, ({ date }) => date);
  const dates = database.documents.map(({ date }) => date);

  const own: VariableSource[] = type.variables.map((variable, at) => ({
    name: variable.name,
    scope: "statement",
    type: TYPE_OF[variable.type],
    values: () =>
      statements.map(({ values }) => {
        const value = values[at] ?? null;
        // A text variable without a record counts as empty; a number is not there.
        return value === null ? (TYPE_OF[variable.type] === "text" ? "" : null) : String(value);
      }),
  }));
  const taken = new Set(own.map(({ name }) => name));
  const fields: VariableSource[] = DNA_DOCUMENT_FIELDS.filter((name) => !taken.has(name)).map((name) => ({
    name,
    scope: "document",
    type: "text",
    values: () => documentOf.map((document) => String(document[name])),
  }));
  const variables = [...own, ...fields];
  const column = columnLookup(`The statement type ${JSON.stringify(type.label)}`, variables);
  const booleans = type.variables.filter((variable) => variable.type === "boolean");

  const entities = new Map(
    type.variables.map(({ name, entities: list }) => [
      name,
      new Map(list.map((entity) => [entity.value, entity])),
    ]),
  );
  const describe = (variable: string, value: string): NodeDescription => {
    const entity = entities.get(variable)?.get(value);
    return entity
      ? { label: value, color: entity.color, attributes: entity.attributes }
      : { label: value, attributes: new Map() };
  };

  return {
    name: type.label,
    size: statements.length,
    ids: statements.map(({ id }) => String(id)),
    documents: encodeColumn(
      { name: "id", scope: "document", type: "text" },
      documentOf.map(({ id }) => String(id)),
    ),
    time,
    first: time,
    last: time,
    order: statementOrder(
      time,
      documentOf.map(({ id }) => id),
      statements.map(({ start }) => start),
    ),
    documentSpan:
      dates.length === 0
        ? null
        : dates.reduce<[number, number]>(
            ([a, b], date) => [Math.min(a, date), Math.max(b, date)],
            [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
          ),
    emptyIsValue: true,
    variables: variables.map(({ name, scope, type: kind }) => ({ name, scope, type: kind })),
    defaultQualifier: booleans.length === 1 ? (booleans[0]?.name ?? null) : null,
    column,
    qualifier(name, wanted) {
      const found = column(name, "qualifier");
      if (wanted !== null && wanted !== found.type)
        throw badSetting(
          "qualifierType",
          "bad-qualifier",
          `${name} is ${found.type} in the file, so it cannot be read as ${wanted}`,
          `Leave qualifierType out, or use ${found.type}.`,
        );
      return readQualifier(found, found.type);
    },
    resolve: (_, text) => text,
    describe,
  };
}
