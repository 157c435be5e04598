/** A small cache that forgets what was not used for longest, bounded by the total weight of its entries. */

export class LruCache<Value> {
  private readonly entries = new Map<string, { readonly value: Value; readonly weight: number }>();
  private readonly capacity: number;
  private total = 0;
  private found = 0;
  private missed = 0;

  /** @param capacity greatest total weight; an entry above it is not kept */
  constructor(capacity: number) {
    this.capacity = capacity;
  }

  /** How often a value was there and was not, and what is kept now. */
  get state(): {
    readonly hits: number;
    readonly misses: number;
    readonly entries: number;
    readonly weight: number;
  } {
    return { hits: this.found, misses: this.missed, entries: this.entries.size, weight: this.total };
  }

  /** Whether a key is there; counts as no use of it. */
  has(key: string): boolean {
    return this.entries.has(key);
  }

  /** The value of a key if it is there. */
  peek(key: string): Value | undefined {
    const known = this.entries.get(key);
    if (!known) {
      this.missed++;
      return undefined;
    }
    this.found++;
    this.entries.delete(key);
    this.entries.set(key, known);
    return known.value;
  }

  /** Keeps a value, `weight` in the unit of the capacity. */
  keep(key: string, value: Value, weight: number): void {
    if (weight > this.capacity) return;
    const before = this.entries.get(key);
    if (before) {
      this.entries.delete(key);
      this.total -= before.weight;
    }
    this.entries.set(key, { value, weight });
    this.total += weight;
    for (const [oldest, entry] of this.entries) {
      if (this.total <= this.capacity) break;
      this.entries.delete(oldest);
      this.total -= entry.weight;
    }
  }

  /** The value of a key, made at the first call. `weigh` gives a positive number in the unit of the capacity. */
  get(key: string, make: () => Value, weigh: (value: Value) => number): Value {
    const known = this.peek(key);
    if (known !== undefined) return known;
    const value = make();
    this.keep(key, value, weigh(value));
    return value;
  }
}
