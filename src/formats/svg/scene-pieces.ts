/** A placed picture as elements of SVG: outlines of groups, guides, lines, marks, nodes and names. */

import { counted } from "../../model/counted.ts";
import { directionOf, isolated } from "../../model/direction.ts";
import type { PictureGraph } from "../../model/graph.ts";
import { polarityTerm } from "../../model/vocabulary.ts";
import { safeColour } from "../colour.ts";
import type { Emphasis, OutlinedGroup } from "./context.ts";
import { corridors } from "./corridors.ts";
import { GUIDE_SIZE, type PlacedGuides } from "./guides.ts";
import { LEADER_WIDTH } from "./leaders.ts";
import { HULL_LOOK, outlinesAround, pathOf } from "./outline.ts";
import { PAGE, type Pen } from "./pen.ts";
import { anchorOf } from "./radial.ts";
import { baseline, type PlacedEdge, type PlacedLabel, type PlacedNode, type Scene } from "./scene.ts";
import { coordinate } from "./shapes.ts";
import { conditionMark, dashAttributes, head, lineOpacity } from "./strokes.ts";

/** Outlines of groups, under everything else. */
export function* groupPieces(scene: Scene, groups: readonly OutlinedGroup[]): Generator<string> {
  if (groups.length === 0) return;
  const { fill, stroke, width } = HULL_LOOK;
  for (const { color, nodes, dash = [] } of groups) {
    const keys = new Set<string>(nodes);
    const members = scene.nodes.filter(({ node }) => keys.has(node.key));
    if (members.length < 2) continue;
    const others = scene.nodes.filter(({ node }) => !keys.has(node.key));
    const path = pathOf(outlinesAround(members, others, corridors(members, others), PAGE));
    const colour = safeColour(color);
    const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.join(" ")}"` : "";
    yield `<path d="${path}" fill-rule="evenodd" fill="${colour}" fill-opacity="${fill}" stroke="${colour}" stroke-opacity="${stroke}" stroke-width="${width}"${dashes}/>\n`;
  }
}

/**
 * @param emphasis what stands out; without it nothing does
 * @param overGroups whether outlines of groups lie below, which the grounds of names let through
 */
export function* scenePieces(
  scene: Scene,
  graph: PictureGraph,
  pen: Pen,
  emphasis?: Emphasis,
  overGroups = false,
): Generator<string> {
  const paleNode = (key: string): number => (!emphasis || emphasis.nodes.has(key) ? 1 : emphasis.rest.node);
  const paleEdge = (key: string): number => (!emphasis || emphasis.edges.has(key) ? 1 : emphasis.rest.edge);
  // As on the screen: beside what stands out, confidence does not count.
  const opacity = ({ key, attributes }: PlacedEdge["edge"]): number =>
    emphasis ? paleEdge(key) : lineOpacity(attributes);
  const names = new Map<string, string>();
  const issues = new Set<string>();
  for (const { node } of scene.nodes) {
    names.set(node.key, node.attributes.label);
    if (node.attributes.node_type === "issue") issues.add(node.key);
  }
  // As on the screen: names of actors, and what is selected, in bold, those of issues dimmer.
  const nameLook = (key: string): string =>
    issues.has(key) && emphasis?.ringed.has(key) !== true
      ? ` fill="${pen.palette.dimText}"`
      : ' font-weight="600"';
  if (scene.guides) yield* guidePieces(scene.guides, pen);
  yield '<g fill="none">\n';
  for (const placed of inFront(scene.edges, ({ edge }) => paleEdge(edge.key)))
    yield edgePiece(placed, graph.type === "directed", names, pen, opacity(placed.edge));
  yield "</g>\n<g>\n";
  for (const placed of scene.edges) if (paleEdge(placed.edge.key) === 1) yield markPiece(placed, pen);
  const { background, text } = pen.palette;
  // Lines pass behind the names: a halo of the letters alone would let them strike through the blanks.
  yield `</g>\n<g fill="${background}" fill-opacity="${overGroups ? 0.5 : 0.86}">\n`;
  for (const { box, turned } of scene.labels)
    if (!turned)
      yield `<rect x="${coordinate(box.x - 2)}" y="${coordinate(box.y)}" width="${coordinate(box.width + 4)}" height="${coordinate(box.height)}" rx="3"/>\n`;
  yield "</g>\n";
  yield* leaderPieces(scene, pen);
  yield "<g>\n";
  for (const placed of inFront(scene.nodes, ({ node }) => paleNode(node.key)))
    yield nodePiece(placed, pen, paleNode(placed.node.key), emphasis?.ringed.has(placed.node.key) ?? false);
  yield `</g>\n<g text-anchor="middle" fill="${text}" stroke="${background}" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke">\n`;
  for (const label of scene.labels) {
    if (label.turned) {
      yield turnedPiece(label, label.turned, pen, nameLook(label.key), paleNode(label.key) === 1);
      continue;
    }
    const x = coordinate(label.box.x + label.box.width / 2);
    const lines = label.lines.map(
      (line, at) => `<tspan x="${x}" y="${coordinate(baseline(label, at))}">${pen.xml.escape(line)}</tspan>`,
    );
    const written = directionOf(label.lines.join(" ")) === "rtl" ? ' direction="rtl"' : "";
    const pale = paleNode(label.key) === 1 ? "" : ` opacity="${PALE_NAME}"`;
    yield `<text font-size="${label.size}"${nameLook(label.key)}${written}${pale}>${lines.join("")}</text>\n`;
  }
  yield "</g>\n";
}

/** A name along the radius of a ring, from the end at its node on. */
function turnedPiece(
  { lines, size, box }: PlacedLabel,
  { angle, anchor }: NonNullable<PlacedLabel["turned"]>,
  { xml }: Pen,
  look: string,
  stands: boolean,
): string {
  const text = lines.join(" ");
  const middle = `${coordinate(box.x + box.width / 2)} ${coordinate(box.y + box.height / 2)}`;
  const turn = `rotate(${coordinate((angle * 180) / Math.PI)} ${middle})`;
  const x = coordinate(anchor === "left" ? box.x : box.x + box.width);
  const y = coordinate(box.y + box.height / 2 + LINE_DROP * size);
  const written = directionOf(text) === "rtl" ? ' direction="rtl"' : "";
  const pale = stands ? "" : ` opacity="${PALE_NAME}"`;
  return `<text transform="${turn}" text-anchor="${anchorOf(text, anchor)}" font-size="${coordinate(size)}"${look}${written}${pale}><tspan x="${x}" y="${y}">${xml.escape(text)}</tspan></text>\n`;
}

/** From the middle of letters down to their line, as a share of their size. */
const LINE_DROP = 0.36;

/** Thin lines from nodes to names that stand away from them. */
function* leaderPieces({ labels }: Scene, { palette }: Pen): Generator<string> {
  const path = labels
    .flatMap(({ leader }) => leader ?? [])
    .map(
      ({ from, to }) =>
        `M${coordinate(from.x)} ${coordinate(from.y)}L${coordinate(to.x)} ${coordinate(to.y)}`,
    )
    .join("");
  if (path === "") return;
  for (const [colour, width] of [
    [palette.background, LEADER_WIDTH.halo],
    [palette.text, LEADER_WIDTH.line],
  ] as const)
    yield `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}"/>\n`;
}

/** Opacity of names that step back: they are to be read all the same. */
const PALE_NAME = 0.55;

/** What is pale first, so that the rest lies above it. */
const inFront = <T>(placed: readonly T[], opacity: (one: T) => number): readonly T[] =>
  placed.toSorted((a, b) => opacity(a) - opacity(b));

function* guidePieces({ lines, texts }: PlacedGuides, pen: Pen): Generator<string> {
  const { dimText, text: ink, background } = pen.palette;
  yield `<g stroke="${dimText}">\n`;
  for (const { from, to, strong } of lines)
    yield `<path d="M${coordinate(from.x)} ${coordinate(from.y)}L${coordinate(to.x)} ${coordinate(to.y)}" stroke-width="${strong ? 1.4 : 1}" stroke-opacity="${strong ? 0.8 : 0.35}"/>\n`;
  yield `</g>\n<g font-size="${GUIDE_SIZE}" stroke="${background}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">\n`;
  for (const { text, x, y, anchor, strong } of texts)
    yield `<text x="${coordinate(x)}" y="${coordinate(y)}" text-anchor="${anchor}" fill="${strong ? ink : dimText}"${strong ? ' font-weight="600"' : ""}>${pen.xml.escape(isolated(text))}</text>\n`;
  yield "</g>\n";
}

function edgePiece(
  { edge, line, width }: PlacedEdge,
  directed: boolean,
  names: ReadonlyMap<string, string>,
  pen: Pen,
  opacity: number,
): string {
  const { attributes } = edge;
  const colour = safeColour(attributes.color);
  const condition = attributes.condition ? ` (${attributes.condition})` : "";
  const title = `${names.get(edge.source)} – ${attributes.label} – ${names.get(edge.target)}${condition}: ${attributes.count}`;
  const degrees = coordinate((line.angle * 180) / Math.PI);
  const arrow = directed
    ? `<g transform="translate(${coordinate(line.tip.x)} ${coordinate(line.tip.y)}) rotate(${degrees})">${head(width, colour, attributes.tentative, pen.palette.background)}</g>`
    : "";
  const stroke = `stroke="${colour}" stroke-width="${coordinate(width)}"${dashAttributes(attributes.line, width)}`;
  return `<g opacity="${coordinate(opacity)}"><title>${pen.xml.escape(title)}</title><path d="${line.path}" ${stroke}/>${arrow}</g>\n`;
}

function markPiece({ edge, line, width, sign }: PlacedEdge, { palette }: Pen): string {
  const { conditional, color, polarity } = edge.attributes;
  const condition = conditional ? conditionMark(line.middle, width, color, palette.background) : "";
  const at = sign ? `x="${coordinate(sign.x)}" y="${coordinate(sign.y + 4.5)}"` : "";
  const look = `font-size="13" font-weight="700" text-anchor="middle" stroke="${palette.background}" stroke-width="3.5" paint-order="stroke"`;
  const mark =
    sign && polarity
      ? `<text ${at} ${look} fill="${safeColour(color)}">${polarityTerm(polarity).mark}</text>`
      : "";
  return condition === "" && mark === "" ? "" : `${condition}${mark}\n`;
}

function nodePiece(
  { node, x, y, radius, outline }: PlacedNode,
  pen: Pen,
  pale: number,
  isRinged: boolean,
): string {
  const { attributes } = node;
  const title = `${attributes.label} (${attributes.kind_label}): ${counted(attributes.statements, "statement", "statements")}`;
  const opacity = pale === 1 ? "" : ` opacity="${coordinate(pale)}"`;
  const ring = isRinged
    ? `<circle cx="${coordinate(x)}" cy="${coordinate(y)}" r="${coordinate(radius + 5)}" fill="none" stroke="${pen.palette.text}" stroke-width="2.5"/>\n`
    : "";
  const look = `fill="${safeColour(attributes.color)}" stroke="${pen.palette.background}" stroke-width="1.5" fill-rule="evenodd"`;
  return `${ring}<path transform="translate(${coordinate(x)} ${coordinate(y)})" d="${outline.path(radius)}" ${look}${opacity}><title>${pen.xml.escape(title)}</title></path>\n`;
}
