/** Bytes of files, plain and unpacked by the browser's own streams. */

/** All bytes of a file; null where the browser cannot read it (it was moved, or changed since it was chosen). */
export const bytesOf = (blob: Blob): Promise<Uint8Array | null> =>
  blob.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );

/** The pieces of a stream; it is let go when whoever takes them stops. */
export async function* pieces(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // What is left is of no use to anybody, whatever becomes of it.
    void reader.cancel().catch(() => {});
  }
}

/** Unpacks a blob on the way. */
export const unpacked = (blob: Blob, format: "gzip" | "deflate-raw"): AsyncGenerator<Uint8Array> =>
  pieces(blob.stream().pipeThrough(new DecompressionStream(format)));

/** Unpacks raw deflate. */
export const inflate = (packed: Uint8Array): AsyncGenerator<Uint8Array> =>
  unpacked(new Blob([packed.slice()]), "deflate-raw");
