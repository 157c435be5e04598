/** A list of statements in pieces: runs of consecutive numbers, about which more can be known beforehand, and what is between them. */

/** The places `from … end − 1` of a list. */
export interface Piece {
  readonly from: number;
  readonly end: number;
  /** Whether the numbers at these places are consecutive. */
  readonly isRun: boolean;
}

/** Places that are looked at together: a run that is not much longer is not worth one. */
const STEP = 1024;

/** The pieces of an ascending list without repeats, in order: every place is in one of them. O(length / 1024). */
export function piecesOf(numbers: Int32Array): readonly Piece[] {
  if (numbers.length > 0 && isConsecutive(numbers, 0, numbers.length))
    return [{ from: 0, end: numbers.length, isRun: true }];
  const pieces: Piece[] = [];
  for (let at = 0; at < numbers.length; at += STEP) {
    const end = Math.min(at + STEP, numbers.length);
    const isRun = isConsecutive(numbers, at, end);
    const last = pieces.at(-1);
    const goesOn = last?.isRun === isRun && (!isRun || isConsecutive(numbers, last.from, end));
    if (last && goesOn) pieces[pieces.length - 1] = { ...last, end };
    else pieces.push({ from: at, end, isRun });
  }
  return pieces;
}

/** Numbers that ascend by one each time span no more than there are of them. */
const isConsecutive = (numbers: Int32Array, from: number, end: number): boolean =>
  (numbers[end - 1] as number) - (numbers[from] as number) === end - 1 - from;

/** The first place from `at` on whose number is `least` or more, at most `end`; ascending numbers, O(log of the way). */
export function reach(numbers: Int32Array, at: number, end: number, least: number): number {
  let step = 1;
  while (at + step < end && (numbers[at + step] as number) < least) step *= 2;
  let [low, high] = [at, Math.min(at + step, end)];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

let known = new Int32Array(0);

/** 0, 1, 2 … `length − 1`, shared by all who ask: not to be written to. */
export function consecutive(length: number): Int32Array {
  if (known.length < length) {
    known = new Int32Array(length);
    for (let at = 0; at < length; at++) known[at] = at;
  }
  return known.subarray(0, length);
}

/** Gathers ascending numbers without repeats. As long as they are one run nothing is written: mostly all or a stretch of time is asked for. */
export class Gathering {
  private readonly room: number;
  private written: Int32Array | null = null;
  private first = 0;
  private count = 0;

  /** @param room no number is as large */
  constructor(room: number) {
    this.room = room;
  }

  /** Adds the first `count` of ascending numbers. */
  add(numbers: Int32Array, count: number): void {
    if (count === 0) return;
    const [from, end] = [numbers[0] as number, 1 + (numbers[count - 1] as number)];
    if (!this.written && end - from === count) {
      this.addRun(from, end);
      return;
    }
    this.written ??= this.write();
    this.written.set(numbers.subarray(0, count), this.count);
    this.count += count;
  }

  /** Adds `from … end − 1`. */
  addRun(from: number, end: number): void {
    if (this.count === 0) this.first = from;
    if (!this.written && from === this.first + this.count) {
      this.count += end - from;
      return;
    }
    this.written ??= this.write();
    for (let number = from; number < end; number++) this.written[this.count++] = number;
  }

  /** The numbers; not to be written to. */
  get numbers(): Int32Array {
    const { written, first, count, room } = this;
    if (!written) return consecutive(first + count).subarray(first);
    // What is nearly all of them is not worth a copy.
    return 2 * count > room ? written.subarray(0, count) : written.slice(0, count);
  }

  private write(): Int32Array {
    const written = new Int32Array(this.room);
    written.set(consecutive(this.first + this.count).subarray(this.first));
    return written;
  }
}
