/** The API's description as OpenAPI 3.1, made of the routes and of the schemas that check requests. */

import { z } from "zod";
import { isWhole } from "../view/parameters.ts";
import { ERRORS, type ErrorCode } from "./errors.ts";
import { mountsOf, type Route } from "./route.ts";
import { jsonSchemas, schemaReference } from "./schemas/registry.ts";

/** Codes that any route can give. */
const COMMON: readonly ErrorCode[] = [
  "bad-parameter",
  "missing-parameter",
  "repeated-parameter",
  "unknown-parameter",
  "unknown-id",
  "unknown-column",
  "ambiguous-name",
  "bad-path",
  "bad-request",
  "method-not-allowed",
  "bad-host",
  "over-limit",
  "url-too-long",
  "headers-too-large",
  "internal-error",
];

type Json = Readonly<Record<string, unknown>>;

/** `/actors/:id` as OpenAPI writes it. */
const template = (path: string): string => path.replace(/:(\w+)/g, "{$1}");

const pathParameter = (name: string, description: string): Json => ({
  name,
  in: "path",
  required: true,
  description,
  schema: { type: "string" },
});

function queryParameters(route: Route): readonly Json[] {
  return Object.entries(route.parameters).map(([name, schema]) => {
    const {
      $schema: _dialect,
      isLimit: _overIs422,
      description,
      ...json
    } = z.toJSONSchema(schema, { io: "input" });
    return {
      name,
      in: "query",
      required: !schema.safeParse(undefined).success,
      ...(description ? { description } : {}),
      ...(json.type === "array" ? { style: "form", explode: isWhole(schema) } : {}),
      schema: json,
    };
  });
}

function errorResponses(route: Route): Json {
  const byStatus = new Map<number, ErrorCode[]>();
  const own: readonly ErrorCode[] = [
    ...route.errors,
    ...(route.scope === "dataset" ? (["unknown-dataset", "not-ready", "busy"] as const) : []),
    ...(Object.hasOwn(route.parameters, "cursor") ? (["bad-cursor"] as const) : []),
    ...(route.cost > 0 ? (["too-many-requests"] as const) : []),
  ];
  for (const code of new Set([...COMMON, ...own])) {
    const { status } = ERRORS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.map((code) => `${code}: ${ERRORS[code].title}.`).join(" "),
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/ProblemDetails" } } },
      },
    ]),
  );
}

function operation(route: Route, mount: string, at: number): Json {
  const parts = mount.includes(":dataset") ? [pathParameter("dataset", "A dataset's id.")] : [];
  return {
    operationId: at === 0 ? route.id : `${route.id}Of${at === 1 ? "" : at}`,
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    parameters: [
      ...parts,
      ...Object.entries(route.pathParameters).map(([name, description]) => pathParameter(name, description)),
      ...queryParameters(route),
    ],
    responses: {
      "200": {
        description: "The answer.",
        content: Object.fromEntries(
          Object.entries(route.responses).map(([mediaType, { schema }]) => [
            mediaType,
            schema ? { schema: schemaReference(schema) } : {},
          ]),
        ),
      },
      "304": { description: "The asker has the answer already: If-None-Match names its ETag." },
      ...errorResponses(route),
    },
  };
}

/** The whole document. */
export function describeApi(routes: readonly Route[], release: string): Json {
  const paths = routes.flatMap((route) =>
    mountsOf(route).map((mount, at): [string, Json] => [
      template(mount),
      { get: operation(route, mount, at) },
    ]),
  );
  return {
    openapi: "3.1.0",
    info: {
      title: "Stancegraph",
      version: release,
      description:
        "Stakeholder positions from coded documents: graphs, records, path answers and files. /api/… is short for the first dataset.",
    },
    paths: Object.fromEntries(paths),
    components: { schemas: jsonSchemas() },
  };
}
