/** One statement with everything known about it: claim, summary, condition, source, date, carriers, confidence, place. */

import { Badge, Text } from "@mantine/core";
import { memo, useId } from "react";
import type { StatementRecord } from "../../../model/api.ts";
import { polarityTerm } from "../../../model/vocabulary.ts";
import { NodeLink } from "../parts/node-link.tsx";
import { usePalette } from "../parts/palette.ts";
import { PolarityMark } from "../parts/polarity-mark.tsx";
import { TEXTS } from "../texts.ts";
import { modalityWarning, modalityWords, targetOf, verbOf } from "../words/statement-words.ts";
import { CardActions } from "./card-actions.tsx";
import { StatementFacts } from "./statement-facts.tsx";
import "./statements.css";

export interface StatementCardProps {
  readonly statement: StatementRecord;
  /** Shows the passage from the start. */
  readonly passageOpen?: boolean;
  /** Off where actor and target stand above the list already: then only the verb is shown. */
  readonly names?: boolean;
}

/** Kept as it is while its statement is: lists of hundreds grow by some at a time. */
export const StatementCard = memo(function StatementCard({
  statement,
  passageOpen = false,
  names = true,
}: StatementCardProps) {
  const palette = usePalette();
  const heading = useId();
  const target = targetOf(statement);
  const warning = modalityWarning(statement);
  return (
    <article
      className="sg-card"
      tabIndex={-1}
      aria-labelledby={heading}
      style={{ borderInlineStartColor: palette.polarity[statement.polarity] }}
    >
      <div className="sg-card-claim" id={heading}>
        <PolarityMark polarity={statement.polarity} silent={statement.issue !== null} />
        <span>
          {names && (
            <>
              <NodeLink node={`actor:${statement.actor.id}`}>{statement.actor.label}</NodeLink>{" "}
            </>
          )}
          <strong>{verbOf(statement)}</strong>
          {names && (
            <>
              {" "}
              <NodeLink node={target.key}>{target.label}</NodeLink>
            </>
          )}
        </span>
      </div>
      {(warning !== null || statement.offTopic || statement.relation !== null) && (
        <div className="sg-card-badges">
          {statement.relation && (
            <Badge variant="default" size="sm" className="sg-badge">
              {TEXTS.relationCounts(polarityTerm(statement.polarity).label)}
            </Badge>
          )}
          {warning !== null && (
            <Badge variant="default" size="sm" className="sg-badge sg-badge-strong">
              {modalityWords(statement)}
            </Badge>
          )}
          {statement.offTopic && (
            <Badge variant="default" size="sm" className="sg-badge">
              {TEXTS.offTopic}
            </Badge>
          )}
        </div>
      )}
      <p className="sg-card-summary" dir="auto">
        {statement.summary === "" ? TEXTS.noSummary : statement.summary}
      </p>
      {warning !== null && (
        <Text size="xs" className="sg-dim">
          {warning}
        </Text>
      )}
      {statement.condition !== null && <Condition statement={statement} />}
      <StatementFacts statement={statement} />
      <CardActions statement={statement} passageOpen={passageOpen} />
    </article>
  );
});

/** The condition in the coder's words and the issues it depends on. */
function Condition({ statement }: { readonly statement: StatementRecord }) {
  return (
    <div className="sg-condition">
      <p>
        <strong>{TEXTS.condition}</strong> <bdi>{statement.condition}</bdi>
      </p>
      {statement.conditionIssues.length > 0 && (
        <ul aria-label={TEXTS.dependsOn}>
          {statement.conditionIssues.map(({ id, label, negated }) => (
            <li key={`${negated}${id}`}>
              {negated ? TEXTS.dependsOnNot : TEXTS.dependsOnThat}{" "}
              <NodeLink node={`issue:${id}`}>{label}</NodeLink>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
