/** How are two nodes connected? Checks the question, searches, explains, and hints at what would help when there is no path. */

import type { StatementIndex } from "../../graph/statement-index.ts";
import type { NodeKey } from "../../model/id.ts";
import type { PathAnswer, PathHint, PathQuery } from "../../model/path.ts";
import type { View } from "../../model/view.ts";
import { pathDescriber } from "./describe.ts";
import { findHint } from "./hint.ts";
import { type Found, NOTHING } from "./modes/mode.ts";
import { pathMode } from "./modes/registry.ts";
import { echoQuestion, resolveQuestion } from "./question.ts";
import type { Allowed } from "./relaxations.ts";
import { compileSearch } from "./search-graph.ts";

export interface FindPathsOptions {
  /** Which nodes may be walked; absent = all. */
  readonly allowed?: Allowed;
  /** The time budget; absent = none. */
  readonly deadline?: { expired(): boolean };
}

/**
 * Answers a path question under a view (DESIGN §6). Deterministic. Throws a `Fault` for unknown nodes, numbers out of bounds,
 * contradictions of `avoid`, and for mode `k` with `through` when the time budget ends first.
 * The same node at both ends (after roll-up) is one path of no hops, with agreement null, unless `through` names another node.
 */
export function findPaths(
  index: StatementIndex,
  view: Pick<View, "filter" | "rollup">,
  query: PathQuery,
  options: FindPathsOptions = {},
): PathAnswer {
  const resolved = resolveQuestion(index, view, query);
  const { from, to, required } = resolved;
  const allowed = options.allowed ?? null;
  const graph = compileSearch(index, view, {
    via: resolved.via,
    directed: query.directed,
    weighted: query.weighted,
    avoid: resolved.avoid,
    allowed: allowed?.(view.filter) ?? null,
  });
  const expired = (): boolean => options.deadline?.expired() ?? false;
  let found: Found = NOTHING;
  if (from === to) {
    if (required.length === 0) found = { paths: [{ nodes: [from], cost: 0 }], total: 1, truncated: false };
  } else if (!graph.scratch.blocked[from] && !graph.scratch.blocked[to]) {
    found = pathMode(query.mode).run(graph, {
      from,
      to,
      required,
      k: resolved.k,
      maxHops: resolved.maxLength ?? Number.POSITIVE_INFINITY,
      expired,
    });
  }
  const describePath = pathDescriber(graph, query.directed);
  const paths = found.paths.map((path) => {
    // What was found is told to the end; but whoever can have it told elsewhere ends it here by throwing.
    expired();
    return describePath(path);
  });
  return {
    from: index.nodes[from] as NodeKey,
    to: index.nodes[to] as NodeKey,
    query: echoQuestion(index, view, query, resolved),
    total: found.total,
    paths,
    truncated: found.truncated,
    hint:
      paths.length > 0
        ? uncounted(found)
        : found.truncated
          ? null
          : findHint(index, view, query, { allowed, expired }),
  };
}

/** What there is to say where paths were found: that there are more than `total` of the fewest hops, where not all were counted. */
function uncounted({ total, isLeast }: Found): PathHint | null {
  if (!isLeast && total < Number.MAX_SAFE_INTEGER) return null;
  const number = total.toLocaleString("en-GB");
  return {
    reason: `There are at least ${number} paths of the fewest hops, more than can be counted.`,
    relax: null,
    length: null,
  };
}
