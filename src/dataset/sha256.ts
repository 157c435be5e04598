/** SHA-256 (FIPS 180-4) in plain JavaScript: `crypto.subtle` is absent in pages served over plain http. */

const ROUND = new Int32Array(64);
const START = new Int32Array(8);

/** The first 32 bits of the fraction of a root, as the standard derives its constants. */
const fraction = (root: number): number => ((root - Math.floor(root)) * 0x1_0000_0000) | 0;

for (let candidate = 2, found = 0; found < 64; candidate++) {
  let prime = true;
  for (let divisor = 2; divisor * divisor <= candidate; divisor++)
    if (candidate % divisor === 0) prime = false;
  if (!prime) continue;
  if (found < 8) START[found] = fraction(Math.sqrt(candidate));
  ROUND[found++] = fraction(Math.cbrt(candidate));
}

/** A hash in the making: feed it bytes in any pieces, then ask once. */
export class Sha256 {
  private readonly state = Int32Array.from(START);
  private readonly schedule = new Int32Array(64);
  private readonly block = new Uint8Array(64);
  private readonly view = new DataView(this.block.buffer);
  private filled = 0;
  private bytes = 0;

  update(input: Uint8Array): this {
    this.bytes += input.length;
    let at = 0;
    if (this.filled > 0) {
      at = Math.min(64 - this.filled, input.length);
      this.block.set(input.subarray(0, at), this.filled);
      this.filled += at;
      if (this.filled < 64) return this;
      this.compress(this.block, 0);
      this.filled = 0;
    }
    for (; at + 64 <= input.length; at += 64) this.compress(input, at);
    this.block.set(input.subarray(at));
    this.filled = input.length - at;
    return this;
  }

  /** The hash in 64 lower-case hexadecimal digits; the object then stands ready for another input. */
  hex(): string {
    const { block, state } = this;
    const bits = this.bytes * 8;
    block[this.filled] = 0x80;
    block.fill(0, this.filled + 1);
    if (this.filled >= 56) {
      this.compress(block, 0);
      block.fill(0);
    }
    this.view.setUint32(56, Math.floor(bits / 0x1_0000_0000));
    this.view.setUint32(60, bits >>> 0);
    this.compress(block, 0);
    let digits = "";
    for (const word of state) digits += (word >>> 0).toString(16).padStart(8, "0");
    state.set(START);
    this.filled = 0;
    this.bytes = 0;
    return digits;
  }

  private compress(bytes: Uint8Array, at: number): void {
    const w = this.schedule;
    const state = this.state;
    // Typed arrays are indexed within their length throughout; `?? 0`-style guards would only slow the loop.
    const word = (array: Int32Array, index: number): number => array[index] as number;
    for (let i = 0, p = at; i < 16; i++, p += 4) {
      w[i] =
        ((bytes[p] as number) << 24) |
        ((bytes[p + 1] as number) << 16) |
        ((bytes[p + 2] as number) << 8) |
        (bytes[p + 3] as number);
    }
    for (let i = 16; i < 64; i++) {
      const x = word(w, i - 15);
      const y = word(w, i - 2);
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = (word(w, i - 16) + s0 + word(w, i - 7) + s1) | 0;
    }
    let a = word(state, 0);
    let b = word(state, 1);
    let c = word(state, 2);
    let d = word(state, 3);
    let e = word(state, 4);
    let f = word(state, 5);
    let g = word(state, 6);
    let h = word(state, 7);
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + word(ROUND, i) + word(w, i)) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    state[0] = word(state, 0) + a;
    state[1] = word(state, 1) + b;
    state[2] = word(state, 2) + c;
    state[3] = word(state, 3) + d;
    state[4] = word(state, 4) + e;
    state[5] = word(state, 5) + f;
    state[6] = word(state, 6) + g;
    state[7] = word(state, 7) + h;
  }
}

const encoder = new TextEncoder();
const shared = new Sha256();

/** SHA-256 of bytes, or of a text's UTF-8 bytes, in 64 lower-case hexadecimal digits. */
export function sha256Hex(input: string | Uint8Array): string {
  return shared.update(typeof input === "string" ? encoder.encode(input) : input).hex();
}
