/** Every network that DNA 3.0.11.5 itself computed on its sample database, under `compat: "dna"`. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { computeNetwork } from "../../../src/analysis/networks/compute-network.ts";
import { matrixRows, type NetworkResult } from "../../../src/analysis/networks/result.ts";
import type { NetworkQuestion } from "../../../src/analysis/networks/settings.ts";
import type { StatementTable } from "../../../src/analysis/networks/table.ts";
import { tableFromDna } from "../../../src/analysis/networks/table-from-dna.ts";
import { readDnaFile } from "../../../src/formats/dna/sqlite-node.ts";
import { requires } from "../../support/require.ts";

interface Settings {
  name: string;
  networkType: "onemode" | "twomode";
  variable1: string;
  variable2: string;
  qualifier: string | null;
  qualifierAggregation: NetworkQuestion["aggregation"];
  normalization: NetworkQuestion["normalization"];
  duplicates: NetworkQuestion["duplicates"];
  isolates: boolean;
  startDate: string;
  stopDate: string;
  filteredStatements: number;
}
interface MatrixResult extends Settings {
  rows: string[];
  cols: string[];
  values: number[][];
}
/** Window, start, middle, stop, statements, row, column, value; an empty window has one line without a value. */
type Cell = [number, string, string, string, number, string, string, number | null];
interface WindowResult extends Settings {
  windows: number;
  sum: number;
  timeWindow: NonNullable<NetworkQuestion["window"]>;
  windowSize: number;
  kernel: NonNullable<NetworkQuestion["kernel"]>;
  indentTime: boolean;
  normalizeToOne: boolean;
  cells: Cell[];
}

const folder = requires("data");
const reference: { matrices: MatrixResult[]; windows: WindowResult[] } = folder
  ? JSON.parse(readFileSync(path.join(folder, "dna-reference.json"), "utf8"))
  : { matrices: [], windows: [] };

const isoDate = (text: string): string => text.split(".").reverse().join("-");

const question = (wanted: Settings): NetworkQuestion => ({
  type: wanted.networkType === "onemode" ? "one-mode" : "two-mode",
  rows: wanted.variable1,
  columns: wanted.variable2,
  qualifier: wanted.qualifier ?? "none",
  aggregation: wanted.qualifierAggregation ?? "ignore",
  normalization: wanted.normalization ?? "no",
  duplicates: wanted.duplicates ?? "include",
  isolates: wanted.isolates,
  since: isoDate(wanted.startDate),
  until: isoDate(wanted.stopDate),
  compat: "dna",
});

const minute = (text: string | undefined): string => (text ?? "").slice(0, 16);

describe.skipIf(!folder)("DNA's own results", () => {
  let table: StatementTable;
  beforeAll(async () => {
    table = tableFromDna(await readDnaFile(path.join(folder ?? "", "sample.dna")), "DNA Statement");
  });

  it("has results to compare", () => {
    expect(reference.matrices.length).toBeGreaterThan(100);
    expect(reference.windows.length).toBeGreaterThan(10);
  });

  it.each(reference.matrices.map((matrix) => [matrix.name, matrix] as const))("%s", (_, wanted) => {
    const { networks } = computeNetwork(table, question(wanted));
    expect(networks).toHaveLength(1);
    const network = networks[0] as NetworkResult["networks"][number];
    expect(network.rows).toEqual(wanted.rows);
    expect(network.columns).toEqual(wanted.cols);
    expect(network.statements).toBe(wanted.filteredStatements);
    const values = matrixRows(network).flat();
    wanted.values.flat().forEach((value, at) => {
      expect(Math.abs((values[at] as number) - value)).toBeLessThan(1e-9);
    });
    expect(values).toHaveLength(wanted.values.flat().length);
  });

  it.each(reference.windows.map((window) => [window.name, window] as const))("%s", (_, wanted) => {
    const { networks } = computeNetwork(table, {
      ...question(wanted),
      window: wanted.timeWindow,
      windowSize: wanted.windowSize,
      kernel: wanted.kernel,
      // The interface hands the switch over for plain windows too, where it says nothing.
      indent: wanted.kernel !== "no" && wanted.indentTime,
      toOne: wanted.normalizeToOne,
    });
    expect(networks).toHaveLength(wanted.windows);
    const sum = networks.reduce((total, { cells }) => total + cells.reduce((a, b) => a + b, 0), 0);
    expect(Math.abs(sum - wanted.sum)).toBeLessThan(1e-9);
    const filled = wanted.cells.filter(([, , , , , , , value]) => value !== null);
    expect(networks.reduce((total, { cells }) => total + cells.length, 0)).toBe(filled.length);
    for (const [number, start, middle, stop, statements, row, column, value] of wanted.cells) {
      const network = networks[number - 1] as NetworkResult["networks"][number];
      expect([
        minute(network.span?.from),
        minute(network.span?.middle),
        minute(network.span?.to),
        network.statements,
      ]).toEqual([minute(start), minute(middle), minute(stop), statements]);
      if (value === null) {
        expect(network.cells).toHaveLength(0);
        continue;
      }
      const at = network.rows.indexOf(row) * network.columns.length + network.columns.indexOf(column);
      expect(Math.abs((network.cells[at] as number) - value)).toBeLessThan(1e-9);
    }
  });
});
