/** Holds datasets in memory and answers the paths that a server answers, by the same routes. */

import type { Texts } from "../../dataset/source.ts";
import type { Dataset } from "../../model/dataset.ts";
import { answerPath, type PathAnswer } from "../../service/answer-path.ts";
import { OpenedDatasets } from "../../service/datasets.ts";
import { PassageReader } from "../../service/passages.ts";
import type { Principal, Services } from "../../service/route.ts";
import { ServedDataset } from "../../service/served-dataset.ts";
import { warm } from "../../service/warm.ts";

export interface EngineClocks {
  /** The time, in milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds of a clock that never goes back. */
  readonly steady: () => number;
}

/** Whoever opened the data may read the texts in them. */
const READER: Principal = { name: "anonymous", passagesWithheld: null };

export class Engine {
  private readonly datasets = new Map<string, ServedDataset>();
  private readonly services: Services;
  private readonly steady: () => number;
  private readonly onLayout: (share: number) => void;

  /** @param onLayout hears the share of a layout that is done, 0 … 1, where it takes long */
  constructor({ now, steady }: EngineClocks, onLayout: (share: number) => void = () => {}) {
    this.steady = steady;
    this.onLayout = onLayout;
    this.services = {
      catalogue: new OpenedDatasets(this.datasets),
      passages: new PassageReader(null),
      release: "",
      now,
      clock: steady,
      metrics: null,
      work: null,
    };
  }

  /** Takes a dataset in under an id made of the one wanted. */
  add(
    wanted: string,
    dataset: Dataset,
    texts: Texts,
  ): { readonly id: string; readonly served: ServedDataset } {
    let id = wanted;
    for (let count = 2; this.datasets.has(id); count++) id = `${wanted}-${count}`;
    const served = new ServedDataset(dataset, texts, this.onLayout);
    warm(served);
    this.datasets.set(id, served);
    return { id, served };
  }

  /** Forgets a dataset. */
  remove(id: string): void {
    this.datasets.delete(id);
  }

  ask(path: string, accept: string, onError: (error: unknown) => void): PathAnswer {
    return answerPath(
      { url: path, accept, services: this.services, principal: READER, clock: this.steady },
      onError,
    );
  }
}
