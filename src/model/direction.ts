/** Which way a name is written, so that canvas, SVG and sentences set its letters, digits and signs in the right order. Pure. */

// Hebrew, Arabic, Syriac, Thaana, N'Ko and what else is written from right to left.
const RIGHT_TO_LEFT =
  /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}|\p{Script=Samaritan}|\p{Script=Mandaic}|\p{Script=Adlam}|\p{Script=Hanifi_Rohingya}/u;

/** The direction of a text by its first letter, as the Unicode Bidirectional Algorithm (UAX #9, rules P2 and P3) has it. */
export function directionOf(text: string): "ltr" | "rtl" {
  const first = /\p{L}/u.exec(text)?.[0];
  return first !== undefined && RIGHT_TO_LEFT.test(first) ? "rtl" : "ltr";
}

/**
 * A name for the inside of a sentence: one with letters that run from right to left stands between U+2068 and U+2069 (UAX #9,
 * first strong isolate), so that it neither turns its neighbours round nor is turned by them. Others are as they were.
 */
export const isolated = (name: string): string => (RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name);
