/** A dataset as one text and some arrays of numbers, and back: what threads, caches and pages hand to each other. */

import type { Dataset, DatasetTables, PackageForm, TableForm } from "../../model/dataset.ts";
import { TABLES } from "../tables.ts";
import { type CellColumn, cellsOf } from "./cells.ts";
import { columnarDataset } from "./dataset.ts";

export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

export interface PackedDataset {
  /** JSON of everything but the statements. */
  readonly head: string;
  /** Of each column of statements its heap, its ends, and unless each row has a cell of its own, its codes. */
  readonly arrays: readonly Numbers[];
}

interface Head {
  readonly tables: Omit<DatasetTables, "statements">;
  readonly count: number;
  readonly columns: readonly { readonly name: string; readonly further: boolean; readonly own: boolean }[];
}

/** Maps and sets stand in JSON under names that no record has. */
const MAP = "~map";
const SET = "~set";

const replace = (_: string, value: unknown): unknown =>
  value instanceof Map ? { [MAP]: [...value] } : value instanceof Set ? { [SET]: [...value] } : value;

function revive(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  if (MAP in value) return new Map(value[MAP] as [unknown, unknown][]);
  return SET in value ? new Set(value[SET] as unknown[]) : value;
}

/** Packs a dataset, with its form and origin. */
export function packDataset(dataset: Dataset): PackedDataset {
  const { id, version, metadata, kinds, actors, issues, relations, sources, form, origin } = dataset;
  const { count, columns } = cellsOf(dataset);
  const head: Head = {
    tables: {
      id,
      version,
      metadata,
      kinds,
      actors,
      issues,
      relations,
      sources,
      ...(form ? { form: formOf(form) } : {}),
      ...(origin ? { origin } : {}),
    },
    count,
    columns: columns.map(({ name, further, codes }) => ({ name, further, own: codes === null })),
  };
  return {
    head: JSON.stringify(head, replace),
    arrays: columns.flatMap(({ heap, ends, codes }) => (codes === null ? [heap, ends] : [heap, ends, codes])),
  };
}

/** The form with plain members, since those of statements may be made at their first use. */
const formOf = ({ tables, descriptor }: PackageForm): PackageForm => ({
  descriptor,
  tables: new Map(
    [...tables].map(([name, { columns, blank, rows }]): [string, TableForm] => [
      name,
      { columns, blank, rows },
    ]),
  ),
});

/**
 * The dataset of a pack; the arrays become part of it.
 * @throws Error that says what does not fit, where the pack is none
 */
export function unpackDataset({ head, arrays }: PackedDataset): Dataset {
  const { tables, count, columns } = JSON.parse(head, revive) as Head;
  const rest = [...arrays];
  const known = new Set(TABLES.find(({ name }) => name === "statements")?.columns.map(({ name }) => name));
  const next = <Kind extends Numbers>(fits: (numbers: Numbers) => numbers is Kind, what: string): Kind => {
    const numbers = rest.shift();
    if (numbers === undefined || !fits(numbers)) throw new Error(`there are no ${what}`);
    return numbers;
  };
  const cells = columns.map(({ name, further, own }): CellColumn => {
    if (!further && !known.has(name)) throw new Error(`statements have no column ${name}`);
    const heap = next((numbers) => numbers instanceof Uint8Array, `cells of ${name}`);
    const ends = next((numbers) => numbers instanceof Uint32Array, `lengths of ${name}`);
    const codes = own ? null : next(isCodes, `codes of ${name}`);
    if (ends[0] !== 0 || ends.at(-1) !== heap.length || !ascends(ends))
      throw new Error(`the cells of ${name} do not fit their lengths`);
    if (codes === null ? ends.length !== count + 1 : codes.length !== count || !below(codes, ends.length))
      throw new Error(`the codes of ${name} do not fit its cells`);
    return { name, further, heap, ends, codes };
  });
  if (rest.length > 0) throw new Error("there are more columns than names");
  return columnarDataset(tables, { count, columns: cells });
}

const isCodes = (numbers: Numbers): numbers is Uint8Array | Uint16Array | Uint32Array =>
  numbers instanceof Uint8Array || numbers instanceof Uint16Array || numbers instanceof Uint32Array;

function ascends(numbers: Uint32Array): boolean {
  for (let at = 1; at < numbers.length; at++)
    if ((numbers[at] as number) < (numbers[at - 1] as number)) return false;
  return true;
}

function below(numbers: Uint8Array | Uint16Array | Uint32Array, bound: number): boolean {
  for (let at = 0; at < numbers.length; at++) if ((numbers[at] as number) >= bound) return false;
  return true;
}
