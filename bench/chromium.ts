/** What the rows of the page share: a Chromium, and how long its main thread was at work. */

import type { Browser, CDPSession, Page } from "playwright-core";
import { launch } from "../tests/e2e/explorer.ts";
import { requires } from "../tests/support/require.ts";

export const NO_CHROMIUM = "Chromium is not here";
export const NOT_BUILT = "dist is not built: npm run build";

/** Does something with a browser; null without one. */
export async function withChromium<T>(work: (browser: Browser) => Promise<T>): Promise<T | null> {
  const executable = requires("browser");
  if (executable === null) return null;
  const browser = await launch(executable);
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** Counts the CPU time of a page's main thread from now on. Must be called before the page goes anywhere. */
export async function mainThreadClock(page: Page): Promise<() => Promise<number>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
  };
}
