/** `stancegraph export`: a view as a file, whose name says the format. */

import path from "node:path";
import type { Notice } from "../../formats/format.ts";
import { FORMATS, formatOfFile } from "../../formats/registry.ts";
import {
  EXPORT_ONLY_PARAMETERS,
  EXPORT_PARAMETERS,
  exportChoice,
  exportView,
} from "../../service/export-view.ts";
import { parseView, VIEW_PARAMETERS } from "../../view/grammar.ts";
import { readParameters } from "../../view/parameters.ts";
import { type Command, textAt, textOption } from "../command.ts";
import { DATASET_ARGUMENT, DNA_FLAGS, mappingOf } from "../dataset-flags.ts";
import { EXIT, UsageError } from "../faults.ts";
import { flagsOf, pairsOf } from "../grammar-flags.ts";
import { loadDataset } from "../load-dataset.ts";
import { sayUndated } from "../undated.ts";
import { writeAtomically } from "../write-file.ts";

const extensions = FORMATS.map(({ extension }) => `.${extension}`).join(", ");

export const exportCommand: Command = {
  description: `Writes the graph of a view to a file. The ending of the name says the format: ${extensions}. A CSV holds the edges, or with --what the statements or nodes.`,
  arguments: [DATASET_ARGUMENT],
  options: [
    { flags: "-o, --output <file>", description: `file to write, ending in ${extensions} (required)` },
    ...DNA_FLAGS,
    ...flagsOf(EXPORT_PARAMETERS),
  ],
  examples: [
    "-o network.gexf",
    "my-dataset -o network.svg --rollup body --theme dark",
    "-o statements.csv --what statements --issue isf",
  ],
  async run(invocation) {
    const { io } = invocation;
    const output = textOption(invocation, "output");
    if (output === undefined) throw new UsageError(`Name the file with -o FILE; it ends in ${extensions}.`);
    const format = formatOfFile(output);
    if (!format)
      throw new UsageError(
        `The ending of ${path.basename(output)} names no format: it must be one of ${extensions}.`,
      );
    const chosen = readParameters(EXPORT_ONLY_PARAMETERS, pairsOf(EXPORT_ONLY_PARAMETERS, invocation));
    const choice = exportChoice(format, chosen);
    const view = parseView(pairsOf(VIEW_PARAMETERS, invocation));
    const served = await loadDataset(io, textAt(invocation, 0), mappingOf(invocation));
    const resolved = served.resolve(view);
    sayUndated(io, served, resolved);
    const notices: Notice[] = [];
    const chunks = exportView(served, resolved, format, {
      ...choice,
      day: new Date(io.now()).toISOString().slice(0, 10),
      // A chunk is in the file before the next is drawn.
      reuse: true,
      onNotice: (notice) => notices.push(notice),
    });
    await writeAtomically(path.resolve(io.cwd, output), chunks);
    for (const { message } of notices) io.err(`${message}\n`);
    return EXIT.ok;
  },
};
