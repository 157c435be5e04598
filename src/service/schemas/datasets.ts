/** Schemas of datasets, passages, problems and the server's own state. */

import { z } from "zod";
import type { DatasetDescription, DatasetSummary, PassageRecord, ProblemDetails } from "../../model/api.ts";
import type { Problem } from "../../model/problem.ts";
import { namedSchema, pageSchema, sourceSchema } from "./records.ts";

const text = z.string().nullable();
const count = z.number().int().min(0);

export const problemSchema: z.ZodType<Problem> = z.strictObject({
  file: z.string(),
  row: z.number().int().nullable().describe("Line of the file; the header is 1."),
  column: z.string(),
  code: z.string(),
  message: z.string(),
  remedy: z.string(),
});

const summaryShape = {
  id: z.string(),
  title: z.string(),
  version: z.string().describe("Changes exactly when the content does."),
  counts: z.record(z.string(), count),
};
export const datasetSummarySchema: z.ZodType<DatasetSummary> = z.strictObject(summaryShape);

export const datasetListSchema = pageSchema(datasetSummarySchema);

export const datasetDescriptionSchema: z.ZodType<DatasetDescription> = z.strictObject({
  ...summaryShape,
  name: z.string(),
  description: z.string(),
  release: z.string().describe("Version that the dataset's authors gave it."),
  licences: z.array(z.strictObject({ name: z.string(), title: z.string(), path: z.string() })),
  contributors: z.array(z.strictObject({ title: z.string(), roles: z.array(z.string()) })),
  method: z.string(),
  kinds: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      description: z.string(),
      stakeholder: z.boolean(),
      shape: z.string(),
    }),
  ),
  relations: z.array(
    z.strictObject({ id: z.string(), label: z.string(), polarity: z.string(), description: z.string() }),
  ),
  sources: z.array(sourceSchema),
  columns: z.array(z.string()).describe("Names of further columns that a view can filter by."),
  dates: z.strictObject({ first: text, last: text, undated: count }),
  passages: z.strictObject({ served: z.boolean(), reason: text }),
  pendingProblems: z
    .array(problemSchema)
    .describe("Problems of a newer version that could not be loaded; the older one is served."),
});

export const passageSchema: z.ZodType<PassageRecord> = z.strictObject({
  statement: z.string(),
  source: namedSchema,
  start: count.nullable(),
  end: count.nullable(),
  paragraph: z.number().int().min(1).nullable(),
  passageSha256: text,
  available: z.boolean(),
  state: z.enum(["exact", "moved", "stale"]).nullable(),
  reason: text,
  before: text,
  passage: text,
  after: text,
});

export const problemDetailsSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  parameter: z.string().optional(),
  remedy: z.string(),
}) as unknown as z.ZodType<ProblemDetails>;

export const stateSchema = z.strictObject({ status: z.enum(["ok", "loading"]), datasets: count });
