/** The one table of errors: code → status, title and what it means. Every error that leaves the program as an answer is made here. */

import type { ProblemDetails } from "../model/api.ts";
import { Fault, type FaultClass } from "../model/problem.ts";

interface ErrorEntry {
  readonly status: number;
  readonly title: string;
}

/** Codes are stable: programs may branch on them. `docs/api.md` lists each, which a test checks. */
export const ERRORS = {
  "bad-parameter": { status: 400, title: "A parameter has a value that it cannot have" },
  "missing-parameter": { status: 400, title: "A required parameter is missing" },
  "repeated-parameter": { status: 400, title: "A parameter that takes one value was given several times" },
  "unknown-parameter": { status: 400, title: "There is no such parameter here" },
  "unknown-id": {
    status: 400,
    title: "A filter names a kind, relation, source or genre that the dataset does not have",
  },
  "unknown-column": { status: 400, title: "The dataset has no such further column" },
  "ambiguous-name": { status: 400, title: "A name fits several records" },
  "bad-number": { status: 400, title: "A number is not one that can be asked with" },
  "no-via": { status: 400, title: "A path question names no kind of edge to walk" },
  "avoids-end": { status: 400, title: "A path question avoids one of its own ends" },
  "avoids-through": { status: 400, title: "A path question both avoids and demands a node" },
  "unknown-variable": { status: 400, title: "The statements have no such variable" },
  "unknown-statement-type": { status: 400, title: "The DNA database has no such statement type" },
  "bad-network-setting": { status: 400, title: "A setting of a network has a value that it cannot have" },
  "setting-does-not-apply": { status: 400, title: "Settings of a network do not go together" },
  "bad-qualifier": { status: 400, title: "A variable cannot be read as a qualifier of that type" },
  "bad-date": { status: 400, title: "A date is none" },
  "format-does-not-apply": { status: 400, title: "The format cannot hold windows or events" },
  "missing-dataset": { status: 400, title: "The analysis compares two datasets, and one is missing" },
  "bad-cursor": { status: 400, title: "The cursor was not given out for this question" },
  "bad-path": { status: 400, title: "The address is not well formed" },
  "unknown-node": { status: 404, title: "The dataset has no such actor or issue" },
  "unknown-record": { status: 404, title: "The dataset has no such record" },
  "unknown-dataset": { status: 404, title: "No such dataset is served" },
  "unknown-analysis": { status: 404, title: "There is no such analysis" },
  "unknown-format": { status: 404, title: "There is no such export format" },
  "unknown-route": { status: 404, title: "There is nothing at this address" },
  "method-not-allowed": { status: 405, title: "The address knows no such method" },
  "bad-request": { status: 400, title: "The request is no well-formed HTTP" },
  "url-too-long": { status: 422, title: "The address is longer than 8 kB" },
  "bad-host": { status: 421, title: "The request was meant for another host" },
  "over-limit": { status: 422, title: "A parameter is over its limit" },
  "network-too-large": { status: 422, title: "A network would have too many windows or cells" },
  "time-budget": { status: 422, title: "The question took longer than a question may" },
  "bad-dataset": { status: 503, title: "The dataset has problems and cannot be used" },
  "not-acceptable": { status: 406, title: "The answer is not to be had in a media type that is accepted" },
  "metrics-withheld": { status: 403, title: "What the server counts is shown on its own machine only" },
  busy: { status: 503, title: "Too much other work is waiting" },
  "too-many-requests": { status: 429, title: "Too many costly requests in a short time" },
  "headers-too-large": { status: 431, title: "The request's headers are too large" },
  "internal-error": { status: 500, title: "The server failed" },
  "not-ready": { status: 503, title: "The dataset is not loaded" },
} as const satisfies Readonly<Record<string, ErrorEntry>>;

export type ErrorCode = keyof typeof ERRORS;

const CLASS_STATUS: Readonly<Record<FaultClass, number>> = {
  "bad-parameter": 400,
  "unknown-node": 404,
  "not-found": 404,
  "over-limit": 422,
  "bad-data": 422,
};

/** An error of the exchange itself rather than of the question: wrong address, method, host, or a server not ready. */
export class HttpFault extends Error {
  readonly code: ErrorCode;
  /** The offending part of the address, or empty. */
  readonly parameter: string;
  readonly remedy: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    remedy: string,
    extras: {
      readonly parameter?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly details?: Readonly<Record<string, unknown>>;
    } = {},
  ) {
    super(message);
    this.code = code;
    this.parameter = extras.parameter ?? "";
    this.remedy = remedy;
    this.headers = extras.headers ?? {};
    this.details = extras.details ?? {};
  }
}

/** The document in `/api/docs` that explains a code. */
const typeOf = (code: string): string => `/api/docs#${code}`;

function entryOf(code: string): ErrorEntry | undefined {
  return Object.hasOwn(ERRORS, code) ? ERRORS[code as ErrorCode] : undefined;
}

/** Problem details of anything thrown. What is neither a fault of the question nor of the exchange says nothing of its inside. */
export function problemDetails(error: unknown): ProblemDetails {
  if (error instanceof Fault) {
    const entry = entryOf(error.code);
    const problem = {
      type: typeOf(error.code),
      title: entry?.title ?? "The question cannot be answered",
      status: entry?.status ?? CLASS_STATUS[error.class],
      detail: error.message,
      code: error.code,
      ...(error.parameter === "" ? {} : { parameter: error.parameter }),
      remedy: error.remedy,
    };
    // Twice, so that the details come after the standard members and yet cannot overwrite them.
    return { ...problem, ...error.details, ...problem };
  }
  if (error instanceof HttpFault) return exchangeProblem(error);
  if (isUriError(error))
    return exchangeProblem(
      new HttpFault(
        "bad-path",
        "The address holds a % that begins no character",
        "Percent-encode the address as UTF-8.",
      ),
    );
  return exchangeProblem(
    new HttpFault(
      "internal-error",
      "The server could not answer because of an error of its own",
      "Try again; if it stays, report the address to whoever runs the server, who finds the reason in the log.",
    ),
  );
}

function exchangeProblem({ code, message, parameter, remedy, details }: HttpFault): ProblemDetails {
  const { status, title } = ERRORS[code];
  const problem = {
    type: typeOf(code),
    title,
    status,
    detail: message,
    code,
    ...(parameter === "" ? {} : { parameter }),
    remedy,
  };
  return { ...problem, ...details, ...problem };
}

/** What the router throws when a part of the path cannot be percent-decoded. */
const isUriError = (error: unknown): boolean =>
  error instanceof URIError || (error instanceof Error && "status" in error && error.status === 400);
