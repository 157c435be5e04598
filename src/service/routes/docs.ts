/** The API's description: as OpenAPI for programs, as a page for people. Both are made of the routes themselves. */

import { docsPage } from "../docs-page.ts";
import { describeApi } from "../openapi.ts";
import { type Route, serverRoute } from "../route.ts";

/** @param routes all routes, these among them */
export function docsRoutes(routes: () => readonly Route[]): readonly Route[] {
  const openapi = serverRoute({
    id: "openapi",
    path: "/api/openapi.json",
    summary: "This description, OpenAPI 3.1",
    parameters: {},
    responses: { "application/json": { schema: null } },
    answer: ({ services }) => ({ kind: "json", body: () => describeApi(routes(), services.release) }),
  });
  const page = serverRoute({
    id: "docs",
    path: "/api/docs",
    summary: "This description as a page",
    parameters: {},
    responses: { "text/html": { schema: null } },
    answer: ({ services }) => ({
      kind: "text",
      mediaType: "text/html",
      body: () => docsPage(routes(), services.release),
    }),
  });
  return [openapi, page];
}
