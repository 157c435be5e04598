/** Turns replies and errors into HTTP: tags, conditional requests, codings, streams, problem details. */

import type { Request, Response } from "express";
import { HttpFault, problemDetails } from "../service/errors.ts";
import type { CodedBytes, Reply } from "../service/route.ts";
import { Abandoned, MOST_HERE_MS, TooLongHere } from "../service/work/budget.ts";
import type { Coding } from "../service/work/job.ts";
import type { Sink } from "../service/work/work.ts";
import { COMPRESS_FROM, recoded } from "./coding.ts";
import { entityTag, knownTag } from "./etag.ts";

/** Does the work behind a reply away from the event loop. */
export interface Elsewhere {
  /** The whole answer, as it is unless another coding is asked for; equal questions asked meanwhile share one. */
  whole(
    signal: AbortSignal,
    coding?: Coding,
  ): Promise<{ readonly bytes: Uint8Array; readonly lasting: boolean }>;
  /** The answer chunk by chunk. */
  stream(signal: AbortSignal, sink: Sink): Promise<boolean>;
}

/**
 * Sends a reply; `scope` holds all that any answer of the route depends on: release, route, dataset, version.
 * @param elsewhere null = there is only here
 */
export async function sendReply(
  request: Request,
  response: Response,
  reply: Reply,
  scope: readonly string[],
  elsewhere: Elsewhere | null,
): Promise<void> {
  response.setHeader("Cache-Control", "no-cache");
  if (reply.kind !== "json" && reply.negotiated) response.vary("Accept");
  const early = reply.key === undefined ? null : entityTag(...scope, reply.key);
  if (early !== null && isKnown(request, response, early)) return;
  const away = (reply.effort ?? 0) > MOST_HERE_MS ? elsewhere : null;
  if (reply.kind === "file") return sendFile(request, response, reply, away);
  if (reply.kind === "json") {
    const { bytes, lasting } = await jsonBytes(response, reply, away, elsewhere);
    if (early === null) {
      if (isKnown(request, response, entityTag(...scope, Buffer.from(bytes).toString()))) return;
    } else if (!lasting) response.removeHeader("ETag");
    response.type("application/json").send(bufferOf(bytes));
    return;
  }
  const wanted =
    reply.kept && early !== null && request.acceptsEncodings("gzip", "identity") === "gzip"
      ? "gzip"
      : "identity";
  const { bytes, coding } = await textIn(wanted, reply, away, response);
  if (early === null && isKnown(request, response, entityTag(...scope, Buffer.from(bytes).toString())))
    return;
  if (coding !== "identity") {
    response.vary("Accept-Encoding");
    response.setHeader("Content-Encoding", coding);
  }
  response.type(reply.mediaType).send(bufferOf(bytes));
}

/** The bytes of a text, in the coding that is wanted unless they are few; kept as they are sent, where there is a place for them. */
async function textIn(
  wanted: Coding,
  { kept, body }: Extract<Reply, { readonly kind: "text" }>,
  away: Elsewhere | null,
  response: Response,
): Promise<CodedBytes> {
  const made = async (): Promise<CodedBytes> => {
    // Compressed where it is made: a fifth of the bytes comes here.
    if (away) return { coding: wanted, bytes: (await away.whole(goneSignal(response), wanted)).bytes };
    const text = body();
    return { coding: "identity", bytes: typeof text === "string" ? encoder.encode(text) : text };
  };
  const known = kept?.get(wanted);
  let answer = known ?? (await made());
  const isSmall = answer.coding === "identity" && answer.bytes.length < COMPRESS_FROM;
  if (answer.coding !== wanted && !isSmall)
    answer = { coding: wanted, bytes: await recoded(answer.bytes, wanted) };
  if (answer !== known) kept?.set(answer);
  return answer;
}

/** The very bytes as Express takes them without a copy: of kept answers that would be garbage with each request. */
const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

const encoder = new TextEncoder();

/** The answer as JSON, made here as long as that is quick. */
async function jsonBytes(
  response: Response,
  reply: Extract<Reply, { readonly kind: "json" }>,
  away: Elsewhere | null,
  elsewhere: Elsewhere | null,
): Promise<{ readonly bytes: Uint8Array; readonly lasting: boolean }> {
  if (away) return away.whole(goneSignal(response));
  try {
    const body = reply.body(elsewhere ? MOST_HERE_MS : undefined);
    return { bytes: encoder.encode(JSON.stringify(body)), lasting: reply.lasting?.(body) ?? true };
  } catch (error) {
    if (error instanceof TooLongHere && elsewhere) return elsewhere.whole(goneSignal(response));
    throw error;
  }
}

/** Says when the asker has gone before the answer was through. */
function goneSignal(response: Response): AbortSignal {
  const gone = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
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
  away: Elsewhere | null,
): Promise<void> {
  if (reply.fileName !== null) response.attachment(reply.fileName);
  response.setHeader("Content-Type", reply.mediaType);
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  const sink: Sink = (bytes) => {
    if (response.destroyed) throw new Abandoned("nobody waits for the answer");
    if (response.write(bytes)) return;
    return drained(response);
  };
  if (away) await away.stream(goneSignal(response), sink);
  else
    for (const chunk of reply.chunks()) {
      if (response.destroyed) return;
      await sink(chunk);
    }
  response.end();
}

/** Resolves when more can be written, or nothing any more. */
function drained(response: Response): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off("close", done);
      resolve();
    };
    response.once("drain", done);
    response.once("close", done);
  });
}

/** Sends an error as problem details; `log` hears of those that are no fault of the asker. */
export function sendError(error: unknown, response: Response, log: (error: unknown) => void): void {
  // The asker has gone: there is nobody to tell.
  if (error instanceof Abandoned) {
    response.destroy();
    return;
  }
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
