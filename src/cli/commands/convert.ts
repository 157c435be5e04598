/** `stancegraph convert`: a graph file in another format. */

import { open, stat } from "node:fs/promises";
import path from "node:path";
import { fileError, isSystemError } from "../../dataset/file-error-node.ts";
import { convertGraph } from "../../formats/convert/convert.ts";
import { WRITERS, writerOfFile } from "../../formats/convert/registry.ts";
import type { GexfVersion, Notice } from "../../formats/format.ts";
import { READERS, readerOfFile } from "../../formats/read/registry.ts";
import { Fault } from "../../model/problem.ts";
import { type Command, textAt, textOption } from "../command.ts";
import { CommandError, EXIT, UsageError } from "../faults.ts";
import { progressBar } from "../progress.ts";
import { writeAtomically } from "../write-file.ts";

const inputs = READERS.map(({ extension }) => extension).join(", ");
const outputs = WRITERS.map(({ extension }) => extension).join(", ");
const CHUNK_BYTES = 262_144;

export const convertCommand: Command = {
  description: `Reads a graph file and writes it in another format, in bounded memory. The endings of the names say the formats: ${inputs}. A CSV is a list of edges with columns Source and Target. When anything is wrong with the file, the message says line, column and reason, and nothing is written.`,
  arguments: [
    { syntax: "<in>", description: `file to read, ending in ${inputs}` },
    { syntax: "<out>", description: `file to write, ending in ${outputs}` },
  ],
  options: [{ flags: "--gexf-version <version>", description: "1.2 or 1.3 (default) of the GEXF to write" }],
  examples: ["big.gexf big.csv", "from-gephi.gexf graph.graphml", "graph.json graph.gexf --gexf-version 1.2"],
  async run(invocation) {
    const { io } = invocation;
    const from = textAt(invocation, 0) ?? "";
    const to = textAt(invocation, 1) ?? "";
    const reader = readerOfFile(from);
    if (!reader)
      throw new UsageError(
        `The ending of ${path.basename(from)} names no format: it must be one of ${inputs}.`,
      );
    const writer = writerOfFile(to);
    if (!writer)
      throw new UsageError(
        `The ending of ${path.basename(to)} names no format: it must be one of ${outputs}.`,
      );
    const gexfVersion = versionOf(textOption(invocation, "gexfVersion"));
    if (gexfVersion !== undefined && writer.id !== "gexf")
      throw new UsageError("--gexf-version is for files to write that end in .gexf.");

    const input = path.resolve(io.cwd, from);
    const size = await sizeOf(input, from);
    const bar = progressBar(io, path.basename(from));
    const notices: Notice[] = [];
    const read = [0, 0, 0, 0];
    const chunks = convertGraph({
      reader,
      writer,
      gexfVersion: gexfVersion ?? "1.3",
      open: () => bytesOf(input, from),
      onRead(bytes, phase) {
        read[phase] = (read[phase] ?? 0) + bytes;
        bar.show(
          (read[phase] ?? 0) / Math.max(1, size),
          phase === 1 ? "checked" : `written to ${path.basename(to)}`,
        );
      },
      onNotice: (notice) => notices.push(notice),
    });
    try {
      await writeAtomically(path.resolve(io.cwd, to), chunks);
    } catch (error) {
      bar.clear();
      if (!(error instanceof Fault) || error.code !== "bad-graph-file") throw error;
      throw new CommandError(`${from}, ${error.message}.\n${error.remedy}. Nothing was written.`);
    }
    bar.clear();
    for (const { message } of notices) io.err(`${message}\n`);
    return EXIT.ok;
  },
};

function versionOf(text: string | undefined): GexfVersion | undefined {
  if (text === undefined || text === "1.2" || text === "1.3") return text;
  throw new UsageError(`--gexf-version is 1.2 or 1.3, not ${text}.`);
}

/** The file is read several times, which a pipe cannot be. */
async function sizeOf(file: string, name: string): Promise<number> {
  try {
    const found = await stat(file);
    if (found.isFile()) return found.size;
  } catch (error) {
    throw isSystemError(error) ? fileError(name, "read", error) : error;
  }
  throw new CommandError(`${name} is no ordinary file. Save what it gives to a file, then convert that.`);
}

async function* bytesOf(file: string, name: string): AsyncGenerator<Uint8Array> {
  try {
    const handle = await open(file, "r");
    try {
      for (;;) {
        const { bytesRead, buffer } = await handle.read(new Uint8Array(CHUNK_BYTES), 0, CHUNK_BYTES, null);
        if (bytesRead === 0) return;
        yield buffer.subarray(0, bytesRead);
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw isSystemError(error) ? fileError(name, "read", error) : error;
  }
}
