/** Keys that stay distinct when characters illegal in XML are replaced: `a\u0001` and `a\u0002` must not become one node. */

import { hasIllegal, replaceIllegal } from "./xml.ts";

/**
 * A function from each of the keys to the key to write. Legal keys are written as they are; replaced ones that would meet
 * another key get `~2`, `~3` … behind. Reads the keys once and keeps only the unusual ones. `onReplace` is called for each
 * character replaced.
 */
export function safeKeys(keys: Iterable<string>, onReplace: () => void): (key: string) => string {
  const illegal: string[] = [];
  const taken = new Set<string>();
  for (const key of keys) {
    if (hasIllegal(key)) illegal.push(key);
    // Only a key that holds U+FFFD itself can meet a replaced one.
    else if (key.includes("\ufffd")) taken.add(key);
  }
  if (illegal.length === 0) return (key) => key;
  const written = new Map<string, string>();
  for (const key of illegal) {
    const wanted = replaceIllegal(key, onReplace);
    let free = wanted;
    for (let next = 2; taken.has(free); next++) free = `${wanted}~${next}`;
    taken.add(free);
    written.set(key, free);
  }
  return (key) => written.get(key) ?? key;
}

/** The keys of nodes or edges, one at a time. */
export function* keysOf(items: Iterable<{ readonly key: string }>): Generator<string> {
  for (const { key } of items) yield key;
}
