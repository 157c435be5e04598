import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ORDERS } from "../../../../src/browser/panels/matrix/order.ts";
import {
  formatMatrixSettings,
  MATRIX_KINDS,
  MOST,
  parseMatrixSettings,
} from "../../../../src/browser/panels/matrix/settings.ts";

describe("settings of the matrix", () => {
  it("come back from their text; the usual ones have none", () => {
    expect(formatMatrixSettings(parseMatrixSettings(""))).toBe("");
    fc.assert(
      fc.property(
        fc.record({
          kind: fc.constantFrom(...MATRIX_KINDS),
          order: fc.constantFrom(...ORDERS),
          headings: fc.boolean(),
          most: fc.integer({ min: 1, max: 20 }).map((times) => times * MOST),
        }),
        (settings) => {
          expect(parseMatrixSettings(formatMatrixSettings(settings))).toEqual(settings);
        },
      ),
    );
  });

  it.each(["order=sideways", "cells=", "most=-1", "most=1e9", "most=3", "headings", "%", "a=b;;=c"])(
    "%s is the usual",
    (text) => expect(formatMatrixSettings(parseMatrixSettings(text))).toBe(""),
  );

  it("draw no more than a page can hold", () => {
    expect(parseMatrixSettings("most=99999").most).toBe(20 * MOST);
  });
});
