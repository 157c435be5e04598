import { describe, expect, it } from "vitest";
import { isTicked, lastTicked, toggled } from "../../../src/browser/legend/toggle.ts";

const ALL = ["a", "b", "c"] as const;

describe("ticking in the legend", () => {
  it("takes one away from all, and all ticked is no restriction", () => {
    expect(toggled([], ALL, "b")).toEqual(["a", "c"]);
    expect(toggled(["a", "c"], ALL, "b")).toEqual([]);
    expect(isTicked([], "a")).toBe(true);
    expect(isTicked(["b"], "a")).toBe(false);
  });

  it("keeps the last one ticked, and says which it is", () => {
    expect(toggled(["b"], ALL, "b")).toEqual(["b"]);
    expect(lastTicked(["b"], ALL)).toBe("b");
    expect(lastTicked([], ALL)).toBeNull();
    expect(lastTicked(["a", "b"], ALL)).toBeNull();
    expect(lastTicked([], ["a"])).toBeNull();
  });

  it("forgets what the list does not have", () => {
    expect(toggled(["gone", "a"] as string[], [...ALL] as string[], "b")).toEqual(["a", "b"]);
  });
});
