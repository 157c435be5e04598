/** What a format is: a plain object that turns a picture into the bytes of a file. One file each, listed in registry.ts. */

import type { Dataset, Statement } from "../model/dataset.ts";
import type { PictureGraph } from "../model/graph.ts";
import type { Projection, Theme } from "../model/view.ts";

/** What the rows of a table stand for. Formats that hold a whole graph know `edges` only. */
export type ExportWhat = "edges" | "statements" | "nodes";
export type GexfVersion = "1.2" | "1.3";

/** Something that the reader of the file should know: it does not stop the export. */
export interface Notice {
  readonly code: string;
  /** One sentence, with the count in it. */
  readonly message: string;
  readonly count: number;
}

/** All that a format may need beside the graph. */
export interface ExportContext {
  readonly dataset: Dataset;
  /** The statements that the view shows, in dataset order. */
  readonly statements: readonly Statement[];
  /** The projection that made the graph: decides the `kind` of GEXF edges. */
  readonly projection: Projection;
  /** The day of the export: `YYYY-MM-DD`, a time after it is left out. */
  readonly now: string;
  readonly gexfVersion: GexfVersion;
  readonly what: ExportWhat;
  readonly theme: Theme;
  /** True when a chunk is done with before the next is drawn, so that a format may use its memory again. */
  readonly reuse?: boolean;
  /** Called while the last bytes are drawn, once per kind of notice. */
  onNotice(notice: Notice): void;
}

/** The members of the context by which a user can steer the format. */
export type ExportOption = "gexfVersion" | "what" | "theme";

export interface GraphFormat {
  /** Name in `/api/export/:format`. */
  readonly id: string;
  readonly label: string;
  /** Of the file name, without dot. */
  readonly extension: string;
  readonly mediaType: string;
  readonly what: readonly ExportWhat[];
  readonly options: readonly ExportOption[];
  /** True where nothing of the layout is written, so that none need be computed. */
  readonly placeless?: true;
  /** True for a picture that is looked at: reduced as on a screen where the view is too large to be read, unless all is asked for. */
  readonly isPicture?: true;
  /** Chunks of about 64 kB, made as they are drawn; the reader's to keep, unless `reuse` says otherwise. The same graph and context give the same bytes. */
  write(graph: PictureGraph, context: ExportContext): Iterable<Uint8Array>;
}
