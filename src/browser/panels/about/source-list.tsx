/** The documents of the dataset: what they are, when they are from, what is odd about them. */

import { Anchor } from "@mantine/core";
import type { SourceRecord } from "../../../model/api.ts";
import { TEXTS } from "../texts.ts";
import { sourceBoundWords, sourceDateWords } from "../words/dates.ts";
import { count } from "../words/numbers.ts";

export function SourceList({ sources }: { readonly sources: readonly SourceRecord[] }) {
  return (
    <ol className="sg-list sg-sources">
      {sources.map((source) => (
        <li key={source.id}>
          <OneSource source={source} />
        </li>
      ))}
    </ol>
  );
}

function OneSource({ source }: { readonly source: SourceRecord }) {
  const bounds = sourceBoundWords(source);
  const rows: readonly (readonly [string, string | null])[] = [
    [TEXTS.author, source.author ?? TEXTS.notNamed],
    [TEXTS.publisher, source.publisher ?? TEXTS.notNamed],
    [TEXTS.date, bounds === null ? sourceDateWords(source) : `${sourceDateWords(source)}, ${bounds}`],
    [TEXTS.genre, source.genre],
    [TEXTS.statementsHeading, count(source.statements, "statement")],
    [TEXTS.licence, source.licence],
    [TEXTS.id, source.id],
  ];
  return (
    <>
      <p className="sg-source-title">
        {source.url ? (
          <Anchor underline="always" href={source.url} target="_blank" rel="noreferrer noopener" inherit>
            {source.name}
          </Anchor>
        ) : (
          source.name
        )}
      </p>
      <dl className="sg-facts">
        {rows
          .filter(([, value]) => value !== null && value !== "")
          .map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {source.notes !== null && (
        <details className="sg-issues">
          <summary>{TEXTS.remarks}</summary>
          <p className="sg-line">{source.notes}</p>
        </details>
      )}
    </>
  );
}
