/** What the lines, marks and outlines mean, and which documents speak: the foot of the page. */

import { sourceName } from "../../model/dataset.ts";
import type { EdgeAttributes, PictureGraph } from "../../model/graph.ts";
import { POLARITIES, type PolarityTerm } from "../../model/vocabulary.ts";
import { safeColour } from "../colour.ts";
import type { LegendKey, SvgContext } from "./context.ts";
import { PAGE, type Pen, textLine } from "./pen.ts";
import { coordinate, outlineOf } from "./shapes.ts";
import { conditionMark, dashAttributes, head, headLength } from "./strokes.ts";
import { wrap } from "./text.ts";

interface Row {
  readonly text: string;
  /** Drawn around x = 20, y = 0 in a box 40 wide. */
  readonly sample: string;
}

export interface Legend {
  readonly lines: readonly Row[];
  readonly kinds: readonly Row[];
  /** Kinds in one column; the rest stands in a second one. */
  readonly kindRows: number;
  /** Lines of the names of documents, and how many documents are only counted. */
  readonly sources: readonly { readonly text: string; readonly indent: number }[];
  readonly moreSources: number;
  /** Further parts, one below the other; headings have no sample. */
  readonly keys: readonly (Row & { readonly isHeading: boolean })[];
  /** Of everything, in pixels. */
  readonly height: number;
}

const ROW = 21;
const TITLE = 30;
/** Sources beyond these are only counted. */
const MOST_SOURCES = 8;
const KIND_ROWS = 6;
/** Lines that the name of a document may take. */
const SOURCE_LINES = 3;
/** Indent in pixels of all but its first. */
const HANGING = 14;
/** Size of the words in pixels. */
const ENTRY = 13;
/** Where the third column begins, and the fourth where further parts stand in the third. */
const KEYS = 900;
const BESIDE_KEYS = 1210;

const AGREEMENT_WORDS: Readonly<Record<string, string>> = {
  support: "agrees with, on issues where both take a side",
  oppose: "disagrees with",
  neutral: "neither",
};

/** Collects what occurs in the picture, so that the legend explains that and no more. */
export function buildLegend(graph: PictureGraph, context: SvgContext, pen: Pen): Legend {
  const lines = lineRows(graph, pen);
  const keys = keyRows(context.keys ?? []);
  const kinds = kindRowsOf(graph, keys.length > 0 ? pen.palette.dimText : null);
  const names = sourcesShown(graph, context).map(sourceName);
  const named = names.length > MOST_SOURCES + 1 ? MOST_SOURCES : names.length;
  const moreSources = names.length - named;
  const width = PAGE.width - PAGE.margin - (keys.length > 0 ? BESIDE_KEYS : KEYS);
  const sources = names.slice(0, named).flatMap((name) =>
    wrap(name, ENTRY, width - HANGING, SOURCE_LINES).map((text, at) => ({
      text,
      indent: at === 0 ? 0 : HANGING,
    })),
  );
  const others = Math.max(
    lines.length,
    sources.length + (moreSources > 0 ? 1 : 0),
    // The first heading stands beside the others.
    keys.length - 1,
  );
  // Where the foot is high anyway, kinds stand in one column and leave its room to the names beside them.
  const kindRows =
    keys.length > 0 && kinds.length <= others
      ? kinds.length
      : Math.max(KIND_ROWS, Math.ceil(kinds.length / 2));
  const rows = Math.max(others, Math.min(kinds.length, kindRows));
  return { lines, kinds, kindRows, sources, moreSources, keys, height: TITLE + rows * ROW };
}

/** Width of a ramp of colours in pixels. */
const RAMP = 40;

function keyRows(keys: readonly LegendKey[]): Legend["keys"] {
  return keys.flatMap(({ title, rows }) => [
    { text: title, sample: "", isHeading: true },
    ...rows.map(({ text, colors }) => ({ text, sample: colorSample(colors), isHeading: false })),
  ]);
}

function colorSample(colors: readonly string[]): string {
  if (colors.length === 1) return `<circle cx="28" r="6.5" fill="${safeColour(colors[0] ?? "")}"/>`;
  const width = RAMP / Math.max(1, colors.length);
  return colors
    .map(
      (color, at) =>
        `<rect x="${coordinate(at * width)}" y="-5" width="${coordinate(width)}" height="10" fill="${safeColour(color)}"/>`,
    )
    .join("");
}

/** The documents that the edges rest on, in the dataset's order. */
export function sourcesShown(
  graph: PictureGraph,
  { dataset, statements }: SvgContext,
): SvgContext["dataset"]["sources"] {
  const ids = new Set<string>();
  for (const { attributes } of graph.edges())
    for (const id of (attributes.document ?? "").split(";")) ids.add(id);
  ids.delete("");
  if (ids.size === 0) for (const { source } of statements) ids.add(source);
  return dataset.sources.filter(({ id }) => ids.has(id));
}

function lineRows(graph: PictureGraph, pen: Pen): Row[] {
  const { background, dimText } = pen.palette;
  const samples = new Map<string, EdgeAttributes>();
  let relations = false;
  let conditional = false;
  let tentative = false;
  let structure: EdgeAttributes | null = null;
  for (const { attributes } of graph.edges()) {
    if (attributes.conditional) conditional = true;
    if (attributes.tentative) tentative = true;
    if (attributes.kind === "relation") relations = true;
    if (attributes.kind === "structure") structure = attributes;
    else {
      const polarity = attributes.polarity ?? "neutral";
      const seen = samples.get(polarity);
      if (!seen || (seen.tentative && !attributes.tentative)) samples.set(polarity, attributes);
    }
  }
  const directed = graph.type === "directed";
  const rows = POLARITIES.flatMap((term): Row[] => {
    const edge = samples.get(term.id);
    if (!edge) return [];
    const words =
      edge.kind === "agreement" ? (AGREEMENT_WORDS[term.id] ?? term.label) : stanceWords(term, relations);
    return [{ text: words, sample: lineSample(edge, directed, background) }];
  });
  if (structure) rows.push({ text: "belongs to", sample: lineSample(structure, directed, background) });
  const stroke = `<path d="M0 0H40" stroke="${dimText}" stroke-width="2"/>`;
  if (conditional)
    rows.push({
      text: "with a condition",
      sample: stroke + conditionMark({ x: 20, y: 0 }, 2.5, dimText, background),
    });
  if (tentative)
    rows.push({
      text: directed ? "forecast or alleged only (paler, open head)" : "forecast or alleged only (paler)",
      sample: tentativeSample(directed, pen),
    });
  if (graph.size > 0)
    rows.push({
      text: directed ? "wider = more statements" : "wider = more issues",
      sample: `<path d="M0 0L40 -4V4Z" fill="${dimText}"/>`,
    });
  return rows;
}

const RELATION_WORDS: Readonly<Record<string, string>> = {
  support: "positive relation",
  oppose: "negative relation",
  neutral: "neutral relation",
};

/** `supports +`, and what relations of this polarity are called where there are any. */
const stanceWords = ({ id, label, mark }: PolarityTerm, relations: boolean): string =>
  `${label} ${mark}${relations ? ` · ${RELATION_WORDS[id] ?? ""}` : ""}`;

/** Width of the lines of samples, in pixels. */
const SAMPLE = 2.5;

function lineSample(
  { line, color, tentative }: Pick<EdgeAttributes, "line" | "color" | "tentative">,
  directed: boolean,
  background: string,
): string {
  const colour = safeColour(color);
  const end = 40 - (directed ? headLength(SAMPLE) * 0.85 : 0);
  const arrow = directed
    ? `<g transform="translate(40 0)">${head(SAMPLE, colour, tentative, background)}</g>`
    : "";
  return `<path d="M0 0H${coordinate(end)}" stroke="${colour}" stroke-width="${SAMPLE}"${dashAttributes(line, SAMPLE)}/>${arrow}`;
}

const tentativeSample = (directed: boolean, { palette }: Pen): string =>
  lineSample(
    { line: "dashed", color: palette.tentative.oppose, tentative: true },
    directed,
    palette.background,
  );

function kindRowsOf(graph: PictureGraph, plain: string | null): Row[] {
  const counts = new Map<string, { label: string; shape: string; color: string; count: number }>();
  for (const { attributes } of graph.nodes()) {
    const name = `${attributes.node_type}/${attributes.kind}`;
    const entry = counts.get(name);
    if (entry) entry.count++;
    else
      counts.set(name, {
        label: attributes.kind_label,
        shape: attributes.shape,
        color: attributes.color,
        count: 1,
      });
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ label, shape, color, count }) => ({
      text: `${label} (${count})`,
      sample: `<path transform="translate(28 0)" d="${outlineOf(shape).path(7)}" fill-rule="evenodd" fill="${safeColour(plain ?? color)}"/>`,
    }));
}

/** Draws the legend with its upper edge at `top`. */
export function* legendPieces(legend: Legend, top: number, pen: Pen): Generator<string> {
  const { text, dimText } = pen.palette;
  const heading = { size: 13, fill: dimText, bold: true };
  const entry = { size: ENTRY, fill: text };
  const rowY = (row: number) => top + TITLE + row * ROW;
  const column = function* (rows: readonly Row[], x: number, width: number): Generator<string> {
    for (const [at, row] of rows.entries()) {
      yield `<g transform="translate(${x} ${coordinate(rowY(at) - 4.5)})" fill="none">${row.sample}</g>\n`;
      yield textLine(pen, row.text, x + 52, rowY(at), { ...entry, width: width - 60 });
    }
  };
  const [linesX, kindsX] = [PAGE.margin, 430];
  const half = legend.kindRows;
  const [keysX, besideKeys] =
    legend.keys.length > 0 && half >= legend.kinds.length ? [700, 1170] : [KEYS, BESIDE_KEYS];
  const sourcesX = legend.keys.length > 0 ? besideKeys : keysX;
  if (legend.lines.length > 0) yield textLine(pen, "Lines", linesX, top + 6, heading);
  yield* column(legend.lines, linesX, kindsX - linesX);
  if (legend.kinds.length > 0) yield textLine(pen, "Who and what", kindsX, top + 6, heading);
  yield* column(legend.kinds.slice(0, half), kindsX, 230);
  yield* column(legend.kinds.slice(half), kindsX + 230, 230);
  for (const [at, row] of legend.keys.entries()) {
    const y = at === 0 ? top + 6 : rowY(at - 1);
    if (row.sample !== "")
      yield `<g transform="translate(${keysX - 16} ${coordinate(y - 4.5)})">${row.sample}</g>\n`;
    const style = row.isHeading ? heading : entry;
    const indent = row.isHeading || row.sample === "" ? 0 : 34;
    yield textLine(pen, row.text, keysX + indent, y, { ...style, width: sourcesX - keysX - indent - 12 });
  }
  if (legend.sources.length > 0) yield textLine(pen, "Documents", sourcesX, top + 6, heading);
  const width = PAGE.width - PAGE.margin - sourcesX;
  for (const [at, { text: line, indent }] of legend.sources.entries())
    yield textLine(pen, line, sourcesX + indent, rowY(at), { ...entry, width: width - indent });
  if (legend.moreSources > 0)
    yield textLine(pen, `and ${legend.moreSources} more`, sourcesX, rowY(legend.sources.length), {
      ...entry,
      fill: dimText,
    });
}
