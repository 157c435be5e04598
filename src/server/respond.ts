/** Turns replies and errors into HTTP: tags, conditional requests, codings, streams, problem details. */

import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Request, Response } from "express";
import { HttpFault, problemDetails } from "../service/errors.ts";
import type { Reply } from "../service/route.ts";
import { Abandoned, MOST_HERE_MS, TooLongHere } from "../service/work/budget.ts";
import type { Sink } from "../service/work/work.ts";
import { entityTag, knownTag } from "./etag.ts";

/** Does the work behind a reply away from the event loop. */
export interface Elsewhere {
  /** The whole answer; equal questions asked meanwhile share one. */
  whole(signal: AbortSignal): Promise<{ readonly bytes: Uint8Array; readonly lasting: boolean }>;
  /** The answer chunk by chunk. */
  stream(signal: AbortSignal, sink: Sink): Promise<boolean>;
}

/** Half to two thirds of the time of the usual level for one or two per cent more: somebody is waiting. */
export const COMPRESSION_LEVEL = 4;

const deflated = promisify(gzip);
const compressed = (bytes: Uint8Array): Promise<Uint8Array> => deflated(bytes, { level: COMPRESSION_LEVEL });

/** Smallest answer that is compressed, in bytes. */
export const COMPRESS_FROM = 1024;

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
  const { kept } = reply;
  let bytes = kept?.get("identity");
  if (!bytes) {
    const text = away ? (await away.whole(goneSignal(response))).bytes : reply.body();
    bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
    kept?.set("identity", bytes);
  }
  if (early === null && isKnown(request, response, entityTag(...scope, Buffer.from(bytes).toString())))
    return;
  // Compressed once and kept; whatever else is accepted is compressed on the way out.
  if (kept && bytes.length >= COMPRESS_FROM && request.acceptsEncodings("gzip", "identity") === "gzip") {
    let packed = kept.get("gzip");
    if (!packed) {
      packed = await compressed(bytes);
      kept.set("gzip", packed);
    }
    bytes = packed;
    response.vary("Accept-Encoding");
    response.setHeader("Content-Encoding", "gzip");
  }
  response.type(reply.mediaType).send(bufferOf(bytes));
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
