/** Who shares an actor's side on issues, or stands on the other one, with counts of issues. */

import type { Ally } from "../../../model/api.ts";
import { useDirectory } from "../../api/hooks.ts";
import { MoreList } from "../parts/more-list.tsx";
import { NodeLink } from "../parts/node-link.tsx";
import { Section } from "../parts/section.tsx";
import { TEXTS } from "../texts.ts";
import { Rest } from "./rest.tsx";

export interface AllyListProps {
  readonly title: string;
  readonly note: string;
  readonly allies: readonly Ally[];
  /** How many there are; the list holds the first. */
  readonly total: number;
}

export function AllyList({ title, note, allies, total }: AllyListProps) {
  if (allies.length === 0) return null;
  return (
    <Section title={title} count={total} open={false}>
      <p className="sg-line sg-dim">{note}</p>
      <MoreList items={allies} keyOf={({ key }) => key} label={title}>
        {(ally) => <OneAlly ally={ally} />}
      </MoreList>
      <Rest listed={allies.length} total={total} />
    </Section>
  );
}

function OneAlly({ ally }: { readonly ally: Ally }) {
  return (
    <div>
      <NodeLink node={ally.key}>{ally.label}</NodeLink>{" "}
      <span className="sg-dim">{TEXTS.agreeDisagree(ally.agree, ally.disagree)}</span>
      <details className="sg-issues">
        <summary>{TEXTS.onWhichIssues}</summary>
        <IssueNames title={TEXTS.agreeOn} ids={ally.agreeOn} />
        <IssueNames title={TEXTS.disagreeOn} ids={ally.disagreeOn} />
      </details>
    </div>
  );
}

function IssueNames({ title, ids }: { readonly title: string; readonly ids: readonly string[] }) {
  const issues = useDirectory().data?.issues;
  if (ids.length === 0) return null;
  return (
    <>
      <p className="sg-line">{title}</p>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <NodeLink node={`issue:${id}`}>{issues?.find((issue) => issue.id === id)?.label ?? id}</NodeLink>
          </li>
        ))}
      </ul>
    </>
  );
}
