/** What every format keeps to, whatever it writes. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExportWhat, GraphFormat } from "../../src/formats/format.ts";
import { FORMATS, formatById, formatOfFile } from "../../src/formats/registry.ts";
import { contextFor, edge, node, picture, smallPicture, textOf } from "./fixture.ts";
import { hostilePicture } from "./hostile.ts";

const cases = FORMATS.flatMap((format) =>
  format.what.map((what): [string, GraphFormat, ExportWhat] => [`${format.id} (${what})`, format, what]),
);

describe("registry", () => {
  it("has the formats of the command line, each found by id and by file name", () => {
    expect(FORMATS.map(({ id }) => id)).toEqual(["gexf", "graphml", "json", "csv", "svg"]);
    for (const format of FORMATS) {
      expect(formatById(format.id)).toBe(format);
      expect(formatOfFile(`Some.File.${format.extension.toUpperCase()}`)).toBe(format);
      expect(format.mediaType).toMatch(/^[a-z]+\/[a-z+]+(; [a-z0-9=-]+)*$/);
      expect(format.what[0]).toBe("edges");
    }
    expect(formatById("constructor")).toBeUndefined();
    expect(formatOfFile("gexf")).toBeUndefined();
  });
});

describe.each(cases)("%s", (_, format, what) => {
  it("writes strict UTF-8 with something in it, ending with a line end", () => {
    const text = textOf(format.write(smallPicture(), contextFor({ what }).context));
    expect(text.length).toBeGreaterThan(100);
    expect(text.endsWith("\n")).toBe(true);
    expect(text.startsWith("\ufeff")).toBe(false);
  });

  it("writes the same bytes twice", () => {
    const { context } = contextFor({ what });
    const graph = smallPicture();
    expect(textOf(format.write(graph, context))).toBe(textOf(format.write(graph, context)));
  });

  it("gives chunks to keep, and the same bytes in memory used again", () => {
    const nodes = Array.from({ length: 1500 }, (__, at) => node(`actor:n${at}`, { x: at, label: `é${at}` }));
    const { context } = contextFor({ what });
    const kept = [...format.write(picture(nodes, []), context)];
    // A decoder of a stream is done with a chunk when the next is drawn.
    expect(textOf(format.write(picture(nodes, []), { ...context, reuse: true }))).toBe(textOf(kept));
  });

  it("takes an empty graph", () => {
    const { context, notices } = contextFor({ what, statements: [] });
    expect(textOf(format.write(picture([], []), context))).not.toBe("");
    expect(notices).toEqual([]);
  });

  it("takes hostile strings and numbers in every place, in either theme", () => {
    fc.assert(
      fc.property(hostilePicture, fc.constantFrom("light", "dark"), (graph, theme) => {
        const text = textOf(format.write(graph, contextFor({ what, theme }).context));
        expect(text).not.toMatch(/\b(NaN|Infinity|undefined|null)"/);
        expect(text).not.toContain("[object");
      }),
      { numRuns: 60 },
    );
  });

  it("draws chunks of about 64 kB", () => {
    const nodes = Array.from({ length: 3000 }, (__, at) => node(`actor:n${at}`, { x: at, y: at % 7 }));
    const chain = nodes
      .slice(1)
      .map((own, at) => edge(`e${at}`, [`actor:n${at}`, own.key], { summary: "long ".repeat(10) }));
    const { context } = contextFor({ what });
    const sizes = Array.from(format.write(picture(nodes, chain), context), ({ byteLength }) => byteLength);
    if (what === "statements") return;
    expect(sizes.length).toBeGreaterThan(2);
    expect(Math.max(...sizes)).toBeLessThan(100_000);
    expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThanOrEqual(65_536);
  });

  it("keeps nodes named like members of Object apart", () => {
    const keys = ["actor:constructor", "actor:__proto__", "issue:toString"] as const;
    const graph = picture(
      keys.map((key) => node(key)),
      [
        edge("constructor", ["actor:constructor", "issue:toString"]),
        edge("__proto__", ["actor:__proto__", "issue:toString"]),
      ],
    );
    const text = textOf(format.write(graph, contextFor({ what }).context));
    if (what === "statements") return;
    for (const key of keys)
      expect(text).toContain(what === "edges" && format.id === "svg" ? key.slice(6) : key);
  });
});
