/** Imports of small tables in memory, and the check of what came out. */
import { gunzipSync } from "node:zlib";
import { readPackage } from "../../../src/dataset/read.ts";
import { parseValues } from "../../../src/formats/dna/mapping.ts";
import { convertTable } from "../../../src/formats/table/convert.ts";
import { parseDateFields, parseFields } from "../../../src/formats/table/mapping.ts";
import type { TableFile } from "../../../src/formats/table/read-rows.ts";

export interface Given {
  readonly map?: string;
  readonly values?: string;
  readonly dates?: string | Uint8Array;
  readonly datesMap?: string;
  readonly skipIncomplete?: boolean;
  /** Bytes in one part of the file. */
  readonly part?: number;
}

function fileOf(name: string, content: string | Uint8Array, part: number): TableFile {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const whole = bytes[0] === 0x1f && bytes[1] === 0x8b ? new Uint8Array(gunzipSync(bytes)) : bytes;
  return {
    name,
    async *open() {
      for (let at = 0; at < whole.length; at += part) yield whole.subarray(at, at + part);
    },
  };
}

/** The report, the texts of the package's files, and the package read again. */
export async function convert(table: string | Uint8Array, given: Given = {}) {
  const files = new Map<string, string>();
  const part = given.part ?? 1 << 16;
  const report = await convertTable({
    table: fileOf("table.csv", table, part),
    dates: given.dates === undefined ? null : fileOf("dates.csv", given.dates, part),
    mapping: {
      fields: given.map === undefined ? null : parseFields([given.map]),
      values: parseValues(given.values === undefined ? [] : [given.values]),
      skipIncomplete: given.skipIncomplete ?? false,
      dates: parseDateFields(given.datesMap === undefined ? [] : [given.datesMap]),
    },
    name: "table",
    title: "table",
    async write(file, text) {
      files.set(file, (files.get(file) ?? "") + text);
    },
  });
  const encoder = new TextEncoder();
  const read = readPackage(new Map([...files].map(([name, text]) => [name, encoder.encode(text)])), {
    id: "table",
  });
  return {
    report,
    files,
    check: read.report,
    dataset: read.dataset,
    statements: files.get("statements.csv") ?? "",
  };
}

/** `row:column:code` of all problems. */
export const places = ({
  problems,
}: {
  readonly problems: readonly {
    readonly row: number | null;
    readonly column: string;
    readonly code: string;
  }[];
}): readonly string[] => problems.map(({ row, column, code }) => `${row ?? "-"}:${column}:${code}`);
