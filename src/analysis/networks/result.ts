/** What a computation gives: one matrix, one for each window, or a list of events; and its JSON form (DESIGN §8). */

import type { Excluded } from "./select.ts";
import type { NetworkSettings } from "./settings.ts";

export interface Network {
  readonly type: "one-mode" | "two-mode";
  /** Labels of nodes, ascending by code unit. In one-mode `columns` are the rows. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Row-major, `rows.length` × `columns.length`. NaN only under `compat`. */
  readonly cells: Float64Array;
  /** By row and by column: the statements counted there. */
  readonly rowStatements: readonly number[];
  readonly columnStatements: readonly number[];
  /** Statements counted. */
  readonly statements: number;
  /** Their numbers in the table; absent in windows unless they are asked for. */
  readonly counted?: Int32Array;
  readonly excluded: Excluded;
  /** Of a window: its first and last moment and the one it stands for, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly span?: { readonly from: string; readonly to: string; readonly middle: string };
}

/** One statement of an event list: names and values in the order of the columns of a table. */
export type NetworkEvent = ReadonlyMap<string, string | number | null>;

export interface NetworkResult {
  /** The settings that were computed: defaults filled in, replacements of `compat` made. */
  readonly settings: NetworkSettings;
  /** One network, or one for each window in order of time; empty for an event list. */
  readonly networks: readonly Network[];
  /** Empty but for an event list. */
  readonly events: readonly NetworkEvent[];
  /** Events there are, listed or not; 0 but for an event list. */
  readonly eventCount: number;
  /** Of the whole range. */
  readonly excluded: Excluded;
  /** What the user should know: replaced settings, values that match nothing. One sentence each. */
  readonly messages: readonly string[];
}

/** Cells as rows of numbers. */
export const matrixRows = ({ rows, columns, cells }: Network): number[][] =>
  rows.map((_, i) => Array.from(cells.subarray(i * columns.length, (i + 1) * columns.length)));

const networkJson = (network: Network) => ({
  type: network.type,
  rows: network.rows,
  columns: network.columns,
  values: matrixRows(network),
  statements: network.statements,
  excluded: network.excluded,
  ...network.span,
});

/** The JSON form; with windows an array. A cell that is no number becomes null when it is written. */
export function resultJson({ settings, networks, events, eventCount }: NetworkResult): unknown {
  if (settings.type === "event-list")
    return {
      type: "event-list",
      events: events.map((event) => Object.fromEntries(event)),
      // Said where it is not to be seen.
      ...(eventCount > events.length ? { total: eventCount } : {}),
    };
  if (settings.window !== "no") return networks.map(networkJson);
  return networks.map(networkJson)[0];
}
