/** Which of the paths found is marked on the map: the setting `path` of the address. Pure. */

import type { Path } from "../../model/path.ts";

/** The text for no path at all; the empty text is the first of the answer. */
export const NO_PATH = "none";

const wayOf = ({ nodes }: Pick<Path, "nodes">): string => nodes.join(";");

/** A path as the address carries it: its nodes, by key with `;` between; empty for the first of the answer. */
export const formatChosen = (path: Pick<Path, "nodes">, answer: readonly Pick<Path, "nodes">[]): string =>
  answer[0] && wayOf(answer[0]) === wayOf(path) ? "" : wayOf(path);

export interface Chosen {
  /** Null when none is to be marked, or none was found. */
  readonly path: Path | null;
  /** True when the path that the text names is in neither answer; the first is marked instead. */
  readonly missing: boolean;
}

/** The path that a text means: one of the present answer, or of the one kept beside it. */
export function chosenPath(text: string, answer: readonly Path[], kept: readonly Path[]): Chosen {
  if (text === NO_PATH) return { path: null, missing: false };
  const first = answer[0] ?? null;
  if (text === "") return { path: first, missing: false };
  const named = [...answer, ...kept].find((path) => wayOf(path) === text);
  return { path: named ?? first, missing: named === undefined };
}
