/** The place of the first bad byte, against the platform's own strict decoder. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstBadByte, unfinished } from "../../../src/formats/read/utf8.ts";

const isWell = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};
const edge = fc.constantFrom(
  ...[0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xee],
  ...[0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff],
);
const bytes = fc.array(edge, { maxLength: 8 }).map((list) => Uint8Array.from(list));

describe("UTF-8", () => {
  it("is good up to the first bad byte, and not with the next", () => {
    fc.assert(
      fc.property(bytes, (all) => {
        const at = firstBadByte(all);
        expect(at < 0).toBe(isWell(all));
        if (at < 0) return;
        expect(isWell(all.subarray(0, at))).toBe(true);
        for (let end = at + 1; end <= all.length; end++) expect(isWell(all.subarray(0, end))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it("knows a character that is cut off at the end", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 6 }), fc.nat(), (text, cut) => {
        const all = new TextEncoder().encode(text.toWellFormed());
        const end = cut % (all.length + 1);
        expect(isWell(all.subarray(0, end - unfinished(all, end)))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
