/** A look applied to a graph: the colour, size and name of every node, and the legend of exactly that. Pure. */

import type { Theme } from "../../model/view.ts";
import type { GraphDocument } from "../api/client.ts";
import { DEFAULT_LOOK, type Look } from "./look.ts";
import {
  ALIKE,
  categories,
  diverging,
  LARGEST,
  missingColor,
  type Ramp,
  radiusOf,
  SMALLEST,
  sequential,
  shareOf,
} from "./scales.ts";
import { LOOK_TEXTS as T } from "./texts.ts";
import { attributeOf, attributeVariables, isMetric, METRICS, type Variable } from "./variables.ts";

/** What the server found; null while it is not there. */
export interface Found {
  /** Name of the community or coalition of each actor that is in one. */
  readonly groups: ReadonlyMap<string, string> | null;
  /** By metric, then by node key. */
  readonly metrics: ReadonlyMap<string, ReadonlyMap<string, number>> | null;
  /** Values of the attribute that colours show, in the order of the whole dataset. */
  readonly order: readonly string[] | null;
}

/** One row of a legend: a colour, its words, and the nodes it stands for. */
interface ColorRow {
  readonly label: string;
  readonly color: string;
  readonly keys: readonly string[];
}

/** Colours from one end to the other, with the words of both. */
interface RampKey {
  readonly colors: readonly string[];
  readonly least: string;
  readonly greatest: string;
}

export interface LookLegend {
  /** Null for the default: actors in one colour, issues in the other. */
  readonly color: {
    readonly title: string;
    readonly ramp: RampKey | null;
    readonly rows: readonly ColorRow[];
  } | null;
  /** Null for statements. Radii in pixels. */
  readonly size: {
    readonly title: string;
    readonly samples: readonly { readonly radius: number; readonly label: string }[];
  } | null;
  /** Further sentences: what names and widths stand for, and what could not be shown. */
  readonly notes: readonly string[];
}

export interface Dressing {
  /** By node key; null = the default. */
  readonly color: ReadonlyMap<string, string> | null;
  readonly size: ReadonlyMap<string, number> | null;
  readonly label: ReadonlyMap<string, string> | null;
  readonly width: "statements" | "confidence" | "uniform";
  readonly legend: LookLegend;
}

const NO_LEGEND: LookLegend = { color: null, size: null, notes: [] };
export const PLAIN: Dressing = {
  color: null,
  size: null,
  label: null,
  width: "statements",
  legend: NO_LEGEND,
};

/** The look with what the graph or the page does not know put back to its default, and sentences that say so. */
function known(
  look: Look,
  attributes: readonly Variable[],
): { readonly look: Look; readonly notes: readonly string[] } {
  const ids = attributes.map(({ id }) => id);
  const choices: Readonly<Record<"color" | "size" | "label" | "width", readonly string[]>> = {
    color: ["type", "kind", "community", "coalition", "stance", ...METRICS.map(({ id }) => id), ...ids],
    size: ["statements", "uniform", ...METRICS.map(({ id }) => id)],
    label: ["short", "full", "none", ...ids],
    width: ["statements", "confidence", "uniform"],
  };
  const wrong = (["color", "size", "label", "width"] as const).filter(
    (name) => !choices[name].includes(look[name]),
  );
  return {
    look: { ...look, ...Object.fromEntries(wrong.map((name) => [name, DEFAULT_LOOK[name]])) },
    notes: [...new Set(wrong.map((name) => T.unknown(look[name].replace(/^x:/, ""))))],
  };
}

export function dressingOf(graph: GraphDocument, asked: Look, theme: Theme, found: Found): Dressing {
  const attributes = attributeVariables(graph);
  const { look, notes } = known(asked, attributes);
  const color = colorsOf(graph, look.color, theme, found, attributes);
  const size = sizesOf(graph, look.size, found);
  const label = namesOf(graph, look.label);
  const variable = attributes.find(({ id }) => id === look.label);
  return {
    color: color?.byKey ?? null,
    size: size?.byKey ?? null,
    label,
    width: look.width as Dressing["width"],
    legend: {
      color: color?.legend ?? null,
      size: size?.legend ?? null,
      notes: [
        ...notes,
        ...(variable ? [T.namesAre(variable.label)] : []),
        ...(look.width === "confidence" ? [T.widthOf(T.byConfidence)] : []),
        ...(look.width === "uniform" ? [T.widthOf(T.uniform)] : []),
      ],
    },
  };
}

interface Colors {
  readonly byKey: ReadonlyMap<string, string>;
  readonly legend: NonNullable<LookLegend["color"]>;
}

function colorsOf(
  graph: GraphDocument,
  by: string,
  theme: Theme,
  found: Found,
  attributes: readonly Variable[],
): Colors | null {
  const texts = (of: (node: GraphDocument["nodes"][number]) => string) =>
    new Map<string, string>(graph.nodes.map((node) => [node.key, of(node)]));
  if (by === "type") return null;
  if (by === "kind") {
    if (!found.order) return waiting(graph, T.byKind, theme);
    return byText(
      T.byKind,
      texts(({ attributes: own }) => (own.node_type === "issue" ? "" : own.kind_label)),
      theme,
      T.issue,
      found.order,
    );
  }
  if (by === "community" || by === "coalition") {
    const { groups } = found;
    if (!groups) return waiting(graph, by === "community" ? T.byCommunity : T.byCoalition, theme);
    return byText(
      by === "community" ? T.byCommunity : T.byCoalition,
      texts(({ key }) => groups.get(key) ?? ""),
      theme,
      T.ungrouped,
      [...new Set(groups.values())],
    );
  }
  if (by === "stance") return bySupport(graph, theme);
  if (isMetric(by)) {
    const values = found.metrics?.get(by);
    const label = METRICS.find(({ id }) => id === by)?.label ?? by;
    return values ? byNumber(graph, label, values, theme) : waiting(graph, label, theme);
  }
  const variable = attributes.find(({ id }) => id === by);
  if (!variable) return null;
  if (variable.type === "category") {
    if (!found.order) return waiting(graph, variable.label, theme);
    return byText(
      variable.label,
      texts(({ attributes: own }) => attributeOf(own, by)),
      theme,
      T.missing,
      found.order,
    );
  }
  const numbers = graph.nodes.flatMap(({ key, attributes: own }) => {
    const text = attributeOf(own, by);
    return text === "" ? [] : [[key as string, Number(text)] as const];
  });
  return byNumber(graph, variable.label, new Map(numbers), theme);
}

/** Everything without a colour of its own while the server computes. */
function waiting(graph: GraphDocument, label: string, theme: Theme): Colors {
  const color = missingColor(theme);
  const keys = graph.nodes.map(({ key }) => key);
  return {
    byKey: new Map(keys.map((key) => [key, color])),
    legend: { title: T.colorOf(label), ramp: null, rows: [{ label: T.computing, color, keys }] },
  };
}

function byText(
  label: string,
  values: ReadonlyMap<string, string>,
  theme: Theme,
  missing: string,
  order: readonly string[],
): Colors {
  const found = categories(values, theme, order);
  const rows: ColorRow[] = found.map(({ value, color, keys, others }) => ({
    label: others > 0 ? T.other(others) : value,
    color,
    keys,
  }));
  return withMissing(label, rows, [...values.keys()], theme, missing, null);
}

/** Colours by row, with a last row for the nodes that are in none. */
function withMissing(
  label: string,
  rows: readonly ColorRow[],
  all: readonly string[],
  theme: Theme,
  missing: string,
  ramp: RampKey | null,
  byValue: ReadonlyMap<string, string> = new Map(),
): Colors {
  const byKey = new Map(byValue);
  for (const { keys, color } of rows) for (const key of keys) byKey.set(key, color);
  const without = all.filter((key) => !byKey.has(key));
  const color = missingColor(theme);
  for (const key of without) byKey.set(key, color);
  const last = without.length > 0 ? [{ label: missing, color, keys: without }] : [];
  return { byKey, legend: { title: T.colorOf(label), ramp, rows: [...rows, ...last] } };
}

/** Steps in which a ramp is drawn in a legend. */
const STOPS = [0, 0.25, 0.5, 0.75, 1] as const;
const rampKey = (ramp: Ramp, least: string, greatest: string): RampKey => ({
  colors: STOPS.map(ramp),
  least,
  greatest,
});

/** The share of support among the positions that take a side. */
function bySupport(graph: GraphDocument, theme: Theme): Colors {
  const ramp = diverging(theme);
  const byValue = new Map<string, string>();
  for (const { key, attributes } of graph.nodes) {
    const sided = attributes.support + attributes.oppose;
    if (sided > 0) byValue.set(key, ramp(attributes.support / sided));
  }
  const all = graph.nodes.map(({ key }) => key);
  return withMissing(T.byStance, [], all, theme, T.noSide, rampKey(ramp, T.allOppose, T.allSupport), byValue);
}

/** A number as the legend prints it: three significant digits, whole where it is large. */
export const printed = (value: number): string =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString("en-GB") : String(Number(value.toPrecision(3)));

function byNumber(
  graph: GraphDocument,
  label: string,
  values: ReadonlyMap<string, number>,
  theme: Theme,
): Colors {
  const [least, greatest] = rangeOf(values);
  const ramp = sequential(theme);
  const byValue = new Map(
    Array.from(values, ([key, value]) => [key, ramp(shareOf(value, least, greatest))] as const),
  );
  const all = graph.nodes.map(({ key }) => key);
  return withMissing(
    label,
    [],
    all,
    theme,
    T.missing,
    rampKey(ramp, printed(least), printed(greatest)),
    byValue,
  );
}

function rangeOf(values: ReadonlyMap<string, number>): readonly [least: number, greatest: number] {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values.values()) {
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  return values.size === 0 ? [0, 0] : [least, greatest];
}

function sizesOf(
  graph: GraphDocument,
  by: string,
  found: Found,
): { readonly byKey: ReadonlyMap<string, number>; readonly legend: NonNullable<LookLegend["size"]> } | null {
  if (by === "statements") return null;
  const label = METRICS.find(({ id }) => id === by)?.label ?? T.uniform;
  const values = found.metrics?.get(by);
  if (!values)
    return {
      byKey: new Map(graph.nodes.map(({ key }) => [key, ALIKE])),
      legend: {
        title: T.sizeOf(label),
        samples: by === "uniform" ? [] : [{ radius: ALIKE, label: T.computing }],
      },
    };
  const [, greatest] = rangeOf(values);
  return {
    byKey: new Map(graph.nodes.map(({ key }) => [key, radiusOf(shareOf(values.get(key) ?? 0, 0, greatest))])),
    legend: {
      title: T.sizeOf(label),
      samples: [
        { radius: SMALLEST, label: "0" },
        { radius: LARGEST, label: printed(greatest) },
      ],
    },
  };
}

function namesOf(graph: GraphDocument, by: string): ReadonlyMap<string, string> | null {
  if (by === "short") return null;
  return new Map(
    graph.nodes.map(({ key, attributes }) => [
      key,
      by === "full" ? attributes.label : by === "none" ? "" : attributeOf(attributes, by),
    ]),
  );
}
