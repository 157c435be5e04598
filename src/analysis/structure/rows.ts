/** Small makers of columns, cells and rows, shared by all analyses. */

import type { StatementIndex } from "../../graph/statement-index.ts";
import { isolated } from "../../model/direction.ts";
import { byCodeUnit, type NodeKey } from "../../model/id.ts";
import { nodeLabel } from "../naming/names.ts";
import type { Column, Row, Table } from "./analysis.ts";
import { memberReader } from "./members.ts";

export const text = (id: string, label: string): Column => ({ id, label, type: "text" });
export const integer = (id: string, label: string): Column => ({ id, label, type: "integer" });
export const number = (id: string, label: string): Column => ({ id, label, type: "number" });

/** Ids of statements given by number: each once, in dataset order. */
export function statementIds(index: StatementIndex, numbers: Iterable<number>): readonly string[] {
  const ascending = Int32Array.from(numbers).sort();
  const idOf = memberReader(index.dataset, "id");
  const ids: string[] = [];
  ascending.forEach((at, place) => {
    if (place === 0 || at !== ascending[place - 1]) ids.push(idOf(at));
  });
  return ids;
}

export const keysOf = (index: StatementIndex, nodes: Iterable<number>): readonly NodeKey[] =>
  Array.from(nodes, (node) => index.nodes[node] as NodeKey);

const ranks = new WeakMap<StatementIndex, Int32Array>();

/** The place of each node in the order by label, then key; kept, because analyses put long lists in order over and over. */
function ranksOf(index: StatementIndex): Int32Array {
  let rank = ranks.get(index);
  if (!rank) {
    const labels = index.nodes.map((_, node) => nodeLabel(index, node));
    const sorted = [...labels.keys()].sort(
      (a, b) =>
        byCodeUnit(labels[a] as string, labels[b] as string) ||
        byCodeUnit(index.nodes[a] as string, index.nodes[b] as string),
    );
    rank = new Int32Array(sorted.length);
    for (const [place, node] of sorted.entries()) rank[node] = place;
    ranks.set(index, rank);
  }
  return rank;
}

/** Orders nodes by label, then key, both by code unit. */
export function byLabel(index: StatementIndex): (a: number, b: number) => number {
  const rank = ranksOf(index);
  return (a, b) => (rank[a] as number) - (rank[b] as number);
}

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
