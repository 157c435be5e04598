/** The statements behind one cell of a network: those that were counted there, or that make two rows alike or unlike. */

import { type CountedFrame, countedFrame, type NetworkLimits } from "./compute-network.ts";
import type { NetworkQuestion } from "./settings.ts";
import { badSetting } from "./settings.ts";
import type { StatementTable } from "./table.ts";

/** A cell by its labels; in one-mode both are rows. */
export interface NetworkCell {
  readonly row: string;
  readonly column: string;
  /** Number of the time window, from 1; 1 without windows. */
  readonly frame: number;
}

/** Statement numbers of one row by column code, then level code. */
type Spoken = Map<number, Map<number, number[]>>;

/**
 * Numbers of the statements behind a cell, in the order of NETWORKS §1. Two-mode: the statements of row and column. One-mode: of both
 * rows, the statements on columns that they share, at levels that the aggregation counts. A label that is none has no statements.
 * Throws what `computeNetwork` throws, and `bad-network-setting` for a window that there is not.
 */
export function cellEvidence(
  table: StatementTable,
  question: NetworkQuestion,
  cell: NetworkCell,
  limits?: NetworkLimits,
): Int32Array {
  const frame = countedFrame(table, question, cell.frame - 1, limits);
  if (!frame)
    throw badSetting(
      "frame",
      "bad-network-setting",
      `There is no window number ${cell.frame}`,
      "Give a number from 1 to that of the windows.",
    );
  return frame.settings.type === "one-mode" ? shared(frame, cell) : counted(frame, cell);
}

function counted({ statements, roles: { rows, columns } }: CountedFrame, cell: NetworkCell): Int32Array {
  const row = rows.labels.indexOf(cell.row);
  const column = columns.labels.indexOf(cell.column);
  if (row < 0 || column < 0) return new Int32Array(0);
  return statements.filter((at) => rows.codes[at] === row && columns.codes[at] === column);
}

function shared(frame: CountedFrame, cell: NetworkCell): Int32Array {
  const { rows, columns, qualifier } = frame.roles;
  const ends = [rows.labels.indexOf(cell.row), rows.labels.indexOf(cell.column)] as const;
  if (ends.includes(-1)) return new Int32Array(0);
  const spoken: readonly [Spoken, Spoken] = [new Map(), new Map()];
  for (const at of frame.statements) {
    const row = rows.codes[at] as number;
    const column = columns.codes[at] as number;
    const level = qualifier?.codes[at] ?? 0;
    ends.forEach((end, side) => {
      if (row !== end) return;
      const own = spoken[side as 0 | 1];
      const levels = own.get(column) ?? new Map<number, number[]>();
      own.set(column, levels);
      const numbers = levels.get(level) ?? [];
      levels.set(level, numbers);
      numbers.push(at);
    });
  }
  const counts = meeting(frame);
  const behind = new Set<number>();
  for (const [side, own] of spoken.entries())
    for (const [column, levels] of own) {
      const theirs = [...(spoken[side === 0 ? 1 : 0].get(column)?.keys() ?? [])];
      for (const [level, numbers] of levels)
        if (counts(level, theirs)) for (const at of numbers) behind.add(at);
    }
  return frame.statements.filter((at) => behind.has(at));
}

/** Whether statements at a level enter the tie with a row whose levels on the same column are these. */
function meeting({ settings, scale }: CountedFrame): (level: number, theirs: readonly number[]) => boolean {
  const { aggregation, compat } = settings;
  const { qualifier } = scale;
  const shares = (_: number, theirs: readonly number[]): boolean => theirs.length > 0;
  if (aggregation === "ignore" || !qualifier) return shares;
  const { values } = qualifier;
  if (!values) {
    // DNA's conflict of texts is what only one of the two says.
    if (compat === "dna" && aggregation === "conflict") return (level, theirs) => !theirs.includes(level);
    if (compat === "dna" && aggregation === "subtract") return () => true;
  }
  if (aggregation === "congruence")
    return (level, theirs) =>
      theirs.some((other) =>
        qualifier.type === "integer" && scale.range > 0
          ? Math.abs((values?.[level] ?? 0) - (values?.[other] ?? 0)) < scale.range
          : level === other,
      );
  if (aggregation === "conflict") return (level, theirs) => theirs.some((other) => other !== level);
  return shares;
}
