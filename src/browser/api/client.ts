/** Asks the server: JSON typed by the model, and every failure as one kind of error with a remedy. */

import type { ProblemDetails } from "../../model/api.ts";
import type { EdgeAttributes, GraphAttributes, NodeAttributes } from "../../model/graph.ts";
import type { NodeKey } from "../../model/id.ts";
import { formatPairs } from "../../view/grammar.ts";
import type { Pair } from "../../view/parameters.ts";
import { ask, HostError } from "./transport.ts";

/** The answer of `/api/graph`: graphology's serialised form. */
export interface GraphDocument {
  readonly attributes: GraphAttributes;
  readonly options: { readonly type?: string; readonly multi?: boolean; readonly allowSelfLoops?: boolean };
  readonly nodes: readonly { readonly key: NodeKey; readonly attributes: NodeAttributes }[];
  readonly edges: readonly {
    readonly key: string;
    readonly source: NodeKey;
    readonly target: NodeKey;
    readonly undirected?: boolean;
    readonly attributes: EdgeAttributes;
  }[];
}

/** Why a request failed. `status` 0 = no answer at all (server gone, no network). */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  /** The parameter at fault, or empty. */
  readonly parameter: string;
  readonly remedy: string;
  /** Further members of the problem: suggestions, limit … */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(problem: Partial<ProblemDetails> & { readonly status: number; readonly detail: string }) {
    super(problem.detail);
    this.name = "ApiError";
    this.status = problem.status;
    this.code = problem.code ?? "unknown";
    this.parameter = problem.parameter ?? "";
    this.remedy = problem.remedy ?? "";
    this.details = problem;
  }
}

const GONE = {
  status: 0,
  code: "no-answer",
  detail: "No answer came to the last request.",
  remedy: "See whether it still runs (stancegraph serve), then try again.",
};

const BROKEN = {
  status: 500,
  code: "engine-broken",
  remedy:
    "Load the page again, then open the data again. Very large data may not fit into the browser’s memory.",
};

/** The path of a route of one dataset; `dataset` null = the server's first one. */
export function apiPath(dataset: string | null, route: string, pairs: readonly Pair[] = []): string {
  const base = dataset === null ? "/api" : `/api/datasets/${encodeURIComponent(dataset)}`;
  const query = formatPairs(pairs);
  // A dataset's description stands at its own address, and at /api/dataset for the first one.
  if (dataset !== null && route === "dataset") return `${base}${query === "" ? "" : `?${query}`}`;
  return `${base}/${route}${query === "" ? "" : `?${query}`}`;
}

/**
 * Fetches an answer of the media types accepted, its body read by `read`.
 * @throws ApiError for every failure except an abort.
 */
export async function fetchAnswer<T>(
  path: string,
  accept: string,
  read: (response: Response) => Promise<T>,
  signal?: AbortSignal,
  cache: RequestCache = "default",
): Promise<T> {
  let response: Response;
  try {
    response = await ask(path, { headers: { Accept: accept }, cache, ...(signal ? { signal } : {}) });
    if (response.ok) return await read(response);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(error instanceof HostError ? { ...BROKEN, detail: error.message } : GONE);
  }
  throw asError(response.status, await response.json().catch(() => null));
}

/**
 * Fetches JSON.
 * @throws ApiError for every failure except an abort.
 */
export async function fetchJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const accept = "application/json, application/problem+json";
  const body = await fetchAnswer(
    path,
    accept,
    async (response): Promise<unknown> => {
      const text = await response.text();
      try {
        return JSON.parse(text) as unknown;
      } catch {
        return null;
      }
    },
    signal,
  );
  if (body !== null) return body as T;
  throw asError(200, body);
}

function asError(status: number, body: unknown): ApiError {
  const problem = typeof body === "object" && body !== null ? (body as Partial<ProblemDetails>) : {};
  return new ApiError({
    ...problem,
    status,
    detail: problem.detail ?? problem.title ?? `The server answered with status ${status}.`,
    remedy: problem.remedy ?? "Try again; if it stays, look at the server's messages.",
  });
}
