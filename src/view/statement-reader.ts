/** Single members of statements, by number, without making the record of each: large datasets keep every record once made. */

import * as flag from "../graph/edge-flags.ts";
import type { StatementIndex } from "../graph/statement-index.ts";
import type { Statement } from "../model/dataset.ts";
import { statementColumns } from "../model/statement-columns.ts";
import { type Polarity, polarityTerm } from "../model/vocabulary.ts";

type Read<Property extends keyof Statement> = (number: number) => Statement[Property];

export interface StatementReader {
  readonly id: Read<"id">;
  readonly condition: Read<"condition">;
  readonly summary: Read<"summary">;
  readonly voice: Read<"voice">;
  readonly modality: Read<"modality">;
  readonly intensity: Read<"intensity">;
  readonly extra: Read<"extra">;
}

const readers = new WeakMap<StatementIndex, StatementReader>();

/** The reader of an index, made at the first call. */
export function statementReader(index: StatementIndex): StatementReader {
  let reader = readers.get(index);
  if (!reader) {
    const columns = statementColumns(index.dataset);
    const read = <Property extends keyof Statement>(property: Property): Read<Property> => {
      const { codes, value } = columns.column(property);
      return (number) => value(codes[number] as number);
    };
    reader = {
      id: read("id"),
      condition: read("condition"),
      summary: read("summary"),
      voice: read("voice"),
      modality: read("modality"),
      intensity: read("intensity"),
      extra: read("extra"),
    };
    readers.set(index, reader);
  }
  return reader;
}

const { support, oppose } = flag.POLARITY_BIT;

export function polarityOf({ flags }: StatementIndex, number: number): Polarity {
  const word = flags[number] as number;
  return (word & support) !== 0 ? "support" : (word & oppose) !== 0 ? "oppose" : "neutral";
}

/** Id of the statement's relation; null = it takes a position on an issue. */
export const relationOf = ({ relation, dataset }: StatementIndex, number: number): string | null =>
  dataset.relations[relation[number] as number]?.id ?? null;

/** What an edge of a statement is called: its relation's label, else its polarity's. */
export const statementLabel = (index: StatementIndex, number: number): string =>
  index.dataset.relations[index.relation[number] as number]?.label ??
  polarityTerm(polarityOf(index, number)).label;
