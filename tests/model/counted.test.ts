/** Counts with their words. */
import { describe, expect, it } from "vitest";
import { counted } from "../../src/model/counted.ts";

describe("a count with its word", () => {
  it("stands in the number that it asks for", () => {
    expect([0, 1, 2].map((count) => counted(count, "step"))).toEqual(["0 steps", "1 step", "2 steps"]);
    expect([1, 2].map((count) => counted(count, "edge is", "edges are"))).toEqual([
      "1 edge is",
      "2 edges are",
    ]);
  });
});
