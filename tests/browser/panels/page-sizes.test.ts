import { describe, expect, it } from "vitest";
import { pageSize, shownIn } from "../../../src/browser/panels/statements/page-sizes.ts";

describe("how many statements are shown at a time", () => {
  it("begins with few and grows to a bound", () => {
    expect([0, 1, 2, 3, 50].map(pageSize)).toEqual([20, 40, 60, 60, 60]);
  });

  it("adds up", () => {
    expect([0, 1, 2, 3].map(shownIn)).toEqual([0, 20, 60, 120]);
  });
});
