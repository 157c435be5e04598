/** What the drawing needs beside the graph: less than other formats, so that the page can draw what it shows. */

import type { ExportContext } from "../format.ts";

/** A further part of the legend: what a colour or size of nodes stands for where it is not the usual. */
export interface LegendKey {
  readonly title: string;
  /** `colors`: none for words alone, one for a disc, several for a ramp. */
  readonly rows: readonly { readonly text: string; readonly colors: readonly string[] }[];
}

/** Nodes with an outline around them; their names belong into `keys`. */
export interface OutlinedGroup {
  readonly color: string;
  /** Lengths of dashes and gaps of the outline, in pixels; absent or empty = solid. */
  readonly dash?: readonly number[];
  readonly nodes: readonly string[];
}

/** What stands out of the picture: a selection, a path. The rest is drawn paler, in these opacities. */
export interface Emphasis {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  /** Nodes with a ring around them. */
  readonly ringed: ReadonlySet<string>;
  readonly rest: { readonly node: number; readonly edge: number };
}

export interface SvgContext extends Pick<ExportContext, "theme" | "now" | "onNotice"> {
  readonly dataset: {
    readonly metadata: { readonly version: string };
    readonly sources: readonly { readonly id: string; readonly title: string }[];
  };
  readonly statements: readonly { readonly source: string }[];
  /** Given where the colours of nodes are not those of actors and issues. */
  readonly keys?: readonly LegendKey[];
  readonly groups?: readonly OutlinedGroup[];
  readonly emphasis?: Emphasis;
  /** True where no node is to have a name. */
  readonly isUnnamed?: boolean;
}
