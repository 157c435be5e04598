/** Whether the server looks for groups of actors in a view. It has limits of its own; by them the page asks nothing in vain. Pure. */

import type { GraphAttributes } from "../../model/graph.ts";
import { MOST_GROUPED_ACTORS, MOST_GROUPED_STATEMENTS } from "../../model/group-limits.ts";

interface Asked {
  readonly attributes: Pick<GraphAttributes, "counts" | "reduced">;
  /** Nodes of the picture. */
  readonly nodes: number;
  /** Of the whole dataset, as far as they are known. */
  readonly actors: number | undefined;
}

/** How many take a side is known of no picture that is a part of its view: all that may count, then. */
export function isGroupable(
  by: keyof typeof MOST_GROUPED_ACTORS,
  { attributes: { counts, reduced }, nodes, actors = Number.POSITIVE_INFINITY }: Asked,
): boolean {
  const most = Math.min(actors, reduced?.of.nodes ?? nodes);
  return counts.shown <= MOST_GROUPED_STATEMENTS && most <= MOST_GROUPED_ACTORS[by];
}
