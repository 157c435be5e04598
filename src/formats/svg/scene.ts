/** The picture placed on the page: nodes in pixels with y downwards, edges as curves, labels that found room. */

import type { GraphEdge, GraphNode, PictureGraph } from "../../model/graph.ts";
import { finite } from "../columns.ts";
import { bendOf, bendSteps, type EdgeLine, type End, edgeLine, type Point } from "./geometry.ts";
import { arcStep, guidePoints, type PlacedGuides, placeGuides, wordBoxes } from "./guides.ts";
import { byConnections } from "./importance.ts";
import { labelForms } from "./label-forms.ts";
import { placeLabels, REMOTE_LABELS } from "./labels.ts";
import type { LabelNode, Leader, PlacedLabel as Placed } from "./occupied.ts";
import { isAt } from "./radial.ts";
import { outwardAt, ringFor, ringNameScale, ringPlaces } from "./ring.ts";
import { outlineOf } from "./shapes.ts";
import { growth, headLength, strokeWidth } from "./strokes.ts";
import { shorten, textWidth } from "./text.ts";

/** A rectangle by its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedNode extends End {
  readonly node: GraphNode;
}

export interface PlacedEdge {
  readonly edge: GraphEdge;
  readonly line: EdgeLine;
  readonly width: number;
  /** Where the sign of its polarity is put; null where there is no room, or none is needed. */
  readonly sign: Point | null;
}

type Turned = NonNullable<Placed["turned"]>;

export interface PlacedLabel {
  /** Of its node. */
  readonly key: string;
  readonly lines: readonly string[];
  readonly size: number;
  readonly box: Box;
  /** The thin line from its node where it stands away from it. */
  readonly leader: Leader | null;
  /** Present when it is turned around the middle of its box. */
  readonly turned: Turned | null;
}

export interface Scene {
  readonly nodes: readonly PlacedNode[];
  /** Thin ones first, so that the strong lie above. */
  readonly edges: readonly PlacedEdge[];
  readonly labels: readonly PlacedLabel[];
  /** Of the layout; null when it has none. */
  readonly guides: PlacedGuides | null;
  /** Names for which there was no room. */
  readonly unlabelled: number;
}

const LINE_HEIGHT = 1.15;
/** Of names around a ring, which stand side by side. */
const RING_LINE_HEIGHT = 1.28;
/** How much wider letters are in bold, as names of actors have them. */
const BOLD = 1.06;
/** Of names, as against the screen. */
const LARGER = 1.15;
/** Pixels of most names. */
const SIZE = 12;
/** For more names than this no room is looked for. */
const MOST_NAMES = 1500;
/** Signs of polarities are drawn from this scale on, as on the screen. */
const SIGN_SCALE = 1.1;

/** Fits the picture into a box and places everything in it. Edges whose ends are missing are left out; names of `first` find room first. */
export function buildScene(
  given: PictureGraph,
  area: Box,
  isUnnamed = false,
  first: ReadonlySet<string> = new Set(),
): Scene {
  const graph = drawnOut(given, area);
  const { guides } = graph.attributes;
  const { toPage, scale } = fitToPage(graph, area);
  const placed = guides ? placeGuides(guides, toPage, scale) : null;
  const nodes = Array.from(graph.nodes(), (node): PlacedNode => {
    const { size, shape } = node.attributes;
    const radius = Math.min(48, Math.max(3, finite(size, 4) * growth(scale)));
    return { ...toPage(placeOf(node)), radius, outline: outlineOf(shape), node };
  });
  const labels = isUnnamed ? [] : labelNodes(graph, nodes, area, scale, placed, first);
  return {
    nodes,
    edges: placeEdges(graph, nodes, scale, labels),
    labels,
    guides: placed,
    unlabelled: isUnnamed ? 0 : nodes.length - labels.length,
  };
}

const placeOf = ({ attributes }: GraphNode): Point => ({
  x: finite(attributes.x),
  y: finite(attributes.y),
});

/** A picture of nodes on a circle with these on an ellipse that has room for their names; any other as it is. */
function drawnOut(graph: PictureGraph, area: Box): PictureGraph {
  const { guides } = graph.attributes;
  // One that is no circle was drawn out before, to the room that it has on a screen.
  if (!guides?.ring || guides.ring.x !== guides.ring.y) return graph;
  const nodes = [...graph.nodes()];
  const names = nodes.map(({ attributes }) => attributes.short_label || attributes.label);
  const room = { width: area.width / LARGER, height: area.height / LARGER };
  const ring = ringFor(names, room, guides.ring);
  const places = ringPlaces(nodes.map(placeOf), guides.ring, ring);
  const moved = nodes.map(
    (node, at): GraphNode => ({ ...node, attributes: { ...node.attributes, ...places[at] } }),
  );
  return {
    ...graph,
    attributes: { ...graph.attributes, guides: { ...guides, ring } },
    nodes: () => moved,
    edges: () => graph.edges(),
  };
}

/** The largest scale, at most 2, at which nodes and the labels below them stay within the box. */
function fitToPage(graph: PictureGraph, area: Box) {
  const { guides } = graph.attributes;
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of [...Array.from(graph.nodes(), placeOf), ...(guides ? guidePoints(guides) : [])]) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  // Names are a little larger here than on the screen.
  const side = Math.max(70, LARGER * (guides?.ring?.beside ?? guides?.margin ?? 0));
  const [above, below] = guides?.ring ? [LARGER * guides.ring.above, LARGER * guides.ring.above] : [30, 46];
  const wide = (area.width - 2 * side) / Math.max(1e-9, right - left);
  const tall = (area.height - above - below) / Math.max(1e-9, high - low);
  const scale = Math.min(2, wide, tall);
  // Halves first: the sum of two large coordinates may be infinite.
  const centre = { x: left / 2 + right / 2, y: low / 2 + high / 2 };
  const page = { x: area.x + area.width / 2, y: area.y + above + (area.height - above - below) / 2 };
  const toPage = ({ x, y }: Point): Point => ({
    x: page.x + (x - centre.x) * scale,
    y: page.y - (y - centre.y) * scale,
  });
  return { toPage, scale };
}

function placeEdges(
  graph: PictureGraph,
  nodes: readonly PlacedNode[],
  scale: number,
  labels: readonly PlacedLabel[],
): PlacedEdge[] {
  const edges = [...graph.edges()];
  const steps = bendSteps(edges);
  const ends = new Map<string, PlacedNode>(nodes.map((placed) => [placed.node.key, placed]));
  const placed: PlacedEdge[] = [];
  for (const [at, edge] of edges.entries()) {
    const from = ends.get(edge.source);
    const to = ends.get(edge.target);
    if (!from || !to) continue;
    const width = strokeWidth(edge.attributes, scale);
    const chord = Math.hypot(to.x - from.x, to.y - from.y);
    const inwards = arcStep(graph.attributes.guides, placeOf(from.node), placeOf(to.node));
    const step = (steps[at] as number) + inwards;
    // A loop has no chord; its bend only tells it from other loops.
    const bend = edge.source === edge.target ? step * 16 : bendOf(step, chord);
    const line = edgeLine(from, to, bend, graph.type === "directed" ? headLength(width) * 0.85 : 0);
    const { sign } = line;
    const signed =
      sign !== null &&
      scale >= SIGN_SCALE &&
      edge.attributes.polarity !== undefined &&
      !labels.some((label) => isNear(label, sign));
    placed.push({ edge, width, line, sign: signed ? sign : null });
  }
  return placed.sort((a, b) => a.width - b.width);
}

/** Whether a sign here would touch the name. */
const isNear = ({ key, box: { x, y, ...size }, turned }: PlacedLabel, at: Point): boolean =>
  isAt({ key, text: "", left: x, top: y, ...size, ...(turned ? { turned } : {}) }, at, 6);

/** Names of the most important nodes, `first` before all others, where they find room. */
function labelNodes(
  graph: PictureGraph,
  nodes: readonly PlacedNode[],
  area: Box,
  perUnit: number,
  placed: PlacedGuides | null,
  first: ReadonlySet<string>,
): PlacedLabel[] {
  const { guides } = graph.attributes;
  const height = SIZE * (guides?.ring ? RING_LINE_HEIGHT : LINE_HEIGHT);
  // The issue that a layout puts above everything else: the tips of its lines are below it.
  const highest = nodes.reduce((least, { y }) => Math.min(least, y), Number.POSITIVE_INFINITY);
  const around = (x: number, y: number) => ({ x: x - area.x, y: y - area.y });
  const wanted = inOrder(graph, nodes, first).map(({ node, x, y, radius }, rank, { length }): LabelNode => {
    const { key, attributes } = node;
    const scale = guides || rank >= length / 3 ? 1 : (rank < length / 12 ? 14 : 13) / SIZE;
    const name = attributes.short_label || attributes.label;
    const wider = attributes.node_type === "issue" ? 1 : BOLD;
    const own = { key, ...around(x, y), radius, scale, wider };
    if (guides?.labels === "outwards")
      return {
        ...own,
        text: shorten(name, SIZE, (1.1 / wider) * guides.margin),
        side: attributes.x < 0 ? "left" : "right",
      };
    const outward = guides?.ring ? outwardAt(guides.ring, attributes) : null;
    if (guides?.ring && outward !== null) {
      const smaller = ringNameScale(guides.ring, length, perUnit, height);
      return { ...own, outward, scale: smaller, text: name, shorter: labelForms(name) };
    }
    const [text = name, ...shorter] = labelForms(name);
    return {
      ...own,
      text,
      shorter,
      above: guides !== undefined && attributes.node_type === "issue" && y === highest,
    };
  });
  const sizes = new Map(wanted.map(({ key, scale = 1 }) => [key, scale * SIZE]));
  const points = nodes.map(({ node, x, y, radius }) => ({ key: node.key, ...around(x, y), radius }));
  const taken = wordBoxes(placed).map((box) => ({
    ...box,
    left: box.left - area.x,
    top: box.top - area.y,
  }));
  const measure = (text: string): number => textWidth(text, SIZE);
  const onPage = ({ x, y }: Point): Point => ({ x: x + area.x, y: y + area.y });
  return placeLabels(wanted, points, measure, height, area, REMOTE_LABELS, taken).map(
    ({ key, text, left, top, width, height, leader, turned = null }): PlacedLabel => ({
      key,
      lines: text.split("\n"),
      size: sizes.get(key) ?? SIZE,
      box: { ...onPage({ x: left, y: top }), width, height },
      turned,
      leader: leader ? { from: onPage(leader.from), to: onPage(leader.to) } : null,
    }),
  );
}

/** The nodes that may have names: `first`, then the most connected. */
function inOrder(
  graph: PictureGraph,
  nodes: readonly PlacedNode[],
  first: ReadonlySet<string>,
): readonly PlacedNode[] {
  const weighed = nodes.map(({ node: { key, attributes } }) => ({ key, statements: attributes.statements }));
  const ordered = byConnections(weighed, [...graph.edges()]).flatMap((number) => nodes[number] ?? []);
  const isFirst = ({ node }: PlacedNode): boolean => first.has(node.key);
  return [...ordered.filter(isFirst), ...ordered.filter((one) => !isFirst(one))].slice(0, MOST_NAMES);
}

/** Baseline of a label's line, counted from 0. */
export const baseline = ({ box, size }: PlacedLabel, line: number): number =>
  box.y + size * (0.87 + line * LINE_HEIGHT);
