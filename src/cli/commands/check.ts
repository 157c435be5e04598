/** `stancegraph check`: everything that is wrong with a dataset, at once. */

import path from "node:path";
import { checkContent, readCorpus, readFolder } from "../../dataset/folder-node.ts";
import { readDnaPackage } from "../../formats/dna/dna-package-node.ts";
import type { DnaMapping } from "../../formats/dna/mapping.ts";
import { isDnaPath } from "../../formats/open-source-node.ts";
import { counted } from "../../model/counted.ts";
import type { CheckReport } from "../../model/problem.ts";
import { type Command, isSet, textAt, textOption } from "../command.ts";
import { DATASET_ARGUMENT, DNA_FLAGS, mappingOf } from "../dataset-flags.ts";
import { EXIT, problemLines } from "../faults.ts";
import { checkMapping, datasetPath } from "../load-dataset.ts";

export const checkCommand: Command = {
  description:
    "Checks a dataset package and lists all problems with file, row, column and remedy. With --corpus, the passages are verified against the texts too. Ends with 1 when there are problems.",
  arguments: [DATASET_ARGUMENT],
  options: [
    { flags: "--corpus <dir>", description: "folder of texts, <source id>.txt" },
    { flags: "--json", description: "give {ok, problems, warnings, counts}" },
    ...DNA_FLAGS,
  ],
  examples: ["my-dataset", "my-dataset --corpus texts", "my-dataset --json"],
  async run(invocation) {
    const { io } = invocation;
    const place = datasetPath(io, textAt(invocation, 0));
    const mapping = mappingOf(invocation);
    await checkMapping([place], mapping);
    const corpus = resolved(io.cwd, textOption(invocation, "corpus"));
    const report = (await isDnaPath(place))
      ? await checkDna(place, mapping, corpus)
      : await check(place, corpus);
    await io.out(isSet(invocation, "json") ? `${JSON.stringify(report, null, 2)}\n` : inWords(report));
    return report.ok ? EXIT.ok : EXIT.bad;
  },
};

const resolved = (cwd: string, folder: string | undefined): string | null =>
  folder === undefined ? null : path.resolve(cwd, folder);

async function check(folder: string, corpusFolder: string | null): Promise<CheckReport> {
  const content = await readFolder(folder);
  const id = path.basename(folder);
  if (corpusFolder === null) return checkContent(content, { id }).report;
  const corpus = await readCorpus(corpusFolder);
  const { ok, problems, warnings, counts } = checkContent(content, { id, documents: corpus.texts }).report;
  return {
    ok: ok && corpus.problems.length === 0,
    problems: [...problems, ...corpus.problems],
    warnings,
    counts,
  };
}

/** The file as it would be imported, with its own texts, or those of a corpus, to verify the passages against. */
async function checkDna(
  file: string,
  mapping: DnaMapping,
  corpusFolder: string | null,
): Promise<CheckReport> {
  const read = await readDnaPackage(file, mapping, false);
  if (read.report.ok === false || corpusFolder === null) return read.report;
  const corpus = await readCorpus(corpusFolder);
  const content = { files: read.files, problems: corpus.problems };
  const { report } = checkContent(content, { id: path.basename(file), documents: corpus.texts });
  return { ...report, warnings: [...read.report.warnings, ...report.warnings] };
}

function inWords({ ok, problems, warnings, counts }: CheckReport): string {
  const records = Object.entries(counts).map(([table, count]) => `${count} ${table}`);
  const findings = `${counted(problems.length, "problem")}, ${counted(warnings.length, "warning")}`;
  const held = records.length > 0 ? ` in ${records.join(", ")}` : "";
  return `${problemLines(problems, "problem")}${problemLines(warnings, "warning")}${ok ? "OK" : "Not OK"}: ${findings}${held}.\n`;
}
