/** A picture drawn out to the proportions of the frame that it is shown in. Pure. */

import { type Picture, placed } from "./picture.ts";

/** How much further apart nodes may stand than the layout has them, in the one direction. */
const MOST = 1.7;

/** The picture with its nodes further apart in one direction, so that it is about `aspect` = width / height; one with guides stays as it is. */
export function stretched(picture: Picture, aspect: number): Picture {
  const { nodes, guides } = picture;
  if (guides || nodes.length < 3) return picture;
  const span = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  const [width, height] = [span(nodes.map(({ x }) => x)), span(nodes.map(({ y }) => y))];
  if (width === 0 || height === 0) return picture;
  const wider = (aspect * height) / width;
  const across = Math.min(MOST, Math.max(1, wider));
  const down = Math.min(MOST, Math.max(1, 1 / wider));
  return placed(
    picture,
    nodes.map(({ x, y }) => ({ x: x * across, y: y * down })),
  );
}
