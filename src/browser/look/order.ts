/** The order in which the values of an attribute get their colours: that of the whole dataset, so that pictures of two views agree. Pure. */

import type { Directory } from "../api/hooks.ts";

interface Count {
  /** Nodes of the value that are usually shown. */
  usual: number;
  all: number;
}

/**
 * The values that nodes of the dataset have, those of most stakeholders and issues first (ties by text).
 * @param by `kind` gives labels of kinds; `country` and `x:NAME` the texts of nodes
 */
export function valuesInOrder({ actors, issues }: Directory, by: string): readonly string[] {
  const counts = new Map<string, Count>();
  const count = (value: string | null | undefined, usual: boolean): void => {
    if (!value) return;
    const known = counts.get(value) ?? { usual: 0, all: 0 };
    counts.set(value, { usual: known.usual + Number(usual), all: known.all + 1 });
  };
  const ofExtra = (extra: Readonly<Record<string, string>>): string | undefined =>
    by.startsWith("x:") && Object.hasOwn(extra, by.slice(2)) ? extra[by.slice(2)] : undefined;
  for (const { kind, country, extra, stakeholder } of actors)
    count(by === "kind" ? kind?.label : by === "country" ? country : ofExtra(extra), stakeholder);
  for (const { extra } of issues) count(ofExtra(extra), true);
  return [...counts]
    .sort(([a, of], [b, to]) => to.usual - of.usual || to.all - of.all || (a < b ? -1 : 1))
    .map(([value]) => value);
}
