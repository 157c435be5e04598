/** Asks for a picture as columns, and makes of them, here and nowhere else, the graph that the page works with. */

import { decodeGraph } from "../../formats/columns/document.ts";
import { COLUMNS_MEDIA_TYPE } from "../../formats/columns/layout.ts";
import { Fault } from "../../model/problem.ts";
import { ApiError, fetchAnswer, fetchJson, type GraphDocument } from "./client.ts";
import { watchLayout } from "./watch-layout.ts";

const DAMAGED_REMEDY =
  "Load it again. If it stays so, something between the server and this page changes its answers.";

/**
 * Fetches a picture. Asks for JSON only where the server has no columns (406). Columns that come damaged are asked for once
 * more, past the browser's memory of them.
 * @throws ApiError for every failure except an abort; `columns-damaged` when the columns are damaged again.
 */
export async function fetchGraph(path: string, signal?: AbortSignal): Promise<GraphDocument> {
  const stop = watchLayout(path);
  try {
    return await fetchColumns(path, signal);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 406) return fetchJson<GraphDocument>(path, signal);
    if (error.code === "columns-damaged") return fetchColumns(path, signal, "reload");
    throw error;
  } finally {
    stop();
  }
}

async function fetchColumns(
  path: string,
  signal: AbortSignal | undefined,
  cache: RequestCache = "default",
): Promise<GraphDocument> {
  const accept = `${COLUMNS_MEDIA_TYPE}, application/problem+json`;
  const bytes = await fetchAnswer(path, accept, (response) => response.arrayBuffer(), signal, cache);
  try {
    return decodeGraph(new Uint8Array(bytes)) as GraphDocument;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    throw new ApiError({
      status: 200,
      code: error.code,
      detail: `${error.message.charAt(0).toUpperCase()}${error.message.slice(1)}.`,
      remedy: DAMAGED_REMEDY,
    });
  }
}
