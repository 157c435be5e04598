import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CellFault, joinList, parseCell, splitList } from "../../src/dataset/cells.ts";
import { csvLine, MAX_CELL, parseCsv } from "../../src/dataset/csv.ts";
import { tableOf } from "../../src/dataset/tables.ts";
import { decodeUtf8 } from "../../src/dataset/utf8.ts";

const piece = fc.oneof(
  fc.constantFrom('"', ",", "\n", "\r\n", "a", "", "é", '""'),
  fc.string({ maxLength: 4 }),
);
const cell = fc.array(piece, { maxLength: 4 }).map((parts) => parts.join("").replaceAll("\0", ""));
const rows = fc
  .integer({ min: 2, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));

describe("parseCsv", () => {
  it("agrees with csv-parse on what csv-stringify and we write", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom("\n", "\r\n"), (table, eol) => {
        for (const written of [
          table.map(csvLine).join(""),
          stringify(table, { record_delimiter: eol, quoted: true }),
        ]) {
          const { records, faults } = parseCsv(written);
          expect(faults).toEqual([]);
          expect(records.map(({ cells }) => cells)).toEqual(table);
          expect(parse(written, { record_delimiter: ["\r\n", "\n"] })).toEqual(table);
        }
      }),
    );
  });

  it("quotes no more than it must, as csv-stringify does", () => {
    fc.assert(
      fc.property(rows, (table) => {
        // csv-stringify leaves a lone CR bare, which many readers take for a line's end.
        fc.pre(!table.flat().some((text) => /\r/.test(text)));
        expect(table.map(csvLine).join("")).toBe(stringify(table));
      }),
    );
  });

  it("says on which line each record begins", () => {
    const { records } = parseCsv('a,b\r\n"1\n2\r\n3",x\ry,z\n\nlast,"');
    expect(records.map(({ line }) => line)).toEqual([1, 2, 5, 6, 7]);
  });

  it("goes on after a cell that is never closed", () => {
    const { records, faults } = parseCsv('a,b\n1,"open\n2,ok\n3,ok\n');
    expect(records.map(({ cells }) => cells)).toEqual([
      ["a", "b"],
      ["1", "open"],
      ["2", "ok"],
      ["3", "ok"],
    ]);
    expect(faults).toMatchObject([{ code: "unclosed-quote", line: 2, cell: 1 }]);
  });

  it("never throws, and loses no line", () => {
    fc.assert(
      fc.property(
        fc.array(piece).map((parts) => parts.join("")),
        (text) => {
          const { records } = parseCsv(text);
          const lines = records.map(({ line }) => line);
          expect(lines).toEqual([...new Set(lines)].toSorted((a, b) => a - b));
          expect(records.length === 0).toBe(text === "");
        },
      ),
    );
  });

  it("takes the longest cell and refuses a longer one", () => {
    expect(parseCsv("x".repeat(MAX_CELL)).faults).toEqual([]);
    const { records, faults } = parseCsv(`a,${"x".repeat(MAX_CELL + 1)}\nb,c`);
    expect(faults).toMatchObject([{ code: "cell-too-large", line: 1, cell: 1 }]);
    expect(records[0]?.cells).toEqual(["a", ""]);
  });

  it.each(['"a\0"', "a\0", '"a\0', '"a"\0'])("sees NUL in %j", (text) => {
    expect(parseCsv(text).faults.map(({ code }) => code)).toContain("nul-character");
  });
});

describe("lists", () => {
  it("come back as they were", () => {
    const part = fc
      .array(fc.constantFrom("\\", ";", "a", " ", "not:"), { minLength: 1, maxLength: 6 })
      .map((x) => x.join("").trim());
    fc.assert(
      fc.property(fc.array(part.filter(Boolean), { minLength: 1 }), (items) => {
        expect(splitList(joinList(items))).toEqual(items);
      }),
    );
  });
  it("are written back as they were read, without blanks around items", () => {
    expect(splitList(" a ; b\\;c;d\\e")).toEqual(["a", "b;c", "d\\e"]);
    expect(joinList(["a", "b;c", "d\\e", "f\\"])).toBe("a;b\\;c;d\\e;f\\\\");
  });
  it.each([";", "a;", "a;;b", " ;a"])("refuse the empty item of %j", (text) => {
    expect(splitList(text)).toBeInstanceOf(CellFault);
  });
});

describe("cells", () => {
  const column = (name: string) => {
    const found = tableOf("statements").columns.find((candidate) => candidate.name === name);
    if (!found) throw new Error(name);
    return found;
  };
  it.each([
    ["start", "12", 12],
    ["start", "12.0", 12],
    ["confidence", ".5", 0.5],
    ["confidence", "1e-3", 0.001],
    ["confidence", "-0", 0],
  ])("%s %s is %d", (name, text, value) => expect(parseCell(column(name), text)).toBe(value));
  it.each([
    ["start", "1e3"],
    ["start", " 1"],
    ["start", "9007199254740993"],
    ["confidence", "Infinity"],
    ["confidence", "NaN"],
    ["confidence", "0,5"],
  ])("%s %j is refused", (name, text) => expect(parseCell(column(name), text)).toBeInstanceOf(CellFault));
  it("clips what it says about a long value and escapes what cannot be seen", () => {
    const fault = parseCell(column("voice"), `\u0007\u202e${"x".repeat(5000)}`) as CellFault;
    expect(fault.message.length).toBeLessThan(160);
    expect(fault.message).toContain("\\u0007\\u202e");
  });
});

describe("decodeUtf8", () => {
  it("agrees with the platform on what is UTF-8, and finds the first bad byte", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), fc.string({ unit: "binary" }), (tail, head) => {
        const start = new TextEncoder().encode(head.replaceAll("\0", ""));
        const data = Uint8Array.from([65, 66, 67, ...start, ...tail.map((byte) => byte || 1)]);
        const good = (to: number): boolean => {
          try {
            new TextDecoder("utf-8", { fatal: true }).decode(data.subarray(0, to), {
              stream: to < data.length,
            });
            return true;
          } catch {
            return false;
          }
        };
        const { fault } = decodeUtf8(data);
        expect(fault === null).toBe(good(data.length));
        if (fault === null) return;
        const at = Number(/offset (\d+)/.exec(fault)?.[1]);
        // What stands before the place is whole characters; the next character is not.
        new TextDecoder("utf-8", { fatal: true }).decode(data.subarray(0, at));
        expect(
          [1, 2, 3, 4].some(
            (size) => at + size <= data.length && wholeCharacter(data.subarray(at, at + size)),
          ),
        ).toBe(false);
      }),
    );
  });
  it("drops a byte order mark", () => {
    expect(decodeUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toMatchObject({ text: "a", fault: null });
  });
});

function wholeCharacter(data: Uint8Array): boolean {
  try {
    return [...new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data)].length === 1;
  } catch {
    return false;
  }
}
