/** Which column of a table is which field, and what the values of a polarity mean, guessed from their names. Pure. */

import type { Polarity } from "../../../model/vocabulary.ts";
import type { PreviewColumn, TableChoice, TablePreview } from "../../engine/protocol.ts";

/** The fields that the form asks for, in its order. */
export const FIELDS = [
  "actor",
  "issue",
  "polarity",
  "source",
  "date",
  "summary",
  "speaker",
  "relation",
  "target",
  "confidence",
] as const;
type MainField = (typeof FIELDS)[number];

/** All other fields of a statement, and names of what a table only points to: taken from columns of the same names. */
export const FURTHER_FIELDS = [
  "actor_label",
  "issue_label",
  "source_label",
  "attributed_to",
  "voice",
  "modality",
  "intensity",
  "condition",
  "condition_issues",
  "date_precision",
  "date_basis",
  "paragraph",
  "start",
  "end",
  "passage_sha256",
  "repeat_of",
  "off_topic",
  "coder",
  "notes",
  "id",
] as const;
export type Field = MainField | (typeof FURTHER_FIELDS)[number];

/** Column by field; absent = none. */
export type Fields = Readonly<Partial<Record<Field, string>>>;

/** Names that such columns have, the likelier first; folded as `folded` does. */
const NAMES: Readonly<Record<MainField, readonly string[]>> = {
  actor:
    "actor organization organisation org stakeholder holder party country state from who person name".split(
      " ",
    ),
  issue: "issue concept proposition topic claim resolution motion bill about subject rcid".split(" "),
  polarity: "polarity stance agreement agree position vote sign support qualifier value opinion".split(" "),
  source: "source document documentid doc article text title publication".split(" "),
  date: "date day saidon when published time year".split(" "),
  summary: "summary statement quoteinownwords note description".split(" "),
  speaker: "speaker spokesperson person".split(" "),
  relation: "relation relationtype tie edgetype verb".split(" "),
  target: "target to targetactor recipient addressee".split(" "),
  confidence: "confidence certainty".split(" "),
};

const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "");

/** No column stands for two fields; a field's own name goes before any other. */
export function guessFields({ columns }: TablePreview): Fields {
  const fields: Partial<Record<Field, string>> = {};
  const taken = new Set<string>();
  const take = (field: Field, fits: (name: string) => boolean): void => {
    if (fields[field] !== undefined) return;
    const found = columns.find(({ name }) => !taken.has(name) && name.trim() !== "" && fits(folded(name)));
    if (!found) return;
    fields[field] = found.name;
    taken.add(found.name);
  };
  for (const field of FIELDS) take(field, (name) => name === field);
  for (const field of FIELDS) for (const likely of NAMES[field]) take(field, (name) => name === likely);
  // Ids and labels of the same thing: the shorter name is mostly the thing itself.
  for (const field of ["actor", "issue", "polarity"] as const)
    for (const likely of NAMES[field].slice(0, 4)) take(field, (name) => name.includes(likely));
  // In other tables what bears such a name by chance may be anything; here only the name itself counts.
  for (const field of FURTHER_FIELDS)
    if (!isHalf(field, columns)) take(field, (name) => name === folded(field));
  for (const label of LABELS) {
    const named = fields[`${label}_label`];
    // A name of something that is not asked for is something else.
    if (named !== undefined && fields[label] === undefined) delete fields[`${label}_label`];
  }
  // A relation without a target, or the other way round, is something else.
  const { relation, target, ...rest } = fields;
  return relation !== undefined && target !== undefined ? fields : rest;
}

const LABELS = ["actor", "issue", "source"] as const;

/** Half a span says nothing. */
const isHalf = (field: Field, columns: TablePreview["columns"]): boolean =>
  (field === "start" || field === "end") &&
  !["start", "end"].every((half) => columns.some(({ name }) => folded(name) === half));

const MEANINGS: readonly (readonly [Polarity, RegExp])[] = [
  [
    "support",
    /^(?:support\w*|pro|for|in favou?r|agree\w*|yes|yea|aye|y|true|positive|1|\+1?|accept\w*|ja|oui|s[ií])$/,
  ],
  [
    "oppose",
    /^(?:oppos\w*|con|contra|against|disagree\w*|no|nay|n|false|negative|-1|−1|-|reject\w*|nein|non)$/,
  ],
  ["neutral", /^(?:neutral|abstain\w*|abstention|mixed|none|0\.5|unclear|na|n\/a|absent|not voting)$/],
];

const meaningOf = (value: string): Polarity | null =>
  MEANINGS.find(([, words]) => words.test(value.trim().toLowerCase()))?.[0] ?? null;

/** Meanings by value; values of which nothing is known are absent. */
export function guessValues({ values }: PreviewColumn): ReadonlyMap<string, Polarity> {
  const found = new Map<string, Polarity>();
  for (const value of values) {
    const meaning = meaningOf(value);
    if (meaning) found.set(value, meaning);
  }
  // 0 beside 1 alone is a no, as databases write it; beside −1 it is the middle.
  const bare = new Set(values.map((value) => value.trim()));
  if (bare.has("0"))
    found.set(values.find((value) => value.trim() === "0") ?? "0", bare.has("-1") ? "neutral" : "oppose");
  return found;
}

/** Whether a table can be read by these columns. */
export const isEnough = ({ actor, issue, polarity, relation, target }: Fields): boolean =>
  actor !== undefined &&
  polarity !== undefined &&
  (issue !== undefined || (relation !== undefined && target !== undefined));

/**
 * Which of two tables has the statements, so that the other may have dates: the one that can be read by what is guessed of it, else
 * the one of which more is. Null where both can be read: they are two tables of statements.
 */
export function statementsOf(tables: readonly [TablePreview, TablePreview]): 0 | 1 | null {
  const [one, other] = tables.map(guessFields) as [Fields, Fields];
  if (isEnough(one) !== isEnough(other)) return isEnough(one) ? 0 : 1;
  if (isEnough(one)) return null;
  return Object.keys(one).length >= Object.keys(other).length ? 0 : 1;
}

/** What the form says, as the engine takes it. */
export function choiceOf(
  { columns }: TablePreview,
  fields: Fields,
  values: ReadonlyMap<string, Polarity>,
  {
    keepOthers,
    skipIncomplete,
    dates,
  }: {
    readonly keepOthers: boolean;
    readonly skipIncomplete: boolean;
    readonly dates: TableChoice["dates"];
  },
): TableChoice {
  const used = new Set(Object.values(fields));
  // The names of two columns may be the same: only one can be asked for by it.
  const others = keepOthers
    ? [...new Set(columns.map(({ name }) => name))].filter(
        (name) => !used.has(name) && name.trim() !== "" && name !== "quote",
      )
    : [];
  return {
    kind: "table",
    fields: [
      ...[...FIELDS, ...FURTHER_FIELDS].map((field) => [field, fields[field] ?? "none"] as const),
      ...others.map((name) => [`x:${name.trim()}`, name] as const),
    ],
    values: [...values],
    skipIncomplete,
    dates,
  };
}
