/** Writes a ZIP archive piece by piece, files stored as they are: a package of tables in one file. */

import { crc32 } from "./crc32.ts";
import { CENTRAL, END, FLAGS, LOCAL, STORED } from "./layout.ts";

/** A file of the archive. Its pieces are asked for twice, and must be the same both times: once for their sum, once to be written. */
export interface ZipFile {
  /** With `/` between folder and name. */
  readonly name: string;
  pieces(): Iterable<Uint8Array>;
}

/** 1980-01-01, the first day that ZIP knows: equal data give equal archives. */
const NO_DATE = 0x0021;
const VERSION = 20;

interface Entry {
  readonly name: Uint8Array;
  readonly sum: number;
  readonly length: number;
  readonly offset: number;
}

/** The members that local and central records share, from the version needed on. */
function common(view: DataView, at: number, { name, sum, length }: Entry): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, FLAGS.utf8, true);
  view.setUint16(at + 4, STORED, true);
  view.setUint16(at + 8, NO_DATE, true);
  view.setUint32(at + 10, sum, true);
  view.setUint32(at + 14, length, true);
  view.setUint32(at + 18, length, true);
  view.setUint16(at + 22, name.length, true);
}

function record(bytes: number, name: Uint8Array, fill: (view: DataView) => void): Uint8Array {
  const whole = new Uint8Array(bytes + name.length);
  fill(new DataView(whole.buffer));
  whole.set(name, bytes);
  return whole;
}

/** The archive of files below 4 GB altogether. */
export function* zipPieces(files: Iterable<ZipFile>): Generator<Uint8Array> {
  const entries: Entry[] = [];
  let offset = 0;
  for (const file of files) {
    let [sum, length] = [0, 0];
    for (const piece of file.pieces()) {
      sum = crc32(piece, sum);
      length += piece.length;
    }
    const entry = { name: new TextEncoder().encode(file.name), sum, length, offset };
    entries.push(entry);
    yield record(LOCAL.bytes, entry.name, (view) => {
      view.setUint32(0, LOCAL.signature, true);
      common(view, 4, entry);
    });
    yield* file.pieces();
    offset += LOCAL.bytes + entry.name.length + length;
  }
  const start = offset;
  for (const entry of entries) {
    yield record(CENTRAL.bytes, entry.name, (view) => {
      view.setUint32(0, CENTRAL.signature, true);
      view.setUint16(4, VERSION, true);
      common(view, 6, entry);
      view.setUint32(42, entry.offset, true);
    });
    offset += CENTRAL.bytes + entry.name.length;
  }
  yield record(END.bytes, new Uint8Array(0), (view) => {
    view.setUint32(0, END.signature, true);
    view.setUint16(8, entries.length, true);
    view.setUint16(10, entries.length, true);
    view.setUint32(12, offset - start, true);
    view.setUint32(16, start, true);
  });
}
