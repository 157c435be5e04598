/** A computed network as a matrix of weights, tinted by side and size. */

import { useMemo } from "react";
import { PALETTES } from "../../../view/appearance.ts";
import type { NetworkAnswer } from "../../api/computed.ts";
import { useExplorer } from "../../state/store.ts";
import { Grid } from "../grid/grid.tsx";
import type { GridItem, GridPlace } from "../grid/grid-types.ts";
import { followNode } from "../parts/follow.ts";
import type { NamedValue } from "./network-names.ts";
import { NETWORK_TEXTS as TEXTS } from "./texts.ts";
import { shortWeight, sideOf, strongest, tiesOf, weightText } from "./ties.ts";

export interface NetworkMatrixProps {
  readonly network: NetworkAnswer;
  readonly aggregation: string;
  readonly rows: readonly NamedValue[];
  readonly columns: readonly NamedValue[];
  readonly onPoint: (words: string) => void;
  /** A press of a filled cell, by its places in the network. */
  readonly onCell: (row: number, column: number) => void;
}

/** Rows and columns that are drawn at most. */
export const MOST_DRAWN = 150;

/** Width of a digit in pixels. */
const CHARACTER = 6.6;

/** Places by the sum of the sizes of their weights, greatest first, at most `MOST_DRAWN`; with these sums. */
function ordered(
  count: number,
  weigh: (at: number) => number,
): readonly (readonly [at: number, sum: number])[] {
  return Array.from({ length: count }, (_, at) => [at, weigh(at)] as const)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_DRAWN);
}

const itemOf = (named: NamedValue | undefined, at: number, sum: number): GridItem => ({
  key: named?.node ?? String(at),
  label: named?.label ?? "",
  full: named?.full ?? "",
  spoken: `${named?.full ?? ""}, ${weightText(sum)}`,
  total: shortWeight(Math.round(sum * 100) / 100),
});

export function NetworkMatrix(props: NetworkMatrixProps) {
  const { network, aggregation, rows, columns, onPoint, onCell } = props;
  const theme = useExplorer((state) => state.view.theme);
  const selection = useExplorer((state) => state.selection);
  const { select } = useExplorer.getState();
  const shown = useMemo(() => {
    const size = (value: number | null | undefined) => Math.abs(value ?? 0);
    const rowOrder = ordered(network.rows.length, (at) =>
      (network.values[at] ?? []).reduce((sum: number, value) => sum + size(value), 0),
    );
    const columnOrder =
      network.type === "one-mode"
        ? rowOrder
        : ordered(network.columns.length, (at) =>
            network.values.reduce((sum, line) => sum + size(line[at]), 0),
          );
    const palette = PALETTES[theme];
    const ties = tiesOf(network);
    const most = strongest(ties);
    const longest = ties.reduce((length, { weight }) => Math.max(length, shortWeight(weight).length), 0);
    const valueAt = (row: number, column: number): number | null =>
      network.values[rowOrder[row]?.[0] ?? -1]?.[columnOrder[column]?.[0] ?? -1] ?? null;
    return {
      rows: rowOrder.map(([at, sum]) => itemOf(rows[at], at, sum)),
      columns: columnOrder.map(([at, sum]) => itemOf(columns[at], at, sum)),
      places: {
        row: (place: number) => rowOrder[place]?.[0] ?? -1,
        column: (place: number) => columnOrder[place]?.[0] ?? -1,
      },
      names: {
        row: (place: number) => rows[rowOrder[place]?.[0] ?? -1],
        column: (place: number) => columns[columnOrder[place]?.[0] ?? -1],
      },
      valueAt,
      width: Math.max(30, longest * CHARACTER + 8),
      draw: (row: number, column: number) => {
        const value = valueAt(row, column);
        return value === null || value === 0 ? null : <span className="sg-weight">{shortWeight(value)}</span>;
      },
      tint: (row: number, column: number): string | undefined => {
        const value = valueAt(row, column);
        if (value === null || value === 0) return undefined;
        const side = sideOf(aggregation, value);
        const colour = side === null ? palette.structure : palette.polarity[side];
        return `color-mix(in srgb, ${colour} ${Math.round(12 + (38 * Math.abs(value)) / most)}%, ${palette.background})`;
      },
    };
  }, [network, aggregation, rows, columns, theme]);
  const chosen = useMemo(
    () => (selection?.type === "pair" ? { row: selection.from, column: selection.to } : null),
    [selection],
  );
  const open = ({ row, column }: GridPlace) => {
    if (!shown.valueAt(row, column)) return;
    const from = shown.names.row(row)?.node;
    const to = shown.names.column(column)?.node;
    if (from && to && from !== to) select({ type: "pair", from, to });
    onCell(shown.places.row(row), shown.places.column(column));
  };
  const point = (place: GridPlace | null) => {
    if (!place) return onPoint("");
    const names = [
      place.row < 0 ? undefined : shown.names.row(place.row)?.full,
      place.column < 0 ? undefined : shown.names.column(place.column)?.full,
    ].filter((name) => name !== undefined);
    const value = shown.valueAt(place.row, place.column);
    onPoint(value ? `${names.join(" · ")}: ${weightText(value)}` : names.join(" · "));
  };
  return (
    <Grid
      label={`${TEXTS.matrix}. ${TEXTS.hint}`}
      corner={TEXTS.corner}
      rows={shown.rows}
      columns={shown.columns}
      cell={shown.draw}
      tint={shown.tint}
      width={shown.width}
      chosen={chosen}
      onCell={open}
      onItem={({ key }) => {
        if (/^(actor|issue):/.test(key)) followNode(key);
      }}
      onPoint={point}
    />
  );
}
