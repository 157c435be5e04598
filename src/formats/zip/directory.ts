/** The list of files in a ZIP archive, read from its end and believed in nothing: names, places and lengths are all checked. */

import type { Problem } from "../../model/problem.ts";
import { BEYOND, CENTRAL, DEFLATED, END, FLAGS, LOCAL, STORED } from "./layout.ts";
import { zipProblem } from "./problems.ts";

export interface ZipEntry {
  readonly name: string;
  readonly method: typeof STORED | typeof DEFLATED;
  readonly sum: number;
  /** Bytes unpacked, as the archive says. */
  readonly size: number;
  /** The packed bytes. */
  readonly packed: Uint8Array;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  readonly problems: readonly Problem[];
}

/** Bytes of a comment at most, behind the record that ends the archive. */
const MOST_COMMENT = 0xffff;

function endOf(view: DataView): number | null {
  const least = Math.max(0, view.byteLength - END.bytes - MOST_COMMENT);
  for (let at = view.byteLength - END.bytes; at >= least; at--)
    if (
      view.getUint32(at, true) === END.signature &&
      at + END.bytes + view.getUint16(at + 20, true) === view.byteLength
    )
      return at;
  return null;
}

/** Whether a name leads out of the folder that the archive is unpacked into, or could on some system. */
const isUnsafe = (name: string): boolean =>
  name.startsWith("/") ||
  /^[A-Za-z]:/.test(name) ||
  name.includes("\\") ||
  name.includes("\0") ||
  name.split("/").some((part) => part === ".." || part === ".");

/** What systems add of their own. */
const isAside = (name: string): boolean =>
  name.endsWith("/") ||
  name.startsWith("__MACOSX/") ||
  /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(name);

/**
 * The files of an archive that are wanted. Names that lead out of it are problems whether they are wanted or not.
 * @param most entries of the archive at most
 */
export function zipDirectory(
  archive: string,
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  most: number,
): ZipDirectory {
  const problems: Problem[] = [];
  const only = (problem: Problem): ZipDirectory => ({ entries: [], problems: [problem] });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = (): ZipDirectory =>
    only(
      zipProblem("damaged-zip", archive, `${archive} is damaged or cut off: its list of files is not whole`),
    );
  const end = bytes.length < END.bytes ? null : endOf(view);
  if (end === null) {
    const begins = bytes.length >= 4 && view.getUint32(0, true) === LOCAL.signature;
    return begins ? damaged() : only(zipProblem("not-a-zip", archive, `${archive} is no ZIP archive`));
  }
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (at === BEYOND || count === 0xffff)
    return only(
      zipProblem("zip-too-large", archive, `${archive} is written for archives beyond 4 GB (ZIP64)`),
    );
  if (count > most)
    return only(zipProblem("zip-too-large", archive, `${archive} has ${count} files; the limit is ${most}`));
  const entries: ZipEntry[] = [];
  const seen = new Set<string>();
  const places: (readonly [from: number, to: number, name: string])[] = [];
  for (let number = 0; number < count; number++) {
    if (at + CENTRAL.bytes > end || view.getUint32(at, true) !== CENTRAL.signature) return damaged();
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const [sum, length, size] = [16, 20, 24].map((place) => view.getUint32(at + place, true)) as [
      number,
      number,
      number,
    ];
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    if (at + CENTRAL.bytes + nameLength > end) return damaged();
    const name = new TextDecoder().decode(
      bytes.subarray(at + CENTRAL.bytes, at + CENTRAL.bytes + nameLength),
    );
    at += CENTRAL.bytes + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const tell = (code: Parameters<typeof zipProblem>[0], what: string): void => {
      problems.push(zipProblem(code, name.slice(0, 200), what));
    };
    if (isUnsafe(name)) {
      tell(
        "zip-unsafe-path",
        `${archive} holds the name ${JSON.stringify(name.slice(0, 200))}, which leads out of it`,
      );
      continue;
    }
    if (isAside(name) || !wanted(name)) continue;
    if (seen.has(name)) {
      tell("zip-doubled", `${name} stands twice in ${archive}`);
      continue;
    }
    seen.add(name);
    if (flags & FLAGS.encrypted) tell("zip-encrypted", `${name} is locked by a password`);
    else if (method !== STORED && method !== DEFLATED)
      tell("zip-method", `${name} is packed by method ${method}, which is not read here`);
    else {
      const data = dataOf(view, local);
      if (data === null || length === BEYOND || size === BEYOND || data + length > bytes.length) {
        tell("damaged-zip", `${name} is not whole in ${archive}`);
        continue;
      }
      places.push([local, data + length, name]);
      entries.push({ name, method, sum, size, packed: bytes.subarray(data, data + length) });
    }
  }
  // Files that share their bytes are how a small archive is made to burst.
  const ordered = places.toSorted(([a], [b]) => a - b);
  for (const [index, [from, , name]] of ordered.entries())
    if (from < (ordered[index - 1]?.[1] ?? 0))
      problems.push(zipProblem("damaged-zip", name, `${name} shares bytes with another file of ${archive}`));
  return { entries, problems };
}

/** Where the packed bytes of a file begin, by the record before them; null when there is none. */
function dataOf(view: DataView, local: number): number | null {
  if (local + LOCAL.bytes > view.byteLength || view.getUint32(local, true) !== LOCAL.signature) return null;
  return local + LOCAL.bytes + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
}
