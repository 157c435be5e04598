/** SVG: the picture as on the screen, on a page of its own with title, filters in words, legend and documents. */

import { counted } from "../../model/counted.ts";
import { isolated } from "../../model/direction.ts";
import type { PictureGraph } from "../../model/graph.ts";
import { encodeChunks } from "../chunks.ts";
import type { GraphFormat } from "../format.ts";
import { calendarDay } from "../spells.ts";
import type { SvgContext } from "./context.ts";
import { buildLegend, legendPieces, sourcesShown } from "./legend.ts";
import { PAGE, penFor, textLine } from "./pen.ts";
import { buildScene, type Scene } from "./scene.ts";
import { groupPieces, scenePieces } from "./scene-pieces.ts";
import { coordinate } from "./shapes.ts";
import { FONTS, wrap } from "./text.ts";

export const svgFormat: GraphFormat = {
  id: "svg",
  label: "SVG picture",
  extension: "svg",
  mediaType: "image/svg+xml",
  what: ["edges"],
  options: ["theme"],
  isPicture: true,
  write: (graph, context) => encodeChunks(svgPieces(graph, context)),
};

/** The same as pieces of text, for whoever has less than a whole dataset. */
export const svgPieces = (graph: PictureGraph, context: SvgContext): Iterable<string> =>
  pieces(withoutAside(graph), context);

/** The map alone, in a box of that many pixels: what a page shows before it can draw itself. */
export function* mapPieces(
  graph: PictureGraph,
  { theme, width, height }: Pick<SvgContext, "theme"> & { readonly width: number; readonly height: number },
): Generator<string> {
  const pen = penFor({ theme });
  const shown = withoutAside(graph);
  yield `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${pen.xml.escape(FONTS)}">\n`;
  yield* scenePieces(buildScene(shown, { x: 0, y: 0, width, height }), shown, pen);
  yield "</svg>\n";
}

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
  const { emphasis } = context;
  const scene = buildScene(graph, area, context.isUnnamed ?? false, emphasis?.nodes);

  yield `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="${PAGE.width}" height="${PAGE.height}" viewBox="0 0 ${PAGE.width} ${PAGE.height}" role="img" aria-labelledby="title desc" font-family="${xml.escape(FONTS)}">\n`;
  yield `<title id="title">${xml.escape(title)}</title>\n`;
  yield `<desc id="desc">${xml.escape(`${description} ${evidence(graph, context)}`.trim())}</desc>\n`;
  yield `<rect width="${PAGE.width}" height="${PAGE.height}" fill="${palette.background}"/>\n`;
  yield* groupPieces(scene, context.groups ?? []);
  yield* scenePieces(scene, graph, pen, emphasis, (context.groups ?? []).length > 0);
  yield textLine(pen, isolated(title), PAGE.margin, 58, {
    size: 26,
    fill: palette.text,
    bold: true,
    width: inner,
  });
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
