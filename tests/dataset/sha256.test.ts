import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { Sha256, sha256Hex } from "../../src/dataset/sha256.ts";

const expected = (data: Uint8Array | string): string => createHash("sha256").update(data).digest("hex");

it("knows the test vectors of the standard", () => {
  expect(sha256Hex("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(sha256Hex("a".repeat(1_000_000))).toBe(
    "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
  );
});

it("agrees with OpenSSL for every length around the block's", () => {
  for (let size = 0; size < 200; size++) {
    const data = Uint8Array.from({ length: size }, (_, i) => (i * 37) & 255);
    expect(sha256Hex(data)).toBe(expected(data));
  }
});

it("does not depend on the pieces, and can be used again", () => {
  const hash = new Sha256();
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 150 })), (pieces) => {
      for (const piece of pieces) hash.update(piece);
      expect(hash.hex()).toBe(expected(Buffer.concat(pieces)));
    }),
  );
});

it("hashes text as UTF-8", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(sha256Hex(text)).toBe(expected(text));
    }),
  );
});
