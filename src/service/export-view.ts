/** The file of a view in a format: what the server sends and the command line writes. */

import { z } from "zod";
import type { ExportWhat, GexfVersion, GraphFormat, Notice } from "../formats/format.ts";
import type { PictureGraph } from "../model/graph.ts";
import { Fault } from "../model/problem.ts";
import type { View } from "../model/view.ts";
import { mayReduce } from "../view/apply-view.ts";
import { VIEW_PARAMETERS } from "../view/grammar.ts";
import type { ServedDataset } from "./served-dataset.ts";

/** Parameters of an export beside those of the view. */
export const EXPORT_ONLY_PARAMETERS = {
  gexfVersion: z.enum(["1.2", "1.3"]).optional().describe("Version of GEXF (default 1.3)."),
  what: z.enum(["edges", "statements", "nodes"]).optional().describe("What the rows of a table stand for."),
} as const;

export const EXPORT_PARAMETERS = { ...VIEW_PARAMETERS, ...EXPORT_ONLY_PARAMETERS } as const;

export interface ExportChoice {
  readonly what: ExportWhat;
  readonly gexfVersion: GexfVersion;
}

/** The choice that checked parameters make. @throws Fault `bad-parameter` when the format does not know it */
export function exportChoice(
  format: GraphFormat,
  {
    what = "edges",
    gexfVersion,
  }: { readonly what?: ExportWhat | undefined; readonly gexfVersion?: GexfVersion | undefined },
): ExportChoice {
  if (!format.what.includes(what))
    throw refused(format, "what", what, `Give what as ${format.what.join(" or ")}.`);
  if (gexfVersion !== undefined && !format.options.includes("gexfVersion"))
    throw refused(format, "gexfVersion", gexfVersion, "Leave gexfVersion out, or export to GEXF.");
  return { what, gexfVersion: gexfVersion ?? "1.3" };
}

const refused = (format: GraphFormat, parameter: string, value: string, remedy: string): Fault =>
  new Fault({
    class: "bad-parameter",
    code: "bad-parameter",
    parameter,
    message: `${format.label} cannot be written with ${parameter} ${value}`,
    remedy,
  });

/**
 * The bytes of the file, made as they are drawn. Names in the view must be resolved.
 * @param day of the export, `YYYY-MM-DD`
 */
export function exportView(
  served: ServedDataset,
  view: View,
  format: GraphFormat,
  choice: ExportChoice & { readonly day: string; readonly reuse?: boolean; onNotice(notice: Notice): void },
): Iterable<Uint8Array> {
  const destination = format.isPicture ? "screen" : "file";
  const drawn: View = format.placeless ? { ...view, layout: "circular" } : view;
  const draw = (): PictureGraph => {
    const graph = served.picture(drawn, destination);
    const { reduced } = graph.attributes;
    if (reduced && !mayReduce(drawn, destination))
      choice.onNotice({ code: reduced.rule, message: reduced.reason, count: reduced.listed ?? 0 });
    return graph;
  };
  return format.write(whenNeeded(draw), {
    dataset: served.dataset,
    // Only tables of statements need all of them as records.
    get statements() {
      return served.statements(served.shown(view).statements);
    },
    projection: view.projection,
    theme: view.theme,
    now: choice.day,
    gexfVersion: choice.gexfVersion,
    what: choice.what,
    reuse: choice.reuse ?? false,
    onNotice: choice.onNotice,
  });
}

/** A picture that is laid out only when a format looks at it: a table of statements does not. */
function whenNeeded(make: () => PictureGraph): PictureGraph {
  let made: PictureGraph | null = null;
  const graph = (): PictureGraph => {
    made ??= make();
    return made;
  };
  return {
    get attributes() {
      return graph().attributes;
    },
    get type() {
      return graph().type;
    },
    get order() {
      return graph().order;
    },
    get size() {
      return graph().size;
    },
    nodes: () => graph().nodes(),
    edges: () => graph().edges(),
  };
}

/** A file name for an export. */
export const exportName = (served: ServedDataset, format: GraphFormat, { what }: ExportChoice): string =>
  `${served.dataset.id}${what === "edges" ? "" : `-${what}`}.${format.extension}`;
