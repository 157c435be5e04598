/** Sources as JSON. */

import type { SourceDetail, SourceRecord } from "../../model/api.ts";
import { type Source, sourceName } from "../../model/dataset.ts";
import { evidenceOf, statementsQuestion } from "./evidence.ts";
import { orNull, type RecordLookups } from "./lookups.ts";
import type { Shown } from "./shown.ts";

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
  const counts = new Int32Array(dataset.sources.length);
  for (const number of shown.statements) {
    const place = lookups.index.source[number] as number;
    counts[place] = (counts[place] as number) + 1;
  }
  const wanted = new Set<string>(shown.view.filter.source);
  return dataset.sources
    .map((source, place) => sourceRecord(source, counts[place] as number))
    .filter(({ id }) => wanted.size === 0 || wanted.has(id))
    .filter(({ statements }) => statements > 0 || !shown.narrowedBesides("source"));
}

/** One source with its statements under the view. */
export function sourceDetail(lookups: RecordLookups, shown: Shown, source: Source): SourceDetail {
  const { dataset } = lookups.index;
  const place = dataset.sources.indexOf(source);
  const numbers = shown.statements.filter((number) => lookups.index.source[number] === place);
  const { view } = shown;
  const question = statementsQuestion({
    view: { ...view, filter: { ...view.filter, source: [source.id] } },
  });
  const evidence = evidenceOf(lookups, numbers, question);
  return {
    ...sourceRecord(source, numbers.length),
    ...evidence,
    // Surroundings, and agreements of expanded nodes, change when sources are chosen: then no list goes on where this one ends.
    statementsCursor:
      view.ego.length > 0 || (view.expand.length > 0 && view.projection === "agreement")
        ? null
        : evidence.statementsCursor,
    totals: { statementsList: numbers.length },
  };
}
