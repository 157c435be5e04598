/** Faults across threads: classes do not survive cloning, so they travel as words. */

import { Fault, type FaultClass } from "../../model/problem.ts";
import { type ErrorCode, HttpFault } from "../errors.ts";
import type { SentFault } from "./job.ts";

export function sendFault(error: unknown): SentFault {
  if (error instanceof Fault) {
    const { class: kind, code, message, parameter, remedy, details } = error;
    return { kind: "fault", class: kind, code, message, parameter, remedy, details };
  }
  if (error instanceof HttpFault) {
    const { code, message, parameter, remedy, headers, details } = error;
    return { kind: "http", code, message, parameter, remedy, headers, details };
  }
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  return { kind: "error", message, stack };
}

/** The same as an error that can be thrown. */
export function receiveFault(sent: SentFault): Error {
  if (sent.kind === "fault") return new Fault({ ...sent, class: sent.class as FaultClass });
  if (sent.kind === "http")
    return new HttpFault(sent.code as ErrorCode, sent.message, sent.remedy, {
      parameter: sent.parameter,
      headers: sent.headers,
      details: sent.details,
    });
  const error = new Error(sent.message);
  error.stack = sent.stack;
  return error;
}
