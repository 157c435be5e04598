/** Plain text tables for people. */

/** Width of a text in a terminal, good enough for aligned columns: characters, not code units. */
const width = (text: string): number => [...text].length;

const clip = (text: string, most: number): string =>
  width(text) <= most ? text : `${[...text].slice(0, Math.max(0, most - 1)).join("")}…`;

/** One line without anything that would move the cursor. */
const plain = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is taken out
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, " ");

/**
 * Rows in aligned columns, two blanks between them; every column but the last is as wide as its widest cell, at most 40.
 * @param columns width of the terminal, which the last column is clipped to; null = not clipped
 */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  columns: number | null,
): string {
  const all = [header, ...rows].map((row) => row.map(plain));
  const last = header.length - 1;
  const widths = header.map((_, at) =>
    Math.min(
      40,
      all.reduce((widest, row) => Math.max(widest, width(row[at] ?? "")), 0),
    ),
  );
  const before = widths.slice(0, last).reduce((sum, each) => sum + each + 2, 0);
  const room = columns === null ? Number.POSITIVE_INFINITY : Math.max(20, columns - before);
  return all
    .map((row) =>
      row
        .map((cell, at) => {
          if (at === last) return clip(cell, room);
          const clipped = clip(cell, widths[at] ?? 0);
          return clipped + " ".repeat((widths[at] ?? 0) - width(clipped));
        })
        .join("  ")
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join("");
}
