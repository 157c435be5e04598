/** Ticking and unticking members of a list of which none means all. Pure. */

/** True when a member is let through. */
export const isTicked = <T extends string>(chosen: readonly T[], one: T): boolean =>
  chosen.length === 0 || chosen.includes(one);

/**
 * The list with one member in or out; all ticked is no restriction, written as none. The last one ticked stays: without it
 * nothing would be left, which the list cannot say.
 */
export function toggled<T extends string>(chosen: readonly T[], all: readonly T[], one: T): readonly T[] {
  const now = new Set(all.filter((id) => isTicked(chosen, id)));
  if (!now.delete(one)) now.add(one);
  if (now.size === 0) return chosen;
  return now.size === all.length ? [] : all.filter((id) => now.has(id));
}

/** The member that cannot be unticked because it is the only one; null while there are more. */
export function lastTicked<T extends string>(chosen: readonly T[], all: readonly T[]): T | null {
  const ticked = all.filter((id) => isTicked(chosen, id));
  return ticked.length === 1 && all.length > 1 ? (ticked[0] ?? null) : null;
}
