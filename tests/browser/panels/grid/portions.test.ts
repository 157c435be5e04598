/** Rows of a grid come in portions that are small enough, and all come. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grown } from "../../../../src/browser/panels/grid/portions.ts";

describe("portions of a grid", () => {
  it("has a grid of usual size whole at once, and a large one not", () => {
    expect(grown(0, 60, 30)).toBe(60);
    expect(grown(0, 150, 150)).toBeLessThan(20);
  });

  it("comes to all rows, by at most so many cells or one row", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(5000), (rows, columns) => {
        let there = 0;
        while (there < rows) {
          const next = grown(there, rows, columns);
          expect(next).toBeGreaterThan(there);
          expect(next - there === 1 || (next - there) * columns <= 2000).toBe(true);
          there = next;
        }
        expect(there).toBe(rows);
        expect(grown(there, rows, columns)).toBe(rows);
      }),
    );
  });
});
