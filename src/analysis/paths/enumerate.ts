/**
 * Simple paths level by level, fewest hops first: iterative deepening whose depth-first walks are cut by lower bounds, so that
 * most walks end in a path. It serves `all` and every question with `through`; what one walk can answer soon is left to it.
 */

import { lowerBound } from "./bounds.ts";
import { cheapestThrough } from "./cheapest-through.ts";
import { canCountThrough, countThrough } from "./count-through.ts";
import { hasFan, newFanScratch } from "./fan.ts";
import { hopCosts } from "./hop-costs.ts";
import { COST_UNIT, comparePaths, type RawPath, type SearchGraph } from "./search-graph.ts";
import { measure } from "./shortest-search.ts";
import { MOST_HOPS, pathsInOnePass } from "./single-pass.ts";
import { nextEpoch } from "./walk-table.ts";

export interface EnumerateOptions {
  /** Nodes, other than the ends, that must be on the path; at most 12. */
  readonly required: readonly number[];
  readonly limit: number;
  /** May be Infinity. */
  readonly maxHops: number;
  /** Stop after the first level that has paths. */
  readonly firstLevelOnly: boolean;
  /** With required nodes: say how many paths the first level has, even when `limit` is reached. */
  readonly countFirstLevel: boolean;
  readonly expired: () => boolean;
}

export interface Enumerated {
  /** In the promised order. */
  readonly paths: RawPath[];
  /** Paths on the first level that has any, as far as it was counted. */
  readonly fewest: number;
  /** True when there may be more on that level, because it was not counted to its end. */
  readonly isLeast: boolean;
  /** True when `expired` ended the search. */
  readonly expired: boolean;
}

/** How many steps pass between two looks at the clock. */
const STEPS_PER_LOOK = 256;
/** Steps without a path after which each further step is looked at more closely, and the same with required nodes, which lead astray. */
const PATIENCE = 512;
const PATIENCE_REQUIRED = 16;
/** Steps after which paths that are not wanted themselves are no longer counted one by one, and the same where most steps find one. */
const MOST_COUNTED = 1 << 20;
const MOST_COUNTED_DENSE = 1 << 14;
/** Whether to count in another way than path by path. */
const isLong = (steps: number, paths: number): boolean =>
  steps > MOST_COUNTED || (steps > MOST_COUNTED_DENSE && 2 * paths > steps);
/** Nodes for which a closer look counts as much as a step. */
const NODES_PER_STEP = 64;

/** Enumerates between two different nodes that may both be walked. */
export function enumeratePaths(
  graph: SearchGraph,
  from: number,
  to: number,
  options: EnumerateOptions,
): Enumerated {
  const { required, limit, maxHops, firstLevelOnly, countFirstLevel, expired } = options;
  const oneWalk = required.length === 0 && maxHops <= MOST_HOPS && !firstLevelOnly && !countFirstLevel;
  const paths = oneWalk && !graph.weighted ? pathsInOnePass(graph, from, to, maxHops, limit, expired) : null;
  if (!paths) return enumerateByLevel(graph, from, to, options);
  const shortest = paths[0]?.nodes.length;
  const fewest = paths.filter(({ nodes }) => nodes.length === shortest).length;
  return { paths, fewest, isLeast: false, expired: false };
}

function enumerateByLevel(
  graph: SearchGraph,
  from: number,
  to: number,
  options: EnumerateOptions,
): Enumerated {
  const { required, limit, maxHops } = options;
  const { scratch, onward } = graph;
  const bound = lowerBound(graph, from, to, required, maxHops);
  const bitOf = new Map(required.map((node, at) => [node, 1 << at]));
  const everything = (1 << required.length) - 1;
  // Nodes of the walk are banned, so that searches from its end keep off them.
  const { banned, blocked } = scratch;
  const rowStart = (node: number): number => {
    if (onward.span[2 * node + 1] === 0) onward.make(node);
    return onward.span[2 * node] as number;
  };
  scratch.bannedEpoch = nextEpoch(scratch);
  const onPath = scratch.bannedEpoch;
  const fan = required.length > 0 ? newFanScratch(scratch.blocked.length) : null;
  const isClosed = (node: number): boolean => banned[node] === onPath;
  const closerLook = Math.ceil(scratch.blocked.length / NODES_PER_STEP);
  const patience = fan ? PATIENCE_REQUIRED : PATIENCE;
  /** By node, what its neighbours but the target need at least; made when it is first asked for. */
  const neighboursNeed = new Map<number, number>();
  const needBeyond = (node: number): number => {
    let least = neighboursNeed.get(node);
    if (least === undefined) {
      least = Number.POSITIVE_INFINITY;
      for (let slot = rowStart(node); slot < (onward.span[2 * node + 1] as number); slot++) {
        const next = onward.pool[slot] as number;
        if (next !== to && !blocked[next]) least = Math.min(least, bound(next, 0));
      }
      neighboursNeed.set(node, least);
    }
    return least;
  };
  /** Hops that the walk still needs from `node`, not yet banned, when it may not cross itself; Infinity when it leads nowhere. */
  const stillNeeds = (node: number, missing: number): number => {
    if (missing === 0) return measure(graph, node, to, maxHops)?.hops ?? Number.POSITIVE_INFINITY;
    for (const [wanted, bit] of bitOf)
      if (fan && (missing & bit) !== 0 && !hasFan(graph, fan, wanted, node, to, isClosed))
        return Number.POSITIVE_INFINITY;
    return 0;
  };

  const costs = graph.weighted ? hopCosts(graph, to) : null;
  const paths: RawPath[] = [];
  let fewest = 0;
  let isLeast = false;
  let steps = 0;
  let sinceLook = 0;
  let lastFound = 0;
  let expired = false;
  let level = Math.max(bound(from, everything), stillNeeds(from, everything));

  while (Number.isFinite(level) && level <= maxHops && !expired) {
    let deeper = Number.POSITIVE_INFINITY;
    let here: RawPath[] = [];
    /** A path must cost less to be among the first: one that costs the same comes after those found, since walks come in key order. */
    let most = Number.POSITIVE_INFINITY;
    let count = 0;
    const room = limit - paths.length;
    const question = { from, to, required, hops: level };
    const counting = options.countFirstLevel && fewest === 0;
    const cheapest = costs && fan && cheapestThrough(graph, question, bound, costs, room, options.expired);
    const isSettled = cheapest?.length === room;
    if (isSettled) here = cheapest as RawPath[];
    /** All that is wanted of this level has been found; what follows is for the count. */
    const isFull = (): boolean => here.length === room && (isSettled || !costs);
    let isCut = isFull() && !counting;
    const stepsBefore = steps;
    const nodes = [from];
    const cursors = [rowStart(from)];
    const missings = [everything];
    /** Of the hops up to each node of the walk. */
    const spent = [0];
    banned[from] = onPath;
    while (nodes.length > 0 && !isCut) {
      const depth = nodes.length - 1;
      const node = nodes[depth] as number;
      const slot = cursors[depth] as number;
      if (slot >= (onward.span[2 * node + 1] as number) || expired) {
        nodes.pop();
        cursors.pop();
        missings.pop();
        spent.pop();
        banned[node] = 0;
        continue;
      }
      cursors[depth] = slot + 1;
      const next = onward.pool[slot] as number;
      if (banned[next] === onPath || blocked[next]) continue;
      const left = level - depth - 1;
      const missing = everything === 0 ? 0 : (missings[depth] as number) & ~(bitOf.get(next) ?? 0);
      if (next === to && (left !== 0 || missing !== 0)) continue;
      const needed = bound(next, missing);
      if (needed > left) {
        deeper = Math.min(deeper, depth + 1 + needed);
        continue;
      }
      steps++;
      if (++sinceLook >= STEPS_PER_LOOK) {
        sinceLook = 0;
        if (options.expired()) {
          isCut = isFull();
          expired = !isCut;
          continue;
        }
      }
      // With one hop left the bound says that the target is a neighbour: most of the work is here, so it need not be searched for.
      const isLast = left === 1 && missing === 0;
      if (next === to || isLast) {
        count++;
        lastFound = steps;
        if (isLast) deeper = Math.min(deeper, level + needBeyond(next));
        if (costs && !isSettled) {
          const cost =
            (spent[depth] as number) + costs.of(node, next, slot) + (isLast ? costs.toTarget(next) : 0);
          if (cost < most) {
            here.push({ nodes: isLast ? [...nodes, next, to] : [...nodes, next], cost });
            if (here.length > 2 * room + 64) {
              here = leastOf(graph, here, room);
              most = here.at(-1)?.cost ?? most;
            }
          }
        } else if (here.length < room) {
          const found = isLast ? [...nodes, next, to] : [...nodes, next];
          here.push({ nodes: found, cost: (found.length - 1) * COST_UNIT });
        }
        isCut = isFull() && (!counting || isLong(steps - stepsBefore, count));
        continue;
      }
      // The closer look costs a search, so it waits until walks are seen to lead nowhere.
      if (steps - lastFound > patience) {
        sinceLook += closerLook;
        const truly = stillNeeds(next, missing);
        if (truly > left) {
          deeper = Math.min(deeper, depth + 1 + truly);
          continue;
        }
      }
      banned[next] = onPath;
      nodes.push(next);
      cursors.push(rowStart(next));
      missings.push(missing);
      spent.push(costs ? (spent[depth] as number) + costs.of(node, next, slot) : 0);
    }
    for (const node of nodes) banned[node] = 0;
    here = leastOf(graph, here, room);
    paths.push(...here);
    if (fewest === 0) {
      fewest = count;
      isLeast = expired;
      if (isCut && counting) {
        const counted = canCountThrough(question)
          ? countThrough(graph, question, bound, options.expired)
          : { paths: count, exact: false };
        fewest = Math.max(counted.paths, here.length);
        isLeast = !counted.exact;
      }
    }
    if (paths.length >= limit || (options.firstLevelOnly && paths.length > 0)) break;
    // A walk cut only because it was too long may fit one level on; when none was, there is nothing deeper.
    level = deeper;
  }
  scratch.bannedEpoch = nextEpoch(scratch);
  return { paths, fewest, isLeast, expired };
}

function leastOf(graph: SearchGraph, paths: RawPath[], limit: number): RawPath[] {
  return paths.sort((a, b) => comparePaths(graph.table.rank, a, b)).slice(0, limit);
}
