/** Small makers of columns, cells and rows, shared by all analyses. */

import type { StatementIndex } from "../../graph/statement-index.ts";
import { isolated } from "../../model/direction.ts";
import { byCodeUnit, type NodeKey } from "../../model/id.ts";
import { nodeLabel } from "../naming/names.ts";
import type { Column, Row, Table } from "./analysis.ts";

export const text = (id: string, label: string): Column => ({ id, label, type: "text" });
export const integer = (id: string, label: string): Column => ({ id, label, type: "integer" });
export const number = (id: string, label: string): Column => ({ id, label, type: "number" });

/** Ids of statements given by number: each once, in dataset order. */
export function statementIds(index: StatementIndex, numbers: Iterable<number>): readonly string[] {
  const unique = Int32Array.from(new Set(numbers)).sort();
  return Array.from(unique, (at) => index.dataset.statements[at]?.id ?? "");
}

export const keysOf = (index: StatementIndex, nodes: Iterable<number>): readonly NodeKey[] =>
  Array.from(nodes, (node) => index.nodes[node] as NodeKey);

/** Orders nodes by label, then key, both by code unit. */
export const byLabel =
  (index: StatementIndex) =>
  (a: number, b: number): number =>
    byCodeUnit(nodeLabel(index, a), nodeLabel(index, b)) ||
    byCodeUnit(index.nodes[a] as string, index.nodes[b] as string);

const joined = (index: StatementIndex, nodes: Iterable<number>, write: (label: string) => string): string =>
  [...nodes]
    .sort(byLabel(index))
    .map((node) => write(nodeLabel(index, node)))
    .join("; ");

/** Labels in alphabetical order, joined by `; `. */
export const labelList = (index: StatementIndex, nodes: Iterable<number>): string =>
  joined(index, nodes, (label) => label);

/** The same for the inside of a sentence. */
export const namesListed = (index: StatementIndex, nodes: Iterable<number>): string =>
  joined(index, nodes, isolated);

/** A figure about the whole, with the formula that gives it. */
export interface Measure {
  readonly name: string;
  readonly value: number | null;
  readonly formula: string;
  /** Ids of the statements that the figure rests on. */
  readonly statements: readonly string[];
  /** The same in the second dataset, where there is one. */
  readonly otherStatements?: readonly string[];
}

/** A table of figures about the whole. */
export const measureTable = (title: string, measures: readonly Measure[]): Table => ({
  id: "measures",
  title,
  columns: [text("name", "Measure"), number("value", "Value"), text("formula", "Formula")],
  rows: measures.map(
    ({ name, value, formula, ...behind }): Row => ({ cells: { name, value, formula }, ...behind }),
  ),
});

/** At most four digits after the point, for sentences; tables carry the full number. */
export const rounded = (value: number): string => String(Math.round(value * 1e4) / 1e4);
