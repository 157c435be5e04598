/** The security headers, written out one by one: nothing is left to a library's defaults, which change. */

import type { RequestHandler } from "express";
import helmet from "helmet";

/** An origin that may embed the explorer in a frame: scheme, host and perhaps a port, nothing else. */
export const isEmbedOrigin = (text: string): boolean =>
  /^https?:\/\/(\*\.)?[A-Za-z0-9.-]+(:(\d{1,5}|\*))?$|^https?:\/\/\[[0-9A-Fa-f:.]+\](:\d{1,5})?$/.test(text);

/**
 * The content security policy. Styles may stand in elements because the map and its labels are placed by them; scripts may not.
 * @param embedFrom origins beside its own that may frame the page
 */
export const contentSecurityPolicy = (embedFrom: readonly string[]): string =>
  [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    `frame-ancestors ${["'self'", ...embedFrom].join(" ")}`,
  ].join("; ");

/** Sets the headers. Strict-Transport-Security and upgrades to https are the proxy's business. */
export function securityHeaders(embedFrom: readonly string[]): RequestHandler {
  const policy = contentSecurityPolicy(embedFrom);
  const others = helmet({
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: false,
    crossOriginResourcePolicy: false,
    originAgentCluster: false,
    referrerPolicy: { policy: "no-referrer" },
    strictTransportSecurity: false,
    xContentTypeOptions: true,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xFrameOptions: false,
    xPermittedCrossDomainPolicies: false,
    xPoweredBy: false,
    xXssProtection: false,
  });
  return (request, response, next) => {
    response.setHeader("Content-Security-Policy", policy);
    others(request, response, next);
  };
}
