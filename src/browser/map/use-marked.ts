/** How a map beside the main one marks what is selected, and what the pointer rests on before that. */

import { useMemo } from "react";
import type { Target } from "../state/pointer.ts";
import { type Emphasis, emphasisOf } from "./emphasis.ts";
import type { Ring } from "./handle.ts";
import type { Picture } from "./picture.ts";

export function useMarked(
  picture: Picture,
  pointed: Target | null,
  marked: Target | null,
): { readonly emphasis: Emphasis | null; readonly rings: readonly Ring[] } {
  const emphasis = useMemo(
    () => emphasisOf(picture, { pointed: pointed ?? marked, group: null, highlight: null, selection: null }),
    [picture, pointed, marked],
  );
  const rings = useMemo(
    (): readonly Ring[] => (marked?.type === "node" ? [{ key: marked.key, dashed: false }] : []),
    [marked],
  );
  return { emphasis, rings };
}
