/**
 * No sentence of a source is in the repository: no run of 8 consecutive words of a source in any tracked text file, 7 in
 * summaries. Words are letters and digits, case folded; runs do not cross CSV cells or list items.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { ROOT, requires } from "../support/require.ts";

const corpus = requires("corpus");

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function* runs(text: string, length: number): Iterable<string> {
  const words = wordsOf(text);
  for (let at = 0; at + length <= words.length; at++) yield words.slice(at, at + length).join(" ");
}

const sourceRuns = (folder: string, length: number): ReadonlySet<string> =>
  new Set(
    readdirSync(folder)
      .filter((name) => name.endsWith(".txt"))
      .flatMap((name) => [...runs(readFileSync(path.join(folder, name), "utf8"), length)]),
  );

interface Piece {
  readonly place: string;
  readonly text: string;
  readonly summary: boolean;
}

/** The cells of a CSV file, lists split into items; titles and addresses of sources are the exceptions. */
function cells(file: string, text: string): readonly Piece[] {
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true, relax_column_count: true });
  return rows.flatMap((row, at) =>
    Object.entries(row)
      .filter(
        ([column]) => !(path.basename(file) === "sources.csv" && (column === "title" || column === "url")),
      )
      .flatMap(([column, cell]) =>
        (column === "summary" ? [cell] : cell.split(";")).map((item) => ({
          place: `${file}, row ${at + 2}, ${column}`,
          text: item,
          summary: column === "summary",
        })),
      ),
  );
}

function trackedPieces(): readonly Piece[] {
  const { stdout } = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return stdout
    .split("\0")
    .filter((file) => file !== "")
    .flatMap((file) => {
      const bytes = readFileSync(path.join(ROOT, file));
      if (bytes.includes(0)) return [];
      const text = bytes.toString("utf8");
      return file.endsWith(".csv") ? cells(file, text) : [{ place: file, text, summary: false }];
    });
}

describe.skipIf(!corpus)("the repository", () => {
  const pieces = corpus ? trackedPieces() : [];
  const found = (length: number, among: readonly Piece[]): readonly string[] => {
    const known = sourceRuns(corpus as string, length);
    return among.flatMap(({ place, text }) =>
      [...runs(text, length)].filter((run) => known.has(run)).map((run) => `${place}: ${run}`),
    );
  };

  it("is looked at whole", () => {
    expect(pieces.length).toBeGreaterThan(1000);
    expect(pieces.filter(({ summary }) => summary).length).toBeGreaterThan(300);
  });

  it("holds no run of 8 words of a source", () => {
    expect(found(8, pieces)).toEqual([]);
  });

  it("holds no run of 7 words of a source in summaries", () => {
    expect(
      found(
        7,
        pieces.filter(({ summary }) => summary),
      ),
    ).toEqual([]);
  });

  it("would notice one", () => {
    const [name] = readdirSync(corpus as string);
    const text = readFileSync(path.join(corpus as string, name as string), "utf8");
    const stolen = wordsOf(text).slice(100, 108).join(" ");
    expect(found(8, [{ place: "here", text: `x ${stolen} y`, summary: false }])).toHaveLength(1);
  });
});
