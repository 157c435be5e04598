/** ZIP archives: what is written is read back, what is packed is unpacked, and hostile ones are refused with a reason. */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crc32 } from "../../../src/formats/zip/crc32.ts";
import { type Inflate, readZip, ZIP_LIMITS, type ZipLimits } from "../../../src/formats/zip/read.ts";
import { type ZipFile, zipPieces } from "../../../src/formats/zip/write.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

async function* inflate(packed: Uint8Array): ReturnType<Inflate> {
  const whole = inflateRawSync(packed);
  for (let at = 0; at < whole.length; at += 70_000) yield whole.subarray(at, at + 70_000);
}

const file = (name: string, text: string): ZipFile => ({
  name,
  pieces: () => [encoder.encode(text.slice(0, 3)), encoder.encode(text.slice(3))],
});

const archiveOf = (files: readonly ZipFile[]): Uint8Array => Buffer.concat([...zipPieces(files)]);

const read = (
  bytes: Uint8Array,
  limits: Partial<ZipLimits> = {},
  wanted: (name: string) => boolean = () => true,
) => readZip({ archive: "a.zip", bytes, inflate, wanted, limits: { ...ZIP_LIMITS, ...limits } });

const codes = async (bytes: Uint8Array, limits: Partial<ZipLimits> = {}): Promise<readonly string[]> => {
  const { files, problems } = await read(bytes, limits);
  if (problems.length > 0) expect(files.size).toBe(0);
  for (const { remedy, message } of problems) expect(remedy && message).not.toBe("");
  return problems.map(({ code }) => code);
};

/** An archive written by hand, entry by entry, as a hostile program would. */
function handmade(
  entries: readonly {
    name: string;
    text: string;
    method?: number;
    flags?: number;
    size?: number;
    sum?: number;
  }[],
): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, text, method = 8, flags = 0, size, sum } of entries) {
    const plain = Buffer.from(text);
    const packed = method === 8 ? deflateRawSync(plain) : plain;
    const members = Buffer.alloc(26);
    members.writeUInt16LE(20, 0);
    members.writeUInt16LE(flags, 2);
    members.writeUInt16LE(method, 4);
    members.writeUInt32LE(sum ?? crc32(plain), 10);
    members.writeUInt32LE(packed.length, 14);
    members.writeUInt32LE(size ?? plain.length, 18);
    members.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), members, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), members, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(Buffer.concat(centrals).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, ...centrals, Buffer.from("PK\x05\x06"), end]);
}

describe("CRC-32", () => {
  it("gives the check value of the standard, in one piece and in several", () => {
    expect(crc32(encoder.encode("123456789"))).toBe(0xcbf43926);
    expect(crc32(encoder.encode("6789"), crc32(encoder.encode("12345")))).toBe(0xcbf43926);
  });
});

describe("archives", () => {
  it("written here are read back", async () => {
    const name = fc.string({ minLength: 1, unit: fc.constantFrom("a", "ü", " ", "7", "漢") });
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, fc.string()), async (texts) => {
        const { files, problems } = await read(archiveOf(Object.entries(texts).map(([n, t]) => file(n, t))));
        expect(problems).toEqual([]);
        expect(Object.fromEntries([...files].map(([n, b]) => [n, decoder.decode(b)]))).toEqual({ ...texts });
      }),
      { numRuns: 60 },
    );
  });

  it("that are packed are unpacked; folders, leftovers of systems and unwanted files are passed over", async () => {
    const bytes = handmade([
      { name: "set/", text: "", method: 0 },
      { name: "set/actors.csv", text: "id,label\n".repeat(20_000) },
      { name: "set/.DS_Store", text: "x" },
      { name: "__MACOSX/set/actors.csv", text: "x" },
      { name: "set/readme.md", text: "x", method: 99 },
    ]);
    const { files, problems } = await read(bytes, {}, (name) => name.endsWith(".csv"));
    expect(problems).toEqual([]);
    expect([...files].map(([name, { length }]) => [name, length])).toEqual([["set/actors.csv", 180_000]]);
  });

  it("may have a comment at their end", async () => {
    const bytes = handmade([{ name: "a", text: "b" }]);
    bytes.writeUInt16LE(5, bytes.length - 2);
    expect(await codes(Buffer.concat([bytes, Buffer.from("hello")]))).toEqual([]);
  });
});

describe("hostile archives", () => {
  it.each(["../actors.csv", "/etc/passwd", "a/../../b", "C:/x", "..\\x", "a\0b", "./a"])(
    "cannot lead out of the folder by %j",
    async (name) => {
      expect(await codes(handmade([{ name, text: "x" }]))).toEqual(["zip-unsafe-path"]);
    },
  );

  it("are told whatever is not wanted in them", async () => {
    const { problems } = await read(handmade([{ name: "../x", text: "x" }]), {}, () => false);
    expect(problems.map(({ code }) => code)).toEqual(["zip-unsafe-path"]);
  });

  it("are refused when locked, packed strangely, doubled or too many", async () => {
    expect(await codes(handmade([{ name: "a", text: "x", flags: 1 }]))).toEqual(["zip-encrypted"]);
    expect(await codes(handmade([{ name: "a", text: "x", method: 12 }]))).toEqual(["zip-method"]);
    const twice = [
      { name: "a", text: "x" },
      { name: "a", text: "y" },
    ];
    expect(await codes(handmade(twice))).toEqual(["zip-doubled"]);
    expect(await codes(handmade(twice), { entries: 1 })).toEqual(["zip-too-large"]);
  });

  it("cannot burst", async () => {
    const zeros = "\0".repeat(8_000_000);
    expect(await codes(handmade([{ name: "a", text: zeros }]))).toEqual(["zip-too-large"]);
    // One that lies about its size.
    expect(await codes(handmade([{ name: "a", text: zeros, size: 10 }]))).not.toEqual([]);
    expect(await codes(handmade([{ name: "a", text: "abc" }]), { fileBytes: 2 })).toEqual(["zip-too-large"]);
    const two = handmade([
      { name: "a", text: "abc" },
      { name: "b", text: "abc" },
    ]);
    expect(await codes(two, { bytes: 5 })).toEqual(["zip-too-large"]);
  });

  it("cannot share bytes among files", async () => {
    const bytes = handmade([
      { name: "a", text: "abc", method: 0 },
      { name: "b", text: "abc", method: 0 },
    ]);
    const second = bytes.lastIndexOf("PK\x01\x02");
    bytes.writeUInt32LE(0, second + 42);
    expect(await codes(bytes)).toEqual(["damaged-zip"]);
  });

  it("are told as damaged, or as no archives at all", async () => {
    const good = handmade([{ name: "a", text: "some text that is packed" }]);
    expect(await codes(good.subarray(0, good.length - 10))).toEqual(["damaged-zip"]);
    expect(await codes(handmade([{ name: "a", text: "x", sum: 1 }]))).toEqual(["damaged-zip"]);
    expect(await codes(handmade([{ name: "a", text: "x", size: 9 }]))).toEqual(["damaged-zip"]);
    for (const text of ["", "id,label\n", "\x1f\x8b\x08"])
      expect(await codes(encoder.encode(text))).toEqual(["not-a-zip"]);
  });

  it("never throw, however they are mangled", async () => {
    const good = handmade([
      { name: "a/b", text: "some text that is packed" },
      { name: "c", text: "stored", method: 0 },
    ]);
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), async (at, byte, cut) => {
        const bytes = Uint8Array.from(good.subarray(0, cut));
        if (at < bytes.length) bytes[at] = byte;
        const { files, problems } = await read(bytes);
        expect(files.size > 0 && problems.length > 0).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
