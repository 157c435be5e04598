/**
 * Map, matrix and report beside reference pictures. Advisory: fonts and software rendering move a little from machine to machine,
 * so only a picture that is another one altogether fails; smaller differences are said in one line.
 * `UPDATE_REFERENCE=1 npx vitest run tests/e2e/reference.test.ts` takes new ones; look at them before you commit them.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { ROOT, requires } from "../support/require.ts";
import { difference } from "./difference.ts";
import { atRest, drawn, open } from "./explorer.ts";
import { session } from "./session.ts";

const chromium = requires("browser");
const FOLDER = path.join(ROOT, "tests/e2e/reference");
/** Share of pixels that may differ visibly before a picture counts as another one. */
const ANOTHER = 0.25;
/** Share above which the difference is worth a line. */
const WORTH_A_LINE = 0.02;

describe.skipIf(!chromium)("reference pictures", () => {
  const shared = session(chromium);

  const compare = async (page: Page, name: string): Promise<void> => {
    const file = path.join(FOLDER, `${name}.png`);
    const taken = await page.screenshot();
    if (process.env["UPDATE_REFERENCE"] === "1") {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, taken);
      return;
    }
    expect(existsSync(file), `no reference ${name}.png: take one with UPDATE_REFERENCE=1`).toBe(true);
    const share = await difference(page, readFileSync(file), taken);
    if (share > WORTH_A_LINE)
      console.info(`${name}: ${(share * 100).toFixed(1)} % of the pixels differ from the reference picture`);
    expect(share, `${name} is another picture than its reference`).toBeLessThan(ANOTHER);
  };
  const still = async (page: Page): Promise<void> => {
    await page.evaluate(() => document.fonts.ready);
    await atRest(page);
    await page.waitForTimeout(1500);
  };

  for (const theme of ["light", "dark"] as const)
    it(`look like the map and the matrix, in ${theme}`, { timeout: 90_000 }, async () => {
      const { page, close } = await open(shared.browser, `${shared.served.url}?theme=${theme}`, {
        bypassCSP: true,
      });
      await drawn(page);
      await still(page);
      await compare(page, `map-${theme}`);
      await page.goto(`${shared.served.url}?tab=matrix&theme=${theme}`);
      await page.getByRole("grid").first().waitFor();
      await still(page);
      await compare(page, `matrix-${theme}`);
      await close();
    });

  it("look like the report", { timeout: 90_000 }, async () => {
    const { page, close } = await open(
      shared.browser,
      `${shared.served.url}?theme=light&select=actor:egypt`,
      {
        bypassCSP: true,
        acceptDownloads: true,
      },
    );
    await drawn(page);
    await page.getByRole("button", { name: "Export" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("dialog").getByRole("button", { name: "as HTML" }).click(),
    ]);
    const html = readFileSync(await download.path(), "utf8");
    await page.setContent(html);
    await still(page);
    await compare(page, "report");
    await close();
  });

  it("tell another picture from the same", { timeout: 60_000 }, async () => {
    const { page, close } = await open(shared.browser, `${shared.served.url}?theme=light`, {
      bypassCSP: true,
    });
    await drawn(page);
    const one = await page.screenshot();
    expect(await difference(page, one, one)).toBe(0);
    await page.goto(`${shared.served.url}?tab=table&theme=dark`);
    await page.getByRole("table").first().waitFor();
    expect(await difference(page, one, await page.screenshot())).toBeGreaterThan(ANOTHER);
    await close();
  });
});
