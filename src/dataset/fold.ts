/** Names as they are compared: without case, accents and doubled blanks. */

/** Words of ASCII with single blanks between them, of which only the case is folded. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/**
 * The folded form of a name. Only Latin, Greek and Cyrillic accents are dropped: in other scripts the combining marks are vowels
 * and tell names apart.
 */
export function foldName(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
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
