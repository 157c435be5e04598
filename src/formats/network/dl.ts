/** UCINET DL, full matrix (UCINET 6 guide, "DL files"): one network with its labels. */

import { matrixRows, type Network } from "../../analysis/networks/result.ts";

/** DL has no escape within quotes, and a line ends a label. */
const label = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is replaced
  `"${text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").replaceAll('"', "'")}"`;

/** Labels with a number behind those that would be written like one before. */
function labelsOf(texts: readonly string[]): readonly string[] {
  const written = new Set<string>();
  return texts.map((text) => {
    const first = label(text);
    let unique = first;
    for (let n = 2; written.has(unique); n++) unique = `${first.slice(0, -1)} (${n})"`;
    written.add(unique);
    return unique;
  });
}

const number = (value: number): string => (Number.isFinite(value) ? String(value) : "NA");

/** Lines of the file. */
export function* dlLines(network: Network): Generator<string> {
  const { type, rows, columns } = network;
  yield type === "one-mode"
    ? `dl n = ${rows.length}, format = fullmatrix\n`
    : `dl nr = ${rows.length}, nc = ${columns.length}, format = fullmatrix\n`;
  yield type === "one-mode" ? "labels:\n" : "row labels:\n";
  for (const row of labelsOf(rows)) yield `${row}\n`;
  if (type === "two-mode") {
    yield "col labels:\n";
    for (const column of labelsOf(columns)) yield `${column}\n`;
  }
  yield "data:\n";
  for (const row of matrixRows(network)) yield `${row.map(number).join(" ")}\n`;
}
