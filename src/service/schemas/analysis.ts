/** Schemas of networks and of the results of analyses. */

import { z } from "zod";
import type { AnalysisResult } from "../../analysis/structure/analysis.ts";
import type { AnalysisEntry } from "../answer-analysis.ts";
import type { NetworkVariables } from "../network-base.ts";
import { nodeKeySchema } from "./records.ts";

const count = z.number().int().min(0);
const ids = z.array(z.string());

const networkSchema = z.strictObject({
  type: z.enum(["one-mode", "two-mode"]),
  rows: ids,
  columns: ids,
  values: z.array(z.array(z.number().nullable())).describe("One list per row; null = no number."),
  statements: count.describe("Statements counted."),
  excluded: z
    .strictObject({ neutral: count, noValue: count, noVariable: count, undated: count })
    .describe("Statements that do not enter, by reason."),
  from: z.string().optional().describe("First moment of a window."),
  to: z.string().optional(),
  middle: z.string().optional().describe("The moment that a window stands for."),
});

const eventsSchema = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])));

const eventListSchema = z.strictObject({
  type: z.literal("event-list"),
  events: eventsSchema,
  total: count.optional().describe("Events there are, where not all are sent."),
});

/** The statements behind a cell. */
export const networkEvidenceSchema = z.strictObject({
  events: eventsSchema.describe("As in an event list."),
  total: count.describe("Statements behind the cell, sent or not."),
});

/** The values of a variable. */
export const networkValuesSchema = z.strictObject({
  items: z.array(z.strictObject({ value: z.string(), label: z.string(), statements: count })),
  total: count.describe("Values that are found, sent or not."),
});

/** A network, one for each window, or a list of events. */
export const networkAnswerSchema = z.union([networkSchema, z.array(networkSchema), eventListSchema]);

export const networkVariablesSchema: z.ZodType<NetworkVariables> = z.strictObject({
  items: z.array(
    z.strictObject({
      name: z.string(),
      scope: z.enum(["statement", "document"]),
      type: z.enum(["boolean", "integer", "text"]),
    }),
  ),
  total: count,
  defaultQualifier: z.string().nullable().describe("The qualifier unless another is named."),
  statementTypes: z
    .array(z.strictObject({ name: z.string(), statements: count }))
    .describe("Of a DNA database; empty of a dataset."),
  statementType: z.string().nullable().describe("The one whose variables these are."),
});

const analysisSchema: z.ZodType<AnalysisEntry> = z.strictObject({
  id: z.string(),
  aliases: ids,
  label: z.string(),
  description: z.string(),
  parameters: z.record(z.string(), z.string()).describe("What each parameter is, by name."),
  schemas: z
    .record(z.string(), z.record(z.string(), z.unknown()))
    .describe("What each parameter takes, as JSON Schema, by name."),
  comparesTwo: z.boolean().describe("Whether it needs a second dataset, named by `other`."),
});

export const analysisListSchema = z.strictObject({ items: z.array(analysisSchema), total: count });

export const analysisResultSchema: z.ZodType<AnalysisResult> = z.strictObject({
  analysis: z.string(),
  summary: z.string(),
  tables: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      columns: z.array(
        z.strictObject({ id: z.string(), label: z.string(), type: z.enum(["text", "integer", "number"]) }),
      ),
      rows: z.array(
        z.strictObject({
          cells: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
          nodes: z.array(nodeKeySchema).exactOptional().describe("What the row is about."),
          statements: ids.describe("The statements behind the row."),
          otherStatements: ids.exactOptional(),
        }),
      ),
    }),
  ),
  parameters: z.record(z.string(), z.unknown()).describe("Every parameter with the value used."),
  notes: z.array(z.string()),
});
