/** What the shown statements come to at every node: how many touch it, and the positions it holds or that are held on it. */

import type { Adjacency } from "../graph/adjacency.ts";
import { CONDITIONAL, POLARITY_BIT } from "../graph/edge-flags.ts";
import type { StatementIndex } from "../graph/statement-index.ts";
import type { Profile } from "../model/api.ts";

export const EMPTY_PROFILE: Profile = { statements: 0, support: 0, oppose: 0, neutral: 0, conditional: 0 };

/** Places of the counts of a node: its positions by polarity, relations of which it is the target, and its conditional positions. */
const [SUPPORT, OPPOSE, NEUTRAL, TARGETED, CONDITIONALS, WIDTH] = [0, 1, 2, 3, 4, 5];

const { support, oppose, neutral } = POLARITY_BIT;
const ANY = support | oppose | neutral;
/** By the bits of a polarity, of which a statement has one: looked up, because to ask is slow where the answer cannot be foreseen. */
const PLACE_OF = new Int32Array(ANY + 1);
PLACE_OF[support] = SUPPORT;
PLACE_OF[oppose] = OPPOSE;
PLACE_OF[neutral] = NEUTRAL;

/** The counts at every node, as numbers. */
export interface Tally {
  /** How many of the statements touch a node, by its number after roll-up. */
  touching(node: number): number;
  /** How many nodes are touched. */
  readonly nodes: number;
  /** All counts of a node; all 0 where no statement touches it. */
  profile(node: number): Profile;
}

/**
 * Counts, O(nodes + statements). `statements` of a profile counts every statement at both its ends. The other counts are of positions:
 * those an actor holds, and those taken on an issue; being the target of a relation is no position.
 */
export function tallyNodes(index: StatementIndex, adjacency: Adjacency, statements: Int32Array): Tally {
  const { flags, actorCount } = index;
  const { from, to } = adjacency;
  const counts = new Int32Array(index.nodes.length * WIDTH);
  for (let at = 0; at < statements.length; at++) {
    const number = statements[at] as number;
    const word = flags[number] as number;
    const polarity = PLACE_OF[word & ANY] as number;
    const holder = from[number] as number;
    const target = to[number] as number;
    const held = holder * WIDTH;
    const there = target * WIDTH;
    counts[held + polarity] = (counts[held + polarity] as number) + 1;
    if (word & CONDITIONAL) counts[held + CONDITIONALS] = (counts[held + CONDITIONALS] as number) + 1;
    if (holder === target) continue;
    const place = there + (target >= actorCount ? polarity : TARGETED);
    counts[place] = (counts[place] as number) + 1;
    if (word & CONDITIONAL && target >= actorCount)
      counts[there + CONDITIONALS] = (counts[there + CONDITIONALS] as number) + 1;
  }
  const touching = (node: number): number => {
    const place = node * WIDTH;
    return (
      (counts[place + SUPPORT] as number) +
      (counts[place + OPPOSE] as number) +
      (counts[place + NEUTRAL] as number) +
      (counts[place + TARGETED] as number)
    );
  };
  let nodes = 0;
  for (let node = 0; node < index.nodes.length; node++) if (touching(node) > 0) nodes++;
  return {
    nodes,
    touching,
    profile: (node) => ({
      statements: touching(node),
      support: counts[node * WIDTH + SUPPORT] as number,
      oppose: counts[node * WIDTH + OPPOSE] as number,
      neutral: counts[node * WIDTH + NEUTRAL] as number,
      conditional: counts[node * WIDTH + CONDITIONALS] as number,
    }),
  };
}

/** The profiles of all nodes that statements touch, by node number after roll-up. */
export function profileNodes(
  index: StatementIndex,
  adjacency: Adjacency,
  statements: Int32Array,
): ReadonlyMap<number, Profile> {
  const tally = tallyNodes(index, adjacency, statements);
  const profiles = new Map<number, Profile>();
  for (let node = 0; node < index.nodes.length; node++)
    if (tally.touching(node) > 0) profiles.set(node, tally.profile(node));
  return profiles;
}
