/** Issues as JSON: in lists with their counts, alone with their evidence and the actors that take a position. */

import { type IssueDetail, type IssueRecord, RECORD_LIMITS } from "../../model/api.ts";
import { type Issue, shortLabelOf } from "../../model/dataset.ts";
import { issueKey } from "../../model/id.ts";
import { EMPTY_PROFILE } from "../profile.ts";
import { evidenceOf, statementsQuestion } from "./evidence.ts";
import { namedIssue, type RecordLookups } from "./lookups.ts";
import { neighboursOf } from "./neighbours.ts";
import { besideExpanded, type Shown, statementsAt } from "./shown.ts";

const nodeOf = ({ index }: RecordLookups, issue: Issue): number =>
  index.nodeByKey.get(issueKey(issue.id)) as number;

function issueRecord(lookups: RecordLookups, shown: Shown, issue: Issue): IssueRecord {
  return {
    key: issueKey(issue.id),
    id: issue.id,
    label: issue.label,
    shortLabel: shortLabelOf(issue),
    description: issue.description,
    parent: namedIssue(lookups.index.dataset, issue.parent),
    children: (lookups.childrenOf.get(issue.id) ?? []).map(({ id, label }) => ({ id, label })),
    container: issue.container,
    extra: Object.fromEntries(issue.extra),
    ...(shown.profiles.get(nodeOf(lookups, issue)) ?? EMPTY_PROFILE),
  };
}

/**
 * The issues a view knows. `issue` chooses the issues themselves, with all below them, beside expanded ones and those of expanded
 * actors; anything else that narrows the view leaves out issues without a shown statement.
 */
export function listIssues(lookups: RecordLookups, shown: Shown): readonly IssueRecord[] {
  const wanted = new Set<string>(shown.view.filter.issue);
  const all = wanted.size === 0;
  // A Set grows while it is walked, so every descendant is visited once.
  for (const id of wanted) for (const child of lookups.childrenOf.get(id) ?? []) wanted.add(child.id);
  const beside = besideExpanded(lookups.index, shown);
  const narrowed = shown.narrowedBesides("issue");
  return lookups.index.dataset.issues
    .filter((issue) => all || wanted.has(issue.id) || beside.has(nodeOf(lookups, issue)))
    .filter((issue) => !narrowed || shown.profiles.has(nodeOf(lookups, issue)))
    .map((issue) => issueRecord(lookups, shown, issue));
}

/** One issue under the view; statements on its sub-issues are theirs. */
export function issueDetail(lookups: RecordLookups, shown: Shown, issue: Issue): IssueDetail {
  const node = nodeOf(lookups, issue);
  const numbers = statementsAt(shown, node);
  const neighbours = neighboursOf(lookups.index, shown, node);
  return {
    ...issueRecord(lookups, shown, issue),
    ...evidenceOf(lookups, numbers, statementsQuestion(shown, { node: issueKey(issue.id) })),
    neighbours: neighbours.slice(0, RECORD_LIMITS.items),
    totals: { statementsList: numbers.length, neighbours: neighbours.length },
  };
}
