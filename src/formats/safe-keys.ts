/** Keys that stay distinct when characters illegal in XML are replaced: `a\u0001` and `a\u0002` must not become one node. */

import { hasIllegal, replaceIllegal } from "./xml.ts";

/** Gathers keys one at a time, of which it keeps only the unusual ones. */
export class KeySurvey {
  private readonly illegal: string[] = [];
  private readonly taken = new Set<string>();

  see(key: string): void {
    if (isAscii(key)) return;
    if (hasIllegal(key)) this.illegal.push(key);
    // Only a key that holds U+FFFD itself can meet a replaced one.
    else if (key.includes("\ufffd")) this.taken.add(key);
  }

  /**
   * A function from each key to the key to write. Legal keys are written as they are; replaced ones that would meet another key
   * get `~2`, `~3` … behind. `onReplace` is called for each character replaced.
   */
  names(onReplace: () => void): (key: string) => string {
    const { illegal, taken } = this;
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
}

/** Whether all characters are printable ASCII, as those of most keys are. */
function isAscii(key: string): boolean {
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at);
    if (code < 32 || code > 126) return false;
  }
  return true;
}

/** The same for keys that are there all at once. Reads them once. */
export function safeKeys(keys: Iterable<string>, onReplace: () => void): (key: string) => string {
  const survey = new KeySurvey();
  for (const key of keys) survey.see(key);
  return survey.names(onReplace);
}

/** The keys of nodes or edges, one at a time. */
export function* keysOf(items: Iterable<{ readonly key: string }>): Generator<string> {
  for (const { key } of items) yield key;
}
