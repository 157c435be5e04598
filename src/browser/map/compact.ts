/** A small part of a picture laid out anew for a narrow screen: the same forces, stretched to the screen's proportions. */

import { forces } from "../../layout/force.ts";
import { separate } from "../../layout/separate.ts";
import { LABEL_HEIGHT, labelRoom } from "../../view/appearance.ts";
import { type Picture, placed } from "./picture.ts";

/** Share of the screen that nodes and labels may fill before they are pushed apart. */
const FILL = 0.42;

/** Width over height of a part of the screen, in steps of a fifth, so that a slight change of size moves no node. */
export function coarseAspect(width: number, height: number): number {
  const aspect = Math.min(6, Math.max(0.3, width / Math.max(1, height)));
  return Math.exp(Math.round(Math.log(aspect) * 5) / 5);
}

/** Gives every node a new place so that the whole has `aspect` = width / height. Deterministic; meant for some dozens of nodes. */
export function compact(picture: Picture, aspect: number): Picture {
  if (picture.nodes.length < 3) return picture;
  const numberOf = new Map<string, number>(picture.nodes.map(({ key }, number) => [key, number]));
  const edges = picture.edges.filter(({ structural }) => !structural);
  const input = {
    size: Float64Array.from(picture.nodes, ({ size }) => size),
    labelWidth: Float64Array.from(picture.nodes, ({ label }) => labelRoom(label)),
    labelHeight: LABEL_HEIGHT,
    from: Int32Array.from(edges, ({ source }) => numberOf.get(source) as number),
    to: Int32Array.from(edges, ({ target }) => numberOf.get(target) as number),
    weight: Float64Array.from(edges, ({ count }) => count),
    group: Uint8Array.from(picture.nodes, ({ isIssue }) => (isIssue ? 1 : 0)),
  };
  const free = forces(input);
  const room = input.size.reduce(
    (sum, size, number) =>
      sum + Math.max(2 * size, input.labelWidth[number] as number) * (2 * size + LABEL_HEIGHT),
    0,
  );
  const height = Math.sqrt(room / FILL / aspect);
  const stretch = (values: Float64Array, to: number) => {
    const low = Math.min(...values);
    const span = Math.max(1, Math.max(...values) - low);
    return values.map((value) => ((value - low) / span - 0.5) * to);
  };
  const { x, y } = separate(input, { x: stretch(free.x, height * aspect), y: stretch(free.y, height) });
  return placed(
    picture,
    picture.nodes.map((_, number) => ({ x: x[number] as number, y: y[number] as number })),
  );
}
