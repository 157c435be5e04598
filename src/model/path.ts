/** The words of a path question and its answer (DESIGN §6). */

import type { NodeKey } from "./id.ts";
import type { Modality } from "./vocabulary.ts";

export type PathMode = "k" | "shortest" | "all" | "disjoint";
export type PathVia = "stance" | "relation" | "membership" | "subissue";

export const PATH_MODES: readonly PathMode[] = ["k", "shortest", "all", "disjoint"];
export const PATH_VIAS: readonly PathVia[] = ["stance", "relation", "membership", "subissue"];

/** Upper limits; a question over one is refused, never silently cut. */
export const PATH_LIMITS = { k: 100, maxLength: 12, paths: 1000 } as const;

export interface PathQuery {
  readonly from: NodeKey;
  readonly to: NodeKey;
  readonly mode: PathMode;
  /** Paths at most; null = 3 in mode `k`, as many as there are (up to `PATH_LIMITS.paths`) in the others. */
  readonly k: number | null;
  /** Hops at most; null = 6 in mode `all`, unlimited in the others. */
  readonly maxLength: number | null;
  readonly via: readonly PathVia[];
  readonly directed: boolean;
  readonly weighted: boolean;
  readonly avoid: readonly NodeKey[];
  readonly through: readonly NodeKey[];
}

/** What is asked where nothing else is said. */
export const DEFAULT_PATH: Omit<PathQuery, "from" | "to"> = {
  mode: "k",
  k: 3,
  maxLength: null,
  via: ["stance", "relation"],
  directed: false,
  weighted: false,
  avoid: [],
  through: [],
};

export type HopKind = "stance" | "relation" | "membership" | "subissue" | "mixed";

export interface Hop {
  readonly from: NodeKey;
  readonly to: NodeKey;
  /** What the bundle is made of; `mixed` when of several kinds. */
  readonly kind: HopKind;
  /** `out` when every statement points from `from` to `to`, `in` when the other way round, else `both`. */
  readonly direction: "out" | "in" | "both";
  /** `support`, `oppose` and `neutral` when all signed statements agree, `mixed` when they do not, null for structure alone. */
  readonly polarity: "support" | "oppose" | "neutral" | "mixed" | null;
  readonly relations: readonly string[];
  readonly modalities: readonly Modality[];
  readonly statements: readonly string[];
  /** Keys of the structural edges in the bundle. */
  readonly structure: readonly string[];
  readonly documents: readonly string[];
  readonly conditional: boolean;
  readonly cost: number;
  readonly sentence: string;
}

export type Agreement = "aligned" | "opposed" | "mixed";

export interface Path {
  readonly nodes: readonly NodeKey[];
  readonly length: number;
  readonly cost: number;
  readonly agreement: Agreement | null;
  readonly conditional: boolean;
  readonly sentence: string;
  readonly hops: readonly Hop[];
}

/**
 * Why there is no path, and the one parameter whose change gives one. Beside paths: that there are more of the fewest hops than
 * could be counted.
 */
export interface PathHint {
  readonly reason: string;
  readonly relax: { readonly parameter: string; readonly value: string } | null;
  /** Hops of the path that the relaxation gives, or null when none gives one. */
  readonly length: number | null;
}

export interface PathAnswer {
  readonly from: NodeKey;
  readonly to: NodeKey;
  /** The question as understood, in the parameters' own spelling. */
  readonly query: Readonly<Record<string, unknown>>;
  /** Number of fewest-hop paths; the least number where `hint` stands beside paths. */
  readonly total: number;
  readonly paths: readonly Path[];
  /** True when a limit or the time budget cut the list; never in mode `k`. */
  readonly truncated: boolean;
  readonly hint: PathHint | null;
}

/** Whether there may be more fewest-hop paths than `total`. */
export const isLeastTotal = ({ paths, hint }: Pick<PathAnswer, "paths" | "hint">): boolean =>
  paths.length > 0 && hint !== null;
