/** The columns of the table of statements: what they are called, what they say and how they sort. */

import type { SourceRecord, StatementRecord } from "../../../model/api.ts";
import { TEXTS } from "../texts.ts";
import { statementDateWords } from "../words/dates.ts";
import { confidenceWords } from "../words/numbers.ts";
import { modalityWords, targetOf, verbOf, voiceWords } from "../words/statement-words.ts";

export type SourcesById = ReadonlyMap<string, SourceRecord>;

export interface Column {
  readonly id: string;
  readonly label: string;
  /** Shown until the reader chooses. */
  readonly usual: boolean;
  /** Shown by default on a narrow screen. */
  readonly narrow: boolean;
  readonly text: (statement: StatementRecord, sources: SourcesById) => string;
  /** What rows are ordered by; null = at the end, whichever way. */
  readonly order: (statement: StatementRecord, sources: SourcesById) => string | number | null;
}

type Text = Column["text"];

const column = (
  id: string,
  text: Text,
  options: { readonly usual?: boolean; readonly narrow?: boolean; readonly order?: Column["order"] } = {},
): Column => ({
  id,
  label: TEXTS.columns[id] ?? id,
  usual: options.usual ?? true,
  narrow: options.narrow ?? false,
  text,
  order: options.order ?? ((statement, sources) => text(statement, sources) || null),
});

const SIGNS = { support: 0, neutral: 1, oppose: 2 } as const;

export const COLUMNS: readonly Column[] = [
  column("actor", ({ actor }) => actor.label, { narrow: true }),
  column("polarity", verbOf, {
    narrow: true,
    order: (statement) => `${SIGNS[statement.polarity]} ${verbOf(statement)}`,
  }),
  column("target", (statement) => targetOf(statement).label, { narrow: true }),
  column("condition", ({ condition }) => condition ?? ""),
  column("summary", ({ summary }) => summary),
  column("source", ({ source }) => source.label),
  column("date", (statement, sources) => statementDateWords(statement, sources.get(statement.source.id)), {
    order: ({ saidOn, saidUntil }) => saidOn ?? saidUntil,
  }),
  column("voice", voiceWords, { usual: false }),
  column("modality", modalityWords),
  column("confidence", ({ confidence }) => confidenceWords(confidence), {
    order: ({ confidence }) => confidence,
  }),
  column("attributedTo", ({ attributedTo }) => attributedTo?.label ?? "", { usual: false }),
  column("speaker", ({ speaker }) => speaker?.label ?? "", { usual: false }),
  column("paragraph", ({ paragraph }) => (paragraph === null ? "" : String(paragraph)), {
    usual: false,
    order: ({ paragraph }) => paragraph,
  }),
  column("id", ({ id }) => id, { usual: false }),
];

/** Further columns of the dataset, found in the statements loaded: `x:NAME`, hidden until chosen. */
export function furtherColumns(statements: readonly StatementRecord[]): readonly Column[] {
  const names = new Set<string>();
  for (const { extra } of statements) for (const name of Object.keys(extra)) names.add(name);
  return [...names].sort().map((name): Column => {
    const text: Text = ({ extra }) => (Object.hasOwn(extra, name) ? (extra[name] ?? "") : "");
    return {
      id: `x:${name}`,
      label: name,
      usual: false,
      narrow: false,
      text,
      order: (statement, sources) => text(statement, sources) || null,
    };
  });
}
