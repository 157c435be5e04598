/** Draws labels, marks of polarity and rings around nodes on the map's top canvas. */

import { bendOf, signPlace } from "../../formats/svg/geometry.ts";
import type { Theme } from "../../model/view.ts";
import { polarityTerm } from "../../model/vocabulary.ts";
import { PALETTES } from "../../view/appearance.ts";
import type { Emphasis } from "./emphasis.ts";
import { fullForm, labelForms } from "./label-forms.ts";
import { type LabelNode, type PlacedLabel, placeLabels } from "./labels.ts";
import type { Picture, PictureNode } from "./picture.ts";

export const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const LINE_HEIGHT = 15;
/** So many most important labels may stand further from their nodes than the rest, rather than be left out. */
export const REMOTE_LABELS = 18;
/** More labels than this are never drawn at once. */
const MOST_LABELS = 400;

export interface LabelScene {
  readonly picture: Picture;
  /** Nodes by importance for labels. */
  readonly order: readonly PictureNode[];
  readonly theme: Theme;
  readonly emphasis: Emphasis | null;
  /** Keys with a ring: selected, under the keyboard's mark. */
  readonly rings: readonly { readonly key: string; readonly dashed: boolean }[];
  readonly width: number;
  readonly height: number;
  /** Pixels at the right edge that the details cover. */
  readonly covered: number;
  /** Screen pixels per unit of the picture. */
  readonly scale: number;
  /** Screen place and radius of a node. */
  place(node: PictureNode): { readonly x: number; readonly y: number; readonly radius: number };
}

/** A ring's radius around a node's. */
export const ringRadius = (radius: number): number => radius * 1.2 + 4;

const widths = new Map<string, number>();

function measured(context: CanvasRenderingContext2D, text: string): number {
  const name = `${context.font}|${text}`;
  let width = widths.get(name);
  if (width === undefined) {
    width = context.measureText(text).width;
    widths.set(name, width);
  }
  return width;
}

/** Draws the whole layer; returns the keys of the nodes that got a label. */
export function drawLabels(context: CanvasRenderingContext2D, scene: LabelScene): ReadonlySet<string> {
  const { picture, theme, emphasis, width, height } = scene;
  const palette = PALETTES[theme];
  context.clearRect(0, 0, width, height);
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const standing = emphasis?.nodes;
  const ringed = new Set(scene.rings.map(({ key }) => key));
  const places = new Map<string, LabelNode>();
  for (const node of picture.nodes) {
    const { x, y, radius } = scene.place(node);
    const faint = standing !== undefined && !standing.has(node.key);
    const [text = "", ...shorter] = labelForms(node.label);
    places.set(node.key, {
      key: node.key,
      text,
      shorter,
      x,
      y,
      radius: ringed.has(node.key) ? ringRadius(radius) : radius,
      faint,
    });
  }
  drawRings(context, scene, places);

  const size = Math.round(Math.min(15, Math.max(11.5, 11.5 + 2 * (scene.scale - 0.6))) * 2) / 2;
  const font = (weight: number) => `${weight} ${size}px ${FONT}`;
  const wanted = wantedLabels(scene, places);
  context.font = font(600);
  const placed = placeLabels(
    wanted,
    [...places.values()],
    (text) => measured(context, text),
    LINE_HEIGHT,
    { width: width - scene.covered, height },
    emphasis ? MOST_LABELS : REMOTE_LABELS,
  );
  drawSigns(context, scene, places, placed);
  for (const label of placed) {
    const node = picture.nodeByKey.get(label.key);
    const strong = label.key === emphasis?.focus || node?.isIssue === false;
    context.font = font(strong ? 600 : 400);
    context.strokeStyle = palette.background;
    context.lineWidth = 3.5;
    context.fillStyle = strong ? palette.text : palette.dimText;
    const lines = label.text.split("\n");
    // The halo of all lines first, so that none lies over another line's letters.
    for (const draw of ["strokeText", "fillText"] as const)
      for (const [at, line] of lines.entries())
        context[draw](
          line,
          label.left + (label.width - measured(context, line)) / 2,
          label.top + (at + 0.5) * LINE_HEIGHT + 0.5,
        );
  }
  return new Set(placed.map(({ key }) => key));
}

/**
 * Labels by importance: the node at the centre of attention in full, those with a ring, then what stands out. Shared by both
 * ways of drawing the map.
 */
export function wantedLabels(
  { picture, order, emphasis, rings }: Pick<LabelScene, "picture" | "order" | "emphasis" | "rings">,
  places: ReadonlyMap<string, LabelNode>,
): readonly LabelNode[] {
  const first = [...(emphasis?.focus ? [emphasis.focus] : []), ...rings.map(({ key }) => key)];
  const keys = new Set(first.filter((key) => picture.nodeByKey.has(key)));
  for (const { key } of order) {
    if (keys.size >= MOST_LABELS) break;
    if (!emphasis || emphasis.nodes.has(key)) keys.add(key);
  }
  return [...keys].flatMap((key) => {
    const place = places.get(key);
    const node = picture.nodeByKey.get(key);
    if (!place || !node) return [];
    return key === emphasis?.focus
      ? { ...place, text: fullForm(node.fullLabel), shorter: [place.text, ...(place.shorter ?? [])] }
      : place;
  });
}

function drawRings(
  context: CanvasRenderingContext2D,
  { rings, theme }: LabelScene,
  places: ReadonlyMap<string, LabelNode>,
): void {
  for (const { key, dashed } of rings) {
    const place = places.get(key);
    if (!place) continue;
    context.beginPath();
    context.arc(place.x, place.y, place.radius, 0, 2 * Math.PI);
    context.setLineDash(dashed ? [4, 3] : []);
    context.lineWidth = 2;
    context.strokeStyle = PALETTES[theme].text;
    context.stroke();
  }
  context.setLineDash([]);
}

/** The sign of a polarity near the tip of its edge: on edges that stand out, and on all when one is near. */
function drawSigns(
  context: CanvasRenderingContext2D,
  { picture, emphasis, scale, theme, width, height }: LabelScene,
  places: ReadonlyMap<string, LabelNode>,
  labels: readonly PlacedLabel[],
): void {
  if (!emphasis && scale < 1.1) return;
  const palette = PALETTES[theme];
  context.font = `700 13px ${FONT}`;
  context.textAlign = "center";
  for (const edge of picture.edges) {
    if (edge.polarity === null || (emphasis && !emphasis.edges.has(edge.key))) continue;
    const from = places.get(edge.source);
    const to = places.get(edge.target);
    if (!from || !to) continue;
    const at = signPlace(from, to, bendOf(edge.step, Math.hypot(to.x - from.x, to.y - from.y)));
    if (!at || at.x < 0 || at.y < 0 || at.x > width || at.y > height) continue;
    if (labels.some((label) => covers(label, at))) continue;
    const sign = polarityTerm(edge.polarity).mark;
    context.strokeStyle = palette.background;
    context.lineWidth = 4;
    context.strokeText(sign, at.x, at.y);
    context.fillStyle = edge.color;
    context.fillText(sign, at.x, at.y);
  }
  context.textAlign = "start";
}

/** True when a sign here would touch the label. */
const covers = (label: PlacedLabel, at: { readonly x: number; readonly y: number }): boolean =>
  at.x > label.left - 6 &&
  at.x < label.left + label.width + 6 &&
  at.y > label.top - 6 &&
  at.y < label.top + label.height + 6;
