/** Networks as CSV: one matrix with its labels, several windows as a long table, an event list as a table of statements. */

import { matrixRows, type Network, type NetworkResult } from "../../analysis/networks/result.ts";
import { type CsvColumn, csvCell, csvLines } from "../csv/rows.ts";

/** The matrix: an empty corner, the labels of the columns, then one line for each row. Numbers are the shortest that read back. */
function* matrixLines(network: Network): Generator<string> {
  yield `${["", ...network.columns].map(csvCell).join(",")}\n`;
  const cells = matrixRows(network);
  for (const [i, row] of network.rows.entries())
    yield `${[row, ...(cells[i] ?? [])].map(csvCell).join(",")}\n`;
}

/** One line for each cell of each window; an empty window has one line without row, column and value. */
function* windowLines(networks: readonly Network[]): Generator<string> {
  yield "window,from,middle,to,statements,row,column,value\n";
  for (const [at, network] of networks.entries()) {
    const { span, statements, rows, columns, cells } = network;
    const head = [at + 1, span?.from, span?.middle, span?.to, statements].map(csvCell).join(",");
    if (cells.length === 0) yield `${head},,,\n`;
    for (const [i, row] of rows.entries())
      for (const [j, column] of columns.entries())
        yield `${head},${csvCell(row)},${csvCell(column)},${csvCell(cells[i * columns.length + j])}\n`;
  }
}

function eventLines({ events }: NetworkResult): Iterable<string> {
  const names = [...(events[0]?.keys() ?? ["statement_id", "time", "document_id"])];
  const columns = names.map(
    (name): CsvColumn<NetworkResult["events"][number]> => ({
      header: name,
      value: (event) => event.get(name),
    }),
  );
  return csvLines(columns, events);
}

/** Lines of the CSV of a result, whatever its type. Labels that a spreadsheet would calculate are guarded. */
export function networkCsvLines(result: NetworkResult): Iterable<string> {
  const { settings, networks } = result;
  if (settings.type === "event-list") return eventLines(result);
  if (settings.window !== "no") return windowLines(networks);
  return networks[0] ? matrixLines(networks[0]) : [];
}
