/** From many small strings to few chunks of bytes, so that no file is ever one string. */

const CHUNK_UNITS = 65_536;

/** UTF-8 of the pieces in chunks of about 64 kB. No piece may end within a surrogate pair. */
export function* encodeChunks(pieces: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let pending = "";
  for (const piece of pieces) {
    pending += piece;
    if (pending.length < CHUNK_UNITS) continue;
    yield encoder.encode(pending);
    pending = "";
  }
  if (pending !== "") yield encoder.encode(pending);
}
