/** Writes records as a CSV list of edges. Of nodes it holds ids and labels. */

import { type Cell, csvCell, guardFormula } from "../csv/rows.ts";
import { MAX_CELLS } from "../read/csv-parser.ts";
import type { EdgeRecord, NodeRecord } from "../read/record.ts";
import { ownText } from "../read/window.ts";
import { type FlatColumn, flatEdgeColumns, freeName, valueText } from "./cells.ts";
import type { GraphWriter, RecordPen, WriteContext } from "./writer.ts";

export const csvEdgesWriter: GraphWriter = {
  id: "csv",
  label: "CSV list of edges",
  extension: ".csv",
  open: (context) => new CsvPen(context),
};

/** How many characters of labels are kept in memory. */
const MAX_LABELS = 64 * 1_048_576;

/** The names that Gephi's import of spreadsheets knows. */
const ENDS = ["Source", "Target", "Type", "Id"] as const;
const LABELS = ["Source Label", "Target Label"] as const;
const CAPITALS: ReadonlyMap<string, string> = new Map([
  ["label", "Label"],
  ["weight", "Weight"],
]);

class CsvPen implements RecordPen {
  private readonly context: WriteContext;
  private readonly columns: readonly (FlatColumn<EdgeRecord> & { readonly header: string })[];
  private readonly labels = new Map<string, string>();
  private labelled = 0;

  constructor(context: WriteContext) {
    this.context = context;
    const taken = new Set([...ENDS, ...LABELS].map(lower));
    // Whoever reads the file knows columns by their names in any case.
    const columns = flatEdgeColumns(context.schema);
    const most = MAX_CELLS - taken.size;
    for (let at = most; at < columns.length; at++)
      context.lost(`columns beyond ${MAX_CELLS}, which readers refuse`);
    this.columns = columns.slice(0, most).map((column) => ({
      ...column,
      header: freeName(CAPITALS.get(column.name) ?? column.name, taken, lower),
    }));
  }

  head(): string {
    const headers = [...ENDS, ...this.labelHeaders(), ...this.columns.map(({ header }) => header)];
    return `${headers.map(textCell).join(",")}\n`;
  }

  node(node: NodeRecord): string {
    const { context } = this;
    const { values, label, x, y, size, color, shape, spells } = node;
    if (
      values.some((value) => value !== undefined) ||
      spells.length > 0 ||
      [x, y, size, color, shape].some((each) => each !== null)
    )
      context.lost("nodes' attributes (an edge list holds ids and labels of nodes only)");
    if (label === null) return "";
    this.labelled += node.id.length + label.length;
    if (this.labelled > MAX_LABELS) context.lost("labels (there are too many for an edge list)");
    else this.labels.set(ownText(node.id), ownText(label));
    return "";
  }

  middle(): string {
    return "";
  }

  edge(edge: EdgeRecord): string {
    const cells = [
      textCell(edge.source),
      textCell(edge.target),
      edge.directed ? "Directed" : "Undirected",
      textCell(edge.id ?? ""),
      ...(this.labelHeaders().length === 0 ? [] : [this.label(edge.source), this.label(edge.target)]),
    ];
    for (const { value, type, what } of this.columns) {
      const cell = value(edge);
      const text =
        cell === undefined
          ? ""
          : typeof cell === "number"
            ? this.number(cell)
            : written(cell as string, type);
      cells.push(this.context.fits(text, what) ? text : "");
    }
    return `${cells.join(",")}\n`;
  }

  foot(): string {
    return "";
  }

  notice() {
    return null;
  }

  private labelHeaders(): readonly string[] {
    return this.context.schema.nodeFields.has("label") ? LABELS : [];
  }

  private label(id: string): string {
    const text = textCell(this.labels.get(id) ?? "");
    return this.context.fits(text, "labels") ? text : "";
  }

  private number(value: number): string {
    if (!Number.isFinite(value)) this.context.lost("numbers that are none (not-a-number and infinities)");
    return csvCell(value);
  }
}

const lower = (text: string): string => text.toLowerCase();

const written = (value: Cell & string, type: string): string =>
  // Digits of a number are no formula, whatever sign they begin with.
  type === "integer" || type === "double" ? csvRaw(valueText(value)) : textCell(valueText(value));

const csvRaw = (text: string): string => (/^[-+.\deE]*$/.test(text) ? text : textCell(text));

/** An apostrophe in front of a formula gets another one, so that reading takes away just one. */
const textCell = (text: string): string => {
  const guarded =
    /^'+/.test(text) && guardFormula(text.replace(/^'+/, "")) !== text.replace(/^'+/, "") ? `'${text}` : text;
  return csvCell(guarded);
};
