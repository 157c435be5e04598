/** Which way a name is written, so that canvas and SVG set its letters, digits and signs in the right order. Pure. */

// Hebrew, Arabic, Syriac, Thaana, N'Ko and what else is written from right to left.
const RIGHT_TO_LEFT =
  /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}|\p{Script=Samaritan}|\p{Script=Mandaic}|\p{Script=Adlam}|\p{Script=Hanifi_Rohingya}/u;

/** The direction of a text by its first letter, as the Unicode Bidirectional Algorithm (UAX #9, rules P2 and P3) has it. */
export function directionOf(text: string): "ltr" | "rtl" {
  const first = /\p{L}/u.exec(text)?.[0];
  return first !== undefined && RIGHT_TO_LEFT.test(first) ? "rtl" : "ltr";
}
