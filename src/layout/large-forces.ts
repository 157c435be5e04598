/** ForceAtlas2 for graphs beyond a thousand nodes or so, by our own kernel, with the same forces as the small ones get. */

import { runForceAtlas2 } from "./force-atlas2/run.ts";
import type { Coordinates, LayoutInput } from "./layout.ts";

/** Steps at most; a picture that stands still ends earlier. */
const iterationsFor = (order: number): number => (order <= 3000 ? 400 : 200);

/** Places under LinLog attraction and strong gravity, from the given start. */
export function largeForces(input: LayoutInput, start: Coordinates): Coordinates {
  const { onProgress } = input;
  const { x, y } = runForceAtlas2(
    { ...mergeParallel(input), x: start.x, y: start.y, size: input.size },
    { linLog: true, strongGravity: true, gravity: 0.05, scaling: 6 },
    {
      maxIterations: iterationsFor(input.size.length),
      onProgress({ iteration, maxIterations }) {
        onProgress?.(iteration / maxIterations);
        return true;
      },
    },
  );
  // A picture that stood still was done sooner.
  onProgress?.(1);
  return { x, y };
}

/** One edge per pair of nodes, whose pull grows with the logarithm of the whole weight between them. */
function mergeParallel(input: LayoutInput): Pick<LayoutInput, "from" | "to" | "weight"> {
  const order = input.size.length;
  const total = new Map<number, number>();
  for (let edge = 0; edge < input.from.length; edge++) {
    const from = input.from[edge] as number;
    const to = input.to[edge] as number;
    const pair = Math.min(from, to) * order + Math.max(from, to);
    total.set(pair, (total.get(pair) ?? 0) + (input.weight[edge] as number));
  }
  const pairs = [...total.keys()];
  return {
    from: Int32Array.from(pairs, (pair) => Math.floor(pair / order)),
    to: Int32Array.from(pairs, (pair) => pair % order),
    weight: Float64Array.from(total.values(), (weight) => Math.log2(1 + weight)),
  };
}
