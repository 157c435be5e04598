/** Dictionaries of bytes against maps of texts, and the search for doubled cells against a set. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ByteDictionary, type CellPlaces } from "../../../src/dataset/columns/byte-dictionary.ts";
import { hasDoubles } from "../../../src/dataset/columns/doubles.ts";
import { viewOf } from "../../../src/dataset/columns/words.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Cells that are alike, short and long; none is empty or has a NUL, as in files. */
const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", "b", "é"), minLength: 1, maxLength: 4 }),
  fc.string({ unit: fc.constantFrom("a", "b"), minLength: 10, maxLength: 15 }),
  fc.string({ unit: "binary", minLength: 1, maxLength: 40 }).map((text) => text.replaceAll("\0", "0")),
);

/** Codes by a map: the numbers of the distinct texts in the order in which they come. */
function codesOf(cells: readonly string[]): number[] {
  const known = new Map<string, number>();
  return cells.map((text) => {
    const code = known.get(text) ?? known.size + 1;
    known.set(text, code);
    return code;
  });
}

/** Cells one behind the other in a file of their own, the last at its very end; those with quotes as CSV doubles them. */
function fileOf(cells: readonly string[]): { readonly bytes: DataView; readonly places: CellPlaces } {
  const texts = cells.map((text) => encoder.encode(text.replaceAll('"', '""')));
  const bytes = new Uint8Array(texts.reduce((sum, { length }) => sum + length, 0));
  const [rows, begins, ends] = [texts, texts, texts].map(() => new Int32Array(cells.length)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  let begin = 0;
  texts.forEach((text, at) => {
    bytes.set(text, begin);
    const end = begin + text.length;
    [rows[at], begins[at], ends[at]] = [at, begin, cells[at]?.includes('"') ? -1 - end : end];
    begin = end;
  });
  return { bytes: viewOf(bytes), places: { rows, begins, ends } };
}

describe("dictionaries of bytes", () => {
  it("give cells the codes that a map of texts gives, one by one and all at once", () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 300 }), (texts) => {
        const cells = texts.map((text) => decoder.decode(encoder.encode(text)));
        const codes = codesOf(cells);
        const single = new ByteDictionary();
        expect(cells.map((text) => single.code(encoder.encode(text)))).toEqual(codes);
        const { bytes, places } = fileOf(cells);
        const [begin, end] = [Math.floor(cells.length / 3), cells.length];
        const whole = new ByteDictionary();
        const out = new Int32Array(cells.length);
        expect(whole.internAll(bytes, places, 0, begin, out)).toBe(true);
        const rest = new Int32Array(cells.length);
        expect(whole.internAll(bytes, places, begin, end, rest)).toBe(true);
        expect([...out.subarray(0, begin), ...rest.subarray(0, end - begin)]).toEqual(codes);
        const again = ByteDictionary.of(whole.cells());
        cells.forEach((text, at) => {
          expect(decoder.decode(whole.bytes(codes[at] ?? 0))).toBe(text);
          expect(again.find(encoder.encode(text))).toBe(codes[at]);
          expect(again.find(encoder.encode(`${text}\0`))).toBe(0);
        });
      }),
    );
  });

  it("tell zeros at the end from no bytes", () => {
    const dictionary = new ByteDictionary();
    const cells = ["a", "a\0", "a\0\0", "\0", "\0\0"].map((text) => encoder.encode(text));
    expect(cells.map((bytes) => dictionary.code(bytes))).toEqual([1, 2, 3, 4, 5]);
    expect(cells.map((bytes) => dictionary.find(bytes))).toEqual([1, 2, 3, 4, 5]);
  });

  it("grow with thousands of cells", () => {
    const dictionary = new ByteDictionary();
    const cells = Array.from({ length: 20_000 }, (_, at) =>
      encoder.encode(`${at % 3 ? "n" : "a longer name "}${at}`),
    );
    const codes = cells.map((_, at) => at + 1);
    expect(cells.map((bytes) => dictionary.code(bytes))).toEqual(codes);
    expect(cells.map((bytes) => dictionary.find(bytes))).toEqual(codes);
  });
});

describe("doubled cells", () => {
  const heapOf = (cells: readonly string[]) => {
    const dictionary = new ByteDictionary();
    for (const text of cells) dictionary.addBytes(encoder.encode(text));
    return dictionary.cells();
  };

  it("are found as a set finds them, in order or not", () => {
    const sorted = (cells: readonly string[]): string[] =>
      cells.toSorted((one, other) => one.length - other.length || (one < other ? -1 : 1));
    const ids = fc.array(
      fc.string({ unit: fc.constantFrom("a", "b", "1", "2"), minLength: 1, maxLength: 5 }),
    );
    fc.assert(
      fc.property(ids, fc.boolean(), fc.boolean(), (cells, ordered, distinct) => {
        const chosen = distinct ? [...new Set(cells)] : cells;
        const given = ordered ? sorted(chosen) : chosen;
        expect(hasDoubles(heapOf(given))).toBe(new Set(given).size < given.length);
      }),
    );
  });
});
