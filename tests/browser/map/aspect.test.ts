import { describe, expect, it } from "vitest";
import { keptAspect, keptRoom, roomAbove } from "../../../src/browser/map/aspect.ts";

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

describe("the room that a ring is drawn out to", () => {
  it("stays while what opens around the map leaves enough of it", () => {
    const before = { width: 900, height: 500 };
    expect(keptRoom(null, before)).toBe(before);
    expect(keptRoom(before, { width: 700, height: 600 })).toBe(before);
    expect(keptRoom(before, { width: 900, height: 440 })).toEqual({ width: 900, height: 440 });
    expect(keptRoom(before, { width: 500, height: 500 })).toEqual({ width: 500, height: 500 });
  });
});

describe("the room above a map", () => {
  it("counts notes and buttons together where details push the ones below the others", () => {
    expect(roomAbove({ top: 50, notes: 32, controls: 34 }, 0)).toBe(50);
    expect(roomAbove({ top: 50, notes: 32, controls: 34 }, 290)).toBeGreaterThanOrEqual(54 + 32);
    expect(roomAbove({ top: 50, notes: 0, controls: 34 }, 290)).toBe(50);
    // Buttons in a column at the side are no matter of the upper edge.
    expect(roomAbove({ top: 50, notes: 32, controls: 0 }, 290)).toBe(50);
  });
});
