/** Opens a graph file. */

import { readPackage } from "../../../dataset/read.ts";
import { slug } from "../../../dataset/slug.ts";
import { graphPackage } from "../../../formats/graph-package/convert.ts";
import type { GraphReader } from "../../../formats/read/reader.ts";
import type { GivenFile } from "../protocol.ts";
import { pieces } from "../streams.ts";
import { baseName, checked, type OpenRequest, type ReadData, refused, tooLarge } from "./read.ts";

export async function openGraph(
  { path, blob }: GivenFile,
  reader: GraphReader,
  { progress }: OpenRequest,
): Promise<ReadData> {
  const file = baseName(path);
  const excess = tooLarge(file, blob);
  if (excess) return refused(excess);
  const title = file.slice(0, -reader.extension.length) || file;
  let read = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces(blob.stream())) {
      read += piece.length;
      progress({ stage: "reading", share: read / Math.max(1, blob.size) });
      yield piece;
    }
  }
  const { files, report } = await graphPackage({ file, reader, chunks: counted(), name: slug(title), title });
  if (!report.ok) return refused(...report.problems);
  progress({ stage: "checking", share: null });
  const { dataset, texts } = readPackage(files, { id: slug(title) });
  return checked(dataset, texts, report);
}
