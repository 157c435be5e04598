/** Sources as JSON. */

import type { SourceDetail, SourceRecord } from "../../model/api.ts";
import { type Source, sourceName } from "../../model/dataset.ts";
import { orNull, type RecordLookups } from "./lookups.ts";
import type { Shown } from "./shown.ts";
import { statementRecords } from "./statement-record.ts";

/** @param statements how many statements to say it has */
export function sourceRecord(source: Source, statements: number): SourceRecord {
  return {
    id: source.id,
    name: sourceName(source),
    title: orNull(source.title),
    author: orNull(source.author),
    publisher: orNull(source.publisher),
    date: orNull(source.date),
    datePrecision: orNull(source.datePrecision),
    dateBasis: orNull(source.dateBasis),
    dateEarliest: orNull(source.dateEarliest),
    dateLatest: orNull(source.dateLatest),
    genre: orNull(source.genre),
    language: orNull(source.language),
    url: orNull(source.url),
    licence: orNull(source.licence),
    notes: orNull(source.notes),
    statements,
    extra: Object.fromEntries(source.extra),
  };
}

/** The sources a view knows, each with its number of shown statements; all of them unless the view narrows. */
export function listSources(lookups: RecordLookups, shown: Shown): readonly SourceRecord[] {
  const { dataset } = lookups.index;
  const counts = new Map<string, number>();
  for (const number of shown.statements) {
    const source = dataset.statements[number]?.source ?? "";
    counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  const wanted = new Set<string>(shown.view.filter.source);
  return dataset.sources
    .filter(({ id }) => wanted.size === 0 || wanted.has(id))
    .map((source) => sourceRecord(source, counts.get(source.id) ?? 0))
    .filter(({ statements }) => statements > 0 || !shown.narrowedBesides("source"));
}

/** One source with its statements under the view. */
export function sourceDetail(lookups: RecordLookups, shown: Shown, source: Source): SourceDetail {
  const { dataset } = lookups.index;
  const numbers = shown.statements.filter((number) => dataset.statements[number]?.source === source.id);
  return { ...sourceRecord(source, numbers.length), statementsList: statementRecords(lookups, numbers) };
}
