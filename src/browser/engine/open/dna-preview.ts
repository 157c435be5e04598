/** What a DNA database holds, for whoever has to say which of its variables play which roles. Pure. */

import { usualRoles } from "../../../formats/dna/mapping.ts";
import {
  DNA_DOCUMENT_FIELDS,
  type DnaDatabase,
  type DnaStatementType,
  type DnaValue,
} from "../../../model/dna.ts";
import { type DnaPreview, type DnaTypePreview, type DnaVariablePreview, MOST_VALUES } from "../protocol.ts";

/** @param reason why the database could not be read as guessed; empty where it could */
export function previewDna(name: string, database: DnaDatabase, reason: string): DnaPreview {
  const types = database.statementTypes.map((type) => previewType(database, type));
  const used = types.filter(({ statements }) => statements > 0);
  const fitting = used.find(({ guess }) => guess.actor !== undefined && guess.issue !== undefined);
  return { name, types, first: (fitting ?? used[0] ?? types[0])?.label ?? "", reason };
}

/** Whether there are statements of a type that name two things, such as somebody and what they want. */
export const holdsPositions = ({ statements, variables }: DnaTypePreview): boolean =>
  statements > 0 && variables.filter(({ type }) => type === "short text").length > 1;

function previewType(database: DnaDatabase, type: DnaStatementType): DnaTypePreview {
  const statements = database.statements.filter((statement) => statement.type === type.id);
  const documents = new Set(statements.map(({ document }) => document));
  const its = database.documents.filter(({ id }) => documents.has(id));
  const own = type.variables.map(
    (variable, at): DnaVariablePreview => ({
      name: variable.name,
      type: variable.type,
      ...different(statements.map(({ values }) => values[at] ?? null)),
    }),
  );
  // A variable hides a field of documents of the same name.
  const fields = DNA_DOCUMENT_FIELDS.filter((field) => !own.some((variable) => variable.name === field)).map(
    (field): DnaVariablePreview => ({
      name: field,
      type: "field of documents",
      ...different(its.map((document) => document[field])),
    }),
  );
  return {
    label: type.label,
    statements: statements.length,
    variables: [...own, ...fields],
    guess: usualRoles(type),
  };
}

/** Different values but for the empty one, in their order. */
function different(given: readonly DnaValue[]): Pick<DnaVariablePreview, "values" | "more"> {
  const values = [...new Set(given.map((value) => String(value ?? "")))].filter((value) => value !== "");
  return { values: values.slice(0, MOST_VALUES), more: values.length > MOST_VALUES };
}
