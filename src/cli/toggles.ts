/** Flags that stand for themselves or take 0 or 1. */

import type { OptionSpec } from "./command.ts";

/** What can only be meant as a value: also what is none, so that it is refused and not taken for a dataset. */
const VALUE = /^(?:[+-]?\d+(?:\.\d+)?|true|false|yes|no|on|off)$/i;

/** Ties toggles to their values, so that `--directed A B` does not take A for the value. */
export function bindToggles(argv: readonly string[], options: readonly OptionSpec[]): readonly string[] {
  const toggles = new Set(
    options.filter(({ toggle }) => toggle).map(({ flags }) => /--[\w-]+/.exec(flags)?.[0] ?? ""),
  );
  const bound: string[] = [];
  for (let at = 0; at < argv.length; at++) {
    const token = argv[at] as string;
    if (token === "--") return [...bound, ...argv.slice(at)];
    if (!toggles.has(token)) {
      bound.push(token);
      continue;
    }
    const next = argv[at + 1];
    const given = next !== undefined && VALUE.test(next);
    bound.push(`${token}=${given ? next : "1"}`);
    if (given) at += 1;
  }
  return bound;
}
