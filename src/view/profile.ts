/** What the shown statements come to at every node: how many touch it, and the positions it holds or that are held on it. */

import type { Adjacency } from "../graph/adjacency.ts";
import { CONDITIONAL, POLARITY_BIT } from "../graph/edge-flags.ts";
import { consecutive, type Piece, piecesOf } from "../graph/runs.ts";
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

/** Counts of the statements up to some numbers: those of a long run are the difference of two. */
interface Steps {
  /** Statements from one of these to the next. */
  readonly size: number;
  /** By multiple of the size, the counts of all statements below it. */
  readonly below: readonly Int32Array[];
}

/** Statements of a step at least, and numbers that all steps hold at most: 16 MB. */
const LEAST_STEP = 16_384;
const MOST_KEPT = 2 ** 22;

const known = new WeakMap<Adjacency, Steps>();

/** The steps under a roll-up. Made at the first call, O(statements), then kept with it. */
function stepsOf(index: StatementIndex, adjacency: Adjacency): Steps {
  let steps = known.get(adjacency);
  if (!steps) {
    const { statementCount } = index;
    const counts = new Int32Array(index.nodes.length * WIDTH);
    const size = Math.max(LEAST_STEP, Math.ceil((statementCount * counts.length) / MOST_KEPT));
    const all = consecutive(statementCount);
    const below = [counts.slice()];
    for (let end = size; end <= statementCount; end += size) {
      count(index, adjacency, all, end - size, end, counts);
      below.push(counts.slice());
    }
    steps = { size, below };
    known.set(adjacency, steps);
  }
  return steps;
}

/** Adds the statements at the places `from … end − 1` of a list to the counts. */
function count(
  { flags, actorCount }: StatementIndex,
  { from: holders, to: targets }: Adjacency,
  statements: Int32Array,
  from: number,
  end: number,
  counts: Int32Array,
): void {
  for (let at = from; at < end; at++) {
    const number = statements[at] as number;
    const word = flags[number] as number;
    const polarity = PLACE_OF[word & ANY] as number;
    const holder = holders[number] as number;
    const target = targets[number] as number;
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
}

/** The same for a run of consecutive numbers: whole steps at once, where they are more than there are counts. */
function countRun(
  index: StatementIndex,
  adjacency: Adjacency,
  statements: Int32Array,
  { from, end }: Piece,
  counts: Int32Array,
): void {
  const first = statements[from] as number;
  // Few are counted faster than steps are made.
  const steps = end - from < Math.max(2 * LEAST_STEP, counts.length) ? null : stepsOf(index, adjacency);
  const begin = steps ? Math.ceil(first / steps.size) : 0;
  const until = steps ? Math.floor((first + end - from) / steps.size) : 0;
  const [less, more] = [steps?.below[begin], steps?.below[until]];
  if (!steps || !less || !more || until <= begin) {
    count(index, adjacency, statements, from, end, counts);
    return;
  }
  for (let at = 0; at < counts.length; at++)
    counts[at] = (counts[at] as number) + (more[at] as number) - (less[at] as number);
  count(index, adjacency, statements, from, from + begin * steps.size - first, counts);
  count(index, adjacency, statements, from + until * steps.size - first, end, counts);
}

/**
 * Counts, O(nodes + statements); a long run of consecutive statements takes no longer than some thousands. `statements` of a profile
 * counts every statement at both its ends. The other counts are of positions: those an actor holds, and those taken on an issue; being
 * the target of a relation is no position.
 */
export function tallyNodes(index: StatementIndex, adjacency: Adjacency, statements: Int32Array): Tally {
  const counts = new Int32Array(index.nodes.length * WIDTH);
  for (const piece of piecesOf(statements))
    if (piece.isRun) countRun(index, adjacency, statements, piece, counts);
    else count(index, adjacency, statements, piece.from, piece.end, counts);
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
