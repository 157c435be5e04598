import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RowHeights } from "../../../src/browser/panels/table/row-heights.ts";
import { formatTableSettings, parseTableSettings } from "../../../src/browser/panels/table/settings.ts";

describe("heights of rows", () => {
  it("agree with adding them up, whatever is measured and however the table grows", () => {
    const step = fc.oneof(
      fc.record({
        type: fc.constant("measure" as const),
        row: fc.nat(40),
        height: fc.integer({ min: 1, max: 300 }),
      }),
      fc.record({ type: fc.constant("resize" as const), count: fc.nat(40) }),
      fc.record({ type: fc.constant("ask" as const), at: fc.nat(40) }),
      fc.record({ type: fc.constant("reset" as const) }),
    );
    fc.assert(
      fc.property(fc.nat(40), fc.array(step, { maxLength: 30 }), (count, steps) => {
        const heights = new RowHeights(count, 50);
        let plain = new Array<number>(count).fill(50);
        for (const one of steps) {
          if (one.type === "measure") {
            heights.measured(one.row, one.height);
            if (one.row < plain.length) plain[one.row] = one.height;
          } else if (one.type === "resize") {
            heights.resize(one.count);
            plain = Array.from({ length: one.count }, (_, at) => plain[at] ?? 50);
          } else if (one.type === "reset") {
            heights.reset();
            plain.fill(50);
          } else {
            const top = plain.slice(0, one.at).reduce((sum, height) => sum + height, 0);
            expect(heights.top(one.at)).toBe(top);
            if (one.at < plain.length) expect(heights.rowAt(top + 0.5)).toBe(one.at);
          }
        }
        expect(heights.count).toBe(plain.length);
        expect(heights.top(plain.length)).toBe(plain.reduce((sum, height) => sum + height, 0));
      }),
    );
  });

  it("find the first and the last row for places beyond the edges", () => {
    const heights = new RowHeights(3, 10);
    expect([heights.rowAt(-5), heights.rowAt(1e9)]).toEqual([0, 2]);
    expect(new RowHeights(0, 10).rowAt(5)).toBe(0);
  });
});

describe("settings of the table", () => {
  it("come back from their text", () => {
    const settings = {
      columns: ["actor", "x:a b"],
      sorting: { by: "date", descending: true },
      text: "a;b=c",
    };
    expect(parseTableSettings(formatTableSettings(settings))).toEqual(settings);
    expect(parseTableSettings("")).toEqual({ columns: null, sorting: null, text: "" });
    expect(formatTableSettings(parseTableSettings(""))).toBe("");
  });
});
