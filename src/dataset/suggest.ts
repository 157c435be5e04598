/** Which names somebody may have meant who wrote a name that is none. */

/** A name in folded form and what it leads to. */
export interface Candidate<Key extends string> {
  readonly name: string;
  readonly key: Key;
}

const LONGEST = 80;

/**
 * The keys whose names are most like a folded name, the likest first, at most `most`: names that begin with it or hold it as a
 * word's beginning, and names within a few slips of it (about one in three characters). Equal ones keep the order of the keys.
 */
export function suggest<Key extends string>(
  wanted: string,
  candidates: readonly Candidate<Key>[],
  most = 5,
): readonly Key[] {
  if (wanted === "" || wanted.length > LONGEST) return [];
  const best = new Map<Key, number>();
  for (const { name, key } of candidates) {
    const score = unlikeness(wanted, name);
    if (score !== null && score < (best.get(key) ?? Number.POSITIVE_INFINITY)) best.set(key, score);
  }
  return [...best]
    .sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([key]) => key);
}

/** 0 is the same; null is nothing alike. */
function unlikeness(wanted: string, name: string): number | null {
  const slips = Math.min(4, Math.max(1, Math.floor(wanted.length / 3)));
  const distance = editDistance(wanted, name, slips);
  if (distance !== null) return distance / Math.max(wanted.length, name.length);
  const rest = Math.min(0.4, Math.abs(name.length - wanted.length) / 1000);
  if (wanted.length >= 2 && name.startsWith(wanted)) return 0.5 + rest;
  if (wanted.length >= 3 && (name.includes(` ${wanted}`) || name.includes(`-${wanted}`))) return 1 + rest;
  if (name.length >= 3 && (wanted.startsWith(`${name} `) || wanted.endsWith(` ${name}`))) return 1.5 + rest;
  return null;
}

/** Least number of insertions, deletions, replacements and swaps of neighbours; null when it is more than `most`. */
function editDistance(a: string, b: string, most: number): number | null {
  if (Math.abs(a.length - b.length) > most) return null;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return null;
    beforeLast = last;
    last = row;
  }
  const distance = last[b.length] ?? 0;
  return distance <= most ? distance : null;
}
