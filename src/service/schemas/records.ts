/** Schemas of the records of src/model/api.ts: the API's description is made of them, and tests hold the answers against them. */

import { z } from "zod";
import {
  type ActorDetail,
  type ActorRecord,
  type Ally,
  type ExpansionRecord,
  type IssueDetail,
  type IssueRecord,
  type Named,
  type Neighbour,
  type Page,
  RECORD_LIMITS,
  type SourceDetail,
  type SourceRecord,
  type StatementRecord,
} from "../../model/api.ts";
import type { NodeKey } from "../../model/id.ts";
import { MODALITIES, POLARITIES, VOICES } from "../../model/vocabulary.ts";

const words = <T extends string>(terms: readonly { readonly id: T }[]) =>
  terms.map(({ id }) => id) as [T, ...T[]];
const text = z.string().nullable();
const count = z.number().int().min(0);
const extra = z.record(z.string(), z.string()).describe("Further columns of the dataset, by name.");

export const nodeKeySchema = z
  .string()
  .regex(/^(actor|issue):/)
  .describe("actor:<id> or issue:<id>") as unknown as z.ZodType<NodeKey>;

export const namedSchema: z.ZodType<Named> = z.strictObject({ id: z.string(), label: z.string() });

const polarity = z.enum(words(POLARITIES));
const modality = z.enum(words(MODALITIES));
const voice = z.enum(words(VOICES));

export const statementSchema: z.ZodType<StatementRecord> = z.strictObject({
  id: z.string(),
  source: namedSchema,
  genre: z.string(),
  actor: namedSchema,
  speaker: namedSchema.nullable(),
  attributedTo: namedSchema.nullable(),
  voice,
  modality,
  polarity,
  issue: namedSchema.nullable(),
  relation: namedSchema.nullable(),
  target: namedSchema.nullable(),
  intensity: z.number().nullable(),
  condition: text,
  conditionIssues: z.array(z.strictObject({ id: z.string(), label: z.string(), negated: z.boolean() })),
  date: text.describe("As coded: YYYY, YYYY-MM or YYYY-MM-DD; null when it is the source's."),
  datePrecision: text,
  dateBasis: text,
  saidOn: text.describe("First day it stands for; null = open or unknown."),
  saidUntil: text.describe("Last day it stands for; null = open or unknown."),
  summary: z.string().describe("In the coder's own words."),
  confidence: z.number().min(0).max(1).nullable(),
  offTopic: z.boolean(),
  repeatOf: text,
  repeats: z.array(z.string()).describe("Ids of the statements that repeat this one."),
  start: count.nullable().describe("UTF-16 code units into the source's text."),
  end: count.nullable().describe("Exclusive."),
  paragraph: z.number().int().min(1).nullable(),
  coder: text,
  notes: text,
  extra,
});

const sourceShape = {
  id: z.string(),
  name: z.string().describe("Title, else a name made of the id."),
  title: text,
  author: text,
  publisher: text,
  date: text,
  datePrecision: text,
  dateBasis: text,
  dateEarliest: text,
  dateLatest: text,
  genre: text,
  language: text,
  url: text,
  licence: text,
  notes: text,
  statements: count,
  extra,
};
export const sourceSchema: z.ZodType<SourceRecord> = z.strictObject(sourceShape);

const profileShape = { statements: count, support: count, oppose: count, neutral: count, conditional: count };

const actorShape = {
  key: nodeKeySchema,
  id: z.string(),
  label: z.string(),
  shortLabel: z.string(),
  aliases: z.array(z.string()),
  kind: namedSchema.nullable(),
  role: text,
  stakeholder: z.boolean(),
  speaksFor: namedSchema.nullable(),
  memberOf: namedSchema.nullable(),
  groups: z.array(namedSchema),
  country: text,
  wikidata: text,
  description: z.string(),
  extra,
  ...profileShape,
};
export const actorSchema: z.ZodType<ActorRecord> = z.strictObject(actorShape);

const issueShape = {
  key: nodeKeySchema,
  id: z.string(),
  label: z.string(),
  shortLabel: z.string(),
  description: z.string(),
  parent: namedSchema.nullable(),
  children: z.array(namedSchema),
  container: z.boolean(),
  extra,
  ...profileShape,
};
export const issueSchema: z.ZodType<IssueRecord> = z.strictObject(issueShape);

export const neighbourSchema: z.ZodType<Neighbour> = z.strictObject({
  key: nodeKeySchema,
  label: z.string(),
  statements: count,
  support: count,
  oppose: count,
  neutral: count,
});

export const expansionSchema: z.ZodType<ExpansionRecord> = z.strictObject({
  node: nodeKeySchema,
  neighbours: z.array(z.strictObject({ key: nodeKeySchema, label: z.string() })),
  total: count.describe("How many there are; the list holds the first 200."),
});

export const allySchema: z.ZodType<Ally> = z.strictObject({
  key: nodeKeySchema,
  label: z.string(),
  agree: count,
  disagree: count,
  agreeOn: z.array(z.string()).max(RECORD_LIMITS.issues).describe("Issue ids, the first of them."),
  disagreeOn: z.array(z.string()).max(RECORD_LIMITS.issues),
});

const first = <Item>(item: z.ZodType<Item>) => z.array(item).max(RECORD_LIMITS.items);
const evidence = {
  statementsList: first(statementSchema),
  statementsCursor: text.describe(
    "cursor of /statements for those that follow, with node= this record's key (or source= its id) and the same view.",
  ),
};

export const actorDetailSchema: z.ZodType<ActorDetail> = z.strictObject({
  ...actorShape,
  ...evidence,
  neighbours: first(neighbourSchema),
  allies: first(allySchema).describe("By net agreement on issues, greatest first."),
  opponents: first(allySchema).describe("By net disagreement on issues, greatest first."),
  totals: z
    .strictObject({ statementsList: count, neighbours: count, allies: count, opponents: count })
    .describe("How many there are of each; the lists hold the first 200."),
});

export const issueDetailSchema: z.ZodType<IssueDetail> = z.strictObject({
  ...issueShape,
  ...evidence,
  neighbours: first(neighbourSchema),
  totals: z.strictObject({ statementsList: count, neighbours: count }),
});

export const sourceDetailSchema: z.ZodType<SourceDetail> = z.strictObject({
  ...sourceShape,
  ...evidence,
  totals: z.strictObject({ statementsList: count }),
});

export const pageSchema = <Item>(item: z.ZodType<Item>): z.ZodType<Page<Item>> =>
  z.strictObject({
    items: z.array(item),
    total: count.describe("Of all pages."),
    nextCursor: text.describe("Null on the last page."),
  });

export const actorPageSchema = pageSchema(actorSchema);
export const issuePageSchema = pageSchema(issueSchema);
export const sourcePageSchema = pageSchema(sourceSchema);
export const statementPageSchema = pageSchema(statementSchema);
