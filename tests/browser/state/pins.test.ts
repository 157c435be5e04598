import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPins, NO_PINS, parsePins } from "../../../src/browser/state/pins.ts";

const place = fc.integer({ min: -99_999, max: 99_999 });

describe("nodes put by hand", () => {
  it("come back from their text, whatever their ids", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ minLength: 1, unit: "binary" }), place, place)), (list) => {
        const pins = new Map(
          list.map(([id, x, y]) => [`actor:${id.toWellFormed()}`, { x: x + 0, y: y + 0 }]),
        );
        expect(parsePins(formatPins(pins))).toEqual(pins);
      }),
    );
  });

  it("leave out what is no place", () => {
    expect(parsePins("actor:a=1,2;actor:b=x;actor:c;=3,4;actor:d=1e9,2")).toEqual(
      new Map([["actor:a", { x: 1, y: 2 }]]),
    );
    expect(parsePins("")).toBe(NO_PINS);
  });
});
