/** One edge per ordered pair of nodes and polarity (stances) or relation (relations), with all its statements. */

import type { Adjacency } from "../../graph/adjacency.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import type { Polarity } from "../../model/vocabulary.ts";
import { polarityOf, relationOf, statementLabel } from "../statement-reader.ts";
import { gatherBundles } from "./bundles.ts";
import type { DraftEdge, ProjectionInput, ProjectionMethod } from "./projection.ts";

/** A bundle; what it says is put together when it is asked for, because a large dataset has very many. */
class BundleDraft implements DraftEdge {
  readonly #index: StatementIndex;
  readonly #adjacency: Adjacency;
  readonly #statement: Int32Array;
  readonly #begin: number;
  readonly count: number;

  /** `statement` holds those of the bundle from `begin` on. */
  constructor({ index, adjacency }: ProjectionInput, statement: Int32Array, begin: number, count: number) {
    this.#index = index;
    this.#adjacency = adjacency;
    this.#statement = statement;
    this.#begin = begin;
    this.count = count;
  }

  get #first(): number {
    return this.#statement[this.#begin] as number;
  }

  get from(): number {
    return this.#adjacency.from[this.#first] as number;
  }

  get to(): number {
    return this.#adjacency.to[this.#first] as number;
  }

  /** Ids hold no semicolon, so a key stands for one bundle and can be no statement's id. */
  get key(): string {
    const { nodes } = this.#index;
    return `${nodes[this.from]};${this.relation ?? this.polarity};${nodes[this.to]}`;
  }

  get kind(): "stance" | "relation" {
    return this.relation === undefined ? "stance" : "relation";
  }

  get label(): string {
    return statementLabel(this.#index, this.#first);
  }

  get polarity(): Polarity {
    return polarityOf(this.#index, this.#first);
  }

  get relation(): string | undefined {
    return relationOf(this.#index, this.#first) ?? undefined;
  }

  statements(most = Number.POSITIVE_INFINITY): Int32Array {
    return this.#statement.subarray(this.#begin, this.#begin + Math.min(this.count, most));
  }
}

export const bundledProjection: ProjectionMethod = {
  id: "bundled",
  label: "Bundled",
  description: "One edge per pair and polarity or relation.",
  type: "directed",
  run(input) {
    const { count, start, statement } = gatherBundles(input);
    return Array.from({ length: count }, (_, bundle): DraftEdge => {
      const begin = start[bundle] as number;
      return new BundleDraft(input, statement, begin, (start[bundle + 1] as number) - begin);
    });
  },
};
