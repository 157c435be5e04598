/** The address: broken values are said with their remedies, and a story in it is written, ordered, played and kept in a file. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { requires } from "../support/require.ts";
import { accessibilityFaults, drawn } from "./explorer.ts";
import { session, visit as visitSession } from "./session.ts";

const chromium = requires("browser");

describe.skipIf(!chromium)("the address", () => {
  const shared = session(chromium);
  const visit = (query: string): Promise<Page> =>
    visitSession(shared, `?theme=light&${query}`, { bypassCSP: true });

  it("says which settings could not be followed, and heals itself", { timeout: 60_000 }, async () => {
    const page = await visit(
      "look=color%3Dkind%3Bcolour%3Dred&time=speed%3D99&hidden=actor:nowhere%3Bactor:qatar&camera=nonsense",
    );
    const notice = page.getByRole("alert");
    await notice.getByText('hidden names "actor:nowhere"').waitFor();
    for (const words of [
      'In look, "colour=red" cannot be followed',
      "names are color, size, label, width, groups",
      "Give speed as one of 0.5, 1, 2, 4.",
      "Give camera as X,Y,SCALE",
    ])
      await notice.getByText(words).waitFor();
    await page.waitForFunction(() => !location.search.includes("nowhere"));
    const { searchParams } = new URL(page.url());
    expect(searchParams.get("look")).toBe("color=kind");
    expect(searchParams.get("hidden")).toBe("actor:qatar");
    expect(searchParams.get("time")).toBeNull();
  });

  it("says that there is no such analysis and no such parameter", { timeout: 60_000 }, async () => {
    const page = await visit("");
    await page.goto(`${shared.served.url}?tab=analysis&analysis=name%3Dmagic`);
    await page.getByText("names an analysis “magic”, which there is not").waitFor();
    await page.goto(`${shared.served.url}?tab=analysis&analysis=name%3Dcentrality%3Bcolour%3Dred`);
    await page.getByText("has no parameter colour").waitFor();
  });

  it("keeps a story with its title and notes, in any order and in a file", { timeout: 90_000 }, async () => {
    const page = await visit("");
    await page.getByRole("button", { name: "Story" }).click();
    const panel = page.getByRole("region", { name: "Story" });
    await panel.getByRole("button", { name: "Add this view" }).click();
    await panel.getByLabel("Title of the story").pressSequentially("Who would send soldiers");
    await panel.getByLabel("Note of scene 1").pressSequentially("All that was said");
    await page.goto(`${page.url()}&tab=matrix`);
    await panel.getByRole("button", { name: "Add this view" }).click();
    await panel.getByLabel("Note of scene 2").pressSequentially("As a matrix");
    expect(await panel.getByLabel("Note of scene 1").inputValue()).toBe("All that was said");
    await panel.getByRole("button", { name: "Move scene 2 up" }).click();
    expect(await panel.getByLabel("Note of scene 1").inputValue()).toBe("As a matrix");
    expect(await accessibilityFaults(page)).toEqual([]);

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      panel.getByRole("button", { name: "Save as a file" }).click(),
    ]);
    const file = await readFile(await download.path());
    await page.goto(shared.served.url);
    await drawn(page);
    await page.getByRole("button", { name: "Story" }).click();
    const give = (name: string, buffer: Buffer) =>
      panel.locator("input[type=file]").setInputFiles({ name, mimeType: "application/json", buffer });
    await give("x.json", Buffer.from("{"));
    await panel.getByRole("alert").getByText("The file is no JSON").waitFor();
    const text = file.toString();
    await give("x.json", Buffer.from(text.replace('"query": "tab=matrix"', '"query": 1')));
    await panel.getByRole("alert").getByText("Of scene 1 note or query is no text").waitFor();
    await give("x.json", Buffer.from(text.replace("tab=matrix", "tab=map")));
    await panel.getByRole("alert").getByText('Scene 1: tab cannot be "map"').waitFor();
    await give("story.json", file);
    await panel.getByRole("alert").waitFor({ state: "detached" });
    expect(await panel.getByLabel("Title of the story").inputValue()).toBe("Who would send soldiers");
    await panel.getByRole("button", { name: "Play" }).click();
    const bar = page.locator(".sg-story-bar");
    await bar.getByText("Who would send soldiers").waitFor();
    await bar.getByText("As a matrix").waitFor();
    await page.waitForFunction(() => location.search.includes("tab=matrix"));
    await page.keyboard.press("ArrowRight");
    await bar.getByText("All that was said").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await panel.getByRole("button", { name: "Remove scene 1" }).click();
    expect(await panel.getByLabel(/^Note of scene/).count()).toBe(1);
  });

  it.each([
    [1280, 800],
    [1920, 1080],
    [390, 844],
  ])(
    "has a story's legend beside the map, not on it, at %i × %i",
    { timeout: 60_000 },
    async (width, height) => {
      const page = await visitSession(
        shared,
        `?story=${encodeURIComponent("By kind;All%20actors=look%3Dcolor%253Dkind;As%20it%20is=")}`,
        { viewport: { width, height }, bypassCSP: true },
      );
      const panel = page.getByRole("region", { name: "Story" });
      await page.locator(".sg-story").getByRole("button", { name: "Play", exact: true }).click();
      const bar = page.locator(".sg-story-bar");
      await bar.getByText("All actors").waitFor();
      if (width < 700) {
        await panel.waitFor({ state: "detached" });
        await bar.getByText("Legend").click();
      }
      await bar.getByText("Colour: kind of actor").waitFor();
      const top = (await bar.boundingBox())?.y ?? 0;
      const map = await page.locator("#map").boundingBox();
      expect((map?.y ?? 0) + (map?.height ?? Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(top);
      expect(await page.locator("#map").getByRole("region", { name: "Legend" }).count()).toBe(0);
      expect(await accessibilityFaults(page)).toEqual([]);
      await bar.getByRole("button", { name: "End the story" }).click();
      await bar.waitFor({ state: "detached" });
      await page.getByRole("region", { name: "Legend" }).waitFor();
    },
  );
});
