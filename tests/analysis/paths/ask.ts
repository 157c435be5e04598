/** Short ways to ask path questions in tests. */
import { type FindPathsOptions, findPaths } from "../../../src/analysis/paths/find-paths.ts";
import { buildStatementIndex } from "../../../src/graph/statement-index.ts";
import type { Dataset } from "../../../src/model/dataset.ts";
import { DEFAULT_PATH, type PathAnswer, type PathQuery } from "../../../src/model/path.ts";
import { DEFAULT_FILTER, type Filter, type Rollup } from "../../../src/model/view.ts";

const QUERY = { ...DEFAULT_PATH, k: null };

export interface Ask extends FindPathsOptions {
  readonly filter?: Partial<Filter>;
  readonly rollup?: Rollup;
}

/** Asks a dataset; the query is completed with the defaults. */
export function ask(
  dataset: Dataset,
  query: Partial<PathQuery> & Pick<PathQuery, "from" | "to">,
  { filter = {}, rollup = "none", ...options }: Ask = {},
): PathAnswer {
  const view = { filter: { ...DEFAULT_FILTER, ...filter }, rollup };
  return findPaths(buildStatementIndex(dataset), view, { ...QUERY, ...query }, options);
}

/** Node sequences without the `actor:` prefix of actors. */
export const ways = (answer: PathAnswer): string[] =>
  answer.paths.map(({ nodes }) => nodes.map((key) => key.replace(/^actor:/, "")).join(" > "));
