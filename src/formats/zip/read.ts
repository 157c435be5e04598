/** Unpacks a ZIP archive into memory, within limits that hold for what comes out, not for what the archive promises. */

import type { Problem } from "../../model/problem.ts";
import { crc32 } from "./crc32.ts";
import { type ZipEntry, zipDirectory } from "./directory.ts";
import { STORED } from "./layout.ts";
import { zipProblem } from "./problems.ts";

/** Unpacks raw deflate; rejects when the bytes are none. */
export type Inflate = (packed: Uint8Array) => AsyncIterable<Uint8Array>;

export interface ZipLimits {
  /** Files in the archive. */
  readonly entries: number;
  /** Bytes of one file, unpacked. */
  readonly fileBytes: number;
  /** Bytes of all wanted files, unpacked. */
  readonly bytes: number;
  /** Bytes that one packed byte may become, beyond the first megabyte. */
  readonly ratio: number;
}

/** Tables full of repetition are packed to a hundredth; what bursts is packed to a thousandth. */
export const ZIP_LIMITS: ZipLimits = {
  entries: 10_000,
  fileBytes: 268_435_456,
  bytes: 536_870_912,
  ratio: 400,
};

const FREE_BYTES = 1_000_000;

export interface ZipRequest {
  /** Name of the archive in messages. */
  readonly archive: string;
  readonly bytes: Uint8Array;
  readonly inflate: Inflate;
  /** Files to unpack; others are left alone. */
  wanted(name: string): boolean;
  readonly limits?: ZipLimits;
}

export interface ZipContent {
  /** By name in the archive. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly problems: readonly Problem[];
}

/** Every wanted file of the archive, and everything that is wrong with it. */
export async function readZip({
  archive,
  bytes,
  inflate,
  wanted,
  limits = ZIP_LIMITS,
}: ZipRequest): Promise<ZipContent> {
  const { entries, problems: found } = zipDirectory(archive, bytes, wanted, limits.entries);
  const problems = [...found];
  const files = new Map<string, Uint8Array>();
  let room = limits.bytes;
  for (const entry of problems.length > 0 ? [] : entries) {
    const most = Math.min(limits.fileBytes, room, FREE_BYTES + entry.packed.length * limits.ratio);
    const unpacked = await unpack(entry, inflate, most);
    if (unpacked === "too large") {
      problems.push(
        zipProblem(
          "zip-too-large",
          entry.name,
          `${entry.name} becomes larger than ${most} bytes when it is unpacked`,
        ),
      );
      break;
    }
    if (unpacked === "damaged") {
      problems.push(zipProblem("damaged-zip", entry.name, `${entry.name} is damaged in ${archive}`));
      continue;
    }
    room -= unpacked.length;
    files.set(entry.name, unpacked);
  }
  return problems.length > 0 ? { files: new Map(), problems } : { files, problems };
}

async function unpack(
  { method, packed, size, sum }: ZipEntry,
  inflate: Inflate,
  most: number,
): Promise<Uint8Array | "too large" | "damaged"> {
  if (size > most) return "too large";
  if (method === STORED) return packed.length === size && crc32(packed) === sum ? packed.slice() : "damaged";
  const whole = new Uint8Array(size);
  let at = 0;
  try {
    for await (const piece of inflate(packed)) {
      // More than was promised: what the list of files says is not true.
      if (at + piece.length > size) return at + piece.length > most ? "too large" : "damaged";
      whole.set(piece, at);
      at += piece.length;
    }
  } catch {
    // Streams of the platform tell what is wrong with packed bytes in words of their own; the place is what helps.
    return "damaged";
  }
  return at === size && crc32(whole) === sum ? whole : "damaged";
}
