/** Bytes to text: strict UTF-8 that says where it breaks, and the other encodings by which files often arrive. */

/** `fault` is what is wrong, or null; `usable` says whether the text is worth further checks. */
export interface Decoded {
  readonly text: string;
  readonly fault: string | null;
  /** Line of the first bad byte, the first being 1. */
  readonly line: number | null;
  readonly usable: boolean;
}

const strict = new TextDecoder("utf-8", { fatal: true });
const lenient = new TextDecoder("utf-8");

/** Decodes UTF-8; a byte order mark is dropped. Bad bytes become U+FFFD in the text, and the fault says where the first is. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { text: "", fault: "is UTF-16, not UTF-8", line: 1, usable: false };
  }
  let text: string;
  try {
    text = strict.decode(bytes);
  } catch {
    const at = firstBadByte(bytes);
    let line = 1;
    for (let i = 0; i < at; i++) if (bytes[i] === 0x0a) line++;
    const value = (bytes[at] ?? 0).toString(16).padStart(2, "0").toUpperCase();
    const fault = `is not UTF-8: byte 0x${value} at offset ${at}, line ${line}`;
    return { text: lenient.decode(bytes), fault, line, usable: true };
  }
  if (mostlyNul(bytes)) {
    return { text: "", fault: "is not UTF-8 text: it is UTF-16 or not a text", line: 1, usable: false };
  }
  return { text, fault: null, line: null, usable: true };
}

/** Text in an alphabet, written as UTF-16, has a NUL in every other byte. */
function mostlyNul(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4096);
  let count = 0;
  for (const byte of sample) if (byte === 0) count++;
  return count * 10 > sample.length * 2;
}

/** Offset of the first byte at which the bytes cease to be UTF-8 (Unicode 15, table 3-7); their length if they do not. */
function firstBadByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const length =
      lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length === 0) return at;
    for (let k = 1; k < length; k++) {
      const byte = bytes[at + k] ?? 0;
      let low = 0x80;
      let high = 0xbf;
      if (k === 1) {
        if (lead === 0xe0) low = 0xa0;
        if (lead === 0xed) high = 0x9f;
        if (lead === 0xf0) low = 0x90;
        if (lead === 0xf4) high = 0x8f;
      }
      if (byte < low || byte > high) return at;
    }
    at += length;
  }
  return at;
}
