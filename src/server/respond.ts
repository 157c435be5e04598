/** Turns replies and errors into HTTP: tags, conditional requests, streams, problem details. */

import { once } from "node:events";
import type { Request, Response } from "express";
import { HttpFault, problemDetails } from "./errors.ts";
import { entityTag, knownTag } from "./etag.ts";
import type { Reply } from "./route.ts";

/** Sends a reply; `scope` holds all that any answer of the route depends on: release, route, dataset, version. */
export async function sendReply(
  request: Request,
  response: Response,
  reply: Reply,
  scope: readonly string[],
): Promise<void> {
  response.setHeader("Cache-Control", "no-cache");
  const early = reply.key === undefined ? null : entityTag(...scope, reply.key);
  if (early !== null && isKnown(request, response, early)) return;
  if (reply.kind === "text") {
    const text = reply.body();
    if (
      early === null &&
      isKnown(
        request,
        response,
        entityTag(...scope, typeof text === "string" ? text : new TextDecoder().decode(text)),
      )
    )
      return;
    response.type(reply.mediaType).send(text);
    return;
  }
  if (reply.kind === "file") return sendFile(request, response, reply);
  const body = reply.body();
  const text = JSON.stringify(body);
  if (early === null) {
    if (isKnown(request, response, entityTag(...scope, text))) return;
  } else if (reply.lasting && !reply.lasting(body)) response.removeHeader("ETag");
  response.type("application/json").send(text);
}

/** Sets the tag; ends the response when the asker has it. */
function isKnown(request: Request, response: Response, tag: string): boolean {
  const known = knownTag(request.headers["if-none-match"], tag);
  response.setHeader("ETag", known ?? tag);
  if (known === null) return false;
  response.vary("Accept-Encoding");
  response.status(304).end();
  return true;
}

async function sendFile(
  request: Request,
  response: Response,
  reply: Extract<Reply, { readonly kind: "file" }>,
): Promise<void> {
  response.attachment(reply.fileName);
  response.setHeader("Content-Type", reply.mediaType);
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  for (const chunk of reply.chunks()) {
    if (response.destroyed) return;
    if (!response.write(chunk)) await Promise.race([once(response, "drain"), once(response, "close")]);
  }
  response.end();
}

/** Sends an error as problem details; `log` hears of those that are no fault of the asker. */
export function sendError(error: unknown, response: Response, log: (error: unknown) => void): void {
  const problem = problemDetails(error);
  if (problem.status >= 500 && !(error instanceof HttpFault)) log(error);
  // A half-sent file cannot become an error any more: cutting it off is the only sign left.
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const name of ["ETag", "Content-Disposition", "Content-Encoding"]) response.removeHeader(name);
  if (error instanceof HttpFault)
    for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
  response.setHeader("Cache-Control", "no-cache");
  response.status(problem.status).setHeader("Content-Type", "application/problem+json");
  // Bytes, because text would get a charset, which this media type does not have.
  response.send(Buffer.from(JSON.stringify(problem)));
}
