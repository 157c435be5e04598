/** Groups of nodes with their outlines on the screen. Pure. */

import { outlineAround } from "../../formats/svg/outline.ts";
import type { Theme } from "../../model/view.ts";
import { CATEGORY_COLORS } from "../../view/appearance.ts";
import type { NodeGroup } from "./groups.ts";
import type { Point } from "./lasso.ts";

export interface GroupHull {
  readonly group: NodeGroup;
  readonly color: string;
  /** A closed polygon on the screen, in the order of its corners. */
  readonly outline: readonly Point[];
}

/** The tint of a group by its place in the list: that of its nodes when they are coloured by group. They repeat after eight. */
export const tintOf = (theme: Theme, place: number): string =>
  CATEGORY_COLORS[theme][place % CATEGORY_COLORS[theme].length] as string;

/** Outlines of groups whose nodes `place` knows; groups with fewer than two of these have none. */
export function hullsOf(
  groups: readonly NodeGroup[],
  theme: Theme,
  place: (key: string) => (Point & { readonly radius: number }) | null,
): readonly GroupHull[] {
  return groups.flatMap((group): readonly GroupHull[] => {
    const discs = group.keys.flatMap((key) => place(key) ?? []);
    if (discs.length < 2) return [];
    return [{ group, color: tintOf(theme, group.place), outline: outlineAround(discs) }];
  });
}
