/**
 * Actors joined by the issues on which both take a side: one edge `support` for the issues where they share a side, one
 * edge `oppose` for those where they stand on opposite sides. `count` = number of issues; neutral stances do not count, and an
 * actor reported on both sides of an issue both agrees and disagrees with everyone who takes a side on it.
 */

import { byCodeUnit } from "../../model/id.ts";
import { countPairs, gatherSides, opposite, type Sides } from "./agreement-counts.ts";
import type { DraftEdge, ProjectionMethod } from "./projection.ts";

/** The side bits of a row's stretch of entries on one issue, and where it ends. */
function stretch({ issue, side }: Sides, from: number, end: number): { end: number; sides: number } {
  let at = from;
  let sides = 0;
  while (at < end && issue[at] === issue[from]) sides |= side[at++] as number;
  return { end: at, sides };
}

/**
 * Numbers of the statements behind an edge, ascending: of both actors, on the issues where they agree (or disagree). With `most`,
 * those on the first issues that hold as many, and no more.
 */
function statementsBehind(sides: Sides, a: number, b: number, agreeing: boolean, most: number): number[] {
  const { start, issue, statement, side } = sides;
  const behind: number[] = [];
  let [mine, theirs] = [start[a] as number, start[b] as number];
  const [myEnd, theirEnd] = [start[a + 1] as number, start[b + 1] as number];
  while (mine < myEnd && theirs < theirEnd && behind.length < most) {
    const step = (issue[mine] as number) - (issue[theirs] as number);
    if (step < 0) mine++;
    else if (step > 0) theirs++;
    else {
      const own = stretch(sides, mine, myEnd);
      const other = stretch(sides, theirs, theirEnd);
      const wanted = agreeing ? other.sides : opposite(other.sides);
      const back = agreeing ? own.sides : opposite(own.sides);
      for (; mine < own.end; mine++)
        if (((side[mine] as number) & wanted) !== 0) behind.push(statement[mine] as number);
      for (; theirs < other.end; theirs++)
        if (((side[theirs] as number) & back) !== 0) behind.push(statement[theirs] as number);
    }
  }
  return behind.sort((x, y) => x - y).slice(0, most);
}

export const agreementProjection: ProjectionMethod = {
  id: "agreement",
  label: "Agreement",
  description: "Actors joined by the issues on which both take a side.",
  type: "undirected",
  run(input) {
    const { index } = input;
    const sides = gatherSides(input);
    const edges: DraftEdge[] = [];
    const add = (a: number, b: number, agreeing: boolean, count: number) => {
      const ends = [sides.actors[a] as number, sides.actors[b] as number] as const;
      const [from, to] =
        byCodeUnit(index.nodes[ends[0]] as string, index.nodes[ends[1]] as string) < 0
          ? ends
          : [ends[1], ends[0]];
      edges.push({
        key: `${index.nodes[from]};${agreeing ? "agree" : "disagree"};${index.nodes[to]}`,
        from,
        to,
        kind: "agreement",
        label: agreeing ? "agrees with" : "disagrees with",
        polarity: agreeing ? "support" : "oppose",
        count,
        // Gathered anew at each call: the lists of a large network together would fill the memory.
        statements: (most = Number.POSITIVE_INFINITY) => statementsBehind(sides, a, b, agreeing, most),
      });
    };
    countPairs(sides, (a, b, agree, disagree) => {
      if (agree > 0) add(a, b, true, agree);
      if (disagree > 0) add(a, b, false, disagree);
    });
    return edges;
  },
};
