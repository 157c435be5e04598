/** DNA databases of a few records for tests, without a file: give what matters, the rest is filled in. */
import type { DnaDatabase, DnaDataType, DnaDocument, DnaStatement, DnaValue } from "../../src/model/dna.ts";

export interface TinyDnaStatement {
  /** ISO 8601, UTC; statements of the same date share a document unless they say otherwise. */
  readonly date?: string;
  readonly document?: number;
  readonly start?: number;
  readonly values: readonly DnaValue[];
}

/**
 * One statement type `S` with the given variables (name → type) and statements whose values follow them. Documents are made of the
 * dates, with ids from 1 in order of first appearance; further fields by id.
 */
export function tinyDna(
  variables: Readonly<Record<string, DnaDataType>>,
  statements: readonly TinyDnaStatement[],
  fields: Readonly<Record<number, Partial<DnaDocument>>> = {},
): DnaDatabase {
  const documents = new Map<number, DnaDocument>();
  const byDate = new Map<string, number>();
  const records = statements.map((given, at): DnaStatement => {
    const date = given.date ?? "2020-01-01";
    const key = date;
    const id = given.document ?? byDate.get(key) ?? documents.size + 1;
    if (given.document === undefined) byDate.set(key, id);
    if (!documents.has(id))
      documents.set(id, {
        id,
        title: `Title ${id}`,
        text: "",
        coder: 1,
        author: "",
        source: "",
        section: "",
        notes: "",
        type: "",
        date: Date.parse(date.length > 10 ? `${date}Z` : date) / 1000,
        ...fields[id],
      });
    return {
      id: at + 1,
      type: 1,
      document: id,
      start: given.start ?? at,
      stop: (given.start ?? at) + 1,
      coder: 1,
      values: given.values,
    };
  });
  return {
    version: "3.0.11",
    coders: [],
    statementTypes: [
      {
        id: 1,
        label: "S",
        color: "#000000",
        variables: Object.entries(variables).map(([name, type], at) => ({
          id: at + 1,
          name,
          type,
          attributes: [],
          entities: [],
        })),
      },
    ],
    documents: [...documents.values()],
    statements: records,
    warnings: [],
  };
}
