/** Roll-up: which actor stands for a coded one when persons are folded into bodies, or bodies into wholes (DESIGN §3). */

import type { Actor, Dataset } from "../model/dataset.ts";
import type { ActorId } from "../model/id.ts";
import type { Rollup } from "../model/view.ts";

const stays = (dataset: Dataset, actor: Actor): boolean =>
  actor.kind !== null && dataset.kindById.get(actor.kind)?.rollsUp === false;

/**
 * The actor that stands for `actor` under a roll-up: `body` follows `speaks_for` once, `top` follows `speaks_for` and
 * `member_of` to the end; both stop at a kind with `rolls_up=false`. Cycles, which a checked dataset cannot hold, end the walk.
 */
export function rollUpActor(dataset: Dataset, actor: Actor, rollup: Rollup): Actor {
  if (rollup === "none") return actor;
  const parentOf = (of: Actor): ActorId | null =>
    stays(dataset, of) ? null : rollup === "body" ? of.speaksFor : (of.speaksFor ?? of.memberOf);
  const seen = new Set<string>();
  let current = actor;
  for (;;) {
    seen.add(current.id);
    const parent = parentOf(current);
    const next = parent === null ? undefined : dataset.actorById.get(parent);
    if (!next || seen.has(next.id)) return current;
    current = next;
    if (rollup === "body") return current;
  }
}
