/** `stancegraph import`: a file of another program, or any table of coded statements, as a data package. */

import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import path from "node:path";
import { fileError, isSystemError } from "../../dataset/file-error-node.ts";
import { requireEmptyFolder, writeFolder } from "../../dataset/folder-node.ts";
import { slug } from "../../dataset/slug.ts";
import { readDnaPackage } from "../../formats/dna/dna-package-node.ts";
import { parseValues } from "../../formats/dna/mapping.ts";
import { graphPackage, graphReaderOf } from "../../formats/graph-package/convert.ts";
import { isDnaPath } from "../../formats/open-source-node.ts";
import type { GraphReader } from "../../formats/read/reader.ts";
import { importTable, isTablePath } from "../../formats/table/import-node.ts";
import { parseDateFields, parseFields } from "../../formats/table/mapping.ts";
import { counted } from "../../model/counted.ts";
import type { CheckReport } from "../../model/problem.ts";
import { type Command, type Invocation, isSet, textAt, textOption } from "../command.ts";
import { mappingOf } from "../dataset-flags.ts";
import { CommandError, EXIT, problemLines, UsageError } from "../faults.ts";
import { progressBar } from "../progress.ts";

export const importCommand: Command = {
  description:
    "Makes a data package of a table of coded statements (.csv or .tsv, plain or .gz), of a database of the Discourse Network Analyzer (.dna, DNA 3), or of a graph (.gexf, .graphml, graphology's .json), each of whose edges becomes a statement. The folder must be empty or not there. When anything is wrong, everything that is wrong is listed and nothing is written.",
  arguments: [
    { syntax: "<file>", description: "a .csv, .csv.gz, .tsv, .tsv.gz, .dna, .gexf, .graphml or .json file" },
  ],
  options: [
    { flags: "--to <folder>", description: "folder of the new package (required)" },
    {
      flags: "--map <field=column,…>",
      description:
        "which column is which field: of a table any column of statements.csv, actor_label, issue_label, source_label and x:NAME; of a .dna file actor, speaker, issue and polarity",
      many: true,
    },
    {
      flags: "--values <value=polarity,…>",
      description: "what the values of the polarity mean: support, oppose, neutral",
      many: true,
    },
    { flags: "--dates <file>", description: "of a table: a table of dates by issue or source" },
    {
      flags: "--dates-map <field=column,…>",
      description:
        "of the table of dates: issue or source, date, issue_label, source_label (default: columns of the same names)",
      many: true,
    },
    {
      flags: "--skip-incomplete",
      description: "of a table: leave out rows without actor, source or target",
    },
    {
      flags: "--statement-type <name>",
      description: "of a .dna file (default: the first with statements)",
    },
    { flags: "--with-texts", description: "of a .dna file: write the documents' texts too" },
  ],
  examples: [
    "votes.csv.gz --to votes --map actor=country,issue=resolution,polarity=vote --values yes=support,no=oppose,abstain=neutral --dates resolutions.csv",
    "coded.csv --to coded",
    "from-gephi.gexf --to network",
    "debate.dna --to debate --with-texts",
    "debate.dna --to persons --map actor=person,speaker=none,issue=concept",
  ],
  async run(invocation) {
    const { io } = invocation;
    const to = textOption(invocation, "to");
    if (to === undefined) throw new UsageError("Name the folder of the new package with --to FOLDER.");
    const file = path.resolve(io.cwd, textAt(invocation, 0) ?? "");
    const folder = path.resolve(io.cwd, to);
    const reader = graphReaderOf(file);
    const report = isTablePath(file)
      ? await fromTable(invocation, file, folder)
      : reader
        ? await fromGraph(invocation, file, reader, folder)
        : await fromDna(invocation, file, folder);
    if (!report.ok)
      throw new CommandError(
        `${problemLines(report.problems, "problem")}Nothing was written: ${counted(report.problems.length, "problem")}.`,
      );
    for (const { message, remedy } of report.warnings)
      io.err(`${message}${isTablePath(file) ? `. ${remedy}` : ""}\n`);
    const { actors, issues, sources, statements } = report.counts;
    io.err(`${statements} statements by ${actors} actors on ${issues} issues in ${sources} sources.\n`);
    return EXIT.ok;
  },
};

const textsOf = ({ options }: Invocation, name: string): readonly string[] => {
  const given = options[name];
  return Array.isArray(given) ? given.map(String) : [];
};

/** Refuses flags that mean nothing for a kind of file. @throws UsageError */
function refuseFlags(
  { options }: Invocation,
  names: readonly (readonly [string, string])[],
  kind: string,
): void {
  for (const [name, flag] of names)
    if (options[name] !== undefined) throw new UsageError(`${flag} is for ${kind}.`);
}

async function fromTable(invocation: Invocation, file: string, to: string): Promise<CheckReport> {
  const { io } = invocation;
  refuseFlags(
    invocation,
    [
      ["statementType", "--statement-type"],
      ["withTexts", "--with-texts"],
    ],
    ".dna files",
  );
  const dates = textOption(invocation, "dates");
  const datesMap = textsOf(invocation, "datesMap");
  if (dates === undefined && datesMap.length > 0) throw new UsageError("--dates-map needs --dates FILE.");
  const fields = textsOf(invocation, "map");
  const mapping = {
    fields: fields.length > 0 ? parseFields(fields) : null,
    values: parseValues(textsOf(invocation, "values")),
    skipIncomplete: isSet(invocation, "skipIncomplete"),
    dates: parseDateFields(datesMap),
  };
  const bar = progressBar(io, path.basename(file));
  try {
    return await importTable({
      file,
      dates: dates === undefined ? null : path.resolve(io.cwd, dates),
      mapping,
      to,
      progress: (share, rows) => bar.show(share, `${rows.toLocaleString("en")} rows`),
    });
  } finally {
    bar.clear();
  }
}

async function fromDna(invocation: Invocation, file: string, to: string): Promise<CheckReport> {
  if (!(await isDnaPath(file)))
    throw new UsageError(
      `${path.basename(file)} cannot be imported: the name must end in .csv, .tsv, .csv.gz, .tsv.gz, .gexf, .graphml, .json or .dna.`,
    );
  refuseFlags(
    invocation,
    [
      ["dates", "--dates"],
      ["datesMap", "--dates-map"],
      ["skipIncomplete", "--skip-incomplete"],
    ],
    "tables (.csv)",
  );
  const { files, report } = await readDnaPackage(file, mappingOf(invocation), isSet(invocation, "withTexts"));
  if (!report.ok) return report;
  await requireEmptyFolder(to);
  await writeNew(to, files);
  return report;
}

async function fromGraph(
  invocation: Invocation,
  file: string,
  reader: GraphReader,
  to: string,
): Promise<CheckReport> {
  refuseFlags(
    invocation,
    [
      ["map", "--map"],
      ["values", "--values"],
      ["dates", "--dates"],
      ["datesMap", "--dates-map"],
      ["skipIncomplete", "--skip-incomplete"],
      ["statementType", "--statement-type"],
      ["withTexts", "--with-texts"],
    ],
    "tables (.csv) and .dna files",
  );
  await requireEmptyFolder(to);
  const name = path.basename(file);
  const { files, report } = await graphPackage({
    file: name,
    reader,
    chunks: bytesOf(file),
    name: slug(path.basename(to)),
    title: name.slice(0, -reader.extension.length) || name,
  });
  if (report.ok) await writeNew(to, files);
  return report;
}

async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(file)) yield chunk as Uint8Array;
  } catch (error) {
    throw isSystemError(error) ? fileError(path.basename(file), "read", error) : error;
  }
}

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
