/** The datasets that are served now. A new version takes the place of the old one at once; requests under way keep theirs. */

import type { DatasetEvent, DatasetSource, Texts } from "../dataset/source.ts";
import type { Dataset } from "../model/dataset.ts";
import type { CheckReport, Problem } from "../model/problem.ts";
import { type Datasets, unknownDataset } from "./datasets.ts";
import { HttpFault } from "./errors.ts";
import { ServedDataset } from "./served-dataset.ts";
import { warm } from "./warm.ts";

/** Hears what becomes of the datasets, for the log. */
export type CatalogueListener = (event: {
  readonly kind: DatasetEvent["kind"];
  readonly id: string;
  readonly report: CheckReport;
}) => void;

export class Catalogue implements Datasets {
  private source: DatasetSource | null = null;
  private readonly listener: CatalogueListener;
  private readonly served = new Map<string, ServedDataset>();
  private readonly pending = new Map<string, readonly Problem[]>();
  private order: readonly string[] = [];
  private loaded = false;
  private unsubscribe: () => void = () => {};

  constructor(listener: CatalogueListener = () => {}) {
    this.listener = listener;
  }

  /**
   * Loads every dataset of a source and follows its changes; the source is closed with the catalogue.
   * @throws Fault `bad-dataset` with the report when one cannot be used
   */
  async start(source: DatasetSource): Promise<void> {
    this.source = source;
    this.unsubscribe = source.subscribe((event) => this.hear(event));
    const entries = await source.list();
    this.order = entries.map(({ id }) => id);
    for (const { id, report } of entries) {
      const [dataset, texts] = await Promise.all([source.load(id), source.texts(id)]);
      // A change that was heard of meanwhile is newer.
      if (!this.served.has(id)) this.serve(dataset, texts);
      if (!report.ok) this.pending.set(id, report.problems);
    }
    this.loaded = true;
  }

  get ready(): boolean {
    return this.loaded;
  }

  get all(): readonly ServedDataset[] {
    return this.order.map((id) => this.served.get(id)).filter((dataset) => dataset !== undefined);
  }

  /** Whether an id is served; true as long as that is not known. */
  mayHave(id: string): boolean {
    return !this.loaded || this.served.has(id);
  }

  get(id: string | undefined, parameter = "dataset"): ServedDataset {
    if (!this.loaded)
      throw new HttpFault("not-ready", "The datasets are being loaded", "Try again in a moment.", {
        headers: { "Retry-After": "1" },
      });
    const found = this.served.get(id ?? this.order[0] ?? "");
    if (found) return found;
    throw unknownDataset(id ?? "", this.order, parameter);
  }

  pendingProblems(id: string): readonly Problem[] {
    return this.pending.get(id) ?? [];
  }

  /** Ends the watching. */
  async close(): Promise<void> {
    this.unsubscribe();
    await this.source?.close();
  }

  private hear(event: DatasetEvent): void {
    const { kind, id, report } = event;
    if (event.kind === "changed") {
      const now = this.served.get(id);
      if (now?.dataset.version !== event.dataset.version || now.texts !== event.texts)
        this.serve(event.dataset, event.texts);
      this.pending.delete(id);
    } else this.pending.set(id, report.problems);
    this.listener({ kind, id, report });
  }

  private serve(dataset: Dataset, texts: Texts): void {
    const served = new ServedDataset(dataset, texts);
    warm(served);
    this.served.set(dataset.id, served);
  }
}
