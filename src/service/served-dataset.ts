/** One version of a dataset ready to answer: index, look-ups, names, and the pictures made of it so far. Immutable but for the cache. */

import { createResolver, type Resolver } from "../dataset/names.ts";
import { NO_TEXTS, type Texts } from "../dataset/source.ts";
import { buildStatementIndex, type StatementIndex } from "../graph/statement-index.ts";
import { parseLayout } from "../layout/catalogue.ts";
import type { Dataset, Statement } from "../model/dataset.ts";
import type { PictureGraph } from "../model/graph.ts";
import type { View } from "../model/view.ts";
import { applyView, type Destination, mayReduce } from "../view/apply-view.ts";
import { formatView } from "../view/grammar.ts";
import { createLookups, type RecordLookups } from "../view/records/lookups.ts";
import { type Shown, showStatements } from "../view/records/shown.ts";
import { resolveView } from "../view/resolve-view.ts";
import { LruCache } from "./lru.ts";
import type { KeptBytes } from "./route.ts";
import type { Coding } from "./work/job.ts";

/** Nodes and edges of all pictures kept: some 200 MB at the very most. */
const PICTURE_CAPACITY = 200_000;
/** Statements above which a dataset is a large one here. */
const MANY_STATEMENTS = 50_000;
/** Bytes of all answers kept as they are sent. */
const BYTE_CAPACITY = 50_000_000;
/** Statements of all selections kept. */
const SHOWN_CAPACITY = 2_000_000;

export class ServedDataset {
  readonly dataset: Dataset;
  readonly index: StatementIndex;
  readonly lookups: RecordLookups;
  readonly names: Resolver;
  /** The texts that the package itself holds. */
  readonly texts: Texts;
  private readonly pictures = new LruCache<PictureGraph>(PICTURE_CAPACITY);
  private readonly bytes = new LruCache<Uint8Array>(BYTE_CAPACITY);
  private readonly selections = new LruCache<Shown>(SHOWN_CAPACITY);

  private readonly onLayout: ((share: number) => void) | undefined;

  /** @param onLayout hears the share of a layout that is done, 0 … 1, where it takes long */
  constructor(dataset: Dataset, texts: Texts = NO_TEXTS, onLayout?: (share: number) => void) {
    this.onLayout = onLayout;
    this.dataset = dataset;
    this.texts = texts;
    this.index = buildStatementIndex(dataset);
    this.lookups = createLookups(this.index);
    this.names = createResolver(dataset);
  }

  /** The view with its names resolved. @throws Fault for a name that is unknown or fits several records */
  resolve(view: View): View {
    return resolveView(this.names, view);
  }

  /**
   * The picture of a resolved view, mostly kept. Of a large dataset only where its layout takes long: each view of one is another large
   * picture, and to keep them costs the garbage collector more time than it takes to make one anew.
   */
  picture(view: View, destination: Destination = "file"): PictureGraph {
    const make = (): PictureGraph => applyView(this.index, view, destination, this.onLayout).graph;
    if (this.index.statementCount > MANY_STATEMENTS && !parseLayout(view.layout)?.entry.iterates)
      return make();
    return this.pictures.get(pictureKey(view, destination), make, ({ order, size }) => 1 + order + size);
  }

  /** The same where it has been laid out before and is still kept. */
  keptPicture(view: View, destination: Destination = "file"): PictureGraph | undefined {
    return this.pictures.peek(pictureKey(view, destination));
  }

  /** A place for the bytes of an answer, by what the answer depends on. */
  keptBytes(key: string): KeptBytes {
    const keyIn = (coding: Coding): string => `${coding} ${key}`;
    return {
      get: (wanted) => {
        const other = wanted === "gzip" ? "identity" : "gzip";
        const coding = !this.bytes.has(keyIn(wanted)) && this.bytes.has(keyIn(other)) ? other : wanted;
        const bytes = this.bytes.peek(keyIn(coding));
        return bytes && { coding, bytes };
      },
      set: ({ coding, bytes }) => this.bytes.keep(keyIn(coding), bytes, bytes.length),
    };
  }

  /** What the caches did, by their names. */
  get caches(): Readonly<Record<string, LruCache<unknown>["state"]>> {
    return {
      pictures: this.pictures.state,
      answers: this.bytes.state,
      selections: this.selections.state,
    };
  }

  /** Statements by their numbers. */
  statements(numbers: Iterable<number>): readonly Statement[] {
    return Array.from(numbers, (number) => this.dataset.statements[number]).filter(
      (statement) => statement !== undefined,
    );
  }

  /** The statements of a resolved view with their profiles. */
  shown(view: View): Shown {
    return this.selections.get(
      formatView(view),
      () => showStatements(this.index, view),
      ({ statements, profiles }) => 1 + statements.length + profiles.size,
    );
  }
}

/** Where a picture may not be reduced it is the same whatever `detail` says, but for the text of its view. */
const pictureKey = (view: View, destination: Destination): string =>
  `${mayReduce(view, destination) ? "reduced" : "all"} ${formatView(view)}`;
