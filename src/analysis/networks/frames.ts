/** Frames: the statements, and their weights, that each network of a run is made of. Without windows there is one. */

import type { Dedupe } from "./duplicates.ts";
import type { Roles, Selection } from "./select.ts";
import type { NetworkSettings } from "./settings.ts";
import type { StatementTable } from "./table.ts";

export interface Frame {
  readonly statements: Int32Array;
  /** By position in `statements`, above 0; null = each counts 1. */
  readonly weights: Float64Array | null;
  /** Seconds. */
  readonly from: number;
  readonly to: number;
  readonly middle: number;
  /** The moments among which excluded statements are counted; null = all. */
  readonly within: readonly [number, number] | null;
}

/** All that frames are cut from. */
export interface FrameInput {
  readonly table: StatementTable;
  readonly settings: NetworkSettings;
  readonly roles: Roles;
  readonly selection: Selection;
  readonly dedupe: Dedupe;
  /** `candidates` without duplicates, over the whole range. */
  readonly filtered: Int32Array;
}

const DAY = 86_400;

/**
 * First and last second of the run: given bounds, clipped to the days that have statements (NETWORKS §0 row 6) or, as DNA does, to the
 * dates of all documents. Null when nothing has a moment.
 */
export function runRange({ table, settings, selection }: FrameInput): readonly [number, number] | null {
  const { span, since, until } = selection;
  if (settings.compat === "dna") {
    const documents = table.documentSpan;
    return documents ? [Math.max(since, documents[0]), Math.min(until, documents[1])] : null;
  }
  if (!span) return null;
  return [
    Math.max(since, Math.floor(span[0] / DAY) * DAY),
    Math.min(until, Math.floor(span[1] / DAY) * DAY + DAY - 1),
  ];
}
