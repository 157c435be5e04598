/** Groups of actors that hold exactly the same positions: maximal sets of actors and positions that all of them hold. */

/** Actors and what all of them hold; both ascending. */
export interface SharedSet {
  readonly actors: readonly number[];
  readonly positions: readonly number[];
}

/** Sets of whole numbers as bits, one row of words per set. */
class BitRows {
  readonly words: number;
  readonly #bits: Uint32Array;

  constructor(lists: readonly (readonly number[])[]) {
    const most = lists.flat().reduce((greatest, each) => Math.max(greatest, each), -1);
    this.words = (most >>> 5) + 1;
    this.#bits = new Uint32Array(lists.length * this.words);
    lists.forEach((list, row) => {
      for (const each of list) {
        const at = row * this.words + (each >>> 5);
        this.#bits[at] = (this.#bits[at] as number) | (1 << (each & 31));
      }
    });
  }

  common(a: number, b: number): Uint32Array {
    const row = this.#bits.slice(a * this.words, (a + 1) * this.words);
    for (let word = 0; word < this.words; word++)
      row[word] = (row[word] as number) & (this.#bits[b * this.words + word] as number);
    return row;
  }

  contains(row: number, bits: Uint32Array): boolean {
    for (let word = 0; word < this.words; word++) {
      const wanted = bits[word] as number;
      if (((this.#bits[row * this.words + word] as number) & wanted) >>> 0 !== wanted) return false;
    }
    return true;
  }
}

function members(bits: Uint32Array): number[] {
  const list: number[] = [];
  bits.forEach((word, at) => {
    for (let bit = 0; bit < 32; bit++) if ((word >>> bit) & 1) list.push(at * 32 + bit);
  });
  return list;
}

function sizeOf(bits: Uint32Array): number {
  let size = 0;
  for (const word of bits) for (let left = word; left !== 0; left &= left - 1) size++;
  return size;
}

/**
 * The formal concepts (R. Wille, "Restructuring lattice theory", 1982) that are closures of two actors: for each pair, all they
 * hold in common, and all who hold that. Those with at least `least` positions, most positions × (actors − 1) first, at most
 * `most`. `held[a]` = the positions of actor a. `checkpoint` is called for each actor; it throws when it is time to end. Every concept of two actors or more is an intersection of these.
 */
export function sharedPositionSets(
  held: readonly (readonly number[])[],
  least: number,
  most: number,
  checkpoint: () => void = () => {},
): readonly SharedSet[] {
  const rows = new BitRows(held);
  const seen = new Set<string>();
  const found: { readonly bits: Uint32Array; readonly actors: readonly number[]; readonly score: number }[] =
    [];
  for (let a = 0; a < held.length; a++) {
    checkpoint();
    for (let b = a + 1; b < held.length; b++) {
      const bits = rows.common(a, b);
      const size = sizeOf(bits);
      if (size < least) continue;
      const key = bits.join();
      if (seen.has(key)) continue;
      seen.add(key);
      const actors = [...held.keys()].filter((actor) => rows.contains(actor, bits));
      found.push({ bits, actors, score: size * (actors.length - 1) });
    }
  }
  return found
    .sort(
      (x, y) => y.score - x.score || y.actors.length - x.actors.length || compareLists(x.actors, y.actors),
    )
    .slice(0, most)
    .map(({ bits, actors }) => ({ actors, positions: members(bits) }));
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = (a[at] as number) - (b[at] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
