/** The content codings of answers that are kept. Whatever else is accepted is compressed on the way out. */

import { promisify } from "node:util";
import { gunzip, gzip, gzipSync } from "node:zlib";
import type { Coding } from "../service/work/job.ts";

/** Half to two thirds of the time of the usual level for one or two per cent more: somebody is waiting. */
export const COMPRESSION_LEVEL = 4;

/** Smallest answer that is compressed, in bytes. */
export const COMPRESS_FROM = 1024;

const OPTIONS = { level: COMPRESSION_LEVEL };
const deflated = promisify(gzip);
const inflated = promisify(gunzip);

/** Bytes in one coding, of those in the other. */
export const recoded = (bytes: Uint8Array, to: Coding): Promise<Uint8Array> =>
  to === "gzip" ? deflated(bytes, OPTIONS) : inflated(bytes);

/** The pieces of an answer as one that is compressed; at once, where no event loop waits. */
export function compressedNow(pieces: Iterable<Uint8Array>): Uint8Array {
  const [first = new Uint8Array(0), ...others] = pieces;
  return gzipSync(others.length === 0 ? first : Buffer.concat([first, ...others]), OPTIONS);
}
