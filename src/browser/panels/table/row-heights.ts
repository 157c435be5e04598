/** Heights of the rows of a long table of which only those in sight are drawn: measured where drawn, guessed elsewhere. Pure. */

export class RowHeights {
  private heights: Float64Array;
  /** `tops[i]` = height of all rows before row i; one longer than `heights`. */
  private tops: Float64Array;
  /** Rows from here on have stale tops. */
  private stale = 0;
  private readonly guess: number;

  /** @param guess height in pixels of a row that was never drawn */
  constructor(count: number, guess: number) {
    this.guess = guess;
    this.heights = new Float64Array(count).fill(guess);
    this.tops = new Float64Array(count + 1);
  }

  get count(): number {
    return this.heights.length;
  }

  /** Keeps what is known of the first rows when rows come or go at the end. */
  resize(count: number): void {
    if (count === this.count) return;
    const heights = new Float64Array(count).fill(this.guess);
    heights.set(this.heights.subarray(0, Math.min(count, this.count)));
    this.stale = Math.min(this.stale, this.count, count);
    const tops = new Float64Array(count + 1);
    tops.set(this.tops.subarray(0, this.stale + 1));
    this.heights = heights;
    this.tops = tops;
  }

  /** Forgets all measures: other rows, other columns. */
  reset(): void {
    this.heights.fill(this.guess);
    this.stale = 0;
  }

  /** Notes the height of a drawn row; true when it was another. */
  measured(row: number, height: number): boolean {
    const before = this.heights[row];
    if (before === undefined || Math.abs(before - height) < 0.5) return false;
    this.heights[row] = height;
    this.stale = Math.min(this.stale, row);
    return true;
  }

  /** Distance of a row's upper edge from that of the first row; of `count`: the whole height. */
  top(row: number): number {
    const wanted = Math.max(0, Math.min(row, this.count));
    for (; this.stale < this.count; this.stale++)
      this.tops[this.stale + 1] = (this.tops[this.stale] as number) + (this.heights[this.stale] as number);
    return this.tops[wanted] as number;
  }

  /** The row at a distance from the upper edge of the first row. */
  rowAt(distance: number): number {
    this.top(this.count);
    let low = 0;
    let high = Math.max(0, this.count - 1);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.tops[middle] as number) <= distance) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
