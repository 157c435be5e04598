/** A set of texts of which only 64-bit fingerprints are kept: 16 to 32 bytes each, however long they are. */

const FIRST = 1 << 10;

/** Mistakes a text for another about once in 10^11 files of ten million keys. */
export class KeySet {
  size = 0;
  private low = new Uint32Array(FIRST);
  private high = new Uint32Array(FIRST);
  private foundLow = 0;
  private foundHigh = 0;

  /** False when it was there already. */
  add(key: string): boolean {
    const slot = this.slotOf(key);
    if (this.low[slot] !== 0) return false;
    this.low[slot] = this.foundLow;
    this.high[slot] = this.foundHigh;
    if (++this.size * 2 > this.low.length) this.grow();
    return true;
  }

  has(key: string): boolean {
    return this.low[this.slotOf(key)] !== 0;
  }

  private slotOf(key: string): number {
    let low = 0x811c9dc5;
    let high = 0x2f0b4a87;
    for (let at = 0; at < key.length; at++) {
      const unit = key.charCodeAt(at);
      low = Math.imul(low ^ unit, 0x01000193);
      high = Math.imul((high << 13) | (high >>> 19), 5) ^ Math.imul(unit + 0x9e3779b9, 0x85ebca6b);
    }
    high = mixed(high ^ key.length);
    low = mixed(low ^ high);
    // Zero marks a free slot.
    this.foundLow = low === 0 ? 1 : low;
    this.foundHigh = high;
    return this.search(this.foundLow, high);
  }

  private search(low: number, high: number): number {
    const mask = this.low.length - 1;
    let slot = low & mask;
    while (this.low[slot] !== 0 && (this.low[slot] !== low || this.high[slot] !== high))
      slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { low, high } = this;
    this.low = new Uint32Array(low.length * 2);
    this.high = new Uint32Array(low.length * 2);
    for (let at = 0; at < low.length; at++) {
      const each = low[at] as number;
      if (each === 0) continue;
      const slot = this.search(each, high[at] as number);
      this.low[slot] = each;
      this.high[slot] = high[at] as number;
    }
  }
}

/** The finalizer of MurmurHash3 (Appleby): every bit of the input moves every bit of the output. */
function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
