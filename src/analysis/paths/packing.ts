/** The most disjoint paths among given ones, with the fewest hops in all: an exact search for when a greatest length forbids a flow. */

import type { RawPath } from "./search-graph.ts";

/** Steps after which the best set found so far is taken; the search is exponential at worst. */
const STEP_LIMIT = 200_000;

/**
 * `candidates` are all admissible paths in order, fewest hops first; at most `most` are chosen. Among equal sets the first in
 * the candidates' order wins. `complete` is false when the step limit or `expired` ended the search.
 */
export function packPaths(
  candidates: readonly RawPath[],
  most: number,
  expired: () => boolean,
): { readonly paths: readonly RawPath[]; readonly complete: boolean } {
  let steps = 0;
  let complete = true;
  const used = new Set<number>();
  for (let size = Math.min(most, candidates.length); size > 0; size--) {
    let best: readonly RawPath[] = [];
    let bestHops = Number.POSITIVE_INFINITY;
    const chosen: RawPath[] = [];
    const choose = (start: number, hops: number): void => {
      if (chosen.length === size) {
        bestHops = hops;
        best = chosen.slice();
        return;
      }
      for (let at = start; at < candidates.length && complete; at++) {
        const path = candidates[at] as RawPath;
        const length = path.nodes.length - 1;
        if (hops + (size - chosen.length) * length >= bestHops) return;
        if (++steps > STEP_LIMIT || (steps % 1024 === 0 && expired())) complete = false;
        const inner = path.nodes.slice(1, -1);
        if (inner.some((node) => used.has(node))) continue;
        for (const node of inner) used.add(node);
        chosen.push(path);
        choose(at + 1, hops + length);
        chosen.pop();
        for (const node of inner) used.delete(node);
      }
    };
    choose(0, 0);
    if (best.length > 0) return { paths: best, complete };
    // With the budget gone, one path is still always there.
    if (!complete) return { paths: greedy(candidates, most), complete };
  }
  return { paths: [], complete };
}

function greedy(candidates: readonly RawPath[], most: number): RawPath[] {
  const used = new Set<number>();
  const taken: RawPath[] = [];
  for (const path of candidates) {
    const inner = path.nodes.slice(1, -1);
    if (taken.length === most) break;
    if (inner.some((node) => used.has(node))) continue;
    for (const node of inner) used.add(node);
    taken.push(path);
  }
  return taken;
}
