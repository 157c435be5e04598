/** Datasets by id, as routes look them up: those that a server watches, or those that were opened in a page. */

import type { Problem } from "../model/problem.ts";
import { HttpFault } from "./errors.ts";
import type { ServedDataset } from "./served-dataset.ts";

export interface Datasets {
  /** Whether every dataset is loaded. */
  readonly ready: boolean;
  /** In the order in which they were given. */
  readonly all: readonly ServedDataset[];
  /** A dataset by id, or the first one. @throws HttpFault `not-ready` or `unknown-dataset`, which names the `parameter` */
  get(id: string | undefined, parameter?: string): ServedDataset;
  /** Problems of a newer version of the data that could not be loaded. */
  pendingProblems(id: string): readonly Problem[];
}

/** What to say of an id that is not among those known. */
export const unknownDataset = (id: string, known: readonly string[], parameter: string): HttpFault =>
  new HttpFault(
    "unknown-dataset",
    `There is no dataset ${JSON.stringify(id.slice(0, 80))}`,
    `Datasets are: ${known.join(", ")}.`,
    { parameter, details: { suggestions: known } },
  );

/** Datasets that are given once and never change, by the ids under which they are asked for, which need not be their own. */
export class OpenedDatasets implements Datasets {
  readonly ready = true;
  private readonly byId: ReadonlyMap<string, ServedDataset>;

  /** The map may grow and shrink afterwards. */
  constructor(byId: ReadonlyMap<string, ServedDataset>) {
    this.byId = byId;
  }

  get all(): readonly ServedDataset[] {
    return [...this.byId.values()];
  }

  get(id: string | undefined, parameter = "dataset"): ServedDataset {
    const found = id === undefined ? this.all[0] : this.byId.get(id);
    if (found) return found;
    throw unknownDataset(id ?? "", [...this.byId.keys()], parameter);
  }

  pendingProblems(): readonly Problem[] {
    return [];
  }
}
