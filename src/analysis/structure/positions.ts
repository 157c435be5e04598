/** Positions: for each actor and issue of a selection, the statements on either side. The ground of most analyses. */

import { POLARITY_BIT, STANCE } from "../../graph/edge-flags.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import type { Polarity } from "../../model/vocabulary.ts";
import type { StatementSelection } from "./analysis.ts";

/** What one actor is reported to hold on one issue; statement numbers, ascending. */
export interface Position extends Readonly<Record<Polarity, readonly number[]>> {
  readonly holder: number;
  readonly issue: number;
}

export interface Positions {
  /** Node of the actor → node of the issue → position. */
  readonly byHolder: ReadonlyMap<number, ReadonlyMap<number, Position>>;
  /** Node of the issue → node of the actor → position. */
  readonly byIssue: ReadonlyMap<number, ReadonlyMap<number, Position>>;
  /** Statements about relations between actors, which are no positions on issues. */
  readonly relations: readonly number[];
  /** How many of the statements on issues take no side. */
  readonly neutral: number;
}

/** +1 or −1 when all sides taken are one side, 0 when both are, null when none is. */
export function sideOf({ support, oppose }: Pick<Position, "support" | "oppose">): 1 | -1 | 0 | null {
  if (support.length > 0) return oppose.length > 0 ? 0 : 1;
  return oppose.length > 0 ? -1 : null;
}

/** The statements that take a side. */
export const signed = ({ support, oppose }: Position): readonly number[] => [...support, ...oppose];

/** Most positions have statements of one polarity only. */
const NONE: number[] = [];

interface Growing extends Record<Polarity, number[]> {
  readonly holder: number;
  readonly issue: number;
}

/** The position of `holder` on `issue` in a table of tables, made when it is new. */
function entry(table: Map<number, Map<number, Growing>>, holder: number, issue: number): Growing {
  let own = table.get(holder);
  if (!own) {
    own = new Map();
    table.set(holder, own);
  }
  let position = own.get(issue);
  if (!position) {
    position = { holder, issue, support: NONE, oppose: NONE, neutral: NONE };
    own.set(issue, position);
  }
  return position;
}

/** The polarity of a statement, without its record. */
export function polarityAt({ flags }: Pick<StatementIndex, "flags">, at: number): Polarity {
  const bits = flags[at] as number;
  if ((bits & POLARITY_BIT.support) !== 0) return "support";
  return (bits & POLARITY_BIT.oppose) !== 0 ? "oppose" : "neutral";
}

/** One pass over the selection. */
export function collectPositions({ index, adjacency, statements }: StatementSelection): Positions {
  const byHolder = new Map<number, Map<number, Growing>>();
  const relations: number[] = [];
  let neutral = 0;
  for (const at of statements) {
    if (((index.flags[at] as number) & STANCE) === 0) relations.push(at);
    else {
      const polarity = polarityAt(index, at);
      const position = entry(byHolder, adjacency.from[at] as number, adjacency.to[at] as number);
      if (position[polarity] === NONE) position[polarity] = [at];
      else position[polarity].push(at);
      if (polarity === "neutral") neutral++;
    }
  }
  const byIssue = new Map<number, Map<number, Position>>();
  for (const own of byHolder.values())
    for (const position of own.values()) {
      let holders = byIssue.get(position.issue);
      if (!holders) {
        holders = new Map();
        byIssue.set(position.issue, holders);
      }
      holders.set(position.holder, position);
    }
  return { byHolder, byIssue, relations, neutral };
}

/** A note about what did not enter, or none. */
export function leftOutNote({ relations, neutral }: Positions): readonly string[] {
  const parts = [
    neutral > 0 ? `${neutral} that take no side` : "",
    relations.length > 0 ? `${relations.length} about relations between actors` : "",
  ].filter((part) => part !== "");
  return parts.length > 0 ? [`Statements that do not enter: ${parts.join(", ")}.`] : [];
}
