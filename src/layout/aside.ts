/** Nodes that a layout has no place for: a grid of their own below the rest, and the sentence that says how many they are. */

import { counted } from "../model/counted.ts";
import { placeBlocks } from "./blocks.ts";
import type { LayoutInput } from "./layout.ts";

/** Puts them below `top`. */
export function placeAside(
  input: LayoutInput,
  nodes: readonly number[],
  top: number,
  x: Float64Array,
  y: Float64Array,
): void {
  if (nodes.length === 0) return;
  const { bands } = placeBlocks(input, [[nodes]], x, y);
  const down = (bands[0]?.top ?? 0) - top;
  for (const node of nodes) y[node] = (y[node] as number) - down;
}

/** `12 actors and 3 issues without …, are left out of the picture.`; nothing for none. */
export function setAsideNote(input: LayoutInput, nodes: readonly number[], why: string): readonly string[] {
  const issues = nodes.filter((node) => input.group[node] === 1).length;
  const actors = nodes.length - issues;
  const parts = [
    ...(actors > 0 ? [`${counted(actors, "actor")} ${why}`] : []),
    ...(issues > 0 ? [counted(issues, "other issue")] : []),
  ];
  if (parts.length === 0) return [];
  return [`${parts.join(" and ")} ${nodes.length === 1 ? "is" : "are"} left out of the picture.`];
}
