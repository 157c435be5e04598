/** Whether a box on the screen surely covers a point, in constant time: counts of points by cells of a grid, summed from the corner. Pure. */

/** Pixels of a cell's side. */
const CELL = 4;

/** A summed-area table (Crow 1984) of points; those outside `area` are left out. */
export class Centres {
  readonly #sums: Int32Array;
  readonly #columns: number;
  readonly #rows: number;

  constructor(
    points: Iterable<{ readonly x: number; readonly y: number }>,
    area: { readonly width: number; readonly height: number },
  ) {
    this.#columns = Math.max(1, Math.ceil(area.width / CELL));
    this.#rows = Math.max(1, Math.ceil(area.height / CELL));
    const wide = this.#columns + 1;
    const sums = new Int32Array(wide * (this.#rows + 1));
    for (const { x, y } of points) {
      const [column, row] = [Math.floor(x / CELL), Math.floor(y / CELL)];
      if (column < 0 || row < 0 || column >= this.#columns || row >= this.#rows) continue;
      const at = (row + 1) * wide + column + 1;
      sums[at] = (sums[at] as number) + 1;
    }
    for (let row = 1; row <= this.#rows; row++) {
      let along = 0;
      for (let at = row * wide + 1; at < (row + 1) * wide; at++) {
        along += sums[at] as number;
        sums[at] = along + (sums[at - wide] as number);
      }
    }
    this.#sums = sums;
  }

  /** True when a point lies in one of the cells that the box covers wholly; false says nothing of its rim. */
  surelyIn(left: number, top: number, width: number, height: number): boolean {
    const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));
    const from = clamp(Math.ceil(left / CELL), this.#columns);
    const to = clamp(Math.floor((left + width) / CELL), this.#columns);
    const first = clamp(Math.ceil(top / CELL), this.#rows);
    const last = clamp(Math.floor((top + height) / CELL), this.#rows);
    if (to <= from || last <= first) return false;
    const at = (row: number, column: number) => this.#sums[row * (this.#columns + 1) + column] as number;
    return at(last, to) - at(first, to) - at(last, from) + at(first, from) > 0;
  }
}
