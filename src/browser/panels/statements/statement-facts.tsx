/** The particulars of a statement as a list of terms and values. */

import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";
import type { StatementRecord } from "../../../model/api.ts";
import { NodeLink } from "../parts/node-link.tsx";
import { TEXTS } from "../texts.ts";
import { statementDateWords } from "../words/dates.ts";
import { confidenceWords } from "../words/numbers.ts";
import { modalityWords, placeWords, voiceWords } from "../words/statement-words.ts";
import { useSource } from "./use-evidence.ts";

export function StatementFacts({ statement }: { readonly statement: StatementRecord }) {
  const source = useSource(statement.source.id);
  const { speaker, attributedTo, confidence } = statement;
  const place = placeWords(statement);
  const rows: readonly (readonly [term: string, value: ReactNode])[] = [
    [
      TEXTS.source,
      <>
        {source?.url ? (
          <Anchor underline="always" href={source.url} target="_blank" rel="noreferrer noopener" inherit>
            <bdi>{statement.source.label}</bdi>
          </Anchor>
        ) : (
          <bdi>{statement.source.label}</bdi>
        )}
        {statement.genre === "" ? "" : ` (${statement.genre})`}
      </>,
    ],
    [TEXTS.date, statementDateWords(statement, source)],
    [TEXTS.saidBy, speaker && <NodeLink node={`actor:${speaker.id}`}>{speaker.label}</NodeLink>],
    [
      TEXTS.carriedBy,
      attributedTo && <NodeLink node={`actor:${attributedTo.id}`}>{attributedTo.label}</NodeLink>,
    ],
    [TEXTS.voice, voiceWords(statement)],
    [TEXTS.modality, modalityWords(statement)],
    [TEXTS.intensity, statement.intensity === null ? null : TEXTS.intensities(statement.intensity)],
    [TEXTS.confidence, <Confidence key="confidence" value={confidence} />],
    [TEXTS.place, place ?? TEXTS.noPlace],
    [TEXTS.note, statement.notes],
    ...Object.entries(statement.extra)
      .filter(([, value]) => value !== "")
      .map(([name, value]) => [name, value] as const),
    [TEXTS.id, <code key="id">{statement.id}</code>],
  ];
  return (
    <dl className="sg-facts">
      {rows
        .filter(([, value]) => value !== null && value !== "")
        .map(([term, value]) => (
          <div key={term}>
            <dt dir="auto">{term}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** A bar and the same in words; an unknown confidence has an empty, dashed bar. */
function Confidence({ value }: { readonly value: number | null }) {
  return (
    <span className="sg-confidence">
      <span
        className={`sg-confidence-bar${value === null ? " sg-confidence-unknown" : ""}`}
        aria-hidden="true"
      >
        <span style={{ width: `${Math.round((value ?? 0) * 100)}%` }} />
      </span>
      {confidenceWords(value)}
    </span>
  );
}
