/** Two-mode networks: rows by columns (NETWORKS §5; §0 rows 15–17, 29). */

import type { Cells } from "./cells.ts";
import { areWhole, withoutRounding } from "./rounding.ts";
import type { Scale } from "./scale.ts";
import type { Aggregation, NetworkSettings, Normalization } from "./settings.ts";
import { badSetting } from "./settings.ts";

/** Beyond this many levels a code of `combine` is no exact number. */
const MOST_LEVELS = 53;

/** What a cell of a level adds to its sum. */
function contribution(
  aggregation: Aggregation,
  { qualifier, levels }: Scale,
): (level: number, z: number) => number {
  if (aggregation === "combine") {
    const both = qualifier?.type === "boolean" ? qualifier.values : null;
    // Boolean has both levels, used or not: 1 = only true, 2 = only false, 3 = both.
    if (both) return (level) => 2 - (both[level] as number);
    const bit = new Map(levels.map((code, rank) => [code, 2 ** (levels.length - 1 - rank)]));
    return (level) => bit.get(level) ?? 0;
  }
  const values = qualifier?.values;
  if (aggregation !== "subtract" || !values) return (_, z) => z;
  if (qualifier.type === "boolean") return (level, z) => (values[level] === 1 ? z : -z);
  return (level, z) => (values[level] as number) * z;
}

/** Refuses `combine` where its codes would not be exact. */
export function checkCombine(settings: NetworkSettings, { levels, qualifier }: Scale): void {
  if (settings.compat === "dna" || settings.aggregation !== "combine" || levels.length <= MOST_LEVELS) return;
  throw badSetting(
    "aggregation",
    "setting-does-not-apply",
    `${qualifier?.name ?? "The qualifier"} has ${levels.length} levels; aggregation combine can code ${MOST_LEVELS}`,
    "Use aggregation ignore, or a qualifier with fewer levels.",
  );
}

/** The network as a row-major matrix of `cells.rows` × `cells.columns`. */
export function twoModeMatrix(
  cells: Cells,
  scale: Scale,
  aggregation: Aggregation,
  normalization: Normalization,
): Float64Array {
  const { rows, columns, size } = cells;
  const add = contribution(aggregation, scale);
  const matrix = new Float64Array(rows * columns);
  const activity = new Float64Array(rows);
  const prominence = new Float64Array(columns);
  // Of weights that are no whole numbers a difference may leave rounding in place of 0.
  const sizes =
    aggregation === "subtract" && !areWhole(cells.z, size) ? new Float64Array(rows * columns) : null;
  for (let c = 0; c < size; c += 1) {
    const [row, column, z] = [cells.row[c] as number, cells.column[c] as number, cells.z[c] as number];
    const at = row * columns + column;
    const before = matrix[at] as number;
    const added = add(cells.level[c] as number, z);
    matrix[at] = before + added;
    if (sizes) sizes[at] = (sizes[at] as number) + Math.abs(added);
    // DNA counts the filled cells of codes; everything else is divided by all statements of the row or column.
    const counted = aggregation === "combine" ? (before === 0 ? 1 : 0) : z;
    activity[row] = (activity[row] as number) + counted;
    prominence[column] = (prominence[column] as number) + counted;
  }
  if (sizes)
    matrix.forEach((value, at) => {
      matrix[at] = withoutRounding(value, sizes[at] as number);
    });
  if (normalization !== "activity" && normalization !== "prominence") return matrix;
  const byRow = normalization === "activity";
  return matrix.map((value, at) => {
    const n = byRow ? activity[Math.floor(at / columns)] : prominence[at % columns];
    return n ? value / n : 0;
  });
}
