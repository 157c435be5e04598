/** Where bytes are not UTF-8, for messages that name the place. */

/** How many bytes at the end begin a character without finishing it: 0 to 3. */
export function unfinished(bytes: Uint8Array, end: number): number {
  for (let back = 1; back <= Math.min(3, end); back++) {
    const byte = bytes[end - back] as number;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    return lengthOf(byte) > back ? back : 0;
  }
  return 0;
}

/** The offset of the first byte of the first character that is none, or −1 (RFC 3629, 4). */
export function firstBadByte(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] as number;
    const length = lengthOf(byte);
    const second = bytes[at + 1] ?? 0;
    if (length === 0 || at + length > bytes.length) return at;
    if ((byte === 0xe0 && second < 0xa0) || (byte === 0xf0 && second < 0x90)) return at;
    if ((byte === 0xed && second > 0x9f) || (byte === 0xf4 && second > 0x8f)) return at;
    for (let further = at + 1; further < at + length; further++)
      if (((bytes[further] as number) & 0xc0) !== 0x80) return at;
    at += length;
  }
  return -1;
}

/** Bytes of the character that begins with one; 0 when none does. */
function lengthOf(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xc2 || byte > 0xf4) return 0;
  return byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
}
