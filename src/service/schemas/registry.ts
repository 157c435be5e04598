/** The schemas that the API's description names. */

import { z } from "zod";
import {
  analysisListSchema,
  analysisResultSchema,
  networkAnswerSchema,
  networkEvidenceSchema,
  networkValuesSchema,
  networkVariablesSchema,
} from "./analysis.ts";
import {
  datasetDescriptionSchema,
  datasetListSchema,
  datasetSummarySchema,
  passageSchema,
  problemDetailsSchema,
  problemSchema,
  stateSchema,
} from "./datasets.ts";
import { graphProgressSchema, graphSchema, pathAnswerSchema } from "./graph.ts";
import {
  actorDetailSchema,
  actorPageSchema,
  actorSchema,
  allySchema,
  expansionSchema,
  issueDetailSchema,
  issuePageSchema,
  issueSchema,
  namedSchema,
  neighbourSchema,
  sourceDetailSchema,
  sourcePageSchema,
  sourceSchema,
  statementPageSchema,
  statementSchema,
} from "./records.ts";

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  Actor: actorSchema,
  ActorDetail: actorDetailSchema,
  ActorPage: actorPageSchema,
  Ally: allySchema,
  AnalysisList: analysisListSchema,
  AnalysisResult: analysisResultSchema,
  Dataset: datasetDescriptionSchema,
  DatasetPage: datasetListSchema,
  DatasetSummary: datasetSummarySchema,
  Expansion: expansionSchema,
  Graph: graphSchema,
  GraphProgress: graphProgressSchema,
  Issue: issueSchema,
  IssueDetail: issueDetailSchema,
  IssuePage: issuePageSchema,
  Named: namedSchema,
  Neighbour: neighbourSchema,
  NetworkAnswer: networkAnswerSchema,
  NetworkEvidence: networkEvidenceSchema,
  NetworkValues: networkValuesSchema,
  NetworkVariables: networkVariablesSchema,
  Passage: passageSchema,
  PathAnswer: pathAnswerSchema,
  Problem: problemSchema,
  ProblemDetails: problemDetailsSchema,
  Source: sourceSchema,
  SourceDetail: sourceDetailSchema,
  SourcePage: sourcePageSchema,
  State: stateSchema,
  Statement: statementSchema,
  StatementPage: statementPageSchema,
};

const refOf = (name: string): string => `#/components/schemas/${name}`;

/** A reference to a schema of the registry. */
export function schemaReference(schema: z.ZodType): { readonly $ref: string } {
  const name = Object.keys(SCHEMAS).find((key) => SCHEMAS[key] === schema);
  if (name === undefined) throw new Error("a route's schema is not in schemas/registry.ts");
  return { $ref: refOf(name) };
}

/** All schemas as JSON Schema 2020-12, the dialect of OpenAPI 3.1. */
export function jsonSchemas(): Readonly<Record<string, unknown>> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(SCHEMAS)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: refOf, io: "input" });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _dialect, $id: _address, ...schema }]) => [name, schema]),
  );
}
