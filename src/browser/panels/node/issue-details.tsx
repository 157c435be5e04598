/** The right column for an issue: who supports it, who opposes it, who takes no side, under which conditions. */

import { useMemo } from "react";
import type { IssueDetail } from "../../../model/api.ts";
import type { Polarity } from "../../../model/vocabulary.ts";
import { useIssue } from "../../api/hooks.ts";
import { useExplorer } from "../../state/store.ts";
import { Answered } from "../parts/answered.tsx";
import { MoreList } from "../parts/more-list.tsx";
import { NodeLink } from "../parts/node-link.tsx";
import { ProfileBar } from "../parts/profile-bar.tsx";
import { Section } from "../parts/section.tsx";
import { StatementList } from "../statements/statement-list.tsx";
import { TEXTS } from "../texts.ts";
import { useListed } from "./listed.tsx";
import { Neighbours } from "./neighbours.tsx";
import { NoStatements } from "./no-statements.tsx";
import { NodeActions } from "./node-actions.tsx";
import { NodeHeading } from "./node-heading.tsx";
import { PositionRow } from "./position-row.tsx";
import { issueHolders } from "./positions.ts";
import { Provenance } from "./provenance.tsx";

const SIDES: readonly (Polarity | "mixed")[] = ["support", "oppose", "mixed", "neutral"];

export function IssueDetails({ id }: { readonly id: string }) {
  const view = useExplorer((state) => state.view);
  const query = useIssue(id, view);
  return (
    <Answered query={query} lines={8}>
      {(issue) => <Issue issue={issue} />}
    </Answered>
  );
}

function Issue({ issue }: { readonly issue: IssueDetail }) {
  const { parent, children, neighbours, totals } = issue;
  const { statements, total, note } = useListed(issue);
  const holders = useMemo(() => issueHolders(statements), [statements]);
  return (
    <>
      <NodeHeading
        node={issue.key}
        label={issue.label}
        kind={issue.container ? TEXTS.container : TEXTS.issue}
      />
      {issue.description !== "" && (
        <p className="sg-line" dir="auto">
          {issue.description}
        </p>
      )}
      {parent && (
        <p className="sg-line sg-dim">
          {TEXTS.partOf} <NodeLink node={`issue:${parent.id}`}>{parent.label}</NodeLink>
        </p>
      )}
      <NodeActions node={issue.key} />
      {statements.length === 0 ? (
        <NoStatements label={issue.label} />
      ) : (
        <>
          <Section title={TEXTS.profile}>
            <ProfileBar profile={issue} />
            <Provenance label={TEXTS.thisIssue} statements={statements} total={total} />
            {note}
          </Section>
          {SIDES.map(
            (side) =>
              holders[side].length > 0 && (
                <Section key={side} title={TEXTS.holders[side]} count={holders[side].length}>
                  <MoreList items={holders[side]} keyOf={({ id }) => id} label={TEXTS.holders[side]}>
                    {(position) => <PositionRow position={position} />}
                  </MoreList>
                </Section>
              ),
          )}
          <Section title={TEXTS.allStatements} count={total} open={false}>
            <StatementList statements={statements} label={TEXTS.statementsAt(issue.label)} />
          </Section>
        </>
      )}
      {children.length > 0 && (
        <Section title={TEXTS.subIssues} count={children.length} open={statements.length === 0}>
          <MoreList items={children} keyOf={({ id }) => id} label={TEXTS.subIssues}>
            {(child) => <NodeLink node={`issue:${child.id}`}>{child.label}</NodeLink>}
          </MoreList>
        </Section>
      )}
      {statements.length > 0 && <Neighbours neighbours={neighbours} total={totals.neighbours} />}
    </>
  );
}
