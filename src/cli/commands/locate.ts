/** `stancegraph locate`: turns the private column `quote` into locators and removes it. */

import path from "node:path";
import { readCorpus, readFolder, writeFolder } from "../../dataset/folder-node.ts";
import { locate } from "../../dataset/locate.ts";
import { counted } from "../../model/counted.ts";
import { type Command, textAt, textOption } from "../command.ts";
import { CommandError, EXIT, problemLines, UsageError } from "../faults.ts";

export const locateCommand: Command = {
  description:
    "Finds the words in the column `quote` of statements.csv in the texts, fills start, end, passage_sha256 and paragraph, and removes the column. When a quote is missing from its text or there several times, nothing is changed and all such rows are listed.",
  arguments: [{ syntax: "<folder>", description: "the dataset package" }],
  options: [{ flags: "--corpus <dir>", description: "folder of texts, <source id>.txt (required)" }],
  examples: ["my-dataset --corpus texts"],
  async run(invocation) {
    const { io } = invocation;
    const corpusFolder = textOption(invocation, "corpus");
    if (corpusFolder === undefined) throw new UsageError("Name the folder of texts with --corpus DIR.");
    const folder = path.resolve(io.cwd, textAt(invocation, 0) ?? "");
    const content = await readFolder(folder);
    const corpus = await readCorpus(path.resolve(io.cwd, corpusFolder));
    const unread = [...content.problems, ...corpus.problems];
    if (unread.length > 0) throw new CommandError(problemLines(unread, "problem").trimEnd());
    const { files, problems, located } = locate(content.files, corpus.texts);
    if (files === null) {
      const found = located > 0 ? ` ${counted(located, "other quote")} would be placed.` : "";
      throw new CommandError(
        `${problemLines(problems, "problem")}Nothing was changed: ${counted(problems.length, "problem")}.${found}`,
      );
    }
    await writeFolder(folder, files);
    io.err(`${counted(located, "passage")} located; the column quote is removed.\n`);
    return EXIT.ok;
  },
};
