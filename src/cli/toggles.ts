/** Flags that stand for themselves or take 0 or 1. */

import type { OptionSpec } from "./command.ts";

const TRUTHS: ReadonlySet<string> = new Set(["0", "1", "true", "false"]);

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
    const given = next !== undefined && TRUTHS.has(next);
    bound.push(`${token}=${given ? next : "1"}`);
    if (given) at += 1;
  }
  return bound;
}
