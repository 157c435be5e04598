/** The modes of a path question, in the order in which they are offered. */

import type { PathMode } from "../../../model/path.ts";
import { allMode } from "./all.ts";
import { disjointMode } from "./disjoint.ts";
import { kMode } from "./k.ts";
import type { PathModeEntry } from "./mode.ts";
import { shortestMode } from "./shortest.ts";

export const PATH_MODE_REGISTRY: readonly PathModeEntry[] = [kMode, shortestMode, allMode, disjointMode];

/** The entry of a mode; throws on a word that is none, which a parsed question cannot hold. */
export function pathMode(id: PathMode): PathModeEntry {
  const entry = PATH_MODE_REGISTRY.find((mode) => mode.id === id);
  if (!entry) throw new Error(`unknown path mode ${id}`);
  return entry;
}
