/** Draws labels, marks of polarity and rings around nodes on the map's top canvas. */

import type { Theme } from "../../model/view.ts";
import { polarityTerm } from "../../model/vocabulary.ts";
import { PALETTES } from "../../view/appearance.ts";
import type { Emphasis } from "./emphasis.ts";
import { type LabelNode, type PlacedLabel, placeLabels } from "./labels.ts";
import { bendOf, type Picture, type PictureEdge, type PictureNode } from "./picture.ts";

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
    places.set(node.key, {
      key: node.key,
      text: node.label,
      x,
      y,
      radius: ringed.has(node.key) ? ringRadius(radius) : radius,
      faint,
    });
  }
  drawRings(context, scene, places);

  const size = Math.round(Math.min(15, Math.max(11.5, 11.5 + 2 * (scene.scale - 0.6))) * 2) / 2;
  const font = (weight: number) => `${weight} ${size}px ${FONT}`;
  const wanted: LabelNode[] = [];
  const focus = emphasis?.focus ? picture.nodeByKey.get(emphasis.focus) : undefined;
  if (focus) {
    const place = places.get(focus.key);
    if (place) wanted.push({ ...place, text: focus.fullLabel });
  }
  for (const node of scene.order) {
    if (node === focus || (standing && !standing.has(node.key))) continue;
    const place = places.get(node.key);
    if (place) wanted.push(place);
    if (wanted.length >= MOST_LABELS) break;
  }
  context.font = font(600);
  const placed = placeLabels(
    wanted,
    [...places.values()],
    (text) => measured(context, text),
    LINE_HEIGHT,
    scene,
    emphasis ? MOST_LABELS : REMOTE_LABELS,
  );
  drawSigns(context, scene, places, placed);
  for (const label of placed) {
    const node = picture.nodeByKey.get(label.key);
    const strong = label.key === emphasis?.focus || node?.isIssue === false;
    context.font = font(strong ? 600 : 400);
    const left = label.left + (label.width - measured(context, label.text)) / 2;
    const middle = label.top + label.height / 2 + 0.5;
    context.strokeStyle = palette.background;
    context.lineWidth = 3.5;
    context.strokeText(label.text, left, middle);
    context.fillStyle = strong ? palette.text : palette.dimText;
    context.fillText(label.text, left, middle);
  }
  return new Set(placed.map(({ key }) => key));
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
    const at = signPlace(edge, places);
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

/** Beside the line, three quarters on the way to the target. */
function signPlace(
  edge: PictureEdge,
  places: ReadonlyMap<string, LabelNode>,
): { readonly x: number; readonly y: number } | null {
  const from = places.get(edge.source);
  const to = places.get(edge.target);
  if (!from || !to) return null;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const chord = Math.hypot(dx, dy);
  if (chord < from.radius + to.radius + 44) return null;
  // The curve at t = 0.7 has moved aside by 4·t·(1 − t) of its bend; y is downwards here, so left of the way is (dy, −dx).
  const aside = bendOf(edge.step, chord) * 0.84 + 8 * (edge.step < 0 ? -1 : 1);
  return { x: from.x + dx * 0.7 + (dy / chord) * aside, y: from.y + dy * 0.7 - (dx / chord) * aside };
}
