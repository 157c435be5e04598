/** Names from right to left in real Chromium: in cells, heads, sentences, cards and files they run as they are written. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requires } from "../support/require.ts";
import { DAM, NORTH, rightToLeftFolder, SOUTH, SUMMARY } from "../support/right-to-left.ts";
import { drawn, open, type Served, serve } from "./explorer.ts";
import { session } from "./session.ts";

const chromium = requires("browser");

describe.skipIf(!chromium)("names from right to left", () => {
  const shared = session(chromium);
  let data: Awaited<ReturnType<typeof rightToLeftFolder>>;
  let served: Served;
  beforeAll(async () => {
    data = await rightToLeftFolder();
    served = await serve([data.folder]);
  }, 60_000);
  afterAll(async () => {
    await served?.close();
    await data?.remove();
  });
  const visit = async (query: string) => {
    shared.watched = await open(shared.browser, served.url + query);
    return shared.watched.page;
  };
  /** The direction in which the innermost element with exactly this text is set. */
  const directionOf = async (query: string, within: string, text: string) => {
    const page = await visit(query);
    const found = page.locator(within).getByText(text, { exact: true }).first();
    await found.waitFor();
    return found.evaluate((element) => getComputedStyle(element).direction);
  };

  it("run so in the cells of the table, the last stop at their left", async () => {
    expect(await directionOf("?tab=table", ".sg-table", SUMMARY)).toBe("rtl");
    const english = shared.watched?.page.getByRole("cell", { name: "The league opposes the dam (1)." });
    expect(await english?.evaluate((cell) => getComputedStyle(cell).direction)).toBe("ltr");
  });

  it("run so in the heads of the matrix, so that what is cut is their end", async () => {
    expect(await directionOf("?tab=matrix", ".sg-grid-name", "הדרום (2)")).toBe("rtl");
    expect(await shared.watched?.page.locator(".sg-grid-turned").first().getAttribute("dir")).toBe("auto");
  });

  it("run so in the card of a statement", async () => {
    expect(await directionOf("?select=statement:s1", ".sg-card", SUMMARY)).toBe("rtl");
  });

  it("keep their order in the sentences of a path: who comes first in reading stands first", async () => {
    const page = await visit("?from=actor:north&to=actor:south");
    const sentence = page.locator(".sg-hops .sg-row-main > p").nth(1);
    await sentence.waitFor();
    // Both the title and the actor are Arabic: one run of both would put the actor left of the title.
    const places = await sentence.evaluate(
      (element, names) => {
        const text = element.firstChild as Text;
        return names.map((name) => {
          const at = text.data.indexOf(name);
          const range = document.createRange();
          range.setStart(text, at);
          range.setEnd(text, at + 3);
          const { left, top } = range.getBoundingClientRect();
          return { at, left, top };
        });
      },
      ["جريدة", NORTH, DAM],
    );
    expect(places.every(({ at }) => at >= 0)).toBe(true);
    const lines = places.map(({ top }) => top);
    expect(lines.toSorted((a, b) => a - b)).toEqual(lines);
    expect(await sentence.textContent()).toContain(`\u2068${NORTH}\u2069 supports that`);
  });

  it("run so in the map's own file and the server's", async () => {
    const page = await visit("");
    await drawn(page);
    const svg = await (await fetch(`${served.url}api/export/svg`)).text();
    for (const name of ["הדרום (2)", "الشمال (1)"])
      expect(svg).toMatch(new RegExp(`direction="rtl"[^>]*><tspan[^>]*>${name.replace(/[()]/g, "\\$&")}<`));
    expect(svg).toContain("\u2068مواقف من سدّ النهر (1)\u2069");
    expect(SOUTH).toContain("(2025)");
  });
});
