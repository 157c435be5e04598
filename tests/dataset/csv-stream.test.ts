/** CSV in parts gives the records and faults of CSV in one piece, wherever it is cut. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsvFault, type CsvRecord, MAX_CELL, parseCsv } from "../../src/dataset/csv.ts";
import { CsvStream, MAX_RECORD } from "../../src/dataset/csv-stream.ts";

function inParts(parts: readonly string[], separator?: string) {
  const [records, faults]: [CsvRecord[], CsvFault[]] = [[], []];
  const stream = new CsvStream(faults, (record) => records.push(record), separator);
  for (const part of parts) stream.push(part, false);
  stream.push("", true);
  return { records, faults };
}

const messy = fc
  .array(fc.constantFrom("a", "é", ",", '"', '""', "\n", "\r", "\r\n", "\0", ";", '"x,\ny"', ",,"), {
    maxLength: 40,
  })
  .map((parts) => parts.join(""));

describe("CSV in parts", () => {
  it("is CSV in one piece", () => {
    fc.assert(
      fc.property(messy, fc.array(fc.nat(60), { maxLength: 6 }), (text, cuts) => {
        const places = [
          0,
          ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b),
          text.length,
        ];
        const parts = places.slice(1).map((to, at) => text.slice(places[at], to));
        expect(inParts(parts)).toEqual(parseCsv(text));
      }),
      { numRuns: 2000 },
    );
  });

  it("takes another separator", () => {
    expect(inParts(['a;"b;', '"";c"\n1,', "5;2\n"], ";").records).toEqual([
      { line: 1, cells: ["a", 'b;";c'] },
      { line: 2, cells: ["1,5", "2"] },
    ]);
  });

  it("says a quote that is never closed once the cell is too large, and goes on in the next line", () => {
    const filler = Array.from({ length: 30 }, () => `${"x".repeat(MAX_CELL / 20)}\n`);
    const { records, faults } = inParts(['a,"b\n', ...filler, "c,d\n"]);
    expect(faults).toMatchObject([{ code: "unclosed-quote", line: 1, cell: 1 }]);
    expect(records).toHaveLength(32);
    expect(records[0]).toEqual({ line: 1, cells: ["a", "b"] });
    expect(records.at(-1)).toEqual({ line: 32, cells: ["c", "d"] });
  });

  it("gives up on a row without end", () => {
    const part = "x,".repeat(MAX_CELL);
    const { records, faults } = inParts(["a\n", ...Array.from({ length: 24 }, () => part), "\nb\n"]);
    expect(faults).toMatchObject([{ code: "cell-too-large", line: 2 }]);
    expect(faults[0]?.message).toContain(String(MAX_RECORD));
    expect(records.map(({ line }) => line)).toEqual([1, 2]);
  });
});
