import { describe, expect, it } from "vitest";
import { draggedHeight, FOLDED, restingHeight } from "../../../src/browser/shell/sheet-height.ts";

describe("the sheet under the thumb", () => {
  it("follows a drag, between its heading and four fifths of the page", () => {
    expect(draggedHeight(370, 100, 844)).toBe(470);
    expect(draggedHeight(370, -100, 844)).toBe(270);
    expect(draggedHeight(370, 900, 844)).toBe(675);
    expect(draggedHeight(370, -900, 844)).toBe(FOLDED);
  });

  it("folds when it is let go near the edge, and stays where it is otherwise", () => {
    expect(restingHeight(90)).toEqual({ folded: true, height: null });
    expect(restingHeight(300)).toEqual({ folded: false, height: 300 });
  });
});
