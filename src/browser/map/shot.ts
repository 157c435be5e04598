/**
 * What one frame of the map shows, and all of it that is not sigma's: groups, guides, further lines, labels, rings and signs. A
 * frame that is drawn behind the screen comes to it later, when another picture may be there already: what stands over it is of
 * its own.
 */

import { placeGuides } from "../../formats/svg/guides.ts";
import type { PlacedLabel } from "../../formats/svg/occupied.ts";
import { PALETTES } from "../../view/appearance.ts";
import { onScreen, type Sight, type Size } from "./camera.ts";
import { drawGuides } from "./guide-layer.tsx";
import type { MapProps } from "./handle.ts";
import { drawHulls } from "./hull-layer.ts";
import { hullsOf } from "./hulls.ts";
import { drawLabels } from "./label-layer.ts";
import type { Point } from "./lasso.ts";
import { drawLines } from "./line-layer.ts";
import { furtherLines, linesOver, mainLines } from "./lines.ts";
import type { Picture, PictureNode } from "./picture.ts";
import type { SceneGraph } from "./scene-graph.ts";
import { sizeFactor } from "./sizes.ts";

/** What stands out, the ground and the groups. */
export type SceneLook = Pick<MapProps, "theme" | "emphasis" | "rings"> &
  Required<Pick<MapProps, "groups" | "over">>;

/** What a frame is drawn from. */
export interface Shot {
  readonly sight: Sight;
  readonly picture: Picture;
  /** Where the nodes stand. */
  readonly graph: Pick<SceneGraph, "getNodeAttributes">;
  /** The nodes by importance. */
  readonly order: readonly PictureNode[];
  readonly look: SceneLook;
  /** Whether it is without lines, as the camera moves. */
  readonly isBare: boolean;
}

/** What it is drawn on: under sigma's frame, and over it. */
export interface Paper {
  readonly ground: CanvasRenderingContext2D;
  readonly lines: CanvasRenderingContext2D;
  readonly names: CanvasRenderingContext2D;
  readonly size: Size;
  /** Pixels at the right edge that the details cover. */
  readonly covered: number;
}

/** Screen place and radius of a frame's nodes; under the pointer while one is dragged. */
export function placerOf(
  { sight, picture, graph }: Pick<Shot, "sight" | "picture" | "graph">,
  size: Size,
): (node: PictureNode) => Point & { readonly radius: number } {
  const factor = sizeFactor(picture.nodes, sight.scale);
  return (node) => ({
    ...onScreen(graph.getNodeAttributes(node.key), sight, size),
    radius: node.size * factor,
  });
}

/** Draws all that is not sigma's; the boxes of the labels, in CSS pixels. */
export function drawShot(shot: Shot, { ground, lines, names, size, covered }: Paper): readonly PlacedLabel[] {
  const { sight, picture, order, look, isBare } = shot;
  const factor = sizeFactor(picture.nodes, sight.scale);
  const place = placerOf(shot, size);
  const { nodes, guides: drawn } = picture;
  const hulls = hullsOf(look.groups, look.theme, { nodes, sight, size, factor, place });
  drawHulls(ground, hulls, size);
  const guides = drawn && placeGuides(drawn, (at) => onScreen(at, sight, size), sight.scale);
  if (guides) drawGuides(ground, guides, look.theme);
  const further = isBare ? [] : furtherLines(picture, look.emphasis);
  const over = isBare ? [] : linesOver(picture, look.emphasis);
  const pen = { ground: PALETTES[look.theme].background, factor, place };
  if (over.length === 0) drawLines(ground, picture, further, pen);
  lines.clearRect(0, 0, size.width, size.height);
  drawLines(lines, picture, over, pen);
  return drawLabels(names, {
    picture,
    lines: further.length === 0 ? mainLines(picture) : [...mainLines(picture), ...further],
    order,
    ...look,
    hulls,
    guides,
    ...size,
    covered,
    scale: sight.scale,
    place,
  });
}
