/** What every end-to-end test of a file shares: one server, one browser, and the page that is looked at, which must never have complained. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { drawn, launch, open, type Served, serve, type Watched } from "./explorer.ts";

export interface Session {
  readonly served: Served;
  readonly browser: Browser;
  /** The page of the test at hand: closed after it, when its faults must be none. */
  watched: Watched | null;
}

/**
 * Serves the house dataset and starts a browser for the tests of the block that calls this; both are there once its tests run.
 * @param args of `stancegraph serve`
 */
export function session(executablePath: string | null, args: readonly string[] = []): Session {
  const shared = { watched: null } as { -readonly [Member in keyof Session]: Session[Member] };
  beforeAll(async () => {
    shared.served = await serve(args);
    shared.browser = await launch(executablePath as string);
  }, 60_000);
  afterAll(async () => {
    await shared.browser?.close();
    await shared.served?.close();
  });
  afterEach(async () => {
    const faults = shared.watched?.faults ?? [];
    await shared.watched?.close();
    shared.watched = null;
    expect(faults).toEqual([]);
  });
  return shared;
}

/** Opens the session's explorer at a query for the test at hand; the page, once its map is drawn. */
export async function visit(
  shared: Session,
  query: string,
  options: Parameters<typeof open>[2] = {},
): Promise<Page> {
  shared.watched = await open(shared.browser, shared.served.url + query, options);
  await drawn(shared.watched.page);
  return shared.watched.page;
}
