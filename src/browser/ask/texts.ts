/** The words in which the page says back what it understood. */

import type { Polarity } from "../../model/vocabulary.ts";

const WHO: Readonly<Record<Polarity, string>> = {
  support: "Who is reported to support",
  oppose: "Who is reported to oppose",
  neutral: "Who is reported to take no side on",
};
const HOLDS: Readonly<Record<Polarity, (actor: string) => string>> = {
  support: (actor) => `What ${actor} is reported to support`,
  oppose: (actor) => `What ${actor} is reported to oppose`,
  neutral: (actor) => `Where ${actor} is reported to take no side`,
};

/** Names that are spelt out. */
const MOST_NAMES = 3;

/** One name, or several of which any counts. */
function any(names: readonly string[]): string {
  if (names.length < 2) return `: ${names.join("")}`;
  const rest = names.length - MOST_NAMES;
  return ` any of: ${names.slice(0, MOST_NAMES).join("; ")}${rest > 0 ? `; and ${rest} more` : ""}`;
}

export const ASK_TEXTS = {
  path: (from: string, to: string) => `${from} → ${to}: how they are connected`,
  avoiding: (names: string) => `avoiding ${names}`,
  through: (names: string) => `through ${names}`,
  who: (polarity: Polarity, issues: readonly string[]) => `${WHO[polarity]}${any(issues)}`,
  holds: (polarity: Polarity, actor: string) => HOLDS[polarity](actor),
  about: (actor: string, issues: readonly string[]) => `What ${actor} is reported to say on${any(issues)}`,
  sides: (actor: string) => `Who agrees and who disagrees with ${actor}, on the issues both speak on`,
  compare: (a: string, b: string) => `${a} and ${b} side by side`,
  when: (what: string | null, dated: boolean) =>
    what === null ? "All statements" : dated ? what : `What is reported of or about ${what}`,
  changes: "What changed",
  notUnderstood: {
    date: (part: string) => `“${part}” is no date. Give a year, 2025-11 or 2025-11-30.`,
    name: (part: string) => `“${part}” is no actor, issue or source of this dataset.`,
  },
  span: (since: string, until: string) =>
    since === until
      ? `in ${since}`
      : since === ""
        ? `until ${until}`
        : until === ""
          ? `since ${since}`
          : `from ${since} to ${until}`,
} as const;
