/** The picture of the screen as a file, and the legend of ties of agreement. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { requires } from "../support/require.ts";
import { accessibilityFaults } from "./explorer.ts";
import { session, visit as visitSession } from "./session.ts";

const chromium = requires("browser");

describe.skipIf(!chromium)("pictures of the screen", () => {
  const shared = session(chromium);
  const visit = (query: string): Promise<Page> =>
    visitSession(shared, `?theme=light&${query}`, { bypassCSP: true });

  it("have the path, the selection and the filters, and leave out what is hidden", {
    timeout: 60_000,
  }, async () => {
    const page = await visit("from=actor:pakistan&to=actor:hamas&select=actor:egypt&hidden=actor:israel");
    await page.getByRole("button", { name: "On the map", exact: true }).waitFor();
    await page.getByRole("button", { name: "Export", exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download the picture on the screen as SVG" }).click(),
    ]);
    const svg = await readFile(await download.path(), "utf8");
    expect(svg).toMatch(/Path marked: Pakistan → .* → Hamas\./);
    expect(svg).toContain("Selected: Egypt.");
    expect(svg).toContain("1 node hidden by hand.");
    expect(svg).not.toContain("<title>Israel (");
  });

  it("say agree and disagree where lines are ties", { timeout: 60_000 }, async () => {
    const page = await visit("projection=agreement");
    const legend = page.getByRole("region", { name: "Legend" });
    await legend.getByText("disagree on issues").waitFor();
    await legend.getByText("Positions that count").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press("Control+b");
    const line = page.getByRole("region", { name: "Legend" });
    await line.getByText("disagree on issues").waitFor();
    expect(await line.innerText()).not.toMatch(/supports|opposes/);
  });
});
