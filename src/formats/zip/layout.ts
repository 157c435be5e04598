/** The records of a ZIP archive (PKWARE APPNOTE 6.3.10): signatures, lengths and the places of what is used of them. */

export const LOCAL = { signature: 0x04034b50, bytes: 30 } as const;
export const CENTRAL = { signature: 0x02014b50, bytes: 46 } as const;
export const END = { signature: 0x06054b50, bytes: 22 } as const;

/** Bit 0: encrypted. Bit 11: the name is UTF-8. */
export const FLAGS = { encrypted: 1, utf8: 0x800 } as const;

export const STORED = 0;
export const DEFLATED = 8;

/** What stands in place of numbers that only ZIP64 can hold. */
export const BEYOND = 0xffffffff;
