/** Positions: for each actor and issue of a selection, the statements on either side. The ground of most analyses. */

import type { Statement } from "../../model/dataset.ts";
import type { Polarity } from "../../model/vocabulary.ts";
import type { StatementSelection } from "./analysis.ts";

/** What one actor is reported to hold on one issue; statement numbers, ascending. */
export interface Position extends Readonly<Record<Polarity, number[]>> {
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

/** The position of `holder` on `issue` in a table of tables, made when it is new. */
function entry(table: Map<number, Map<number, Position>>, holder: number, issue: number): Position {
  let own = table.get(holder);
  if (!own) {
    own = new Map();
    table.set(holder, own);
  }
  let position = own.get(issue);
  if (!position) {
    position = { holder, issue, support: [], oppose: [], neutral: [] };
    own.set(issue, position);
  }
  return position;
}

/** One pass over the selection. */
export function collectPositions({ index, adjacency, statements }: StatementSelection): Positions {
  const byHolder = new Map<number, Map<number, Position>>();
  const relations: number[] = [];
  let neutral = 0;
  for (const at of statements) {
    const { issue, polarity } = index.dataset.statements[at] as Statement;
    if (issue === null) relations.push(at);
    else {
      entry(byHolder, adjacency.from[at] as number, adjacency.to[at] as number)[polarity].push(at);
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
