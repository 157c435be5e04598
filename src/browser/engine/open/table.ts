/** Opens a table of coded statements: shows its columns first, then converts it as it was said. */

import { readPackage } from "../../../dataset/read.ts";
import { slug } from "../../../dataset/slug.ts";
import { convertTable } from "../../../formats/table/convert.ts";
import { TABLE_PROBLEMS, TableFindings } from "../../../formats/table/problems.ts";
import { readRows, type TableFile } from "../../../formats/table/read-rows.ts";
import { type GivenFile, MOST_VALUES, type PreviewColumn, type TableChoice } from "../protocol.ts";
import { pieces, unpacked } from "../streams.ts";
import { baseName, checked, type OpenRequest, type ReadData, refused } from "./read.ts";

const ENDING = /\.(?:csv|tsv)(?:\.gz)?$/i;

export const isTable = (path: string): boolean => ENDING.test(path);

/** Bytes of a table, unpacked, that are looked at before the columns are known. */
const PREVIEW_BYTES = 1_000_000;

/** The browser's own error for packed bytes that are none; its message is the name of their file. */
class DamagedArchive extends Error {}

async function* bytes({ path, blob }: GivenFile): AsyncGenerator<Uint8Array> {
  if (!/\.gz$/i.test(path)) {
    yield* pieces(blob.stream());
    return;
  }
  try {
    yield* unpacked(blob, "gzip");
  } catch (error) {
    if (error instanceof TypeError) throw new DamagedArchive(baseName(path));
    throw error;
  }
}

export async function openTable(file: GivenFile, request: OpenRequest): Promise<ReadData> {
  const name = baseName(file.path);
  try {
    return request.choice?.kind === "table"
      ? await convert(name, file, request.choice, request.progress)
      : await preview(name, file);
  } catch (error) {
    if (!(error instanceof DamagedArchive)) throw error;
    return refused({
      file: error.message,
      row: null,
      column: "",
      code: "damaged-archive",
      message: `${error.message} is no whole gzip file`,
      remedy: TABLE_PROBLEMS["damaged-archive"],
    });
  }
}

async function preview(name: string, file: GivenFile): Promise<ReadData> {
  const findings = new TableFindings();
  const columns: { name: string; values: Set<string>; more: boolean }[] = [];
  async function* beginning(): AsyncGenerator<Uint8Array> {
    let read = 0;
    for await (const piece of bytes(file)) {
      yield piece;
      read += piece.length;
      if (read >= PREVIEW_BYTES) return;
    }
  }
  await readRows({ name, open: beginning }, findings, {
    header(cells) {
      for (const cell of cells) columns.push({ name: cell, values: new Set(), more: false });
      return true;
    },
    row({ cells }) {
      for (const [at, column] of columns.entries()) {
        const value = cells[at] ?? "";
        if (column.values.has(value)) continue;
        if (column.values.size < MOST_VALUES) column.values.add(value);
        else column.more = true;
      }
    },
  });
  // Rows that are broken are told when all are read; without a header there is nothing to choose from.
  if (columns.length === 0) return refused(...findings.problems([name]));
  return {
    kind: "table",
    preview: {
      name,
      columns: columns.map(({ values, ...column }): PreviewColumn => ({ ...column, values: [...values] })),
    },
  };
}

async function convert(
  name: string,
  file: GivenFile,
  { fields, values, skipIncomplete, dates }: TableChoice,
  progress: OpenRequest["progress"],
): Promise<ReadData> {
  const title = name.replace(ENDING, "") || "table";
  const texts = new Map<string, string[]>();
  let read = 0;
  const table: TableFile = {
    name,
    async *open() {
      const packed = /\.gz$/i.test(name);
      for await (const piece of bytes(file)) {
        // Of packed tables only the unpacked length is seen, which no share can be made of.
        read += piece.length;
        progress({
          stage: "reading",
          share: packed ? null : Math.min(1, read / Math.max(1, 2 * file.blob.size)),
        });
        yield piece;
      }
    },
  };
  const report = await convertTable({
    table,
    dates: dates && { name: baseName(dates.file.path), open: () => bytes(dates.file) },
    mapping: {
      fields: new Map(fields),
      values: new Map(values),
      skipIncomplete,
      dates: new Map(dates?.fields),
    },
    name: slug(title),
    title,
    async write(part, text) {
      const known = texts.get(part);
      if (known) known.push(text);
      else texts.set(part, [text]);
    },
  });
  if (!report.ok) return refused(...report.problems);
  progress({ stage: "checking", share: null });
  const encoder = new TextEncoder();
  const files = new Map<string, Uint8Array>();
  for (const [part, parts] of texts) {
    files.set(part, encoder.encode(parts.join("")));
    texts.delete(part);
  }
  const found = readPackage(files, { id: slug(title) });
  return checked(found.dataset, found.texts, {
    ...found.report,
    warnings: [...report.warnings, ...found.report.warnings],
  });
}
