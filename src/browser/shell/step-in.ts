/** Where a key leads in a group of controls. Pure. */

/**
 * The place of the control that a key goes to from the one at `at`, round and round; null for other keys. Left and Right, and Up and
 * Down of controls in one line, go through all; where they stand in rows, Up and Down go to the same place of the row beside.
 * @param rows of each control what its row is; null = it stands in none
 */
export function stepIn(rows: readonly unknown[], at: number, key: string): number | null {
  const last = rows.length - 1;
  switch (key) {
    case "Home":
      return 0;
    case "End":
      return last;
    case "ArrowRight":
      return at === last ? 0 : at + 1;
    case "ArrowLeft":
      return at === 0 ? last : at - 1;
    case "ArrowDown":
      return inNextRow(rows, at, 1);
    case "ArrowUp":
      return inNextRow(rows, at, -1);
    default:
      return null;
  }
}

function inNextRow(rows: readonly unknown[], at: number, by: 1 | -1): number {
  const starts = rows.flatMap((row, place) => (row === null || row !== rows[place - 1] ? [place] : []));
  const row = starts.findLastIndex((start) => start <= at);
  const next = (row + by + starts.length) % starts.length;
  const start = starts[next] as number;
  const end = (starts[next + 1] ?? rows.length) - 1;
  return Math.min(start + at - (starts[row] as number), end);
}
