/** Plain text tables for people. */

/** Width of a text in a terminal, good enough for aligned columns: characters, not code units. */
const width = (text: string): number => [...text].length;

const clip = (text: string, most: number): string =>
  width(text) <= most ? text : `${[...text].slice(0, Math.max(0, most - 1)).join("")}…`;

/** One line without anything that would move the cursor. */
const plain = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is taken out
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, " ");

const WIDEST = 40;
const NARROWEST = 8;
/** What the last column, which holds the longest texts, must at least have. */
const LAST_LEAST = 20;

/** Widths of all columns but the last, narrowed together until the last has room in the terminal. */
function columnWidths(all: readonly (readonly string[])[], count: number, columns: number | null): number[] {
  const wanted = Array.from({ length: count }, (_, at) =>
    all.reduce((widest, row) => Math.max(widest, width(row[at] ?? "")), 0),
  );
  for (let most = WIDEST; ; most--) {
    const widths = wanted.map((each) => Math.min(most, each));
    if (columns === null || most === NARROWEST || sum(widths) + LAST_LEAST <= columns) return widths;
  }
}

/** Columns with the two blanks after each. */
const sum = (widths: readonly number[]): number => widths.reduce((total, each) => total + each + 2, 0);

/**
 * Rows in aligned columns.
 * @param columns width of the terminal, which rows are clipped to; null = the last column is not clipped
 */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  columns: number | null,
): string {
  const all = [header, ...rows].map((row) => row.map(plain));
  const widths = columnWidths(all, header.length - 1, columns);
  const room = columns === null ? Number.POSITIVE_INFINITY : Math.max(LAST_LEAST, columns - sum(widths));
  return all.map((row) => `${lineOf(row, widths, room)}\n`).join("");
}

function lineOf(row: readonly string[], widths: readonly number[], room: number): string {
  const cells = widths.map((each, at) => {
    const cell = clip(row[at] ?? "", each);
    return cell + " ".repeat(each - width(cell));
  });
  return [...cells, clip(row[widths.length] ?? "", room)].join("  ").trimEnd();
}
