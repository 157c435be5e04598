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

export const ASK_TEXTS = {
  path: (from: string, to: string) => `${from} → ${to}: how they are connected`,
  avoiding: (names: string) => `avoiding ${names}`,
  through: (names: string) => `through ${names}`,
  who: (polarity: Polarity, issue: string) => `${WHO[polarity]}: ${issue}`,
  holds: (polarity: Polarity, actor: string) => HOLDS[polarity](actor),
  about: (actor: string, issue: string) => `What ${actor} is reported to say on: ${issue}`,
  compare: (a: string, b: string) => `${a} and ${b} side by side`,
  when: (what: string | null) => what ?? "All statements",
  span: (since: string, until: string) =>
    since === until
      ? `in ${since}`
      : since === ""
        ? `until ${until}`
        : until === ""
          ? `since ${since}`
          : `from ${since} to ${until}`,
} as const;
