/** A small cache that forgets what was not used for longest, bounded by the total weight of its entries. */

export class LruCache<Value> {
  private readonly entries = new Map<string, { readonly value: Value; readonly weight: number }>();
  private readonly capacity: number;
  private total = 0;

  /** @param capacity greatest total weight; an entry above it is not kept */
  constructor(capacity: number) {
    this.capacity = capacity;
  }

  /** The value of a key, made at the first call. `weigh` gives a positive number in the unit of the capacity. */
  get(key: string, make: () => Value, weigh: (value: Value) => number): Value {
    const known = this.entries.get(key);
    if (known) {
      this.entries.delete(key);
      this.entries.set(key, known);
      return known.value;
    }
    const value = make();
    const weight = weigh(value);
    if (weight > this.capacity) return value;
    this.entries.set(key, { value, weight });
    this.total += weight;
    for (const [oldest, entry] of this.entries) {
      if (this.total <= this.capacity) break;
      this.entries.delete(oldest);
      this.total -= entry.weight;
    }
    return value;
  }
}
