/** Statements as a table: ids and labels, summary, source, dates and locators. Never a passage: those stay with whoever has the texts. */

import { statementDays } from "../../graph/statement-dates.ts";
import { type Dataset, type Statement, sourceName } from "../../model/dataset.ts";
import { formatDay } from "../../model/date.ts";
import { type CsvColumn, csvLines, extraCell, listCell } from "./rows.ts";

/** The private column in which coders keep the wording until it is located; it never leaves the package. */
const PRIVATE_COLUMNS: ReadonlySet<string> = new Set(["quote"]);

function columnsFor(dataset: Dataset, statements: readonly Statement[]): CsvColumn<Statement>[] {
  const actor = (id: string | null) => (id === null ? null : dataset.actorById.get(id)?.label);
  const source = (statement: Statement) => dataset.sourceById.get(statement.source);
  const days = (statement: Statement) => statementDays(statement, source(statement));
  const issue = (id: string | null) => (id === null ? null : dataset.issueById.get(id)?.label);
  const relation = (id: string | null) => (id === null ? null : dataset.relationById.get(id)?.label);
  return [
    { header: "id", value: ({ id }) => id },
    { header: "actor", value: (statement) => statement.actor },
    { header: "actor_label", value: (statement) => actor(statement.actor) },
    { header: "polarity", value: ({ polarity }) => polarity },
    { header: "issue", value: (statement) => statement.issue },
    { header: "issue_label", value: (statement) => issue(statement.issue) },
    { header: "relation", value: (statement) => statement.relation },
    { header: "relation_label", value: (statement) => relation(statement.relation) },
    { header: "target", value: ({ target }) => target },
    { header: "target_label", value: ({ target }) => actor(target) },
    { header: "condition", value: ({ condition }) => condition },
    { header: "condition_issues", value: conditionIssues },
    { header: "summary", value: ({ summary }) => summary },
    { header: "source", value: (statement) => statement.source },
    { header: "source_title", value: (statement) => named(source(statement)) },
    { header: "url", value: (statement) => source(statement)?.url },
    { header: "date", value: ({ date }) => date },
    { header: "date_precision", value: ({ datePrecision }) => datePrecision },
    { header: "date_basis", value: ({ dateBasis }) => dateBasis },
    { header: "said_on", value: (statement) => day(days(statement)?.first) },
    { header: "said_until", value: (statement) => day(days(statement)?.last) },
    { header: "speaker", value: ({ speaker }) => speaker },
    { header: "speaker_label", value: ({ speaker }) => actor(speaker) },
    { header: "attributed_to", value: ({ attributedTo }) => attributedTo },
    { header: "attributed_to_label", value: ({ attributedTo }) => actor(attributedTo) },
    { header: "voice", value: ({ voice }) => voice },
    { header: "modality", value: ({ modality }) => modality },
    { header: "intensity", value: ({ intensity }) => intensity },
    { header: "confidence", value: ({ confidence }) => confidence },
    { header: "repeat_of", value: ({ repeatOf }) => repeatOf },
    { header: "off_topic", value: ({ offTopic }) => offTopic },
    { header: "paragraph", value: ({ paragraph }) => paragraph },
    { header: "start", value: ({ start }) => start },
    { header: "end", value: ({ end }) => end },
    { header: "passage_sha256", value: ({ passageSha256 }) => passageSha256 },
    { header: "coder", value: ({ coder }) => coder },
    ...extraColumns(statements),
  ];
}

const day = (number: number | undefined) => (number === undefined ? null : formatDay(number));

const named = (source: Parameters<typeof sourceName>[0] | undefined) => (source ? sourceName(source) : null);

const conditionIssues = ({ conditionIssues: entries }: Statement): string =>
  listCell(entries.map(({ issue, negated }) => (negated ? `not:${issue}` : issue)));

function extraColumns(statements: readonly Statement[]): CsvColumn<Statement>[] {
  const names = new Set<string>();
  for (const { extra } of statements) for (const name of extra.keys()) names.add(name);
  return [...names]
    .filter((name) => !PRIVATE_COLUMNS.has(name.trim().toLowerCase()))
    .map((name) => ({ header: `x:${name}`, value: ({ extra }) => extraCell(extra.get(name)) }));
}

/** Lines of the table of statements. */
export const statementLines = (dataset: Dataset, statements: readonly Statement[]): Iterable<string> =>
  csvLines(columnsFor(dataset, statements), statements);
