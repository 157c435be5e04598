import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checksumOf, xxHash32 } from "../../../src/formats/columns/checksum.ts";
import { decodeColumns } from "../../../src/formats/columns/decode.ts";
import { encodeColumns } from "../../../src/formats/columns/encode.ts";
import { AT } from "../../../src/formats/columns/layout.ts";
import { pictureOfColumns } from "../../../src/formats/columns/picture.ts";
import { EDGE_FIELDS, type Field, NODE_FIELDS } from "../../../src/formats/columns/schema.ts";
import { wellFormed } from "../../../src/formats/columns/strings.ts";
import { finite } from "../../../src/formats/columns.ts";
import { serializeGraph } from "../../../src/formats/graph-json.ts";
import type { PictureGraph } from "../../../src/model/graph.ts";
import { Fault } from "../../../src/model/problem.ts";
import { DEFAULT_VIEW } from "../../../src/model/view.ts";
import { applyView } from "../../../src/view/apply-view.ts";
import { houseIndex } from "../../support/house.ts";
import { edge, node, picture } from "../fixture.ts";
import { hostilePicture } from "../hostile.ts";

const small = (): PictureGraph =>
  picture(
    [node("actor:a", { x: 1.25, "x:colour": "blue" }), node("issue:b", { aliases: ["B", "b"] })],
    [
      edge("s1", ["actor:a", "issue:b"], { spells: [["2025-01-01", "2025-01-31"]] }),
      edge("s2", ["actor:a", "issue:b"], { statements: ["s2", "s3"], spells: [] }),
    ],
  );

/** All that a picture holds, as plain values. */
const whole = (graph: PictureGraph) => ({
  attributes: graph.attributes,
  type: graph.type,
  order: graph.order,
  size: graph.size,
  nodes: [...graph.nodes()],
  edges: [...graph.edges()],
});

/** What survives: half characters are replaced, and numbers that JSON cannot say are cut or left out. */
function expected(graph: PictureGraph) {
  const text = (value: unknown): unknown =>
    typeof value === "string" ? wellFormed(value) : Array.isArray(value) ? value.map(text) : value;
  const attributes = (given: object, fields: readonly Field[]) =>
    Object.fromEntries(
      Object.entries(given).flatMap(([name, value]) => {
        const field = fields.find((each) => each.name === name);
        if (typeof value !== "number") return [[wellFormed(name), text(value)]];
        // Adding 0 makes of −0 the 0 that JSON would make of it.
        if (field?.required) return [[name, finite(value, field.otherwise) + 0]];
        return Number.isFinite(value) ? [[name, value + 0]] : [];
      }),
    );
  return {
    ...whole(graph),
    nodes: [...graph.nodes()].map(({ key, attributes: own }) => ({
      key: wellFormed(key),
      attributes: attributes(own, NODE_FIELDS),
    })),
    edges: [...graph.edges()].map(({ key, source, target, attributes: own }) => ({
      key: wellFormed(key),
      source: wellFormed(source),
      target: wellFormed(target),
      attributes: attributes(own, EDGE_FIELDS),
    })),
  };
}

const roundTrip = (graph: PictureGraph) => whole(pictureOfColumns(decodeColumns(encodeColumns(graph))));

/** Writes the checksum anew, as a forger would. */
function sealed(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint32(AT.checksum, checksumOf(copy), true);
  return copy;
}

/** Reads everything there is to read, or gives the fault. */
function readAll(bytes: Uint8Array): unknown {
  try {
    return whole(pictureOfColumns(decodeColumns(bytes)));
  } catch (error) {
    expect(error).toBeInstanceOf(Fault);
    expect((error as Fault).code).toBe("columns-damaged");
    return error;
  }
}

describe("columns", () => {
  it("give back the picture of the house dataset", () => {
    const index = houseIndex();
    for (const projection of ["bundled", "statements", "agreement"] as const) {
      const { graph } = applyView(index, { ...DEFAULT_VIEW, projection });
      expect(roundTrip(graph)).toEqual(whole(graph));
      const json = JSON.stringify(serializeGraph(graph));
      expect(encodeColumns(graph).length * 2).toBeLessThan(new TextEncoder().encode(json).length);
    }
  });

  it("give back a picture without nodes", () => {
    const empty = picture([], []);
    expect(roundTrip(empty)).toEqual(whole(empty));
  });

  it("give back any picture, but for what no UTF-8 and no JSON can say", () => {
    fc.assert(
      fc.property(hostilePicture, (graph) => {
        const keys = [...graph.nodes()].map(({ key }) => wellFormed(key));
        fc.pre(new Set(keys).size === keys.length);
        const names = new Set([...graph.nodes()].flatMap(({ attributes }) => Object.keys(attributes)));
        fc.pre(new Set([...names].map(wellFormed)).size === names.size);
        const edgeKeys = [...graph.edges()].map(({ key }) => wellFormed(key));
        fc.pre(new Set(edgeKeys).size === edgeKeys.length);
        const want = expected(graph);
        expect(roundTrip(graph)).toEqual({
          ...want,
          attributes: JSON.parse(wellFormed(JSON.stringify(graph.attributes))),
        });
      }),
      { numRuns: 200 },
    );
  });

  it("stay readable when two further columns differ in half characters only", () => {
    const graph = picture([node("actor:a", { "x:\ud801": "one", "x:\ud802": "two" })], []);
    const [read] = roundTrip(graph).nodes;
    expect(read?.attributes).toMatchObject({ "x:\ufffd": "one" });
  });

  it("are the same bytes for the same picture", () => {
    expect(encodeColumns(small())).toEqual(encodeColumns(small()));
  });

  it("can lie anywhere in memory", () => {
    const bytes = encodeColumns(small());
    for (let shift = 0; shift < 9; shift++) {
      const room = new Uint8Array(bytes.length + 16);
      room.set(bytes, shift);
      expect(readAll(room.subarray(shift, shift + bytes.length))).toEqual(readAll(bytes));
    }
  });

  it("refuse edges that end nowhere", () => {
    const graph = picture([node("actor:a")], [edge("s1", ["actor:a", "issue:none"], {})]);
    expect(() => encodeColumns(graph)).toThrow("no node");
  });

  it("answer nothing beyond their rows", () => {
    const { nodes, edges } = decodeColumns(encodeColumns(small()));
    for (const column of [...nodes.values(), ...edges.values()])
      for (const row of [-1, 2, 1.5, Number.NaN]) expect(column.at(row)).toBeUndefined();
  });
});

describe("damage", () => {
  const bytes = encodeColumns(small());

  it("by truncation or extension is a fault at every length", () => {
    for (let length = 0; length < bytes.length; length++)
      expect(() => decodeColumns(bytes.slice(0, length))).toThrow(Fault);
    const longer = new Uint8Array(bytes.length + 8);
    longer.set(bytes);
    expect(() => decodeColumns(longer)).toThrow(Fault);
  });

  it("of any single bit is a fault", () => {
    for (let at = 0; at < bytes.length; at++)
      for (let bit = 0; bit < 8; bit++) {
        const flipped = bytes.slice();
        flipped[at] = (flipped[at] as number) ^ (1 << bit);
        expect(() => decodeColumns(flipped)).toThrow(Fault);
      }
  });

  it("with a forged checksum is a fault or another whole picture, never a crash", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 4,
        }),
        (changes) => {
          const forged = bytes.slice();
          for (const [at, value] of changes) forged[at] = value;
          readAll(sealed(forged));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("of any one byte with a forged checksum, likewise", () => {
    for (let at = AT.version; at < bytes.length; at++)
      for (const value of [0, 1, 2, 8, 127, 255]) {
        const forged = bytes.slice();
        forged[at] = value;
        readAll(sealed(forged));
      }
  });

  it("of counts beyond all bounds allocates nothing of that size", () => {
    for (const at of [AT.nodes, AT.edges, AT.columns]) {
      const forged = bytes.slice();
      new DataView(forged.buffer).setUint32(at, 0xffffffff, true);
      expect(() => decodeColumns(sealed(forged))).toThrow(Fault);
    }
    const tables = AT.tables + 8 * new DataView(bytes.buffer).getUint32(AT.columns, true);
    for (let entry = tables; entry < tables + 6 * 8; entry += 8) {
      const forged = bytes.slice();
      new DataView(forged.buffer).setUint32(entry, 0xffffffff, true);
      expect(() => decodeColumns(sealed(forged))).toThrow(Fault);
    }
  });

  it("of arbitrary bytes after a good beginning is a fault", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        const length = AT.tables + Math.floor(noise.length / 8) * 8;
        const made = bytes.slice(0, length);
        made.set(noise.subarray(0, length - AT.version), AT.version);
        const view = new DataView(made.buffer);
        view.setUint16(AT.version, 1, true);
        view.setUint16(AT.flags, 0, true);
        view.setUint32(AT.length, length, true);
        if (length >= AT.tables) readAll(sealed(made));
      }),
      { numRuns: 1000 },
    );
  });

  it("is told with a remedy", () => {
    expect(() => decodeColumns(new TextEncoder().encode('{"nodes":[]}'))).toThrow(
      /not application\/vnd\.stancegraph\.columns/,
    );
  });
});

/** xxHash32 as its specification words it, in whole numbers without bounds. */
function slowHash(words: readonly number[], seed: number): number {
  const [p1, p2, p3, p4, p5] = [2654435761n, 2246822519n, 3266489917n, 668265263n, 374761393n];
  const cut = (value: bigint) => BigInt.asUintN(32, value);
  const turn = (value: bigint, bits: bigint) => cut((value << bits) | (cut(value) >> (32n - bits)));
  const left = words.map(BigInt);
  let hash = cut(BigInt(seed) + p5);
  if (left.length >= 4) {
    let lanes = [BigInt(seed) + p1 + p2, BigInt(seed) + p2, BigInt(seed), BigInt(seed) - p1].map(cut);
    while (left.length >= 4) {
      const four = left.splice(0, 4);
      lanes = lanes.map((lane, at) => cut(turn(cut(lane + (four[at] as bigint) * p2), 13n) * p1));
    }
    hash = cut(lanes.reduce((sum, lane, at) => sum + turn(lane, [1n, 7n, 12n, 18n][at] as bigint), 0n));
  }
  hash = cut(hash + BigInt(words.length * 4));
  for (const word of left) hash = cut(turn(cut(hash + word * p3), 17n) * p4);
  hash = cut((hash ^ (hash >> 15n)) * p2);
  hash = cut((hash ^ (hash >> 13n)) * p3);
  return Number(hash ^ (hash >> 16n));
}

describe("the checksum", () => {
  it("is xxHash32 of the bytes", () => {
    expect(xxHash32(new Uint32Array(0), 0)).toBe(0x02cc5d05);
    expect(xxHash32(Uint32Array.of(0x64636261), 0)).toBe(0xa3643705);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 0xffffffff }), { maxLength: 30 }), fc.nat(), (words, seed) => {
        expect(xxHash32(Uint32Array.from(words), seed)).toBe(slowHash(words, seed));
      }),
    );
  });
});
