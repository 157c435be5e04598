/** `stancegraph import`: a file of another program as a data package. */

import { rm, stat } from "node:fs/promises";
import path from "node:path";
import { requireEmptyFolder, writeFolder } from "../../dataset/folder-node.ts";
import { readDnaPackage } from "../../formats/dna/dna-package-node.ts";
import { isDnaPath } from "../../formats/open-source-node.ts";
import { type Command, isSet, textAt, textOption } from "../command.ts";
import { DNA_FLAGS, mappingOf } from "../dataset-flags.ts";
import { CommandError, counted, EXIT, problemLines, UsageError } from "../faults.ts";

export const importCommand: Command = {
  description:
    "Makes a data package of a database of the Discourse Network Analyzer (DNA 3). The folder must be empty or not there. Passages become locators with hashes; the texts stay out unless --with-texts puts them into documents/. When anything is wrong, nothing is written.",
  arguments: [{ syntax: "<file>", description: "a .dna file" }],
  options: [
    { flags: "--to <folder>", description: "folder of the new package (required)" },
    { flags: "--with-texts", description: "write the documents' texts too" },
    ...DNA_FLAGS,
  ],
  examples: [
    "debate.dna --to debate",
    "debate.dna --to debate --with-texts",
    "debate.dna --to persons --map actor=person,speaker=none,issue=concept",
  ],
  async run(invocation) {
    const { io } = invocation;
    const to = textOption(invocation, "to");
    if (to === undefined) throw new UsageError("Name the folder of the new package with --to FOLDER.");
    const file = path.resolve(io.cwd, textAt(invocation, 0) ?? "");
    if (!(await isDnaPath(file)))
      throw new UsageError(`${path.basename(file)} cannot be imported: the name must end in .dna.`);
    const folder = path.resolve(io.cwd, to);
    const { files, report } = await readDnaPackage(
      file,
      mappingOf(invocation),
      isSet(invocation, "withTexts"),
    );
    if (!report.ok)
      throw new CommandError(
        `${problemLines(report.problems, "problem")}Nothing was written: ${counted(report.problems.length, "problem")}.`,
      );
    await requireEmptyFolder(folder);
    await writeNew(folder, files);
    for (const { message } of report.warnings) io.err(`${message}\n`);
    const { actors, issues, sources, statements } = report.counts;
    io.err(`${statements} statements by ${actors} actors on ${issues} issues in ${sources} sources.\n`);
    return EXIT.ok;
  },
};

/** Writes into a folder that is empty or not there, and leaves it so when something fails. */
async function writeNew(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const existed = await stat(folder).catch(() => null);
  try {
    await writeFolder(folder, files);
  } catch (error) {
    const written = existed
      ? [...files.keys(), "documents"].map((name) => path.join(folder, name))
      : [folder];
    for (const each of written) await rm(each, { recursive: true, force: true }).catch(() => {});
    throw error;
  }
}
