/**
 * The WebAssembly kernel of `bit-counter.ts`, put together here from instructions (WebAssembly Core Specification 2.0, chapter 5), so that
 * no compiler and no second file stand between what it does and what runs.
 */

/** `(a, b, end, step)`: first bytes of two rows, the byte after the first row, bytes of a block. Writes two counts to bytes 0 and 4. */
export type BitKernel = (a: number, b: number, end: number, step: number) => void;

const I32 = 0x7f;
const V128 = 0x7b;
const BLOCK = [0x40];
const LOOP = [0x03, ...BLOCK];
const END = [0x0b];
const BRANCH_BACK_IF = [0x0d, 0];
const LESS = [0x49];
const ADD = [0x6a];

const unsigned = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const tee = (local: number): number[] => [0x22, local];
const constant = (value: number): number[] => [0x41, value];
const store = (offset: number): number[] => [0x36, 2, offset];
const vector = (instruction: number, ...operands: number[]): number[] => [
  0xfd,
  ...unsigned(instruction),
  ...operands,
];

const LOAD = vector(0x00, 4, 0);
const NONE = vector(0x0c, ...new Array<number>(16).fill(0));
const AND = vector(0x4e);
const OR = vector(0x50);
const XOR = vector(0x51);
/** Bits set, as four numbers: of each byte, of pairs of bytes, of pairs of these. */
const BITS = [...vector(0x62), ...vector(0x7c), ...vector(0x7e)];
const ADD_FOUR = vector(0xae);
const lane = (number: number): number[] => vector(0x1b, number);

/** Parameters and locals by number. */
const [A, B, ROW_END, STEP, BLOCK_END] = [0, 1, 2, 3, 4];
const [BOTH, APART, MINE, OTHERS, DIFFER, LEFT, RIGHT] = [5, 6, 7, 8, 9, 10, 11];

const sumOfLanes = (local: number): number[] => [
  ...[...get(local), ...lane(0)],
  ...[...get(local), ...lane(1), ...ADD],
  ...[...get(local), ...lane(2), ...ADD],
  ...[...get(local), ...lane(3), ...ADD],
];

const BODY = [
  ...[2, 1, I32, 7, V128],
  ...LOOP,
  ...[...NONE, ...tee(MINE), ...tee(OTHERS), ...set(DIFFER)],
  ...[...get(A), ...get(STEP), ...ADD, ...set(BLOCK_END)],
  // Planes of a block: what either row has, and where they differ.
  ...LOOP,
  ...[...get(A), ...LOAD, ...tee(LEFT), ...get(MINE), ...OR, ...set(MINE)],
  ...[...get(B), ...LOAD, ...tee(RIGHT), ...get(OTHERS), ...OR, ...set(OTHERS)],
  ...[...get(LEFT), ...get(RIGHT), ...XOR, ...get(DIFFER), ...OR, ...set(DIFFER)],
  ...[...get(B), ...constant(16), ...ADD, ...set(B)],
  ...[...get(A), ...constant(16), ...ADD, ...tee(A), ...get(BLOCK_END), ...LESS, ...BRANCH_BACK_IF],
  ...END,
  ...[...get(MINE), ...get(OTHERS), ...AND, ...tee(MINE), ...BITS, ...get(BOTH), ...ADD_FOUR, ...set(BOTH)],
  ...[...get(MINE), ...get(DIFFER), ...AND, ...BITS, ...get(APART), ...ADD_FOUR, ...set(APART)],
  ...[...get(A), ...get(ROW_END), ...LESS, ...BRANCH_BACK_IF],
  ...END,
  ...[...constant(0), ...sumOfLanes(BOTH), ...store(0)],
  ...[...constant(0), ...sumOfLanes(APART), ...store(4)],
  ...END,
];

const section = (id: number, content: readonly number[]): number[] => [
  id,
  ...unsigned(content.length),
  ...content,
];
const name = (text: string): number[] => [text.length, ...Array.from(text, (letter) => letter.charCodeAt(0))];

const MODULE = Uint8Array.from([
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...section(1, [1, 0x60, 4, I32, I32, I32, I32, 0]),
  ...section(2, [1, ...name("bits"), ...name("memory"), 2, 0, 1]),
  ...section(3, [1, 0]),
  ...section(7, [1, ...name("count"), 0, 0]),
  ...section(10, [1, ...unsigned(BODY.length), ...BODY]),
]);

/** The kernel over a memory; null where vectors of WebAssembly are not known, or a page's rules forbid to compile. */
export function bitKernel(memory: WebAssembly.Memory): BitKernel | null {
  if (typeof WebAssembly === "undefined" || !WebAssembly.validate(MODULE)) return null;
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(MODULE), { bits: { memory } });
    return exports["count"] as BitKernel;
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) return null;
    throw error;
  }
}
