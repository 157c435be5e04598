/** Counts with their words. */
import { describe, expect, it } from "vitest";
import { counted, grouped } from "../../src/model/counted.ts";

describe("a whole number", () => {
  it("has its thousands apart", () => {
    expect([0, 999, 1000, 65_548, 870_109, 1_234_567].map(grouped)).toEqual([
      "0",
      "999",
      "1,000",
      "65,548",
      "870,109",
      "1,234,567",
    ]);
    expect(counted(6115, "statement")).toBe("6,115 statements");
  });
});

describe("a count with its word", () => {
  it("stands in the number that it asks for", () => {
    expect([0, 1, 2].map((count) => counted(count, "step"))).toEqual(["0 steps", "1 step", "2 steps"]);
    expect([1, 2].map((count) => counted(count, "edge is", "edges are"))).toEqual([
      "1 edge is",
      "2 edges are",
    ]);
  });
});
