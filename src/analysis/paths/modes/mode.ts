/** What every mode of a path question is given and what it finds. */

import type { PathMode } from "../../../model/path.ts";
import type { RawPath, SearchGraph } from "../search-graph.ts";

/** A question between two different nodes that may both be walked. */
export interface ModeQuestion {
  readonly from: number;
  readonly to: number;
  /** Inner nodes that must be on every path. */
  readonly required: readonly number[];
  readonly k: number | null;
  /** Infinity = no limit. */
  readonly maxHops: number;
  readonly expired: () => boolean;
}

export interface Found {
  /** In the promised order. */
  readonly paths: readonly RawPath[];
  /** Number of fewest-hop paths. */
  readonly total: number;
  /** True when there may be more than `total`, because not all could be counted. */
  readonly isLeast?: boolean;
  readonly truncated: boolean;
}

export const NOTHING: Found = { paths: [], total: 0, truncated: false };

export interface PathModeEntry {
  readonly id: PathMode;
  readonly label: string;
  /** Greatest length when the question names none. */
  readonly defaultMaxLength: number | null;
  readonly defaultK: number | null;
  run(graph: SearchGraph, question: ModeQuestion): Found;
}
