/** How far a further double press on a node reaches. Pure. */

import type { View } from "../../model/view.ts";

/** How many steps a further double press on a node shows: one around another node, else one more, up to three. */
export const nextDepth = (view: View, key: string): number =>
  view.ego.length === 1 && view.ego[0] === key ? Math.min(3, view.depth + 1) : 1;
