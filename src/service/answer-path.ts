/** Answers a path as a server does, without HTTP: for a page that holds the data itself. */

import { HttpFault, problemDetails } from "./errors.ts";
import { queryPairs } from "./query.ts";
import { mountsOf, type Principal, type Reply, type Route, type Services } from "./route.ts";
import { ROUTES } from "./routes/registry.ts";
import { checkpoint, TIME_BUDGET_MS } from "./work/budget.ts";

/** What would have been sent. */
export interface PathAnswer {
  readonly status: number;
  readonly mediaType: string;
  /** Null = shown, not saved. */
  readonly fileName: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Asked {
  /** Path and query, beginning with `/`. */
  readonly url: string;
  /** The Accept header; empty = anything. */
  readonly accept: string;
  readonly services: Services;
  readonly principal: Principal;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
}

interface Mounted {
  readonly route: Route;
  readonly parts: readonly string[];
  /** Whether the address names its dataset. */
  readonly named: boolean;
}

const MOUNTED: readonly Mounted[] = ROUTES.flatMap((route) =>
  mountsOf(route).map((mount) => ({
    route,
    parts: mount.split("/"),
    named: mount.includes(":dataset"),
  })),
);

/** The named parts of a path that fits, percent-decoded, or null. @throws URIError */
function partsOf(pattern: readonly string[], given: readonly string[]): Record<string, string> | null {
  if (pattern.length !== given.length) return null;
  const found: [string, string][] = [];
  for (const [at, part] of pattern.entries()) {
    const text = given[at] ?? "";
    if (part.startsWith(":")) {
      if (text === "") return null;
      found.push([part.slice(1), decodeURIComponent(text)]);
    } else if (part !== text) return null;
  }
  return Object.fromEntries(found);
}

/** Never throws: faults are answers too, as problem details. `onError` hears of those that are no fault of the asker. */
export function answerPath(asked: Asked, onError: (error: unknown) => void = () => {}): PathAnswer {
  try {
    return sent(replyTo(asked));
  } catch (error) {
    const problem = problemDetails(error);
    if (problem.status >= 500 && !(error instanceof HttpFault)) onError(error);
    return {
      status: problem.status,
      mediaType: "application/problem+json",
      fileName: null,
      bytes: new TextEncoder().encode(JSON.stringify(problem)),
    };
  }
}

function replyTo({ url, accept, services, principal, clock }: Asked): Reply {
  const given = (url.split("?")[0] ?? "").split("/");
  for (const { route, parts, named } of MOUNTED) {
    const path = partsOf(parts, given);
    if (path === null) continue;
    const context = {
      parameters: undefined,
      pairs: queryPairs(url),
      path,
      accept,
      isLocal: false,
      principal,
      services,
    };
    if (route.scope === "server") return route.answer(context);
    return route.answer({
      ...context,
      dataset: services.catalogue.get(named ? path["dataset"] : undefined),
      checkpoint: checkpoint(TIME_BUDGET_MS, clock),
    });
  }
  throw new HttpFault(
    "unknown-route",
    "There is nothing at this address",
    "The addresses there are stand in /api/docs.",
  );
}

function sent(reply: Reply): PathAnswer {
  const encoder = new TextEncoder();
  if (reply.kind === "json")
    return {
      status: reply.status ?? 200,
      mediaType: "application/json",
      fileName: null,
      bytes: encoder.encode(JSON.stringify(reply.body())),
    };
  const { mediaType } = reply;
  if (reply.kind === "file")
    return { status: 200, mediaType, fileName: reply.fileName, bytes: joined(reply.chunks()) };
  const kept = reply.kept?.get("identity");
  const body = kept?.coding === "identity" ? kept.bytes : reply.body();
  const bytes = typeof body === "string" ? encoder.encode(body) : body;
  reply.kept?.set({ coding: "identity", bytes });
  // A copy, because whoever takes the answer may hand the memory on to another thread.
  return { status: 200, mediaType, fileName: null, bytes: bytes.slice() };
}

/** One array of all chunks. */
function joined(chunks: Iterable<Uint8Array>): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  // A writer may fill the same memory again for its next chunk.
  for (const chunk of chunks) {
    parts.push(chunk.slice());
    length += chunk.length;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
