/** Sends the built explorer: its page at `/` and `/d/:dataset`, its files under their own names. */

import { readFile } from "node:fs/promises";
import path from "node:path";
import express, { type RequestHandler, type Router } from "express";
import { LOCAL_MARK } from "../model/id.ts";
import type { Catalogue } from "../service/catalogue.ts";
import { html } from "../service/html.ts";
import { firstPicture } from "./first-picture.ts";
import { sendReply } from "./respond.ts";

const YEAR_SECONDS = 31_536_000;

const notBuilt = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Stancegraph: the explorer is not built</title>
<style>:root { color-scheme: light dark; } body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem; }</style>
</head><body><h1>The explorer is not built</h1>
<p>The data are served, but the page that shows them has not been built. Run <code>npm run build</code> in the folder of Stancegraph, then load this page again.</p>
<p><a href="/api/docs">The API</a> works all the same.</p></body></html>
`;

/** Where the explorer draws itself. */
const ROOT = '<div id="root">';

/** Null for a file that is not there. */
function missing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

/**
 * The page of a dataset that is not served is the same one, which says what there is, but as 404; not where it was opened
 * in a browser, whose page is no mistake after a reload.
 * @param folder of the built explorer; it may appear while the server runs
 */
export function explorerRoutes(folder: string, catalogue: Catalogue): Router {
  const router = express.Router({ caseSensitive: true });
  const index = path.join(folder, "index.html");
  const page: RequestHandler = async (request, response) => {
    response.setHeader("Cache-Control", "no-cache");
    const { dataset } = request.params;
    const id = typeof dataset === "string" ? dataset : undefined;
    const built = await readFile(index, "utf8").catch(missing);
    if (built === null) {
      response.status(503).type("text/html").send(notBuilt);
      return;
    }
    if (id !== undefined && !catalogue.mayHave(id)) {
      response
        .status(id.startsWith(LOCAL_MARK) ? 200 : 404)
        .type("text/html")
        .send(built);
      return;
    }
    const body = (): string => built.replace(ROOT, (root) => firstPicture(catalogue, id, request.url) + root);
    await sendReply(request, response, { kind: "text", mediaType: "text/html", body }, [], null);
  };
  router.get("/", page);
  router.get("/d/:dataset", page);
  // Names under assets/ carry a hash of their content; the others keep their names when they change.
  router.use(
    express.static(folder, {
      index: false,
      cacheControl: false,
      redirect: false,
      setHeaders: (response, file) =>
        response.setHeader(
          "Cache-Control",
          path.relative(folder, file).startsWith(`assets${path.sep}`)
            ? `public, max-age=${YEAR_SECONDS}, immutable`
            : "no-cache",
        ),
    }),
  );
  return router;
}
