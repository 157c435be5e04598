/** What two rows of bits share, counted by vectors, against counting word by word and against looking at each column. */
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { type BitCounter, bitCounter, byWords, wordOf } from "../../../src/analysis/networks/bit-counter.ts";

/** By row and column, the level; 0 = nothing there. */
const tables = fc
  .record({ planes: fc.integer({ min: 1, max: 5 }), columns: fc.integer({ min: 1, max: 700 }) })
  .chain(({ planes, columns }) =>
    fc.record({
      planes: fc.constant(planes),
      columns: fc.constant(columns),
      rows: fc.array(
        fc.array(fc.oneof(fc.constant(0), fc.nat(2 ** planes - 1)), {
          minLength: columns,
          maxLength: columns,
        }),
        { minLength: 1, maxLength: 4, size: "max" },
      ),
    }),
  );

function mark({ words, width }: BitCounter, rows: readonly (readonly number[])[], planes: number): void {
  rows.forEach((levels, row) => {
    levels.forEach((level, column) => {
      for (let plane = 0; plane < planes; plane += 1) {
        const at = row * width + wordOf(column, planes) + 4 * plane;
        words[at] = (words[at] as number) | (((level >> plane) & 1) << (column & 31));
      }
    });
  });
}

describe("the counter of bits", () => {
  it("counts what looking at each column does, by vectors and by words", () => {
    fc.assert(
      fc.property(tables, fc.nat(), fc.nat(), ({ planes, columns, rows }, first, last) => {
        const shape = { rows: rows.length, columns, planes };
        for (const counter of [bitCounter(shape), byWords(shape)]) {
          mark(counter, rows, planes);
          const blocks = counter.width / counter.step;
          const from = first % blocks;
          const end = from + 1 + (last % (blocks - from));
          for (let a = 0; a < rows.length; a += 1)
            for (let b = 0; b < rows.length; b += 1) {
              counter.count(a, b, from * counter.step, end * counter.step);
              const pairs = (rows[a] as number[])
                .map((level, column) => [level, rows[b]?.[column] as number] as const)
                .slice(128 * from, 128 * end)
                .filter(([mine, other]) => mine > 0 && other > 0);
              expect([...counter.found.subarray(0, 2)]).toEqual([
                pairs.length,
                pairs.filter(([mine, other]) => mine !== other).length,
              ]);
            }
        }
      }),
    );
  });

  it("starts with nothing, whatever was counted before, in a larger memory too", () => {
    for (const rows of [3, 2000, 3]) {
      const counter = bitCounter({ rows, columns: 1000, planes: 2 });
      expect(counter.words.length).toBe(rows * counter.width);
      expect(counter.words.every((word) => word === 0)).toBe(true);
      counter.words.fill(-1);
      counter.count(0, rows - 1, 0, counter.width);
      expect([...counter.found.subarray(0, 2)]).toEqual([1024, 0]);
    }
  });

  it("counts by vectors where they are known, and does without where a page forbids to compile them", async () => {
    const kernels = await import("../../../src/analysis/networks/bit-kernel.ts");
    const memory = new WebAssembly.Memory({ initial: 1 });
    expect(kernels.bitKernel(memory)).not.toBeNull();
    vi.stubGlobal("WebAssembly", {
      ...{ validate: () => true, CompileError: WebAssembly.CompileError, Instance: WebAssembly.Instance },
      Module: class {
        constructor() {
          throw new WebAssembly.CompileError("forbidden");
        }
      },
    });
    expect(kernels.bitKernel(memory)).toBeNull();
    vi.unstubAllGlobals();
  });
});
