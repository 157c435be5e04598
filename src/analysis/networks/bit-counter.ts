/**
 * Rows of bits, and how many bits two rows share: 128 columns at a time by vectors (`bit-kernel.ts`), 32 where there are none. Each row is
 * a list of blocks of 128 columns; the level of a column, a number from 1, is spread over planes, 0 = nothing there.
 */

import { type BitKernel, bitKernel } from "./bit-kernel.ts";

const WORDS_OF_BLOCK = 4;

export interface BitShape {
  readonly rows: number;
  readonly columns: number;
  /** Levels are below 2 to the power of this. */
  readonly planes: number;
}

/** One at a time: a counter must not be used any more when the next one has been made. */
export interface BitCounter {
  /** Words of a row. */
  readonly width: number;
  /** Words of a block: four of each plane. */
  readonly step: number;
  /** All zero at first. The bit of column c in plane p of row r is bit c % 32 of word `wordOf(c)` + 4p + r · width. */
  readonly words: Int32Array;
  /** What `count` counted last: columns that both rows have, and those of them with different levels. */
  readonly found: Int32Array;
  /** Counts over the words `from … end − 1` of two rows; both are multiples of `step`, and `from` is less. */
  count(row: number, other: number, from: number, end: number): void;
}

/** The first plane's word of a column within its row. */
export const wordOf = (column: number, planes: number): number =>
  (column >>> 7) * WORDS_OF_BLOCK * planes + ((column >>> 5) & 3);

/** Words of a row. */
export const bitWidth = (columns: number, planes: number): number =>
  planes * WORDS_OF_BLOCK * Math.ceil(columns / 128);

/** Words that the rows of a shape have altogether. */
const wordsOf = ({ rows, columns, planes }: BitShape): number => rows * bitWidth(columns, planes);

/** Rows that vectors count are kept in a memory that is not given back: it must stay small. 64 kB each. */
const MOST_PAGES = 1024;
const PAGE = 65_536;
/** The kernel writes its counts before the rows. */
const RESERVED = 4;

interface Vectors {
  readonly pages: number;
  readonly memory: WebAssembly.Memory;
  readonly kernel: BitKernel;
}

/** undefined = not tried yet; null = there are none here. */
let vectors: Vectors | null | undefined;

/** Vectors over as many pages at least: a new memory, because one that grows makes all typed arrays of the program slower (V8). */
function vectorsOver(pages: number): Vectors | null {
  if (vectors === null || pages > MOST_PAGES || typeof WebAssembly === "undefined") return null;
  if (vectors && vectors.pages >= pages) return vectors;
  const size = 2 ** Math.ceil(Math.log2(pages));
  const memory = new WebAssembly.Memory({ initial: size, maximum: size });
  const kernel = bitKernel(memory);
  vectors = kernel && { pages: size, memory, kernel };
  return vectors;
}

/** A counter with all bits 0. */
export function bitCounter(shape: BitShape): BitCounter {
  const found = vectorsOver(Math.ceil(((wordsOf(shape) + RESERVED) * 4) / PAGE));
  return found ? byVectors(found, shape) : byWords(shape);
}

const sizes = (shape: BitShape) => ({
  step: WORDS_OF_BLOCK * shape.planes,
  width: bitWidth(shape.columns, shape.planes),
});

function byVectors({ memory, kernel }: Vectors, shape: BitShape): BitCounter {
  const { step, width } = sizes(shape);
  const found = new Int32Array(memory.buffer, 0, RESERVED);
  const words = new Int32Array(memory.buffer, RESERVED * 4, shape.rows * width).fill(0);
  return {
    width,
    step,
    words,
    found,
    count(row, other, from, end) {
      const a = RESERVED + row * width;
      const b = RESERVED + other * width;
      kernel((a + from) * 4, (b + from) * 4, (a + end) * 4, step * 4);
    },
  };
}

/** Number of bits set in a word. */
export function bitsSet(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The same without vectors, on words of its own. Exported for tests: the obvious way. */
export function byWords(shape: BitShape): BitCounter {
  const { step, width } = sizes(shape);
  const words = new Int32Array(shape.rows * width);
  const found = new Int32Array(2);
  return {
    width,
    step,
    words,
    found,
    count(row, other, from, end) {
      const [a, b] = [row * width, other * width];
      let [both, apart] = [0, 0];
      for (let block = from; block < end; block += step)
        for (let word = block; word < block + WORDS_OF_BLOCK; word += 1) {
          let [mine, others, differ] = [0, 0, 0];
          for (let at = word; at < block + step; at += WORDS_OF_BLOCK) {
            const [left, right] = [words[a + at] as number, words[b + at] as number];
            mine |= left;
            others |= right;
            differ |= left ^ right;
          }
          const shared = mine & others;
          both += bitsSet(shared);
          apart += bitsSet(shared & differ);
        }
      found[0] = both;
      found[1] = apart;
    },
  };
}
