/** Part of a picture drawn over the whole: every node at its place in the whole, those that the part lacks as traces only. Pure. */

import { channels } from "./drawn.ts";
import { assemble, type Picture, type PictureNode } from "./picture.ts";

/** Share of its own colour that a trace keeps; the rest is the ground's. */
const TRACE = 0.16;
/** Traces are never larger than this, so that they do not stand in the way. */
const LARGEST_TRACE = 7;

/** `color` over `ground`, both `#rrggbb`. */
function blended(color: string, ground: string, share: number): string {
  const [over, under] = [channels(color), channels(ground)];
  const mixed = over.map((value, at) => value * share + (under[at] ?? 0) * (1 - share));
  return `#${mixed
    .map((value) =>
      Math.round(value * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

/** A node as a trace of itself, with nothing said at it. `ground`: `#rrggbb`. */
const traceOf = (node: PictureNode, ground: string): PictureNode => ({
  ...node,
  color: blended(node.color, ground, TRACE),
  size: Math.min(node.size, LARGEST_TRACE),
  statements: 0,
  support: 0,
  oppose: 0,
  neutral: 0,
  trace: true,
});

/** The nodes of `whole` at their places and in their colours, as large as in `part` where they are in it; the edges of `part`. */
export function overlay(whole: Picture, part: Picture, ground: string): Picture {
  return assemble(
    whole.nodes.map((node) => {
      const own = part.nodeByKey.get(node.key);
      if (!own) return traceOf(node, ground);
      return { ...own, x: node.x, y: node.y, color: node.color, label: node.label };
    }),
    part.edges
      .filter(({ source, target }) => whole.nodeByKey.has(source) && whole.nodeByKey.has(target))
      .map((edge) => ({ ...edge, step: whole.edgeByKey.get(edge.key)?.step ?? edge.step })),
    whole.guides,
  );
}

/** The nodes of `whole`, those without an edge to `centre` as traces, and the edges at `centre`. */
export function around(whole: Picture, centre: string, ground: string): Picture {
  const edges = whole.incident.get(centre) ?? [];
  const standing = new Set<string>(edges.flatMap(({ source, target }) => [source, target]));
  return assemble(
    whole.nodes.map((node) => (standing.has(node.key) ? node : traceOf(node, ground))),
    edges,
    whole.guides,
  );
}
