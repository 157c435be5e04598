/** Issues as a tree for the filter: who stands under whom, and what is found by a word. Pure. */

import { foldName } from "../../dataset/fold.ts";
import type { IssueRecord } from "../../model/api.ts";

export interface Branch {
  readonly issue: IssueRecord;
  readonly children: readonly Branch[];
}

/** Numbers within names count as numbers. */
const { compare } = new Intl.Collator("en", { numeric: true });

/** The tree in alphabetical order. A branch without statements anywhere below is left out; so are parents that lead in a circle. */
export function issueTree(issues: readonly IssueRecord[]): readonly Branch[] {
  const known = new Set(issues.map(({ id }) => id));
  const under = new Map<string | null, IssueRecord[]>();
  for (const issue of issues) {
    const parent = issue.parent && known.has(issue.parent.id) ? issue.parent.id : null;
    const siblings = under.get(parent);
    if (siblings) siblings.push(issue);
    else under.set(parent, [issue]);
  }
  const grow = (parent: string | null): readonly Branch[] =>
    [...(under.get(parent) ?? [])]
      .sort((a, b) => compare(a.shortLabel, b.shortLabel))
      .map((issue) => ({ issue, children: grow(issue.id) }))
      .filter(({ issue, children }) => issue.statements > 0 || children.length > 0);
  return grow(null);
}

/** The first branches of a level, and those of the rest that are chosen. */
export const firstBranches = (
  branches: readonly Branch[],
  most: number,
  chosen: readonly string[],
): readonly Branch[] =>
  branches.length <= most
    ? branches
    : branches.filter(({ issue }, at) => at < most || chosen.includes(issue.id));

/** The branches whose label holds the word, with the way to them. */
export function searchTree(branches: readonly Branch[], word: string): readonly Branch[] {
  const folded = foldName(word);
  if (folded === "") return branches;
  return branches.flatMap((branch) => {
    const { issue } = branch;
    if (foldName(`${issue.label} ${issue.shortLabel}`).includes(folded)) return [branch];
    const children = searchTree(branch.children, word);
    return children.length > 0 ? [{ issue, children }] : [];
  });
}
