/** The statements behind cells: as many as are counted there, and enough to give the cell again. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computeNetwork } from "../../../src/analysis/networks/compute-network.ts";
import { cellEvidence } from "../../../src/analysis/networks/evidence.ts";
import type { NetworkQuestion } from "../../../src/analysis/networks/settings.ts";
import type { DnaDataType } from "../../../src/model/dna.ts";
import { cell, faultOf, type Line, tableOf } from "./ask.ts";

const LEVELS: readonly (readonly [DnaDataType, readonly (string | number)[]])[] = [
  ["boolean", [0, 1]],
  ["integer", [-1, 0, 1, 2]],
  ["short text", ["p", "q", "r"]],
];
const question = (rest: Partial<NetworkQuestion>): NetworkQuestion => ({
  type: "one-mode",
  rows: "org",
  columns: "concept",
  qualifier: "q",
  ...rest,
});

const someLines = fc.constantFrom(...LEVELS).chain(([type, levels]) =>
  fc.record({
    type: fc.constant(type),
    lines: fc.array(
      fc.tuple(
        fc.constantFrom("2020-01-01", "2020-01-02", "2020-01-05"),
        fc.constantFrom("A", "B", "constructor"),
        fc.constantFrom("x", "y", "__proto__"),
        fc.constantFrom(...levels),
      ),
      { minLength: 1, maxLength: 14 },
    ),
  }),
);

describe("evidence of a cell", () => {
  it("is what is counted in a two-mode cell, without duplicates, in each window", () => {
    fc.assert(
      fc.property(
        someLines,
        fc.constantFrom("include" as const, "document" as const),
        fc.constantFrom(
          {},
          { window: "days" as const, windowSize: 2 },
          { window: "events" as const, windowSize: 2 },
        ),
        ({ type, lines }, duplicates, window) => {
          const table = tableOf(lines, type);
          const asked = question({ type: "two-mode", aggregation: "ignore", duplicates, ...window });
          computeNetwork(table, asked).networks.forEach((network, at) => {
            for (const row of network.rows)
              for (const column of network.columns) {
                const behind = cellEvidence(table, asked, { row, column, frame: at + 1 });
                expect(behind.length).toBe(cell(network, row, column));
              }
          });
        },
      ),
    );
  });

  it("gives a one-mode cell again when nothing else is there, and is empty only where the cell is 0", () => {
    fc.assert(
      fc.property(
        someLines,
        fc.constantFrom("ignore" as const, "congruence" as const, "conflict" as const, "subtract" as const),
        ({ type, lines }, aggregation) => {
          // A scale is as wide as what is left of it.
          fc.pre(type !== "integer");
          const table = tableOf(lines, type);
          const asked = question({ aggregation });
          const [network] = computeNetwork(table, asked).networks;
          if (!network) return;
          for (const row of network.rows)
            for (const column of network.rows) {
              if (row === column) continue;
              const weight = cell(network, row, column);
              const behind = cellEvidence(table, asked, { row, column, frame: 1 });
              if (behind.length === 0) {
                expect(weight).toBe(0);
                continue;
              }
              const [again] = computeNetwork(
                tableOf(
                  Array.from(behind, (at) => lines[at] as Line),
                  type,
                ),
                asked,
              ).networks;
              if (again) expect(cell(again, row, column)).toBe(weight);
            }
        },
      ),
    );
  });

  it("of numbers on a scale: who is at opposite ends is not alike, who is at one place not unlike", () => {
    const table = tableOf(
      [
        ["2020-01-01", "A", "x", -1],
        ["2020-01-01", "B", "x", 1],
        ["2020-01-02", "A", "y", 0],
        ["2020-01-02", "B", "y", 0],
      ],
      "integer",
    );
    const numbers = (aggregation: "congruence" | "conflict" | "subtract") => [
      ...cellEvidence(table, question({ aggregation }), { row: "A", column: "B", frame: 1 }),
    ];
    expect(numbers("congruence")).toEqual([2, 3]);
    expect(numbers("conflict")).toEqual([0, 1]);
    expect(numbers("subtract")).toEqual([0, 1, 2, 3]);
  });

  it("is what only one of two says, where DNA counts that as conflict", () => {
    const table = tableOf(
      [
        ["2020-01-01", "A", "x", "p"],
        ["2020-01-01", "B", "x", "p"],
        ["2020-01-02", "A", "y", "q"],
      ],
      "short text",
    );
    const asked = question({ aggregation: "conflict", compat: "dna" });
    expect([...cellEvidence(table, asked, { row: "A", column: "B", frame: 1 })]).toEqual([2]);
    expect(cell(computeNetwork(table, asked).networks[0] as never, "A", "B")).toBe(1);
  });

  it("refuses a window that there is not, and knows no statements of other labels", () => {
    const table = tableOf([["2020-01-01", "A", "x", 1]]);
    expect(faultOf(() => cellEvidence(table, question({}), { row: "A", column: "A", frame: 2 }))).toMatch(
      /no window number 2/,
    );
    expect(cellEvidence(table, question({}), { row: "A", column: "Z", frame: 1 })).toHaveLength(0);
  });
});
