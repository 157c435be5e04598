/** Groups of nodes with their outlines on the screen. Pure. */

import { corridors, type Piece } from "../../formats/svg/corridors.ts";
import { type Outlines, outlinesAround } from "../../formats/svg/outline.ts";
import type { Theme } from "../../model/view.ts";
import { CATEGORY_COLORS, GROUP_COLORS } from "../../view/appearance.ts";
import { onScreen, type Sight, type Size } from "./camera.ts";
import type { NodeGroup } from "./groups.ts";
import type { Point } from "./lasso.ts";
import type { PictureNode } from "./picture.ts";

export interface GroupHull {
  readonly group: NodeGroup;
  readonly color: string;
  /** Lengths of dashes and gaps of its outline; empty = solid. */
  readonly dash: readonly number[];
  /** Closed lines on the screen, the longest first, that hold the group's nodes and no others. */
  readonly outlines: Outlines;
}

/** The tint of a group by its place in the list: of the first eight, that of their nodes when they are coloured by group. They repeat after twelve. */
export const tintOf = (theme: Theme, place: number): string =>
  GROUP_COLORS[theme][place % GROUP_COLORS[theme].length] as string;

const DASHES: readonly (readonly number[])[] = [[], [7, 4], [2, 3]];

/** How the outline of a group is broken: those beyond the colours that differ best have dashes too, so that no two of the first 24 look the same. */
export const dashOf = (place: number): readonly number[] =>
  DASHES[Math.floor(place / CATEGORY_COLORS.light.length) % DASHES.length] ?? [];

const knownWays = new WeakMap<readonly PictureNode[], WeakMap<NodeGroup, readonly Piece[]>>();

/** The corridors of a group, in the picture's unit: found once, so that they stay when the camera moves. */
function waysOf(
  group: NodeGroup,
  nodes: readonly PictureNode[],
  pixel: number,
  factor: number,
): readonly Piece[] {
  const ofPicture = knownWays.get(nodes) ?? new WeakMap<NodeGroup, readonly Piece[]>();
  knownWays.set(nodes, ofPicture);
  let ways = ofPicture.get(group);
  if (!ways) {
    const keys = new Set(group.keys);
    const [members, others] = [true, false].map((own) =>
      nodes
        .filter(({ key }) => keys.has(key) === own)
        .map(({ x, y, size }) => ({ x, y, radius: size * factor * pixel })),
    );
    ways = corridors(members ?? [], others ?? [], pixel);
    ofPicture.set(group, ways);
  }
  return ways;
}

/** What stands where when a map is drawn. */
interface Drawn {
  readonly nodes: readonly PictureNode[];
  readonly sight: Sight;
  readonly size: Size;
  /** Of sizes of nodes at this sight. */
  readonly factor: number;
  /** Screen place and radius of a node. */
  place(node: PictureNode): Point & { readonly radius: number };
}

/** Outlines of groups among the nodes drawn; groups with fewer than two of these, or none in sight, have none. */
export function hullsOf(
  groups: readonly NodeGroup[],
  theme: Theme,
  { nodes, sight, size, factor, place }: Drawn,
): readonly GroupHull[] {
  if (groups.length === 0) return [];
  const discs = nodes.map((node) => ({ key: node.key as string, disc: place(node) }));
  return groups.flatMap((group): readonly GroupHull[] => {
    const keys = new Set(group.keys);
    const members = discs.filter(({ key }) => keys.has(key)).map(({ disc }) => disc);
    if (members.length < 2) return [];
    const others = discs.filter(({ key }) => !keys.has(key)).map(({ disc }) => disc);
    const pieces = waysOf(group, nodes, 1 / sight.scale, factor).map(
      ([from, to]): Piece => [onScreen(from, sight, size), onScreen(to, sight, size)],
    );
    const outlines = outlinesAround(members, others, pieces, size);
    return outlines.length > 0
      ? [{ group, color: tintOf(theme, group.place), dash: dashOf(group.place), outlines }]
      : [];
  });
}
