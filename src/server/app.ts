/** The server as a value: Express with every route, header and check. Listening is the business of listen.ts. */

import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from "express";
import type { Logger } from "pino";
import { pinoHttp } from "pino-http";
import { COLUMNS_MEDIA_TYPE } from "../formats/columns/layout.ts";
import type { Catalogue } from "../service/catalogue.ts";
import { HttpFault } from "../service/errors.ts";
import { type Corpus, PassageReader } from "../service/passages.ts";
import { MOST_URL_BYTES, queryPairs } from "../service/query.ts";
import { mountsOf, type Principal, type Route, type Services } from "../service/route.ts";
import { ROUTES } from "../service/routes/registry.ts";
import { checkpoint, TIME_BUDGET_MS } from "../service/work/budget.ts";
import type { Work } from "../service/work/work.ts";
import { COMPRESS_FROM, COMPRESSION_LEVEL } from "./coding.ts";
import { tagCodings } from "./etag.ts";
import { explorerRoutes } from "./explorer.ts";
import { securityHeaders } from "./headers.ts";
import { hostCheck, hostGiven, isLoopback } from "./host-check.ts";
import { Limiter } from "./limiter.ts";
import { Metrics } from "./metrics.ts";
import { sendError, sendReply } from "./respond.ts";
import { elsewhereBy } from "./work/elsewhere.ts";

export interface AppOptions {
  /** Started or not: until it is, data routes answer 503. */
  readonly catalogue: Catalogue;
  /** Texts by source id; null = none are served. */
  readonly corpus: Corpus | null;
  /** Folder of the built explorer. */
  readonly explorer: string;
  /** The address that is listened on. */
  readonly host: string;
  /** Show passages although others than this machine may ask. */
  readonly sharePassages: boolean;
  /** A proxy stands in front: believe its X-Forwarded-… headers, and take any Host. */
  readonly trustProxy: boolean;
  /** Origins that may frame the page, beside its own. */
  readonly embedFrom: readonly string[];
  /** Limit costly requests. */
  readonly limit: boolean;
  readonly logger: Logger;
  /** Version of the program. */
  readonly release: string;
  /** The time, in milliseconds since 1970. */
  readonly now: () => number;
  /** Threads for costly work; null or absent = everything is done on the event loop. Closing them is their maker's business. */
  readonly work?: Work | null;
}

const WITHHELD =
  "This server can be reached from other machines, so it does not show passages of the documents; --share-passages would.";

/** Cost that one address may order at once, and how fast it comes back: about two path questions a second. */
const LIMIT = { capacity: 240, perSecond: 4 };

/** As the compressor judges, which does not know our own media type. */
const isCompressible: compression.CompressionFilter = (request, response) =>
  response.getHeader("Content-Type") === COLUMNS_MEDIA_TYPE || compression.filter(request, response);

export function createApp(options: AppOptions): Express {
  // Behind a proxy on this machine the whole world may ask.
  const exposed = options.trustProxy || !isLoopback(options.host);
  const principal: Principal = {
    name: "anonymous",
    passagesWithheld: exposed && !options.sharePassages ? WITHHELD : null,
  };
  const metrics = new Metrics();
  const services: Services = {
    catalogue: options.catalogue,
    passages: new PassageReader(options.corpus),
    release: options.release,
    now: options.now,
    clock: () => performance.now(),
    metrics,
    work: options.work ?? null,
  };
  const elsewhere = services.work ? elsewhereBy(services.work) : null;
  const limiter = options.limit ? new Limiter({ ...LIMIT, now: options.now }) : null;
  const app = express();
  app.set("trust proxy", options.trustProxy);
  app.set("query parser", false);
  app.set("etag", false);
  app.set("x-powered-by", false);
  app.set("case sensitive routing", true);

  app.use(requestCount(metrics));
  app.use(requestLog(options.logger));
  app.use(securityHeaders(options.embedFrom));
  app.use(hostGiven);
  if (!exposed) app.use(hostCheck(options.host));
  app.use(urlLength);
  app.use(tagCodings);
  app.use(compression({ threshold: COMPRESS_FROM, filter: isCompressible, level: COMPRESSION_LEVEL }));
  for (const route of ROUTES)
    for (const mount of mountsOf(route)) {
      app.get(mount, handlerOf(route, mount, { principal, services, limiter, elsewhere }));
      app.all(mount, otherMethods);
    }
  app.use("/api", nothingThere);
  for (const mount of ["/", "/d/:dataset"]) app.all(mount, onlyReading);
  app.use(explorerRoutes(options.explorer, options.catalogue));
  app.use(nothingThere);
  const onError: ErrorRequestHandler = (error, _request, response, _next) =>
    sendError(error, response, (unexpected) => options.logger.error({ err: unexpected }, "unexpected error"));
  app.use(onError);
  return app;
}

/** Those that are counted one by one; askers may invent others. */
const METHODS: readonly string[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Counts a request under the id of its route; `other` = none of ours, such as a file of the explorer. */
const requestCount =
  (metrics: Metrics): RequestHandler =>
  (request, response, next) => {
    const start = performance.now();
    metrics.begin();
    response.once("close", () => {
      const { route = "other" } = response.locals as { readonly route?: string };
      const seconds = (performance.now() - start) / 1000;
      // 499, as others count it: the asker left before the answer was through.
      const status = response.writableFinished ? response.statusCode : 499;
      metrics.end(route, METHODS.includes(request.method) ? request.method : "other", status, seconds);
    });
    next();
  };

/** One line a request: method, path, status and time. Neither the query nor headers, which may hold what is private. */
const requestLog = (logger: Logger): RequestHandler =>
  pinoHttp({
    logger,
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({ method, path: url.split("?")[0] }),
      res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
    },
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? "error" : "info"),
  });

const urlLength: RequestHandler = (request, _response, next) => {
  const bytes = Buffer.byteLength(request.originalUrl);
  if (bytes <= MOST_URL_BYTES) return next();
  next(
    new HttpFault(
      "url-too-long",
      `The address has ${bytes} bytes, over the limit of ${MOST_URL_BYTES}`,
      "Ask for fewer things at once.",
      { details: { limit: MOST_URL_BYTES } },
    ),
  );
};

interface Surroundings {
  readonly principal: Principal;
  readonly services: Services;
  readonly limiter: Limiter | null;
  readonly elsewhere: ReturnType<typeof elsewhereBy> | null;
}

/** Whether a request comes from this machine itself: a proxy on it says in headers for whom it asks. */
const isLocal = ({ socket, headers }: Request): boolean =>
  isLoopback(socket.remoteAddress ?? "") &&
  ["x-forwarded-for", "forwarded", "x-real-ip", "via"].every((name) => headers[name] === undefined);

/** The handler of a route at one of its mounts: parse, ask, send. */
function handlerOf(
  route: Route,
  mount: string,
  { principal, services, limiter, elsewhere }: Surroundings,
): RequestHandler {
  return async (request, response) => {
    response.locals["route"] = route.id;
    const context = {
      parameters: undefined,
      pairs: queryPairs(request.originalUrl),
      path: pathParts(request),
      accept: request.headers.accept ?? "",
      isLocal: isLocal(request),
      principal,
      services,
    };
    if (route.scope === "server") {
      const reply = route.answer(context);
      return sendReply(request, response, reply, [services.release, route.id], null);
    }
    const dataset = services.catalogue.get(mount.includes(":dataset") ? context.path["dataset"] : undefined);
    const reply = route.answer({
      ...context,
      dataset,
      checkpoint: checkpoint(TIME_BUDGET_MS, () => performance.now()),
    });
    limiter?.spend(request.ip ?? "", route.cost);
    const { id, version } = dataset.dataset;
    const others = (reply.others ?? []).map((other) => services.catalogue.get(other));
    const { pairs, path, accept } = context;
    const datasets = [id, ...(reply.others ?? [])];
    const { pace = "steady" } = reply;
    const job = { route: route.id, pairs, path, accept, datasets, now: services.now(), pace };
    const away = elsewhere?.(job, [dataset, ...others]) ?? null;
    return sendReply(request, response, reply, [services.release, route.id, id, version], away);
  };
}

const pathParts = (request: Request): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(request.params).filter((part): part is [string, string] => typeof part[1] === "string"),
  );

const otherMethods: RequestHandler = (request, response, next) => {
  if (request.method !== "OPTIONS") return next(methodFault(request));
  response.setHeader("Allow", "GET, HEAD");
  response.status(204).end();
};

const onlyReading: RequestHandler = (request, response, next) =>
  request.method === "GET" || request.method === "HEAD" ? next() : otherMethods(request, response, next);

const methodFault = (request: Request): HttpFault =>
  new HttpFault("method-not-allowed", `${request.method} is not possible here`, "Ask with GET or HEAD.", {
    headers: { Allow: "GET, HEAD" },
  });

const nothingThere: RequestHandler = (_request, _response, next) =>
  next(
    new HttpFault(
      "unknown-route",
      "There is nothing at this address",
      "The addresses there are stand in /api/docs.",
    ),
  );
