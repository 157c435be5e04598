/** A table's bytes to its rows: UTF-8, the separator found by the header, rows one by one with what is wrong with their form. */

import type { CsvFault, CsvRecord } from "../../dataset/csv.ts";
import { MAX_FILE_BYTES } from "../../dataset/csv.ts";
import { CsvStream } from "../../dataset/csv-stream.ts";
import { decodeUtf8 } from "../../dataset/utf8.ts";
import type { TableFindings } from "./problems.ts";

/** A file that can be read more than once. */
export interface TableFile {
  /** The name under which messages speak of it. */
  readonly name: string;
  /** Its bytes, unpacked. */
  open(): AsyncIterable<Uint8Array>;
}

export interface RowTaker {
  /** Answers whether to go on. */
  header(cells: readonly string[]): boolean;
  /** A row as long as the header, without faults of form. */
  row(record: CsvRecord): void;
  /** Called between rows now and then, so that what came of them can be put away. */
  pause?(): Promise<void>;
}

/** Most bytes of a table, unpacked: far more than a package can hold; an archive made to burst ends here. */
const MOST_BYTES = 16 * MAX_FILE_BYTES;

const SEPARATORS = [",", ";", "\t"] as const;

/**
 * Reads a table. With `findings`, what is wrong with encoding, quotes and lengths of rows goes there; without, the same rows are
 * passed over in silence, for a second reading.
 */
export async function readRows(
  file: TableFile,
  findings: TableFindings | null,
  taker: RowTaker,
): Promise<void> {
  const faults: CsvFault[] = [];
  let header: readonly string[] | null = null;
  let going = true;
  let blank = 0;
  const take = (record: CsvRecord): void => {
    const { line, cells } = record;
    const faulty = faults.splice(0);
    if (!going) return;
    for (const { code, line: row, cell, message } of faulty)
      findings?.add(code, file.name, row, header?.[cell] ?? "", message);
    // The stream has given up on a row without end.
    if (cells.length === 0) going = false;
    else if (header === null) {
      header = cells;
      going = faulty.length === 0 && taker.header(cells);
    } else if (cells.length === 1 && cells[0] === "") {
      blank++;
    } else if (faulty.length > 0) {
      return;
    } else if (cells.length !== header.length) {
      const message = `row ${line} has ${cells.length} cells, the header has ${header.length}`;
      findings?.add("ragged-row", file.name, line, "", message);
    } else {
      taker.row(record);
    }
  };
  let stream: CsvStream | null = null;
  let begin = "";
  let readable = false;
  for await (const { text, last } of decoded(file, findings)) {
    readable = true;
    if (stream === null) {
      begin += text;
      if (!last && !/[\r\n]/.test(begin) && begin.length < MAX_FILE_BYTES / 64) continue;
      stream = new CsvStream(faults, take, separatorOf(begin));
      stream.push(begin, last);
      begin = "";
    } else stream.push(text, last);
    await taker.pause?.();
    if (!going) return;
  }
  if (header === null && readable)
    findings?.add("empty-file", file.name, null, "", `${file.name} has no header`);
  if (blank > 0)
    findings?.warn("blank-line", file.name, "", `${file.name} has empty lines (${blank}), which are skipped`);
}

/** What stands between the names of the header: a comma, unless there are only semicolons or tabs. */
function separatorOf(text: string): string {
  const line = /^[^\r\n]*/.exec(text.replace(/"[^"]*"/g, ""))?.[0] ?? "";
  const count = (mark: string): number => line.split(mark).length;
  if (count(",") > 1) return ",";
  return SEPARATORS.toSorted((a, b) => count(b) - count(a))[0] ?? ",";
}

interface TextPart {
  readonly text: string;
  readonly last: boolean;
}

/** The text in parts; the last one may be empty. The first bad byte is told, further ones are like it. */
async function* decoded(file: TableFile, findings: TableFindings | null): AsyncGenerator<TextPart> {
  let decoder = new TextDecoder("utf-8", { fatal: true });
  let broken = false;
  let bytes = 0;
  let line = 1;
  for await (const chunk of file.open()) {
    if (bytes === 0) {
      const { usable, fault } = decodeUtf8(chunk);
      if (!usable) {
        findings?.add("bad-encoding", file.name, 1, "", `${file.name} ${fault}`);
        return;
      }
    }
    bytes += chunk.length;
    if (bytes > MOST_BYTES) {
      const message = `${file.name} has more than ${MOST_BYTES} bytes, unpacked`;
      findings?.add("file-too-large", file.name, null, "", message);
      return;
    }
    const part = decode(() => decoder.decode(chunk, { stream: true }));
    if (part === null && !broken) {
      broken = true;
      decoder = new TextDecoder("utf-8");
      const lenient = decoder.decode(chunk, { stream: true });
      const at = line + lineEnds(lenient.slice(0, Math.max(0, lenient.indexOf("\ufffd"))));
      findings?.add("bad-encoding", file.name, at, "", `${file.name} is not UTF-8 from row ${at} on`);
      yield { text: lenient, last: false };
      continue;
    }
    if (!broken) line += lineEnds(part ?? "");
    yield { text: part ?? "", last: false };
  }
  const rest = decode(() => decoder.decode());
  if (rest === null)
    findings?.add("bad-encoding", file.name, line, "", `${file.name} ends within a character`);
  yield { text: rest ?? "", last: true };
}

/** Null where the bytes are no UTF-8. */
function decode(run: () => string): string | null {
  try {
    return run();
  } catch {
    return null;
  }
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
