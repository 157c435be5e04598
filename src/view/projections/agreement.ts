/**
 * Actors joined by the issues on which both take a side: one edge `support` for the issues where they share a side, one
 * edge `oppose` for those where they stand on opposite sides. `count` = number of issues; neutral stances do not count, and an
 * actor reported on both sides of an issue both agrees and disagrees with everyone who takes a side on it.
 */

import type { Statement } from "../../model/dataset.ts";
import { byCodeUnit } from "../../model/id.ts";
import type { DraftEdge, ProjectionInput, ProjectionMethod } from "./projection.ts";

interface Sides {
  readonly support: number[];
  readonly oppose: number[];
}

/** For each issue node, for each actor node, the statements on either side. */
function sidesByIssue({ index, adjacency, statements }: ProjectionInput): Map<number, Map<number, Sides>> {
  const issues = new Map<number, Map<number, Sides>>();
  for (const number of statements) {
    const { issue, polarity } = index.dataset.statements[number] as Statement;
    if (issue === null || polarity === "neutral") continue;
    const issueNode = adjacency.to[number] as number;
    const holder = adjacency.from[number] as number;
    let holders = issues.get(issueNode);
    if (!holders) {
      holders = new Map();
      issues.set(issueNode, holders);
    }
    let sides = holders.get(holder);
    if (!sides) {
      sides = { support: [], oppose: [] };
      holders.set(holder, sides);
    }
    sides[polarity].push(number);
  }
  return issues;
}

interface Shared {
  count: number;
  readonly statements: number[];
}

export const agreementProjection: ProjectionMethod = {
  id: "agreement",
  label: "Agreement",
  description: "Actors joined by the issues on which both take a side.",
  type: "undirected",
  run(input) {
    const { index } = input;
    const edges = new Map<string, DraftEdge & Shared>();
    const add = (a: number, b: number, polarity: "support" | "oppose", behind: readonly number[]) => {
      const [from, to] = byCodeUnit(index.nodes[a] as string, index.nodes[b] as string) < 0 ? [a, b] : [b, a];
      const key = `${index.nodes[from]};${polarity === "support" ? "agree" : "disagree"};${index.nodes[to]}`;
      let edge = edges.get(key);
      if (!edge) {
        const label = polarity === "support" ? "agrees with" : "disagrees with";
        edge = { key, from, to, kind: "agreement", label, polarity, count: 0, statements: [] };
        edges.set(key, edge);
      }
      edge.count += 1;
      edge.statements.push(...behind);
    };
    for (const holders of sidesByIssue(input).values()) {
      const list = [...holders];
      list.forEach(([a, mine], at) => {
        for (const [b, theirs] of list.slice(at + 1)) {
          const same = [
            ...(mine.support.length && theirs.support.length ? [...mine.support, ...theirs.support] : []),
            ...(mine.oppose.length && theirs.oppose.length ? [...mine.oppose, ...theirs.oppose] : []),
          ];
          const opposite = [
            ...(mine.support.length && theirs.oppose.length ? [...mine.support, ...theirs.oppose] : []),
            ...(mine.oppose.length && theirs.support.length ? [...mine.oppose, ...theirs.support] : []),
          ];
          if (same.length > 0) add(a, b, "support", same);
          if (opposite.length > 0) add(a, b, "oppose", opposite);
        }
      });
    }
    return Array.from(edges.values(), (edge) => ({
      ...edge,
      statements: [...new Set(edge.statements)].sort((a, b) => a - b),
    }));
  },
};
