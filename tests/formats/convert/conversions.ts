/** Converts in memory, for tests. */
import { convertGraph } from "../../../src/formats/convert/convert.ts";
import { writerOfFile } from "../../../src/formats/convert/registry.ts";
import type { GexfVersion, Notice } from "../../../src/formats/format.ts";
import { readerOfFile } from "../../../src/formats/read/registry.ts";

/** From and to are endings such as `gexf`. */
export async function convert(
  data: string | Uint8Array,
  from: string,
  to: string,
  gexfVersion: GexfVersion = "1.3",
): Promise<{ readonly text: string; readonly notices: readonly Notice[] }> {
  const reader = readerOfFile(`f.${from}`);
  const writer = writerOfFile(`f.${to}`);
  if (!reader || !writer) throw new Error(`no ${from} or ${to}`);
  const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
  const notices: Notice[] = [];
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  const chunks = convertGraph({
    reader,
    writer,
    gexfVersion,
    open: () => [bytes],
    onNotice: (notice) => notices.push(notice),
  });
  for await (const chunk of chunks) text += decoder.decode(chunk, { stream: true });
  return { text, notices };
}
