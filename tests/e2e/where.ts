/** Where a map says that its nodes and labels are, and the wait until they stay there. */
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { Where } from "../../src/browser/map/handle.ts";

/** Where nodes and labels are, in pixels of a map's stage. */
export const whereOn = (stage: Locator): Promise<Where> =>
  stage.evaluate((element) => {
    const detail: { where?: unknown } = {};
    element.dispatchEvent(new CustomEvent("stancegraph:where", { detail }));
    return detail.where as never;
  });

/** Waits until the camera of the page's map has come to rest. */
export async function settled(page: Page): Promise<void> {
  const stage = page.locator("#map [data-map-stage]");
  await stage.waitFor();
  let before = "";
  await expect
    .poll(
      async () => {
        const now = JSON.stringify((await whereOn(stage))?.nodes ?? []);
        const still = now === before && now !== "[]";
        before = now;
        return still;
      },
      { timeout: 15_000, interval: 250 },
    )
    .toBe(true);
}
