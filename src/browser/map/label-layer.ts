/** Draws labels, marks of polarity and rings around nodes on the map's top canvas. */

import { bendOf, signPlace } from "../../formats/svg/geometry.ts";
import { type PlacedGuides, wordBoxes } from "../../formats/svg/guides.ts";
import { columnForms, fullForm, labelForms } from "../../formats/svg/label-forms.ts";
import { type Area, placeLabels, REMOTE_LABELS } from "../../formats/svg/labels.ts";
import { LEADER_WIDTH } from "../../formats/svg/leaders.ts";
import type { LabelNode, LabelPoint, PlacedLabel } from "../../formats/svg/occupied.ts";
import { boxesOf, isAt } from "../../formats/svg/radial.ts";
import { outwardAt, ringNameScale } from "../../formats/svg/ring.ts";
import { directionOf } from "../../model/direction.ts";
import type { Theme } from "../../model/view.ts";
import { polarityTerm } from "../../model/vocabulary.ts";
import { PALETTES } from "../../view/appearance.ts";
import { captionKey, placeCaptions, SWATCH } from "./captions.ts";
import type { Emphasis } from "./emphasis.ts";
import type { GroupHull } from "./hulls.ts";
import type { Picture, PictureEdge, PictureNode } from "./picture.ts";

export const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
export const LINE_HEIGHT = 15;
const CLOSE_LINE_HEIGHT = 13;
/** Distance of two nodes of a column in pixels above which a name of two lines leaves the neighbour's its one. */
const TWO_LINES = 1.6 * CLOSE_LINE_HEIGHT;
/** More labels than this are never drawn at once. */
const MOST_LABELS = 400;
/** More signs than this are never drawn at once. */
const MOST_SIGNS = 600;
/** Nodes so many pixels outside the map are no obstacles to labels. */
const OUTSIDE = 200;

export interface LabelScene {
  readonly picture: Picture;
  /** The edges that are drawn. */
  readonly lines: readonly PictureEdge[];
  /** Nodes by importance for labels. */
  readonly order: readonly PictureNode[];
  readonly theme: Theme;
  readonly emphasis: Emphasis | null;
  /** Keys with a ring: selected, under the keyboard's mark. */
  readonly rings: readonly { readonly key: string; readonly dashed: boolean }[];
  /** Groups of nodes with their outline on the screen. */
  readonly hulls: readonly GroupHull[];
  /** Of the layout, on the screen; labels keep clear of their words. */
  readonly guides: PlacedGuides | null;
  /** What stands over the map; labels keep clear of it. */
  readonly over: readonly PlacedLabel[];
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

/** Draws the whole layer; returns the boxes of the labels, in CSS pixels. */
export function drawLabels(context: CanvasRenderingContext2D, scene: LabelScene): readonly PlacedLabel[] {
  const { picture, theme, emphasis, width, height } = scene;
  const palette = PALETTES[theme];
  context.clearRect(0, 0, width, height);
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const points = pointsInSight(scene);
  drawRings(context, scene, points);

  const size = Math.round(Math.min(15, Math.max(11.5, 11.5 + 2 * (scene.scale - 0.6))) * 2) / 2;
  const font = (weight: number, by = 1) => `${weight} ${by * size}px ${FONT}`;
  const measure = (text: string) => measured(context, text);
  const area = { width: width - scene.covered, height };
  context.font = font(600);
  const { placed, captions } = placeNames(scene, points, measure, area);
  drawSigns(context, scene, points, [...placed, ...captions]);
  drawLeaders(context, placed, palette);
  const write = (label: PlacedLabel, fill: string, inset = 0) => {
    context.strokeStyle = palette.background;
    context.lineWidth = 3.5;
    context.fillStyle = fill;
    context.direction = directionOf(label.text);
    context.textAlign = "left";
    if (label.turned) return writeTurned(context, label, label.turned);
    const lines = label.text.split("\n");
    const tall = label.height / lines.length;
    if (picture.guides && !picture.guides.ring) {
      // Many lines run the same way there: a halo of the letters alone would let them strike through the blanks.
      context.globalAlpha = 0.86;
      context.fillStyle = palette.background;
      context.fillRect(label.left - 1, label.top, label.width + 2, label.height);
      context.globalAlpha = 1;
      context.fillStyle = fill;
    }
    // The halo of all lines first, so that none lies over another line's letters.
    for (const draw of ["strokeText", "fillText"] as const)
      for (const [at, line] of lines.entries())
        context[draw](
          line,
          label.left + inset + (label.width - inset - measure(line)) / 2,
          label.top + (at + 0.5) * tall + 0.5,
        );
  };
  for (const label of placed) {
    const node = picture.nodeByKey.get(label.key);
    const strong = label.key === emphasis?.focus || node?.isIssue === false;
    context.font = font(strong ? 600 : 400, label.turned?.scale);
    write(label, strong ? palette.text : palette.dimText);
  }
  context.font = `italic 600 ${size}px ${FONT}`;
  const colors = new Map(scene.hulls.map(({ group, color }) => [captionKey(group), color]));
  for (const caption of captions) {
    write(caption, palette.text, SWATCH);
    context.fillStyle = colors.get(caption.key) ?? palette.text;
    context.fillRect(caption.left, caption.top + LINE_HEIGHT / 2 - 4, 9, 9);
  }
  return [...placed, ...captions];
}

/**
 * Places the names of nodes, and those of groups before them: there are few of these, and fewer places for each. Around a ring
 * the names of nodes have their place, and those of groups find one within. Shared by both ways of drawing the map.
 */
export function placeNames(
  scene: Pick<LabelScene, "picture" | "order" | "emphasis" | "rings" | "hulls" | "guides" | "over" | "scale">,
  points: ReadonlyMap<string, LabelPoint>,
  measure: (text: string) => number,
  area: Area,
): { readonly placed: readonly PlacedLabel[]; readonly captions: readonly PlacedLabel[] } {
  const words = [...scene.over, ...wordBoxes(scene.guides)];
  const captionsBeside = (taken: readonly PlacedLabel[]) =>
    placeCaptions(scene.hulls, [...words, ...taken], points.values(), measure, LINE_HEIGHT, area);
  const namesBeside = (taken: readonly PlacedLabel[]) =>
    placeLabels(
      wantedLabels(scene, points),
      [...points.values()],
      measure,
      lineHeightOf(scene.picture),
      area,
      scene.emphasis ? MOST_LABELS : REMOTE_LABELS,
      [...words, ...taken],
    );
  if (scene.picture.guides?.ring) {
    const placed = namesBeside([]);
    return { placed, captions: captionsBeside(placed.flatMap(boxesOf)) };
  }
  const captions = captionsBeside([]);
  return { placed: namesBeside(captions), captions };
}

/** A name along the radius of a ring, from the end at its node on. */
function writeTurned(
  context: CanvasRenderingContext2D,
  { text, left, top, width, height }: PlacedLabel,
  { angle, anchor }: NonNullable<PlacedLabel["turned"]>,
): void {
  context.save();
  context.translate(left + width / 2, top + height / 2);
  context.rotate(angle);
  context.textAlign = anchor;
  const at = (anchor === "left" ? -1 : 1) * (width / 2);
  context.strokeText(text, at, 0.5);
  context.fillText(text, at, 0.5);
  context.restore();
}

function drawLeaders(
  context: CanvasRenderingContext2D,
  labels: readonly PlacedLabel[],
  { background, text }: (typeof PALETTES)[Theme],
): void {
  for (const [color, width] of [
    [background, LEADER_WIDTH.halo],
    [text, LEADER_WIDTH.line],
  ] as const) {
    context.beginPath();
    for (const { leader } of labels) {
      if (!leader) continue;
      context.moveTo(leader.from.x, leader.from.y);
      context.lineTo(leader.to.x, leader.to.y);
    }
    context.lineWidth = width;
    context.strokeStyle = color;
    context.stroke();
  }
}

/** In a column lines stand closer. */
export const lineHeightOf = ({ guides }: Picture): number =>
  guides?.labels === "outwards" ? CLOSE_LINE_HEIGHT : LINE_HEIGHT;

/** Nodes on the screen and a little beyond, by key. */
export function pointsInSight({
  picture,
  emphasis,
  rings,
  width,
  height,
  place,
}: Pick<LabelScene, "picture" | "emphasis" | "rings" | "width" | "height" | "place">): ReadonlyMap<
  string,
  LabelPoint
> {
  const ringed = new Set(rings.map(({ key }) => key));
  const points = new Map<string, LabelPoint>();
  for (const node of picture.nodes) {
    const { x, y, radius } = place(node);
    if (x < -OUTSIDE || y < -OUTSIDE || x > width + OUTSIDE || y > height + OUTSIDE) continue;
    const faint = emphasis ? !emphasis.nodes.has(node.key) : node.trace === true;
    points.set(node.key, {
      key: node.key,
      x,
      y,
      radius: ringed.has(node.key) ? ringRadius(radius) : radius,
      faint,
    });
  }
  return points;
}

/**
 * Labels by importance: the node at the centre of attention in full, those with a ring, then what stands out, of the nodes
 * in sight. Shared by both ways of drawing the map.
 */
export function wantedLabels(
  {
    picture,
    order,
    emphasis,
    rings,
    scale,
  }: Pick<LabelScene, "picture" | "order" | "emphasis" | "rings" | "scale">,
  points: ReadonlyMap<string, LabelPoint>,
): readonly LabelNode[] {
  const first = [...(emphasis?.focus ? [emphasis.focus] : []), ...rings.map(({ key }) => key)];
  const keys = new Set(first.filter((key) => points.has(key)));
  for (const { key } of order) {
    if (keys.size >= MOST_LABELS) break;
    if (points.has(key) && (!emphasis || emphasis.nodes.has(key))) keys.add(key);
  }
  const top = topIssue(picture);
  const rows = picture.guides?.labels === "outwards" ? leastRows(picture, points) : null;
  return [...keys].flatMap((key) => {
    const point = points.get(key);
    const node = picture.nodeByKey.get(key);
    if (!point || !node) return [];
    const side = rows
      ? ({ side: node.x < 0 ? "left" : "right" } as const)
      : key === top
        ? { above: true }
        : {};
    const [text = "", ...shorter] = rows
      ? columnForms(node.label, picture.guides?.margin ?? 0, (rows.get(key) ?? 0) > TWO_LINES)
      : labelForms(node.label);
    if (text === "" && key !== emphasis?.focus) return [];
    const must = first.includes(key);
    const turned = aroundRing(picture, node, scale);
    if (turned) {
      const whole = key === emphasis?.focus ? [node.fullLabel, node.label] : [node.label];
      const [one = "", ...others] = [...new Set([...whole, text, ...shorter])];
      // Only what is pointed at is written whole within a ring where there is no room outside: it goes with the pointer.
      return { ...point, ...turned, must: must && emphasis?.lasting !== true, text: one, shorter: others };
    }
    return key === emphasis?.focus
      ? {
          ...point,
          ...side,
          must,
          text: fullForm(node.fullLabel),
          shorter: [text, ...shorter].filter((form) => form !== ""),
        }
      : { ...point, ...side, must, text, shorter };
  });
}

/** How the name of a node runs that stands on a ring; null for any other. */
function aroundRing(
  picture: Picture,
  node: PictureNode,
  scale: number,
): Pick<LabelNode, "outward" | "scale"> | null {
  const ring = picture.guides?.ring;
  const outward = ring ? outwardAt(ring, node) : null;
  if (!ring || outward === null) return null;
  return { outward, scale: ringNameScale(ring, picture.nodes.length, scale, LINE_HEIGHT) };
}

/** Distance of each node to the next above or below it on its side of a layout with names outwards, in pixels. */
function leastRows({ nodes }: Picture, points: ReadonlyMap<string, LabelPoint>): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const isLeft of [true, false]) {
    const side = nodes
      .flatMap((node) => (node.x < 0 === isLeft ? (points.get(node.key) ?? []) : []))
      .sort((a, b) => a.y - b.y);
    const distance = (a: LabelPoint | undefined, b: LabelPoint) => Math.abs((a?.y ?? Infinity) - b.y);
    for (const [at, point] of side.entries())
      rows.set(point.key, Math.min(distance(side[at - 1], point), distance(side[at + 1], point)));
  }
  return rows;
}

/** The issue that a layout puts above everything else, if it does: the tips of its lines are below it. */
function topIssue({ nodes, guides }: Picture): string | null {
  if (guides?.labels !== "around" || guides.ring) return null;
  let top: PictureNode | undefined;
  for (const node of nodes) if (!top || node.y > top.y) top = node;
  return top?.isIssue ? top.key : null;
}

function drawRings(
  context: CanvasRenderingContext2D,
  { rings, theme }: LabelScene,
  points: ReadonlyMap<string, LabelPoint>,
): void {
  for (const { key, dashed } of rings) {
    const point = points.get(key);
    if (!point) continue;
    context.beginPath();
    context.arc(point.x, point.y, point.radius, 0, 2 * Math.PI);
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
  { picture, lines, emphasis, scale, theme, width, height, place }: LabelScene,
  points: ReadonlyMap<string, LabelPoint>,
  labels: readonly PlacedLabel[],
): void {
  if (!emphasis && scale < 1.1) return;
  const palette = PALETTES[theme];
  context.font = `700 13px ${FONT}`;
  context.textAlign = "center";
  let left = MOST_SIGNS;
  for (const edge of lines) {
    if (edge.polarity === null || (emphasis && !emphasis.edges.has(edge.key))) continue;
    const to = points.get(edge.target);
    const source = picture.nodeByKey.get(edge.source);
    if (!to || !source) continue;
    const from = points.get(edge.source) ?? place(source);
    const at = signPlace(from, to, bendOf(edge.step, Math.hypot(to.x - from.x, to.y - from.y)));
    if (!at || at.x < 0 || at.y < 0 || at.x > width || at.y > height) continue;
    if (labels.some((label) => isAt(label, at, 6))) continue;
    if (left-- === 0) break;
    const sign = polarityTerm(edge.polarity).mark;
    context.strokeStyle = palette.background;
    context.lineWidth = 4;
    context.strokeText(sign, at.x, at.y);
    context.fillStyle = edge.color;
    context.fillText(sign, at.x, at.y);
  }
}
