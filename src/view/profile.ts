/** What the shown statements come to at every node: how many touch it, and the positions it holds or that are held on it. */

import type { Adjacency } from "../graph/adjacency.ts";
import { CONDITIONAL } from "../graph/edge-flags.ts";
import type { StatementIndex } from "../graph/statement-index.ts";
import type { Profile } from "../model/api.ts";
import { polarityOf } from "./statement-reader.ts";

export const EMPTY_PROFILE: Profile = { statements: 0, support: 0, oppose: 0, neutral: 0, conditional: 0 };

/**
 * By node number after roll-up; a node without statements is absent. `statements` counts every statement at both its ends. The other
 * counts are of positions: those an actor holds, and those taken on an issue; being the target of a relation is no position.
 */
export function profileNodes(
  index: StatementIndex,
  adjacency: Adjacency,
  statements: Int32Array,
): ReadonlyMap<number, Profile> {
  type Counting = { -readonly [Count in keyof Profile]: number };
  const found = new Array<Counting | undefined>(index.nodes.length).fill(undefined);
  for (const number of statements) {
    const word = index.flags[number] as number;
    const polarity = polarityOf(index, number);
    const holder = adjacency.from[number] as number;
    const target = adjacency.to[number] as number;
    for (let node = holder; ; node = target) {
      let profile = found[node];
      if (!profile) {
        profile = { ...EMPTY_PROFILE };
        found[node] = profile;
      }
      profile.statements += 1;
      if (node === holder || node >= index.actorCount) {
        profile[polarity] += 1;
        if (word & CONDITIONAL) profile.conditional += 1;
      }
      if (node === target) break;
    }
  }
  const profiles = new Map<number, Profile>();
  found.forEach((profile, node) => {
    if (profile) profiles.set(node, profile);
  });
  return profiles;
}
