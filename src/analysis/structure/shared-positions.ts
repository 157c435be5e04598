/** Groups of actors that hold exactly the same positions: maximal sets of actors and positions that all of them hold. */

/** Actors and what all of them hold; both ascending. */
export interface SharedSet {
  readonly actors: readonly number[];
  readonly positions: readonly number[];
}

/**
 * The formal concepts (R. Wille, "Restructuring lattice theory", 1982) that are closures of two actors: for each pair, all they
 * hold in common, and all who hold that. Those with at least `least` positions, most positions × (actors − 1) first.
 * `held[a]` = the positions of actor a, ascending. Every concept of two actors or more is an intersection of these.
 */
export function sharedPositionSets(
  held: readonly (readonly number[])[],
  least: number,
): readonly SharedSet[] {
  const holders = new Map<number, number[]>();
  held.forEach((positions, actor) => {
    for (const position of positions) {
      const list = holders.get(position);
      if (list) list.push(actor);
      else holders.set(position, [actor]);
    }
  });
  const found = new Map<string, SharedSet>();
  for (let a = 0; a < held.length; a++)
    for (let b = a + 1; b < held.length; b++) {
      const theirs = new Set(held[b]);
      const positions = (held[a] as readonly number[]).filter((position) => theirs.has(position));
      if (positions.length < least) continue;
      const key = positions.join(" ");
      if (!found.has(key)) found.set(key, { actors: intersection(positions, holders), positions });
    }
  const score = ({ actors, positions }: SharedSet): number => positions.length * (actors.length - 1);
  return [...found.values()].sort(
    (x, y) => score(y) - score(x) || y.actors.length - x.actors.length || compareLists(x.actors, y.actors),
  );
}

function intersection(
  positions: readonly number[],
  holders: ReadonlyMap<number, readonly number[]>,
): readonly number[] {
  let common: readonly number[] | null = null;
  for (const position of positions) {
    const list = holders.get(position) ?? [];
    if (common === null) common = list;
    else {
      const set = new Set(list);
      common = common.filter((actor) => set.has(actor));
    }
  }
  return common ?? [];
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = (a[at] as number) - (b[at] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
