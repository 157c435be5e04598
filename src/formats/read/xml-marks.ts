/** The bytes that mean something in XML. */

export const LT = 60;
export const GT = 62;
export const SLASH = 47;
export const EQUALS = 61;
export const AMP = 38;
export const SEMICOLON = 59;
export const CR = 13;
export const QUOTE = 34;
export const APOSTROPHE = 39;
export const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === CR;

/** What the bytes of texts and values ask for. */
export const MARKS = new Uint8Array(256);
/** References and carriage returns are resolved everywhere, other white space in values only. */
export const RESOLVE = 1;
export const SPACE = 2;
export const LESS = 4;
export const ENDS = 8;
MARKS[AMP] = MARKS[CR] = RESOLVE;
MARKS[9] = MARKS[10] = SPACE;
MARKS[LT] = LESS;
MARKS[QUOTE] = MARKS[APOSTROPHE] = ENDS;
