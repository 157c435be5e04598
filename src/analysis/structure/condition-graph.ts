/** The condition graph: which issue depends on which, as the conditions of reported positions say; its cycles and chains. */

import type { Statement } from "../../model/dataset.ts";
import { issueKey } from "../../model/id.ts";
import type { StatementSelection } from "./analysis.ts";

/** Positions on `from` depend on `to` being realised, or on its not being so. */
export interface ConditionLink {
  /** Nodes of the issues. */
  readonly from: number;
  readonly to: number;
  readonly negated: boolean;
  /** Statement numbers, ascending. */
  readonly statements: number[];
}

/** The statements that have a condition, in words or as issues. Looks at columns where there are any, so that no records are made. */
export function conditionalAmong({ index, statements }: StatementSelection): Int32Array {
  const { columns, statements: records } = index.dataset;
  if (columns?.records !== records)
    return statements.filter((at) => {
      const record = records[at];
      return record !== undefined && (record.condition !== "" || record.conditionIssues.length > 0);
    });
  const [words, issues] = [columns.column("condition"), columns.column("conditionIssues")];
  const inWords = Uint8Array.from({ length: words.size }, (_, code) => (words.value(code) === "" ? 0 : 1));
  const asIssues = Uint8Array.from({ length: issues.size }, (_, code) =>
    Math.sign(issues.value(code).length),
  );
  return statements.filter(
    (at) => inWords[words.codes[at] as number] === 1 || asIssues[issues.codes[at] as number] === 1,
  );
}

/** One link per ordered pair of issues and `negated`, in dataset order. Statements about relations have no issue and make none. */
export function conditionLinks(selection: StatementSelection): readonly ConditionLink[] {
  const { index, adjacency } = selection;
  const links = new Map<string, ConditionLink>();
  for (const at of conditionalAmong(selection)) {
    const { issue, conditionIssues } = index.dataset.statements[at] as Statement;
    if (issue === null) continue;
    const from = adjacency.to[at] as number;
    for (const condition of conditionIssues) {
      const to = index.nodeByKey.get(issueKey(condition.issue));
      if (to === undefined) continue;
      const key = `${from} ${to} ${condition.negated}`;
      let link = links.get(key);
      if (!link) {
        link = { from, to, negated: condition.negated, statements: [] };
        links.set(key, link);
      }
      if (link.statements.at(-1) !== at) link.statements.push(at);
    }
  }
  return [...links.values()];
}

/** Walks along links, and whether there are more than were looked for. */
export interface Walks {
  readonly walks: readonly (readonly ConditionLink[])[];
  readonly truncated: boolean;
}

const MOST_WALKS = 200;
const MOST_LENGTH = 8;
const MOST_STEPS = 500_000;

const linksFrom = (links: readonly ConditionLink[]): ReadonlyMap<number, readonly ConditionLink[]> => {
  const rows = new Map<number, ConditionLink[]>();
  for (const link of links) {
    const row = rows.get(link.from);
    if (row) row.push(link);
    else rows.set(link.from, [link]);
  }
  return rows;
};

/** Elementary cycles of at most 8 links, each once, beginning at its lowest node; shortest first. */
export function conditionCycles(links: readonly ConditionLink[]): Walks {
  const rows = linksFrom(links);
  const walks: ConditionLink[][] = [];
  let steps = 0;
  let truncated = false;
  const visit = (root: number, node: number, walk: ConditionLink[], met: Set<number>): void => {
    for (const link of rows.get(node) ?? []) {
      if (++steps > MOST_STEPS || walks.length >= MOST_WALKS) {
        truncated = true;
        return;
      }
      if (link.to === root) walks.push([...walk, link]);
      else if (link.to > root && !met.has(link.to)) {
        if (walk.length + 1 >= MOST_LENGTH) {
          truncated = true;
          continue;
        }
        met.add(link.to);
        visit(root, link.to, [...walk, link], met);
        met.delete(link.to);
      }
    }
  };
  for (const root of [...rows.keys()].sort((a, b) => a - b)) visit(root, root, [], new Set([root]));
  return { walks: walks.sort((a, b) => a.length - b.length), truncated };
}

/**
 * Chains of two links or more that go as far as they can: from issues on which nothing depends, without meeting an issue twice.
 * Longest first.
 */
export function conditionChains(links: readonly ConditionLink[]): Walks {
  const rows = linksFrom(links);
  const entered = new Set(links.map(({ to }) => to));
  const walks: ConditionLink[][] = [];
  let steps = 0;
  let truncated = false;
  const visit = (node: number, walk: ConditionLink[], met: Set<number>): void => {
    let further = false;
    for (const link of rows.get(node) ?? []) {
      if (++steps > MOST_STEPS || walks.length >= MOST_WALKS) {
        truncated = true;
        return;
      }
      if (met.has(link.to)) continue;
      if (walk.length >= MOST_LENGTH) {
        truncated = true;
        continue;
      }
      further = true;
      met.add(link.to);
      visit(link.to, [...walk, link], met);
      met.delete(link.to);
    }
    if (!further && walk.length > 1) walks.push(walk);
  };
  for (const start of [...rows.keys()].sort((a, b) => a - b))
    if (!entered.has(start)) visit(start, [], new Set([start]));
  return { walks: walks.sort((a, b) => b.length - a.length), truncated };
}
