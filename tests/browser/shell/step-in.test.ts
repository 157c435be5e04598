import { describe, expect, it } from "vitest";
import { stepIn } from "../../../src/browser/shell/step-in.ts";

/** Places after each key. */
function walk(rows: readonly unknown[], from: number, keys: readonly string[]): readonly number[] {
  let at = from;
  return keys.map((key) => {
    at = stepIn(rows, at, key) ?? -1;
    return at;
  });
}

describe("keys in a group of controls", () => {
  it("go through a line both ways, round and round", () => {
    const line = [null, null, null];
    expect(walk(line, 0, ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft"])).toEqual([1, 2, 0, 2]);
    expect(walk(line, 0, ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"])).toEqual([1, 2, 0, 2]);
    expect(walk(line, 1, ["End", "Home"])).toEqual([2, 0]);
  });

  it("go from row to row, staying at their place as far as there is one", () => {
    // Two controls in the first and third row, one in the second.
    const rows = ["a", "a", "b", "c", "c"];
    expect(walk(rows, 1, ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"])).toEqual([2, 3, 0, 3]);
    expect(walk(rows, 0, ["ArrowUp", "ArrowUp", "ArrowUp"])).toEqual([3, 2, 0]);
    expect(walk(rows, 1, ["ArrowRight", "ArrowRight"])).toEqual([2, 3]);
    expect(walk(rows, 4, ["ArrowDown"])).toEqual([1]);
  });

  it("leave other keys alone, and a single control where it is", () => {
    expect(stepIn([null, null], 0, "a")).toBeNull();
    expect(stepIn([null, null], 0, "Tab")).toBeNull();
    for (const key of ["ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight"])
      expect(stepIn([null], 0, key)).toBe(0);
  });
});
