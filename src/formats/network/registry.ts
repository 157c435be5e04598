/** The files that networks can be written to, in the order in which they are offered. A new one is one entry here. */

import { type NetworkResult, resultJson } from "../../analysis/networks/result.ts";
import type { StatementTable } from "../../analysis/networks/table.ts";
import { assembleDataset } from "../../model/dataset.ts";
import { encodeChunks } from "../chunks.ts";
import type { GraphFormat, Notice } from "../format.ts";
import { gexfFormat } from "../gexf/format.ts";
import { graphmlFormat } from "../graphml.ts";
import { dlLines } from "./dl.ts";
import { networkCsvLines } from "./matrix-csv.ts";
import { networkPicture } from "./picture.ts";
import { singleNetwork } from "./single.ts";

export interface NetworkFile {
  readonly result: NetworkResult;
  readonly table: StatementTable;
  readonly title: string;
  readonly dataset: string;
  readonly version: string;
  /** Of the export, `YYYY-MM-DD`. */
  readonly day: string;
  onNotice(notice: Notice): void;
}

export interface NetworkFormat {
  readonly id: string;
  readonly extension: string;
  readonly mediaType: string;
  /** The bytes, made as they are drawn. @throws Fault `format-does-not-apply` at once where it cannot hold the result */
  write(file: NetworkFile): Iterable<Uint8Array>;
}

/** A network drawn as a picture and written by a format for graphs; `name` is what messages call it. */
const asGraph = (format: GraphFormat, name: string): NetworkFormat => ({
  id: format.id,
  extension: format.extension,
  mediaType: format.mediaType,
  write({ result, table, title, dataset, version, day, onNotice }) {
    const network = singleNetwork(result, name);
    const keepUntied = result.settings.isolates;
    const options = { title, dataset, version, theme: "light", threshold: 0, keepUntied } as const;
    return format.write(networkPicture(network, result.settings, table, options), {
      dataset: noDataset(dataset, version, title),
      statements: [],
      projection: "bundled",
      now: day,
      gexfVersion: "1.3",
      what: "edges",
      theme: "light",
      onNotice,
    });
  },
});

/** Formats for graphs know datasets; a network may come from a database that is none. */
const noDataset = (id: string, version: string, title: string) =>
  assembleDataset({
    id,
    version,
    metadata: { name: id, title, description: "", version: "", licences: [], contributors: [], method: "" },
    kinds: [],
    actors: [],
    issues: [],
    relations: [],
    sources: [],
    statements: [],
  });

export const NETWORK_FORMATS: readonly NetworkFormat[] = [
  {
    id: "csv",
    extension: "csv",
    mediaType: "text/csv; charset=utf-8; header=present",
    write: ({ result }) => encodeChunks(networkCsvLines(result)),
  },
  {
    id: "json",
    extension: "json",
    mediaType: "application/json",
    write: ({ result }) => encodeChunks([JSON.stringify(resultJson(result)), "\n"]),
  },
  asGraph(gexfFormat, "GEXF"),
  asGraph(graphmlFormat, "GraphML"),
  {
    id: "dl",
    extension: "dl",
    mediaType: "text/plain; charset=utf-8",
    write: ({ result }) => encodeChunks(dlLines(singleNetwork(result, "UCINET DL"))),
  },
];

export const NETWORK_FORMAT_IDS = NETWORK_FORMATS.map(({ id }) => id) as [string, ...string[]];

export const networkFormat = (id: string): NetworkFormat | undefined =>
  NETWORK_FORMATS.find((format) => format.id === id);

/** The format whose ending a file's name bears, in any case. */
export const networkFormatOfFile = (name: string): NetworkFormat | undefined =>
  NETWORK_FORMATS.find(({ extension }) => name.toLowerCase().endsWith(`.${extension}`));
