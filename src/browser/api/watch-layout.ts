/** Asks the server how far the layout of a picture is, while the picture is waited for and does not come. */

import { useLayoutProgress } from "../state/layout-progress.ts";
import { hostOf } from "./transport.ts";

/** Milliseconds until the first question, and between two. */
const ASK_MS = 1000;

/**
 * Watches the layout of a picture from now on, until the function given back is called.
 * @param path of the picture below `/api`; what an engine in this browser lays out says itself how far it is
 */
export function watchLayout(path: string): () => void {
  if (hostOf(path)) return () => {};
  const [route = "", query] = path.split("?");
  const address = `${route}/progress${query === undefined ? "" : `?${query}`}`;
  const gone = new AbortController();
  let timer = setTimeout(look, ASK_MS);
  async function look(): Promise<void> {
    const share = await fetch(address, { signal: gone.signal })
      .then(async (response) => (response.ok ? shareOf(await response.json()) : null))
      // The picture itself says why nothing comes.
      .catch(() => null);
    if (gone.signal.aborted) return;
    useLayoutProgress.setState({ share });
    timer = setTimeout(look, ASK_MS);
  }
  return () => {
    gone.abort();
    clearTimeout(timer);
    useLayoutProgress.setState({ share: null });
  };
}

function shareOf(body: unknown): number | null {
  const share = typeof body === "object" && body !== null && "share" in body ? body.share : null;
  return typeof share === "number" ? share : null;
}
