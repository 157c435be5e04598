/** Asking: the introduction, questions in the search field, statements in it, the palette, undo and redo. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { requires } from "../support/require.ts";
import { accessibilityFaults, accessibilityFaultsOfBothThemes, drawn, open } from "./explorer.ts";
import { session } from "./session.ts";

const chromium = requires("browser");

describe.skipIf(!chromium)("asking", () => {
  const shared = session(chromium);

  const ask = async (page: Page, text: string) => {
    await page.keyboard.press("/");
    await page.keyboard.type(text);
    await page.getByRole("option").first().waitFor();
  };
  const parameters = (page: Page) => new URL(page.url()).searchParams;

  it("introduces itself once, with questions that work", { timeout: 60_000 }, async () => {
    const { page, faults, close } = await open(shared.browser, shared.served.url, { bypassCSP: true });
    await drawn(page);
    const introduction = page.getByRole("region", { name: "What this page shows" });
    await introduction.waitFor();
    expect(await introduction.getByRole("button").count()).toBeGreaterThanOrEqual(4);
    expect(await accessibilityFaults(page)).toEqual([]);
    await introduction.getByRole("button", { name: "how they are connected" }).click();
    await page.getByRole("region", { name: "Find path" }).waitFor();
    await page.waitForFunction(() => location.search.includes("from="));
    expect(await introduction.count()).toBe(0);
    await page.goto(shared.served.url);
    await drawn(page);
    expect(await introduction.count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  it("reads a question and answers in one step that undo takes back", { timeout: 60_000 }, async () => {
    const { page, faults, close } = await open(shared.browser, `${shared.served.url}?theme=light`);
    await drawn(page);
    await page.locator("#map").focus();
    await ask(page, "Pakistan to Hamas avoiding the United States");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.search.includes("from="));
    expect(parameters(page).get("from")).toBe("actor:pakistan");
    expect(parameters(page).get("to")).toBe("actor:hamas");
    expect(parameters(page).get("avoid")).toBe("actor:united-states");

    await page.locator("#map").focus();
    await ask(page, "who opposes disarmament");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.search.includes("polarity=oppose"));
    expect(parameters(page).get("issue")).not.toBeNull();

    await page.locator("#map").focus();
    await page.keyboard.press("Control+z");
    await page.waitForFunction(() => !location.search.includes("polarity=oppose"));
    expect(parameters(page).get("issue")).toBeNull();
    await page.keyboard.press("Control+Shift+z");
    await page.waitForFunction(() => location.search.includes("polarity=oppose"));
    await page.getByRole("button", { name: "Undo" }).click();
    await page.waitForFunction(() => !location.search.includes("polarity=oppose"));
    expect(faults).toEqual([]);
    await close();
  });

  it("finds statements by their words and opens their evidence", { timeout: 60_000 }, async () => {
    const { page, faults, close } = await open(shared.browser, `${shared.served.url}?theme=light`);
    await drawn(page);
    await page.locator("#map").focus();
    await page.keyboard.press("/");
    await page.keyboard.type("ceasefire");
    const statement = page.getByRole("option").filter({ has: page.locator("[class*=summary]") });
    await statement.first().click();
    await page.getByRole("region", { name: "Details" }).waitFor();
    expect(parameters(page).get("select")).toMatch(/^statement:/);
    expect(faults).toEqual([]);
    await close();
  });

  it("has a palette with every action", { timeout: 60_000 }, async () => {
    const { page, faults, close } = await open(shared.browser, shared.served.url, {
      bypassCSP: true,
    });
    await drawn(page);
    await page.keyboard.press("Control+k");
    const field = page.getByRole("combobox", { name: "Type an action" });
    await field.waitFor();
    expect(await page.getByRole("option").count()).toBeGreaterThan(10);
    expect(await accessibilityFaultsOfBothThemes(page)).toEqual([]);
    await field.fill("matrix");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.search.includes("tab=matrix"));
    expect(await page.getByRole("tab", { name: "Matrix" }).getAttribute("aria-selected")).toBe("true");
    expect(faults).toEqual([]);
    await close();
  });
});
