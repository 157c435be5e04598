/** SVG: the picture as on the screen, on a page of its own with title, filters in words, legend and documents. */

import type { PictureGraph } from "../../model/graph.ts";
import { polarityTerm } from "../../model/vocabulary.ts";
import { encodeChunks } from "../chunks.ts";
import { safeColour } from "../colour.ts";
import type { GraphFormat } from "../format.ts";
import { calendarDay } from "../spells.ts";
import type { OutlinedGroup, SvgContext } from "./context.ts";
import { GUIDE_SIZE, type PlacedGuides } from "./guides.ts";
import { buildLegend, legendPieces, sourcesShown } from "./legend.ts";
import { HULL_LOOK, outlineAround, pathOf } from "./outline.ts";
import { PAGE, type Pen, penFor, textLine } from "./pen.ts";
import { baseline, buildScene, type PlacedEdge, type PlacedNode, type Scene } from "./scene.ts";
import { coordinate } from "./shapes.ts";
import { conditionMark, dashAttributes, head, lineOpacity } from "./strokes.ts";
import { FONTS, wrap } from "./text.ts";

export const svgFormat: GraphFormat = {
  id: "svg",
  label: "SVG picture",
  extension: "svg",
  mediaType: "image/svg+xml",
  what: ["edges"],
  options: ["theme"],
  write: (graph, context) => encodeChunks(svgPieces(graph, context)),
};

/** The same as pieces of text, for whoever has less than a whole dataset. */
export const svgPieces = (graph: PictureGraph, context: SvgContext): Iterable<string> =>
  pieces(withoutAside(graph), context);

/** The part of a picture that is drawn: without what the layout sets aside. */
function withoutAside(graph: PictureGraph): PictureGraph {
  const aside = new Set<string>(graph.attributes.guides?.aside);
  if (aside.size === 0) return graph;
  const nodes = Array.from(graph.nodes()).filter(({ key }) => !aside.has(key));
  const edges = Array.from(graph.edges()).filter(
    ({ source, target }) => !aside.has(source) && !aside.has(target),
  );
  const shown = new Set(edges.flatMap(({ attributes }) => attributes.statements)).size;
  return {
    ...graph,
    attributes: { ...graph.attributes, counts: { ...graph.attributes.counts, shown } },
    order: nodes.length,
    size: edges.length,
    nodes: () => nodes,
    edges: () => edges,
  };
}

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

/** What the picture rests on, in words. */
function evidence(graph: PictureGraph, context: SvgContext): string {
  const documents = counted(sourcesShown(graph, context).length, "document", "documents");
  const nodes = counted(graph.order, "node", "nodes");
  const edges = counted(graph.size, "line", "lines");
  const { counts, guides } = graph.attributes;
  const said = `As reported in ${documents}: ${counted(counts.shown, "statement", "statements")}, ${nodes}, ${edges}.`;
  return [said, ...(guides?.notes ?? [])].join(" ");
}

function* pieces(graph: PictureGraph, context: SvgContext): Generator<string> {
  const pen = penFor(context);
  const { xml } = pen;
  const { palette } = pen;
  const { title, description } = graph.attributes;
  const inner = PAGE.width - 2 * PAGE.margin;
  const words = wrap(description, 14, inner, 3);
  const legend = buildLegend(graph, context, pen);
  const headBottom = 96 + words.length * 19;
  const footTop = PAGE.height - 58 - legend.height;
  const area = {
    x: PAGE.margin / 2,
    y: headBottom,
    width: PAGE.width - PAGE.margin,
    height: footTop - 22 - headBottom,
  };
  const scene = buildScene(graph, area, context.isUnnamed ?? false);

  yield `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="${PAGE.width}" height="${PAGE.height}" viewBox="0 0 ${PAGE.width} ${PAGE.height}" role="img" aria-labelledby="title desc" font-family="${xml.escape(FONTS)}">\n`;
  yield `<title id="title">${xml.escape(title)}</title>\n`;
  yield `<desc id="desc">${xml.escape(`${description} ${evidence(graph, context)}`.trim())}</desc>\n`;
  yield `<rect width="${PAGE.width}" height="${PAGE.height}" fill="${palette.background}"/>\n`;
  yield* groupPieces(scene, context.groups ?? []);
  yield* scenePieces(scene, graph, pen);
  yield textLine(pen, title, PAGE.margin, 58, { size: 26, fill: palette.text, bold: true, width: inner });
  yield textLine(pen, evidence(graph, context), PAGE.margin, 84, { size: 15, fill: palette.dimText });
  for (const [at, line] of words.entries())
    yield textLine(pen, line, PAGE.margin, 106 + at * 19, { size: 14, fill: palette.text });
  yield `<path d="M${PAGE.margin} ${coordinate(footTop - 14)}H${PAGE.width - PAGE.margin}" stroke="${palette.dimText}" stroke-opacity="0.35"/>\n`;
  yield* legendPieces(legend, footTop + 6, pen);
  yield textLine(pen, footnote(graph, context, scene), PAGE.margin, PAGE.height - 26, {
    size: 12,
    fill: palette.dimText,
    width: inner,
  });
  yield "</svg>\n";
  yield xml.remark();
  const notice = pen.xml.notice();
  if (notice) context.onNotice(notice);
  if (scene.unlabelled > 0)
    context.onNotice({
      code: "names-left-out",
      message: `${counted(scene.unlabelled, "name", "names")} left out of the picture for want of room.`,
      count: scene.unlabelled,
    });
}

function footnote(graph: PictureGraph, { dataset, now }: SvgContext, scene: Scene): string {
  const { view, version } = graph.attributes;
  const release = dataset.metadata.version === "" ? "" : `release ${dataset.metadata.version}, `;
  const day = calendarDay(now.slice(0, 10));
  const missing =
    scene.unlabelled === 0
      ? []
      : [`${scene.unlabelled} of ${counted(graph.order, "name", "names")} left out for want of room`];
  return [
    `Dataset ${graph.attributes.dataset}, ${release}version ${version.slice(0, 16)}`,
    ...(day === "" ? [] : [`drawn ${day}`]),
    ...missing,
    ...(view === "" ? [] : [`view ${view}`]),
  ].join(" · ");
}

/** Outlines of groups, under everything else. */
function* groupPieces(scene: Scene, groups: readonly OutlinedGroup[]): Generator<string> {
  if (groups.length === 0) return;
  const placed = new Map<string, PlacedNode>(scene.nodes.map((node) => [node.node.key, node]));
  const { fill, stroke, width } = HULL_LOOK;
  for (const { color, nodes } of groups) {
    const discs = nodes.flatMap((key) => placed.get(key) ?? []);
    if (discs.length < 2) continue;
    const colour = safeColour(color);
    yield `<path d="${pathOf(outlineAround(discs))}" fill="${colour}" fill-opacity="${fill}" stroke="${colour}" stroke-opacity="${stroke}" stroke-width="${width}"/>\n`;
  }
}

function* scenePieces(scene: Scene, graph: PictureGraph, pen: Pen): Generator<string> {
  const names = new Map<string, string>();
  for (const { node } of scene.nodes) names.set(node.key, node.attributes.label);
  if (scene.guides) yield* guidePieces(scene.guides, pen);
  yield '<g fill="none">\n';
  for (const placed of scene.edges) yield edgePiece(placed, graph.type === "directed", names, pen);
  yield "</g>\n<g>\n";
  for (const placed of scene.edges) yield markPiece(placed, pen);
  const { background, text } = pen.palette;
  // Lines pass behind the names: a halo of the letters alone would let them strike through the blanks.
  yield `</g>\n<g fill="${background}" fill-opacity="0.86">\n`;
  for (const { box } of scene.labels)
    yield `<rect x="${coordinate(box.x - 2)}" y="${coordinate(box.y)}" width="${coordinate(box.width + 4)}" height="${coordinate(box.height)}" rx="3"/>\n`;
  yield "</g>\n<g>\n";
  for (const placed of scene.nodes) yield nodePiece(placed, pen);
  yield `</g>\n<g text-anchor="middle" fill="${text}" stroke="${background}" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke">\n`;
  for (const label of scene.labels) {
    const x = coordinate(label.box.x + label.box.width / 2);
    const weight = label.size >= 14 ? ' font-weight="600"' : "";
    const lines = label.lines.map(
      (line, at) => `<tspan x="${x}" y="${coordinate(baseline(label, at))}">${pen.xml.escape(line)}</tspan>`,
    );
    yield `<text font-size="${label.size}"${weight}>${lines.join("")}</text>\n`;
  }
  yield "</g>\n";
}

function* guidePieces({ lines, texts }: PlacedGuides, pen: Pen): Generator<string> {
  const { dimText, text: ink, background } = pen.palette;
  yield `<g stroke="${dimText}">\n`;
  for (const { from, to, strong } of lines)
    yield `<path d="M${coordinate(from.x)} ${coordinate(from.y)}L${coordinate(to.x)} ${coordinate(to.y)}" stroke-width="${strong ? 1.4 : 1}" stroke-opacity="${strong ? 0.8 : 0.35}"/>\n`;
  yield `</g>\n<g font-size="${GUIDE_SIZE}" stroke="${background}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">\n`;
  for (const { text, x, y, anchor, strong } of texts)
    yield `<text x="${coordinate(x)}" y="${coordinate(y)}" text-anchor="${anchor}" fill="${strong ? ink : dimText}"${strong ? ' font-weight="600"' : ""}>${pen.xml.escape(text)}</text>\n`;
  yield "</g>\n";
}

function edgePiece(
  { edge, line, width }: PlacedEdge,
  directed: boolean,
  names: ReadonlyMap<string, string>,
  pen: Pen,
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
  return `<g opacity="${coordinate(lineOpacity(attributes))}"><title>${pen.xml.escape(title)}</title><path d="${line.path}" ${stroke}/>${arrow}</g>\n`;
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

function nodePiece({ node, x, y, radius, outline }: PlacedNode, pen: Pen): string {
  const { attributes } = node;
  const title = `${attributes.label} (${attributes.kind_label}): ${counted(attributes.statements, "statement", "statements")}`;
  const look = `fill="${safeColour(attributes.color)}" stroke="${pen.palette.background}" stroke-width="1.5" fill-rule="evenodd"`;
  return `<path transform="translate(${coordinate(x)} ${coordinate(y)})" d="${outline.path(radius)}" ${look}><title>${pen.xml.escape(title)}</title></path>\n`;
}
