import { describe, expect, it } from "vitest";
import { keptAspect } from "../../../src/browser/map/aspect.ts";

describe("the proportions that a small map is laid out for", () => {
  it("stay when something opens or closes around the map", () => {
    expect(keptAspect(0.67, 0.55)).toBe(0.67);
    expect(keptAspect(0.55, 0.67)).toBe(0.55);
  });

  it("are new at first, and when the phone is turned", () => {
    expect(keptAspect(null, 0.55)).toBe(0.55);
    expect(keptAspect(0.55, 3)).toBe(3);
    expect(keptAspect(3, 0.55)).toBe(0.55);
  });
});
