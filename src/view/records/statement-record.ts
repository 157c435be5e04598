/** One statement as JSON, with the names of everything it points to. */

import { statementDays } from "../../graph/statement-dates.ts";
import type { StatementRecord } from "../../model/api.ts";
import type { Statement } from "../../model/dataset.ts";
import { formatDay } from "../../model/date.ts";
import { namedActor, namedIssue, namedRelation, namedSource, orNull, type RecordLookups } from "./lookups.ts";

export function statementRecord(lookups: RecordLookups, statement: Statement): StatementRecord {
  const { dataset } = lookups.index;
  const source = dataset.sourceById.get(statement.source);
  const days = statementDays(statement, source);
  return {
    id: statement.id,
    source: namedSource(dataset, statement.source),
    genre: source?.genre ?? "",
    actor: { id: statement.actor, label: dataset.actorById.get(statement.actor)?.label ?? statement.actor },
    speaker: namedActor(dataset, statement.speaker),
    attributedTo: namedActor(dataset, statement.attributedTo),
    voice: statement.voice,
    modality: statement.modality,
    polarity: statement.polarity,
    issue: namedIssue(dataset, statement.issue),
    relation: namedRelation(dataset, statement.relation),
    target: namedActor(dataset, statement.target),
    intensity: statement.intensity,
    condition: orNull(statement.condition),
    conditionIssues: statement.conditionIssues.map(({ issue, negated }) => ({
      id: issue,
      label: dataset.issueById.get(issue)?.label ?? issue,
      negated,
    })),
    date: orNull(statement.date),
    datePrecision: orNull(statement.datePrecision),
    dateBasis: orNull(statement.dateBasis),
    saidOn: days ? orNull(formatDay(days.first)) : null,
    saidUntil: days ? orNull(formatDay(days.last)) : null,
    summary: statement.summary,
    confidence: statement.confidence,
    offTopic: statement.offTopic,
    repeatOf: statement.repeatOf,
    repeats: lookups.repeatsOf.get(statement.id) ?? [],
    start: statement.start,
    end: statement.end,
    paragraph: statement.paragraph,
    coder: orNull(statement.coder),
    notes: orNull(statement.notes),
    extra: Object.fromEntries(statement.extra),
  };
}

/** The records of statements given by number. */
export const statementRecords = (
  lookups: RecordLookups,
  numbers: Iterable<number>,
): readonly StatementRecord[] =>
  Array.from(numbers, (number) => lookups.index.dataset.statements[number])
    .filter((statement) => statement !== undefined)
    .map((statement) => statementRecord(lookups, statement));
