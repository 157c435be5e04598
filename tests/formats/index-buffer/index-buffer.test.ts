/** The buffer of an index: nothing is lost on the way, and nothing that was damaged is believed. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { xxHash32 } from "../../../src/formats/columns/checksum.ts";
import { fromBuffer, toBuffer } from "../../../src/formats/index-buffer/index-buffer.ts";
import { AT } from "../../../src/formats/index-buffer/layout.ts";
import { buildStatementIndex, type StatementIndex } from "../../../src/graph/statement-index.ts";
import type { Dataset } from "../../../src/model/dataset.ts";
import { Fault } from "../../../src/model/problem.ts";
import { houseIndex } from "../../support/house.ts";
import { riversDataset } from "../../support/rivers.ts";
import { tinyDataset } from "../../support/tiny-dataset.ts";

const faultOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
  return "none";
};

const plain = ({ dataset, adjacency, ...columns }: StatementIndex) => ({
  ...columns,
  rolled: (["none", "body", "top"] as const).map((rollup) => adjacency(rollup)),
});

const plainDataset = ({ columns, statements, statementById, ...tables }: Dataset) => ({
  ...tables,
  statements: [...statements],
  found: statements.map(({ id }) => statementById.get(id)?.id),
});

function expectSame(one: StatementIndex, other: StatementIndex): void {
  expect(plain(other)).toEqual(plain(one));
  expect(plainDataset(other.dataset)).toEqual(plainDataset(one.dataset));
}

/** The buffer with a change that its checksum agrees with. */
function forged(
  buffer: ArrayBufferLike,
  change: (words: Uint32Array, bytes: Uint8Array) => void,
): ArrayBufferLike {
  const copy = buffer.slice(0);
  const words = new Uint32Array(copy);
  change(words, new Uint8Array(copy));
  words[AT.checksum] = xxHash32(words.subarray(AT.checksum + 1), xxHash32(words.subarray(0, AT.checksum), 0));
  return copy;
}

describe("an index in a buffer", () => {
  it("comes back as it was, from records and from a package", () => {
    for (const index of [buildStatementIndex(riversDataset()), houseIndex()]) {
      const again = fromBuffer(toBuffer(index));
      expectSame(index, again);
      expectSame(index, fromBuffer(toBuffer(again)));
    }
  });

  it("lies in the buffer, shared or not, and is not copied", () => {
    const shared = toBuffer(houseIndex(), (bytes) => new SharedArrayBuffer(bytes));
    const { flags, dataset } = fromBuffer(shared);
    expect(flags.buffer).toBe(shared);
    expect(dataset.statements[0]).toEqual(houseIndex().dataset.statements[0]);
  });

  it("keeps hostile ids, further columns and odd texts", () => {
    const text = fc
      .string({ unit: "grapheme-composite", maxLength: 12 })
      .filter((each) => each.isWellFormed());
    const id = fc.oneof(fc.constantFrom("constructor", "__proto__", "~map", "~set"), text);
    const statement = fc.record({
      actor: fc.constantFrom("constructor", "__proto__", "é"),
      issue: fc.constantFrom("~map", "😀"),
      summary: text,
      condition: text,
      date: fc.constantFrom("", "2020", "2020-02", "2020-02-29"),
      start: fc.option(fc.maxSafeNat()),
      confidence: fc.option(fc.double({ min: 0, max: 1, noNaN: true }).map((n) => n + 0)),
      offTopic: fc.boolean(),
      extra: fc
        .array(
          fc.tuple(
            id,
            text.filter((each) => each !== ""),
          ),
        )
        .map((cells) => new Map(cells)),
    });
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 12 }), (statements) => {
        const index = buildStatementIndex(
          tinyDataset({ actors: ["constructor", "__proto__", "é"], issues: ["~map", "😀"], statements }),
        );
        expectSame(index, fromBuffer(toBuffer(index)));
      }),
    );
  });

  it("is refused when a byte of it changed or is missing", () => {
    const buffer = toBuffer(buildStatementIndex(riversDataset()));
    fc.assert(
      fc.property(fc.nat(buffer.byteLength - 1), fc.integer({ min: 1, max: 255 }), (at, bits) => {
        const copy = buffer.slice(0);
        const bytes = new Uint8Array(copy);
        bytes[at] = (bytes[at] as number) ^ bits;
        expect(["index-damaged", "index-version", "index-order"]).toContain(faultOf(() => fromBuffer(copy)));
      }),
    );
    fc.assert(
      fc.property(fc.nat(buffer.byteLength - 1), (length) => {
        expect(faultOf(() => fromBuffer(buffer.slice(0, length)))).toBe("index-damaged");
      }),
    );
    const longer = new Uint8Array(buffer.byteLength + 8);
    longer.set(new Uint8Array(buffer));
    expect(faultOf(() => fromBuffer(longer.buffer))).toBe("index-damaged");
  });

  it("says what it cannot read: other versions, other machines, lengths and numbers that lead out of it", () => {
    const buffer = toBuffer(buildStatementIndex(riversDataset()));
    const code = (change: (words: Uint32Array, bytes: Uint8Array) => void): string =>
      faultOf(() => fromBuffer(forged(buffer, change)));
    const set =
      (place: number, value: number) =>
      (words: Uint32Array): void => {
        words[place] = value;
      };
    expect(code(set(AT.version, 2))).toBe("index-version");
    expect(code((_, bytes) => bytes.subarray(4, 8).reverse())).toBe("index-order");
    expect(code(set(AT.order, 7))).toBe("index-damaged");
    expect(code(set(AT.magic, 7))).toBe("index-damaged");
    expect(code(set(AT.lengthHigh, 1))).toBe("index-damaged");
    expect(code(set(AT.lengthLow, 8))).toBe("index-damaged");
    expect(code(set(AT.arrays, 0xffff_ffff))).toBe("index-damaged");
    expect(code(set(AT.arrays, 3))).toBe("index-damaged");
    // The first array is the head, the second the coded ends of the edges.
    expect(code(set(AT.header, 9))).toBe("index-damaged");
    expect(code(set(AT.header, 4))).toBe("index-damaged");
    expect(code(set(AT.header + 1, 0xffff_ffff))).toBe("index-damaged");
    expect(code(set(AT.header + 3, 1))).toBe("index-damaged");
    fc.assert(
      fc.property(fc.nat(buffer.byteLength / 4 - 1), fc.integer(), (at, value) => {
        expect(["none", "index-damaged", "index-version", "index-order"]).toContain(code(set(at, value)));
      }),
    );
  });
});
