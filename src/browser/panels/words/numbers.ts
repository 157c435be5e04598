/** Counts and shares in words. */

import type { Profile } from "../../../model/api.ts";
import { grouped } from "../../../model/counted.ts";
import { count } from "../../texts.ts";

export { count };

const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"] as const;

const compact = (digits: number) =>
  new Intl.NumberFormat("en-GB", { notation: "compact", maximumFractionDigits: digits });
const [WHOLE, TENTHS] = [compact(0), compact(1)];

/** A number for a narrow place: `9,999`, then `12.3k`, then `123k`. */
export const shortNumber = (number: number): string => {
  const size = Math.abs(number);
  if (size < 10_000) return number.toLocaleString("en-GB");
  return (size < 100_000 ? TENTHS : WHOLE).format(number).toLowerCase();
};

/** Small numbers as words, as in running text: `five`; from eleven on digits. */
export const numberWord = (number: number): string => SMALL[number] ?? number.toLocaleString("en-GB");

/** `a`, `a and b`, `a, b and c`. */
export const listed = (items: readonly string[], word = "and"): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1)}`;

/** `5 support, 2 oppose, 1 takes no side; 3 with a condition`. Zero counts are left out. */
export function profileWords(
  profile: Omit<Profile, "statements" | "conditional"> & { readonly conditional?: number },
): string {
  const parts = [
    profile.support > 0 ? `${grouped(profile.support)} support` : "",
    profile.oppose > 0 ? `${grouped(profile.oppose)} oppose` : "",
    profile.neutral > 0
      ? `${grouped(profile.neutral)} ${profile.neutral === 1 ? "takes" : "take"} no side`
      : "",
  ].filter((part) => part !== "");
  const conditional = profile.conditional ?? 0;
  if (parts.length === 0) return "no statements";
  return conditional > 0 ? `${parts.join(", ")}; ${grouped(conditional)} with a condition` : parts.join(", ");
}

/** `high (0.9)`; an unknown confidence is said to count as 1. */
export function confidenceWords(confidence: number | null): string {
  if (confidence === null) return "not given (counts as 1)";
  const word =
    confidence >= 0.85 ? "high" : confidence >= 0.65 ? "fair" : confidence >= 0.4 ? "low" : "very low";
  return `${word} (${String(Math.round(confidence * 100) / 100)})`;
}

/** With the first letter in upper case. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
