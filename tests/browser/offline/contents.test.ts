/** Self-contained files: nothing in their data ends an element or means something to the program. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DATA_MARK,
  fromBase64,
  offlineFile,
  PARTS,
  roughBytes,
  TITLE_MARK,
  toBase64,
} from "../../../src/browser/offline/contents.ts";

const PROGRAM = `<!doctype html><head>${TITLE_MARK}</head><body>${DATA_MARK}<script>run()</script></body>`;
const made = (title: string, address: string) =>
  offlineFile(PROGRAM, title, { address, id: "a" }, "QUJD").join("");

const startOf = (html: string): unknown =>
  JSON.parse(new RegExp(`id="${PARTS.start}">(.*?)</script>`, "s").exec(html)?.[1] ?? "");

describe("a self-contained file", () => {
  it("keeps any title and address where they belong", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "</script><script>alert(1)</script>",
        "<!--",
        "$&$1$`",
        DATA_MARK,
        TITLE_MARK,
        "</title>",
        "\u2028",
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, (title, address) => {
        const html = made(title, address);
        expect(html.match(/<script\b/g)?.length).toBe(3);
        expect(html.match(/<\/script>/g)?.length).toBe(3);
        expect(html.match(/<\/title>/g)?.length).toBe(1);
        expect(startOf(html)).toEqual({ address, id: "a" });
      }),
    );
  });

  it("refuses a program that has no place for data, or several", () => {
    expect(() => offlineFile("<html>", "t", { address: "/", id: "a" }, "")).toThrow();
    expect(() => offlineFile(PROGRAM + DATA_MARK, "t", { address: "/", id: "a" }, "")).toThrow();
  });

  it("holds bytes as text and gives them back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80_000 }), (bytes) => {
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
      { numRuns: 30 },
    );
    expect(roughBytes(1000, 0)).toBe(1000);
  });
});
