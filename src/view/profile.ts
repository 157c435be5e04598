/** What the shown statements come to at every node: how many touch it, and the positions it holds or that are held on it. */

import type { Adjacency } from "../graph/adjacency.ts";
import type { StatementIndex } from "../graph/statement-index.ts";
import type { Profile } from "../model/api.ts";

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
  const profiles = new Map<number, { -readonly [Count in keyof Profile]: number }>();
  for (const number of statements) {
    const statement = index.dataset.statements[number];
    if (!statement) continue;
    const holder = adjacency.from[number] as number;
    for (const node of new Set([holder, adjacency.to[number] as number])) {
      let profile = profiles.get(node);
      if (!profile) {
        profile = { ...EMPTY_PROFILE };
        profiles.set(node, profile);
      }
      profile.statements += 1;
      if (node !== holder && node < index.actorCount) continue;
      profile[statement.polarity] += 1;
      if (statement.condition !== "") profile.conditional += 1;
    }
  }
  return profiles;
}
