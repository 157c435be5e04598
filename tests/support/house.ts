/** The house dataset as tests read it: straight from its folder, through the same reader as everything else. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readPackage } from "../../src/dataset/read.ts";
import { buildStatementIndex } from "../../src/graph/statement-index.ts";
import type { Dataset } from "../../src/model/dataset.ts";
import { ROOT } from "./require.ts";

export const HOUSE_FOLDER = path.join(ROOT, "graph-data/gaza-stabilization-force");

/** File name to bytes. */
export const houseFiles = (): ReadonlyMap<string, Uint8Array> =>
  new Map(readdirSync(HOUSE_FOLDER).map((name) => [name, readFileSync(path.join(HOUSE_FOLDER, name))]));

export function houseDataset(): Dataset {
  const { dataset, report } = readPackage(houseFiles(), { id: "gaza-stabilization-force" });
  if (!dataset)
    throw new Error(`the house dataset is broken: ${JSON.stringify(report.problems.slice(0, 3))}`);
  return dataset;
}

export const houseIndex = () => buildStatementIndex(houseDataset());
