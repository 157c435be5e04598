/** Why there is no path, and the smallest single change of the question that gives the shortest one. */

import type { StatementIndex } from "../../graph/statement-index.ts";
import { counted } from "../../model/counted.ts";
import type { NodeKey } from "../../model/id.ts";
import { PATH_LIMITS, type PathHint, type PathQuery } from "../../model/path.ts";
import type { View } from "../../model/view.ts";
import { nodeName } from "../naming/names.ts";
import { enumeratePaths } from "./enumerate.ts";
import { resolveQuestion } from "./question.ts";
import { type Allowed, type Asked, relaxations, withoutFilters, withoutRestrictions } from "./relaxations.ts";
import { compileSearch } from "./search-graph.ts";
import { measure } from "./shortest-search.ts";
import { walkTable } from "./walk-table.ts";

/** Looks at the clock that one try with `through` may take; each stands for a few hundred steps. */
const LOOKS_PER_TRY = 64;

export interface HintOptions {
  readonly allowed: Allowed | null;
  readonly expired: () => boolean;
}

/**
 * Tries a greater length and the relaxations of relaxations.ts: of those that lift what was set the one with the shortest path,
 * the first of several; only where none of them gives a path, those that take in more, in the same way.
 */
export function findHint(
  index: StatementIndex,
  view: Pick<View, "filter" | "rollup">,
  query: PathQuery,
  { allowed, expired }: HintOptions,
): PathHint {
  const asked: Asked = { view, query, allowed };
  const adjacency = index.adjacency(view.rollup);
  const nameOf = (key: NodeKey): string =>
    nodeName(index, adjacency.standsFor[index.nodeByKey.get(key) ?? 0] as number);
  const { from, to, maxLength } = resolveQuestion(index, view, query);
  const pair = `${nameOf(query.from)} and ${nameOf(query.to)}`;
  const most = maxLength ?? Number.POSITIVE_INFINITY;

  const ways = relaxations(asked, nameOf);
  const shortest = (beyond: boolean): PathHint | null => {
    let best: PathHint | null = null;
    for (const { parameter, value, change, asked: relaxed } of ways.filter((way) => way.beyond === beyond)) {
      const hops = fewestHops(index, relaxed, best?.length ? best.length - 1 : most, expired);
      if (hops === null || (best?.length ?? hops + 1) <= hops) continue;
      const reason = `No path links ${pair} under this question; ${change} there is one of ${counted(hops, "hop")}.`;
      best = { reason, relax: { parameter, value }, length: hops };
    }
    return best;
  };
  const lifted = shortest(false);
  if (lifted) return lifted;
  if (maxLength !== null) {
    const needed = fewestHops(index, asked, Number.POSITIVE_INFINITY, expired);
    const relax = needed === null ? null : lengthRelaxation(query, needed);
    if (needed !== null && relax) {
      const reason = `No path of at most ${counted(maxLength, "hop")} links ${pair}; the shortest has ${needed}.`;
      return { reason, relax, length: needed };
    }
  }
  return (
    shortest(true) ?? {
      reason: hopelessReason(index, asked, pair, from, to, expired),
      relax: null,
      length: null,
    }
  );
}

/** Mode `all` has a greatest length of its own; the other modes need none. Null when no single parameter allows the length. */
function lengthRelaxation(query: PathQuery, needed: number): PathHint["relax"] {
  if (needed <= PATH_LIMITS.maxLength) return { parameter: "maxLength", value: String(needed) };
  if (query.mode !== "all") return { parameter: "maxLength", value: "" };
  return query.maxLength === null ? { parameter: "mode", value: "shortest" } : null;
}

/** Hops of the shortest path that answers the question, or null when there is none (or none within the time). */
function fewestHops(
  index: StatementIndex,
  { view, query, allowed }: Asked,
  maxHops: number,
  expired: () => boolean,
): number | null {
  if (expired()) return null;
  const { from, to, required, via, avoid } = resolveQuestion(index, view, query);
  const { directed, weighted } = query;
  const graph = compileSearch(index, view, {
    via,
    directed,
    weighted,
    avoid,
    allowed: allowed?.(view.filter) ?? null,
  });
  if (from === to) return required.length === 0 ? 0 : null;
  if (graph.scratch.blocked[from] || graph.scratch.blocked[to]) return null;
  if (required.length === 0) return measure(graph, from, to, maxHops)?.hops ?? null;
  let looks = 0;
  const options = { required, limit: 1, maxHops, firstLevelOnly: true, countFirstLevel: false };
  const found = enumeratePaths(graph, from, to, {
    ...options,
    expired: () => ++looks > LOOKS_PER_TRY || expired(),
  });
  const first = found.paths[0];
  return first ? first.nodes.length - 1 : null;
}

function hopelessReason(
  index: StatementIndex,
  asked: Asked,
  pair: string,
  from: number,
  to: number,
  expired: () => boolean,
): string {
  if (from === to)
    return `Both ends are ${nodeName(index, from)}; a path of no hops passes through no other node.`;
  const { start } = walkTable(index, index.adjacency(asked.view.rollup));
  const isolated = [from, to].filter((node) => start[node] === start[node + 1]);
  const names = isolated.map((node) => nodeName(index, node)).join(" and ");
  if (isolated.length > 0)
    return `No statement in this dataset links ${pair}: ${names} ${isolated.length > 1 ? "have" : "has"} no edge at all.`;
  if (expired()) return `No path was found between ${pair}, and the time for looking further has ended.`;
  const unfiltered = withoutFilters(asked);
  const most = resolveQuestion(index, asked.view, asked.query).maxLength ?? Number.POSITIVE_INFINITY;
  const lifted = fewestHops(index, unfiltered, most, expired);
  if (lifted !== null)
    return `No single change of the question links ${pair}; without all filters of the view together there is a path of ${counted(lifted, "hop")}.`;
  const hops = fewestHops(index, withoutRestrictions(asked), Number.POSITIVE_INFINITY, expired);
  return hops === null
    ? `No statement in this dataset links ${pair}, not even by way of others: they are in no common component.`
    : `No single change of the question links ${pair}; without any restriction there is a path of ${counted(hops, "hop")}.`;
}
