/** The words of the Networks tab that count. */
import { describe, expect, it } from "vitest";
import { NETWORK_TEXTS } from "../../../../src/browser/panels/networks/texts.ts";

describe("how many ties are drawn", () => {
  it("is all or some of them", () => {
    expect(NETWORK_TEXTS.drawn(12, 12, 12)).toBe("All 12 ties drawn.");
    expect(NETWORK_TEXTS.drawn(596, 19_462, 596)).toBe("596 of 19,462 ties drawn.");
  });

  it("tells those that are lines from those that reach the threshold", () => {
    expect(NETWORK_TEXTS.drawn(18_143, 18_143, 2500)).toBe(
      "All 18,143 ties reach it; the 2,500 strongest are drawn. Point at a node for all of its own.",
    );
  });
});
