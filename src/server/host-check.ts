/** Keeps other sites out of a server on loopback: a page whose host name is re-pointed at 127.0.0.1 sends its own Host header. */

import type { Request, RequestHandler } from "express";
import { HttpFault } from "../service/errors.ts";

/** Whether an address to listen on reaches this machine only. */
export function isLoopback(host: string): boolean {
  const plain = host.replace(/^\[|\]$/g, "").toLowerCase();
  return plain === "localhost" || plain === "::1" || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(plain);
}

/** The host of a Host header without its port; IPv6 keeps its brackets. */
const hostName = (header: string): string => header.replace(/:\d*$/, "").toLowerCase();

/** Refuses HTTP/1.1 requests that name no host, and requests that name several (RFC 9112, section 3.2). */
export const hostGiven: RequestHandler = (request, _response, next) => {
  const given = request.rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === "host").length;
  if (given === 1 || (given === 0 && request.httpVersion === "1.0")) return next();
  next(
    new HttpFault(
      "bad-request",
      given === 0 ? "The request names no host" : "The request names several hosts",
      "Send one Host header with name and port of the server.",
    ),
  );
};

/** The host that a request is meant for: that of a whole address where one is asked for, else that of its header. */
const hostOf = ({ url, headers }: Pick<Request, "url" | "headers">): string =>
  /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(url)?.[1] ?? headers.host ?? "";

/** Refuses requests whose Host is no name of this machine's loopback. */
export function hostCheck(listeningOn: string): RequestHandler {
  const own = listeningOn.includes(":") && !listeningOn.startsWith("[") ? `[${listeningOn}]` : listeningOn;
  const allowed = new Set(["localhost", "127.0.0.1", "[::1]", own.toLowerCase()]);
  return (request, _response, next) => {
    if (allowed.has(hostName(hostOf(request)))) return next();
    next(
      new HttpFault(
        "bad-host",
        "This server listens on this machine only and was asked under another name",
        "Open it as http://localhost or http://127.0.0.1 with its port; to serve it under a name, use --host or --trust-proxy.",
      ),
    );
  };
}
