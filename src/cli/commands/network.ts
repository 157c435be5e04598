/** `stancegraph network`: networks of actors, issues or any two variables, as DNA computes them. */

import path from "node:path";
import { z } from "zod";
import { computeNetwork } from "../../analysis/networks/compute-network.ts";
import type { NetworkResult } from "../../analysis/networks/result.ts";
import type { StatementTable } from "../../analysis/networks/table.ts";
import { tableFromDataset } from "../../analysis/networks/table-from-dataset.ts";
import type { Notice } from "../../formats/format.ts";
import {
  NETWORK_FORMAT_IDS,
  type NetworkFormat,
  networkFormat,
  networkFormatOfFile,
} from "../../formats/network/registry.ts";
import { isDnaPath } from "../../formats/open-source-node.ts";
import { dnaTable, refuseStatementType, viewTable } from "../../service/network-base.ts";
import {
  isDefaultView,
  NETWORK_PARAMETERS,
  type NetworkRequest,
  parseNetworkRequest,
} from "../../view/network-grammar.ts";
import { readParameters } from "../../view/parameters.ts";
import { type Command, textAt, textOption } from "../command.ts";
import { DATASET_ARGUMENT } from "../dataset-flags.ts";
import { EXIT, UsageError } from "../faults.ts";
import { flagsOf, pairsOf } from "../grammar-flags.ts";
import type { Io } from "../io.ts";
import { datasetPath, readDataset, servedDataset } from "../load-dataset.ts";
import { writeAtomically } from "../write-file.ts";

const FORMAT = {
  format: z
    .enum(NETWORK_FORMAT_IDS)
    .optional()
    .describe("What is written (default: as the file's ending says, else csv)."),
} as const;

export const networkCommand: Command = {
  description:
    "Computes a network from statements: two-mode (actors by issues) or one-mode (actors by shared issues), with qualifier, aggregation, normalisation, duplicates, time windows and kernels in the words of rDNA; or the list of events. Variables of a dataset: actor, speaker, attributed_to, issue, relation, target, polarity, intensity, voice, modality, source, author, publisher, genre and x:… columns; of a .dna file its own, and author, source, section, type, id, title.",
  arguments: [DATASET_ARGUMENT],
  options: [
    { flags: "-o, --output <file>", description: "file to write (default: standard output)" },
    ...flagsOf(FORMAT),
    ...flagsOf(NETWORK_PARAMETERS),
  ],
  examples: [
    "--type two-mode --rows actor --columns issue --aggregation subtract",
    "--type one-mode --rows actor --columns issue --aggregation congruence --normalization average -o congruence.gexf",
    "debate.dna --type one-mode --rows organization --columns concept --aggregation subtract --duplicates document",
    'my-dataset --type two-mode --rows actor --columns issue --window months --window-size 3 --exclude "actor=egypt" --format json',
  ],
  async run(invocation) {
    const { io } = invocation;
    const request = parseNetworkRequest(pairsOf(NETWORK_PARAMETERS, invocation));
    const output = textOption(invocation, "output");
    const format = formatOf(readParameters(FORMAT, pairsOf(FORMAT, invocation)).format, output);
    const { table, ...about } = await baseOf(io, textAt(invocation, 0), request);
    const result = computeNetwork(table, request.question);
    const notices: Notice[] = [];
    const chunks = format.write({
      ...about,
      result,
      table,
      day: new Date(io.now()).toISOString().slice(0, 10),
      onNotice: (notice) => notices.push(notice),
    });
    if (output === undefined) for (const chunk of chunks) await io.out(chunk);
    else await writeAtomically(path.resolve(io.cwd, output), chunks);
    for (const message of [
      ...result.messages,
      ...emptiness(result),
      ...leftOut(result),
      ...notices.map((one) => one.message),
    ])
      io.err(`${message}\n`);
    return EXIT.ok;
  },
};

function formatOf(id: string | undefined, output: string | undefined): NetworkFormat {
  const format =
    id !== undefined
      ? networkFormat(id)
      : output !== undefined
        ? networkFormatOfFile(output)
        : networkFormat("csv");
  if (format) return format;
  throw new UsageError(
    `The ending of ${path.basename(output ?? "")} names no format: give --format, one of ${NETWORK_FORMAT_IDS.join(", ")}.`,
  );
}

interface Base {
  readonly table: StatementTable;
  readonly title: string;
  readonly dataset: string;
  readonly version: string;
}

/** A `.dna` file enters as it is; of a dataset an index is made only where a view needs one. */
async function baseOf(io: Io, named: string | undefined, request: NetworkRequest): Promise<Base> {
  const place = datasetPath(io, named);
  if (await isDnaPath(place)) {
    const { loadDnaFile } = await import("../../formats/dna/sqlite-node.ts");
    const { database, version } = await loadDnaFile(place, path.basename(place));
    for (const message of database.warnings) io.err(`${message}\n`);
    const title = path.basename(place).replace(/\.dna$/i, "");
    return { table: dnaTable(database, request), title, dataset: title, version };
  }
  refuseStatementType(request.statementType);
  const dataset = await readDataset(io, named);
  const about = { title: dataset.metadata.title, dataset: dataset.id, version: dataset.version };
  if (isDefaultView(request.view)) return { table: tableFromDataset(dataset), ...about };
  const { ServedDataset } = await servedDataset();
  const served = new ServedDataset(dataset);
  return { table: viewTable(served, served.resolve(request.view)), ...about };
}

const REASONS: Readonly<Record<keyof NetworkResult["excluded"], string>> = {
  neutral: "take no side",
  noValue: "have no value of the qualifier",
  noVariable: "lack one of the two variables",
  undated: "have no date",
};

/** One line when nothing is in the result: a file without rows does not say why. */
function emptiness({ settings, networks, eventCount }: NetworkResult): readonly string[] {
  const { type, window, compat, kernel } = settings;
  if (type === "event-list") return eventCount > 0 ? [] : ["No statement is in the list."];
  if (networks.length === 0)
    return [`There is no network: no window of that many ${window} lies within the dates of the statements.`];
  // DNA does not count the statements of a smoothed slice.
  const uncounted = compat === "dna" && kernel !== "no";
  const isEmpty = networks.every(({ statements, rows }) =>
    uncounted ? rows.length === 0 : statements === 0,
  );
  return isEmpty ? [`No statement is in the ${networks.length > 1 ? "networks" : "network"}.`] : [];
}

/** One line for all statements that do not enter; none when all do. */
function leftOut({ excluded }: NetworkResult): readonly string[] {
  const parts = (Object.keys(REASONS) as (keyof typeof REASONS)[])
    .filter((reason) => excluded[reason] > 0)
    .map((reason) => `${excluded[reason]} ${REASONS[reason]} (${reason})`);
  return parts.length === 0 ? [] : [`Statements that do not enter: ${parts.join(", ")}.`];
}
