/** Names as they are compared: without case, accents and doubled blanks. */

/**
 * The folded form of a name. Only Latin, Greek and Cyrillic accents are dropped: in other scripts the combining marks are vowels
 * and tell names apart.
 */
export function foldName(name: string): string {
  const plain = name.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  // Upper case first, so that ß meets ss and the dotless ı meets i.
  return plain
    .toUpperCase()
    .toLowerCase()
    .normalize("NFC")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
