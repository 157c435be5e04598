/** Ordered groups of nodes as blocks side by side: every block a grid filled column by column, so that who comes later never stands further left. */

import { type LayoutInput, type Room, USUAL_ROOM } from "./layout.ts";

/** Nodes of one group in order, from the left; a band is a row of such groups above the next band. */
type Band = readonly (readonly number[])[];

export interface Blocks {
  /** Left and right edge of each group. */
  readonly spans: readonly { readonly left: number; readonly right: number }[];
  /** Upper and lower edge of each band, y upwards. */
  readonly bands: readonly { readonly top: number; readonly bottom: number }[];
  readonly width: number;
}

/** Names are broken at this width, in at most two lines. */
export const NAME_WIDTH = 122;
const GAP = 12;
/** Room at both sides of a group, and its least width, because its heading needs room; less of both on a narrow screen. */
const WIDE_GROUPS = { gap: 18, least: 92 } as const;
const NARROW_GROUPS = { gap: 5, least: 58 } as const;
const NARROW_ROOM = 500;

/** Whether words beside the picture must be short. */
export const isNarrow = (room: Room | undefined): boolean => (room ?? USUAL_ROOM).width < NARROW_ROOM;

/** Above each band, for headings. */
const BAND_GAP = 60;
/** Numbers of rows that are tried. */
const MOST_TRIES = 40;

/** The room of a node: its disc or its name, whichever is wider. */
const wide = (input: LayoutInput, node: number): number =>
  Math.max(2.4 * (input.size[node] as number), Math.min(NAME_WIDTH, input.labelWidth[node] as number)) + GAP;
const high = (input: LayoutInput, node: number): number => {
  const label = input.labelWidth[node] as number;
  const lines = label === 0 ? 0 : label > NAME_WIDTH ? 2 : 1;
  return 2.4 * (input.size[node] as number) + lines * input.labelHeight + GAP;
};

/**
 * Gives the nodes of all groups their places in `x` and `y`, the whole around the origin. The number of rows is that at which the
 * picture fills the room best. With `stacked`, groups of less than a column stand at the foot of their band. O(tries · nodes).
 */
export function placeBlocks(
  input: LayoutInput,
  bands: readonly Band[],
  x: Float64Array,
  y: Float64Array,
  stacked = false,
): Blocks {
  const room = input.room ?? USUAL_ROOM;
  const most = bands.map((band) => band.reduce((longest, group) => Math.max(longest, group.length), 1));
  const longest = Math.max(1, ...most);
  let best = arrange(input, bands, most, 1);
  let scale = fill(best, room);
  for (let tried = 1; tried < MOST_TRIES; tried++) {
    // All numbers where they are few, else ever greater steps.
    const rows = longest <= MOST_TRIES ? tried + 1 : Math.ceil(longest ** (tried / (MOST_TRIES - 1)));
    if (rows > longest) break;
    const next = arrange(input, bands, most, rows / longest);
    const reach = fill(next, room);
    if (reach > scale) {
      scale = reach;
      best = next;
    }
  }
  best.write(x, y, stacked);
  return best.blocks;
}

interface Arrangement {
  readonly blocks: Blocks;
  readonly height: number;
  write(x: Float64Array, y: Float64Array, stacked: boolean): void;
}

const fill = ({ blocks, height }: Arrangement, room: Room): number =>
  Math.min(room.width / Math.max(1, blocks.width), room.height / Math.max(1, height));

/** `share`: of its longest group, how many rows a band has. */
function arrange(
  input: LayoutInput,
  bands: readonly Band[],
  most: readonly number[],
  share: number,
): Arrangement {
  const rows = most.map((length) => Math.max(1, Math.ceil(length * share)));
  const pitch = bands.map((band) =>
    band.reduce(
      (tallest, group) => group.reduce((tall, node) => Math.max(tall, high(input, node)), tallest),
      0,
    ),
  );
  const groups = Math.max(0, ...bands.map(({ length }) => length));
  const widths: number[][] = [];
  for (let group = 0; group < groups; group++) {
    const columns: number[] = [];
    bands.forEach((band, at) => {
      band[group]?.forEach((node, place) => {
        const column = Math.floor(place / (rows[at] as number));
        columns[column] = Math.max(columns[column] ?? 0, wide(input, node));
      });
    });
    widths.push(columns);
  }
  const { gap, least } = isNarrow(input.room) ? NARROW_GROUPS : WIDE_GROUPS;
  const spans: { left: number; right: number }[] = [];
  let width = 0;
  for (const columns of widths) {
    const inner = Math.max(
      least,
      columns.reduce((sum, column) => sum + column, 0),
    );
    spans.push({ left: width, right: width + inner + 2 * gap });
    width += inner + 2 * gap;
  }
  // Every second column stands half a row lower, so that fewer lines run through nodes.
  const isStaggered = bands.map((band, at) => band.some((group) => group.length > (rows[at] as number)));
  const edges: { top: number; bottom: number }[] = [];
  let height = 0;
  bands.forEach((_, at) => {
    const top = height + BAND_GAP;
    height = top + ((rows[at] as number) + (isStaggered[at] ? 0.5 : 0)) * (pitch[at] as number);
    edges.push({ top, bottom: height });
  });
  const blocks: Blocks = {
    spans: spans.map(({ left, right }) => ({ left: left - width / 2, right: right - width / 2 })),
    bands: edges.map(({ top, bottom }) => ({ top: height / 2 - top, bottom: height / 2 - bottom })),
    width,
  };
  return {
    blocks,
    height,
    write(x, y, stacked) {
      bands.forEach((band, at) => {
        const [most, tall] = [rows[at] as number, pitch[at] as number];
        band.forEach((group, number) => {
          const columns = widths[number] as number[];
          const { left, right } = blocks.spans[number] as { left: number; right: number };
          const inner = columns.reduce((sum, column) => sum + column, 0);
          const starts: number[] = [];
          let start = left + (right - left - inner) / 2;
          for (const column of columns) {
            starts.push(start + column / 2);
            start += column;
          }
          const lift = stacked ? Math.max(0, most - group.length) : 0;
          group.forEach((node, place) => {
            const column = Math.floor(place / most);
            const row = (place % most) + lift + (column % 2) * 0.5;
            x[node] = starts[column] as number;
            y[node] =
              (blocks.bands[at] as { top: number }).top - row * tall - (input.size[node] as number) * 1.2;
          });
        });
      });
    },
  };
}
