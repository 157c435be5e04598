/** What stands behind the nodes and ties of a computed network: the statements counted there, by the side that they take. */

import type { Qualifier } from "../../analysis/networks/column.ts";
import type { Network } from "../../analysis/networks/result.ts";
import type { NetworkSettings } from "../../analysis/networks/settings.ts";
import type { StatementTable } from "../../analysis/networks/table.ts";
import type { Polarity } from "../../model/vocabulary.ts";

/** Statements of a node by side; all 0 where the table knows no polarity. */
export type SideCounts = Readonly<Record<Polarity, number>>;

export interface Behind {
  /** Of each row and of each column. */
  readonly rows: readonly SideCounts[];
  readonly columns: readonly SideCounts[];
  /** Two-mode: statements of row and column; one-mode: columns that two rows share in the way that the aggregation counts. At least 1. */
  count(row: number, column: number): number;
}

const SIDE: ReadonlyMap<string, Polarity> = new Map([
  ["support", "support"],
  ["oppose", "oppose"],
  ["neutral", "neutral"],
  ["1", "support"],
  ["0", "oppose"],
]);

/** By statement: the side that it takes, from the qualifier where that is boolean, else from the table's own. */
function sidesOf(
  table: StatementTable,
  { qualifier }: NetworkSettings,
): (statement: number) => Polarity | null {
  const isBoolean = (name: string | null): name is string =>
    table.variables.some((variable) => variable.name === name && variable.type === "boolean");
  const name = [qualifier, table.defaultQualifier].find(isBoolean);
  if (name === undefined) return () => null;
  const { labels, codes } = table.column(name, "qualifier");
  const sides = labels.map((label) => SIDE.get(label) ?? null);
  return (statement) => sides[codes[statement] as number] ?? null;
}

/** By statement: the place of its label among the nodes of a side, or −1. */
function placesOf(table: StatementTable, variable: string, parameter: string, nodes: readonly string[]) {
  const { labels, codes } = table.column(variable, parameter);
  const at = new Map(nodes.map((label, place) => [label, place]));
  const places = labels.map((label) => at.get(label) ?? -1);
  return (statement: number): number => places[codes[statement] as number] ?? -1;
}

type Levels = ReadonlySet<number>;
type Share = (mine: Levels, theirs: Levels) => boolean;

/** Whether two rows share a column: by level where levels are the same or not, else by speaking on it. */
function shareOf({ aggregation }: NetworkSettings, qualifier: Qualifier | null): Share {
  if (qualifier === null || qualifier.type === "integer") return () => true;
  const meet: Share = (mine, theirs) => [...mine].some((level) => theirs.has(level));
  if (aggregation === "congruence") return meet;
  if (aggregation === "conflict")
    return (mine, theirs) => mine.size > 1 || theirs.size > 1 || !meet(mine, theirs);
  return () => true;
}

/** Counts once over the statements of the network; those of windows are not kept, and stand as 0 and 1. */
export function behindNetwork(network: Network, settings: NetworkSettings, table: StatementTable): Behind {
  const oneMode = network.type === "one-mode";
  const counter = () => ({ support: 0, oppose: 0, neutral: 0 });
  const rows = network.rows.map(counter);
  const columns = oneMode ? rows : network.columns.map(counter);
  const counted = network.counted ?? new Int32Array(0);
  const sideOf = sidesOf(table, settings);
  const rowOf = placesOf(table, settings.rows, "rows", network.rows);
  const codes = table.column(settings.columns, "columns").codes;
  const columnOf = oneMode
    ? (statement: number) => codes[statement] as number
    : placesOf(table, settings.columns, "columns", network.columns);
  const name = settings.qualifier;
  const qualifier =
    name === null || name === "none" ? null : table.qualifier(name, settings.qualifierType ?? null);
  const statements = network.rows.map(() => new Map<number, number>());
  const levels = network.rows.map(() => new Map<number, Set<number>>());
  for (const statement of counted) {
    const [row, column, side] = [rowOf(statement), columnOf(statement), sideOf(statement)];
    const own = rows[row];
    if (own && side) own[side] += 1;
    const other = oneMode ? undefined : columns[column];
    if (other && side) other[side] += 1;
    const cells = statements[row];
    cells?.set(column, (cells.get(column) ?? 0) + 1);
    if (!oneMode) continue;
    const level = qualifier?.codes[statement] ?? 0;
    const spoken = levels[row];
    const known = spoken?.get(column);
    if (known) known.add(level);
    else spoken?.set(column, new Set([level]));
  }
  const share = shareOf(settings, qualifier);
  return {
    rows,
    columns,
    count(row, column) {
      if (!oneMode) return Math.max(1, statements[row]?.get(column) ?? 0);
      const [mine, theirs] = [levels[row], levels[column]];
      let sum = 0;
      for (const [at, levelsThere] of mine ?? []) {
        const others = theirs?.get(at);
        if (others && share(levelsThere, others)) sum += 1;
      }
      return Math.max(1, sum);
    },
  };
}
