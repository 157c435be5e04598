/** A dataset described: what it is, who made it and how, what is in it. */

import { furtherColumns } from "../../dataset/names.ts";
import { UNDATED } from "../../graph/edge-flags.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import type { DatasetDescription, DatasetSummary } from "../../model/api.ts";
import { FIRST_DAY, formatDay, LAST_DAY } from "../../model/date.ts";
import type { RecordLookups } from "./lookups.ts";
import { sourceRecord } from "./source-record.ts";

/** Records by table. */
const countRecords = ({ dataset }: StatementIndex): Readonly<Record<string, number>> => ({
  actors: dataset.actors.length,
  kinds: dataset.kinds.length,
  issues: dataset.issues.length,
  relations: dataset.relations.length,
  sources: dataset.sources.length,
  statements: dataset.statements.length,
});

export function datasetSummary(index: StatementIndex): DatasetSummary {
  const { dataset } = index;
  return {
    id: dataset.id,
    title: dataset.metadata.title || dataset.metadata.name || dataset.id,
    version: dataset.version,
    counts: countRecords(index),
  };
}

/** @param serving what only the one who serves it knows */
export function datasetDescription(
  lookups: RecordLookups,
  serving: Pick<DatasetDescription, "passages" | "pendingProblems">,
): DatasetDescription {
  const { index } = lookups;
  const { dataset } = index;
  const { metadata } = dataset;
  return {
    ...datasetSummary(index),
    name: metadata.name,
    description: metadata.description,
    release: metadata.version,
    licences: metadata.licences,
    contributors: metadata.contributors,
    method: metadata.method,
    kinds: dataset.kinds.map(({ id, label, description, stakeholder, shape }) => ({
      id,
      label,
      description,
      stakeholder,
      shape,
    })),
    relations: dataset.relations.map(({ id, label, polarity, description }) => ({
      id,
      label,
      polarity,
      description,
    })),
    sources: dataset.sources.map((source) =>
      sourceRecord(source, lookups.statementsOfSource.get(source.id) ?? 0),
    ),
    columns: furtherColumns(dataset),
    dates: dateRange(index),
    ...serving,
  };
}

function dateRange(index: StatementIndex): DatasetDescription["dates"] {
  let first = LAST_DAY;
  let last = FIRST_DAY;
  let undated = 0;
  for (let number = 0; number < index.statementCount; number++) {
    if ((index.flags[number] as number) & UNDATED) {
      undated += 1;
      continue;
    }
    const from = index.firstDay[number] as number;
    const until = index.lastDay[number] as number;
    // A side that is open says nothing about the range.
    if (from !== FIRST_DAY) {
      first = Math.min(first, from);
      last = Math.max(last, from);
    }
    if (until !== LAST_DAY) {
      first = Math.min(first, until);
      last = Math.max(last, until);
    }
  }
  return { first: formatDay(first) || null, last: formatDay(last) || null, undated };
}
