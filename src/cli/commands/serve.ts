/** `stancegraph serve`: the explorer and the API over datasets that are watched. */

import path from "node:path";
import { destination, type Logger, pino } from "pino";
import { readCorpus } from "../../dataset/folder-node.ts";
import type { DnaMapping } from "../../formats/dna/mapping.ts";
import { openSource } from "../../formats/open-source-node.ts";
import { counted } from "../../model/counted.ts";
import { createApp } from "../../server/app.ts";
import { isEmbedOrigin } from "../../server/headers.ts";
import { isLoopback } from "../../server/host-check.ts";
import { ListenFault, listen } from "../../server/listen.ts";
import { WorkPool } from "../../server/work/pool.ts";
import { Catalogue } from "../../service/catalogue.ts";
import type { Corpus } from "../../service/passages.ts";
import { type Command, type Invocation, isSet, textOption } from "../command.ts";
import { DNA_FLAGS, mappingOf } from "../dataset-flags.ts";
import { CommandError, EXIT, problemLines, UsageError } from "../faults.ts";
import type { Io } from "../io.ts";
import { checkMapping, datasetPath, explained } from "../load-dataset.ts";
import { explorerFolder, release, workerProgram } from "../package-root.ts";

const LOG_LEVELS = ["silent", "error", "warn", "info", "debug"];

export const serveCommand: Command = {
  description:
    "Serves the explorer and the API. Prints its address alone on a line when it is ready, and stops at Ctrl+C. Datasets are watched: a clean change is taken over, a broken one reported.",
  arguments: [
    { syntax: "[dataset...]", description: "package folders and .dna files (default: the house dataset)" },
  ],
  options: [
    { flags: "--port <n>", description: "port; 0 picks a free one (default: PORT, else 3000)" },
    { flags: "--host <address>", description: "address to listen on (default: HOST, else 127.0.0.1)" },
    { flags: "--corpus <dir>", description: "folder of texts, <source id>.txt, to show passages from" },
    { flags: "--share-passages", description: "show passages to other machines too" },
    {
      flags: "--trust-proxy",
      description: "a proxy stands in front: believe its headers, take any host name",
    },
    {
      flags: "--embed-from <origin>",
      description: "an origin that may show the page in a frame",
      many: true,
    },
    { flags: "--rate-limit", description: "limit costly requests (always done beyond this machine)" },
    {
      flags: "--log-level <level>",
      description: `${LOG_LEVELS.join(", ")} (default: warn on a terminal, else info)`,
    },
    ...DNA_FLAGS,
  ],
  examples: ["", "my-dataset --port 8080", "my-dataset --corpus texts", "one two --host 0.0.0.0"],
  async run(invocation) {
    const { io, args } = invocation;
    const settings = readSettings(invocation);
    // Lines are written in the background: a slow reader of them must not hold up answers.
    const stream = destination({ dest: 2, sync: false });
    const logger = pino({ level: settings.level, base: null }, stream);
    const work = new WorkPool({
      script: workerProgram(),
      release: release(),
      size: 1,
      onCrash: (error) => logger.error({ err: error }, "worker thread broke, another takes its place"),
    });
    const corpus = await loadCorpus(io, textOption(invocation, "corpus"));
    const catalogue = new Catalogue(({ kind, id, report }) =>
      kind === "changed"
        ? logger.info({ dataset: id }, "dataset changed")
        : logger.warn(
            { dataset: id, problems: report.problems.length },
            "dataset broken, the old one is kept",
          ),
    );
    const app = createApp({
      catalogue,
      corpus,
      explorer: explorerFolder(),
      host: settings.host,
      sharePassages: isSet(invocation, "sharePassages"),
      trustProxy: settings.trustProxy,
      embedFrom: settings.embedFrom,
      limit: isSet(invocation, "rateLimit") || settings.trustProxy || !isLoopback(settings.host),
      logger,
      release: release(),
      now: () => io.now(),
      work,
    });
    const named = Array.isArray(args[0]) ? args[0].map(String) : [];
    const places = (named.length > 0 ? named : [undefined]).map((name) => datasetPath(io, name));
    const mapping = mappingOf(invocation);
    await checkMapping(places, mapping);
    try {
      return await serveUntilInterrupted(io, logger, { app, catalogue, work, places, mapping, ...settings });
    } finally {
      await work.close();
      stream.flushSync();
    }
  },
};

interface Settings {
  readonly host: string;
  readonly port: number;
  readonly level: string;
  readonly trustProxy: boolean;
  readonly embedFrom: readonly string[];
}

function readSettings(invocation: Invocation): Settings {
  const { io, options } = invocation;
  const port = textOption(invocation, "port") ?? (io.env["PORT"] || "3000");
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new UsageError(
      `A port is a whole number from 0 to 65535, not ${JSON.stringify(port)}; see --port and PORT.`,
    );
  const level = textOption(invocation, "logLevel") ?? (io.errIsTerminal ? "warn" : "info");
  if (!LOG_LEVELS.includes(level)) throw new UsageError(`--log-level is one of ${LOG_LEVELS.join(", ")}.`);
  const embedFrom = Array.isArray(options["embedFrom"]) ? options["embedFrom"].map(String) : [];
  for (const origin of embedFrom)
    if (!isEmbedOrigin(origin))
      throw new UsageError(
        `--embed-from takes an origin such as https://example.org, not ${JSON.stringify(origin)}.`,
      );
  return {
    host: textOption(invocation, "host") ?? (io.env["HOST"] || "127.0.0.1"),
    port: Number(port),
    level,
    trustProxy: isSet(invocation, "trustProxy"),
    embedFrom,
  };
}

async function loadCorpus(io: Io, folder: string | undefined): Promise<Corpus | null> {
  if (folder === undefined) return null;
  const { texts, problems } = await readCorpus(path.resolve(io.cwd, folder));
  if (texts.size === 0 && problems.length > 0)
    throw new CommandError(problemLines(problems, "problem").trimEnd());
  if (texts.size === 0) throw new CommandError(`${folder} holds no texts: they are files <source id>.txt.`);
  io.err(problemLines(problems, "warning"));
  return texts;
}

interface Serving extends Settings {
  readonly app: ReturnType<typeof createApp>;
  readonly catalogue: Catalogue;
  readonly work: WorkPool;
  readonly places: readonly string[];
  readonly mapping: DnaMapping;
}

async function serveUntilInterrupted(
  io: Io,
  logger: Logger,
  { app, catalogue, work, places, mapping, host, port }: Serving,
): Promise<number> {
  const interrupted = io.interrupted();
  const listening = await listen(app, host, port).catch((error: unknown) => {
    throw error instanceof ListenFault ? new CommandError(error.message) : error;
  });
  try {
    await catalogue.start(await openSource(places, { mapping }));
    for (const { dataset } of catalogue.all)
      logger.info({ dataset: dataset.id, statements: dataset.statements.length }, "dataset loaded");
    work.prepare(catalogue.all);
    await io.out(`${listening.url}\n`);
    if (io.errIsTerminal) io.err(`Serving ${counted(places.length, "dataset")}; Ctrl+C stops.\n`);
    await interrupted;
    return EXIT.ok;
  } catch (error) {
    throw explained(error);
  } finally {
    await listening.close();
    await catalogue.close();
  }
}
