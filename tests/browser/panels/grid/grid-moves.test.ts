import { describe, expect, it } from "vitest";
import { moved } from "../../../../src/browser/panels/grid/grid-moves.ts";

const shape = {
  rows: 5,
  columns: 4,
  isFull: ({ row, column }: { row: number; column: number }) => row === column,
};
const press = (row: number, column: number, key: string, ctrlKey = false) => {
  const to = moved({ row, column }, { key, ctrlKey }, shape);
  return to && [to.row, to.column];
};

describe("keys in a grid", () => {
  it("go one cell, and into the headers", () => {
    expect(press(1, 1, "ArrowRight")).toEqual([1, 2]);
    expect(press(0, 0, "ArrowUp")).toEqual([-1, 0]);
    expect(press(0, 0, "ArrowLeft")).toEqual([0, -1]);
  });
  it("stop at the borders and keep out of the corner", () => {
    expect(press(4, 3, "ArrowDown")).toBeNull();
    expect(press(4, 3, "ArrowRight")).toBeNull();
    expect(press(-1, 0, "ArrowLeft")).toBeNull();
    expect(press(0, -1, "ArrowUp")).toBeNull();
  });
  it("go along the row and to the first and last cell", () => {
    expect(press(2, 2, "Home")).toEqual([2, -1]);
    expect(press(2, 2, "End")).toEqual([2, 3]);
    expect(press(2, 2, "Home", true)).toEqual([0, 0]);
    expect(press(2, 2, "End", true)).toEqual([4, 3]);
    expect(press(-1, 2, "Home")).toEqual([-1, 0]);
  });
  it("go by pages", () => {
    expect(press(1, 1, "PageDown")).toEqual([4, 1]);
    expect(press(4, 1, "PageUp")).toEqual([0, 1]);
  });
  it("go to the next filled cell with Ctrl", () => {
    expect(press(0, 2, "ArrowDown", true)).toEqual([2, 2]);
    expect(press(3, 0, "ArrowRight", true)).toEqual([3, 3]);
    expect(press(2, 2, "ArrowRight", true)).toBeNull();
  });
  it("leave other keys alone", () => {
    expect(press(1, 1, "a")).toBeNull();
  });
});
