/** Texts to copy: how to cite a statement, and how to report an error in one. Neither ever holds a passage. */

import type { DatasetDescription, SourceRecord, StatementRecord } from "../../../model/api.ts";
import { isolated } from "../../../model/direction.ts";
import { sourceDateWords } from "../words/dates.ts";
import { claimOf, placeWords } from "../words/statement-words.ts";

/** The release its authors gave the dataset, else the start of its content hash. */
export const releaseOf = (dataset: Pick<DatasetDescription, "release" | "version">): string =>
  dataset.release === "" ? dataset.version.slice(0, 12) : dataset.release;

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** A document as in a list of references, ending with a full stop. */
export function sourceReference(source: SourceRecord | undefined, fallback: string): string {
  if (!source) return sentence(isolated(fallback));
  const parts = [
    isolated(source.author ?? ""),
    `“${isolated(source.name)}”`,
    isolated(source.publisher ?? ""),
    sourceDateWords(source),
    source.url,
  ];
  return sentence(parts.filter((part) => part !== null && part !== "").join(", "));
}

/** One statement with its source, place and dataset. */
export function statementCitation(
  statement: StatementRecord,
  source: SourceRecord | undefined,
  dataset: Pick<DatasetDescription, "title" | "release" | "version"> | undefined,
): string {
  const place = placeWords(statement);
  return [
    statement.summary === "" ? sentence(claimOf(statement)) : isolated(sentence(statement.summary)),
    `As reported in: ${sourceReference(source, statement.source.label)}`,
    place === null ? "" : `Passage: ${place}.`,
    dataset
      ? `Statement ${statement.id} of the dataset “${isolated(dataset.title)}”, version ${releaseOf(dataset)}.`
      : `Statement ${statement.id}.`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** The whole dataset as in a list of references. */
export function datasetCitation(dataset: DatasetDescription): string {
  const people = dataset.contributors.map(({ title }) => title).filter((title) => title !== "");
  const licence = dataset.licences.map(({ title, name }) => title || name).join(", ");
  const head = people.length > 0 ? `${people.map(isolated).join(", ")}: ` : "";
  return sentence(
    [`${head}${isolated(dataset.title)}`, `version ${releaseOf(dataset)}`, "dataset", licence]
      .filter((part) => part !== "")
      .join(", "),
  );
}

/** A form that whoever reports an error fills in: everything that names the statement, and its fields as coded. */
export function errorReport(
  statement: StatementRecord,
  dataset: Pick<DatasetDescription, "title" | "release" | "version"> | undefined,
): string {
  const fields: readonly (readonly [string, string | number | null | undefined])[] = [
    ["statement", statement.id],
    ["dataset", dataset && `${dataset.title}, version ${releaseOf(dataset)}`],
    ["source", statement.source.id],
    ["paragraph", statement.paragraph],
    ["characters", statement.start === null ? null : `${statement.start} to ${statement.end}`],
    ["actor", statement.actor.id],
    ["polarity", statement.polarity],
    ["issue", statement.issue?.id],
    ["relation", statement.relation?.id],
    ["target", statement.target?.id],
    ["condition", statement.condition],
    ["voice", statement.voice],
    ["modality", statement.modality],
    ["speaker", statement.speaker?.id],
    ["attributed_to", statement.attributedTo?.id],
    ["date", statement.date],
    ["confidence", statement.confidence],
    ["summary", statement.summary],
  ];
  const lines = fields
    .filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([name, value]) => `${name}: ${value}`);
  return [
    "Error in a statement",
    "",
    ...lines,
    "",
    "field that is wrong: ",
    "what it should be: ",
    "why: ",
    "",
  ].join("\n");
}
