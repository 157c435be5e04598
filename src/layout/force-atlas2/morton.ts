/** Sorts points along a Z-shaped curve (G. M. Morton 1966), so that every cell of a quadtree is one run of them. */

/** Points in the order of the curve: `node[slot]` is the number of the point at `slot`. */
export interface Curve {
  readonly node: Int32Array;
  readonly key: Uint32Array;
  readonly spareNode: Int32Array;
  readonly spareKey: Uint32Array;
}

/** Bits of a key per axis. */
export const KEY_BITS = 16;

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
/** Below this length counting costs more than it saves. */
const SHORT = 64;

export const createCurve = (order: number): Curve => ({
  node: Int32Array.from({ length: order }, (_, node) => node),
  key: new Uint32Array(order),
  spareNode: new Int32Array(order),
  spareKey: new Uint32Array(order),
});

/** Puts a zero bit before each of the lowest sixteen bits. */
function spread(value: number): number {
  let bits = value & 0xffff;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

/**
 * Keys and sorts the slots `low … high − 1` within the square of the given corner and width (above 0). Stable: points with
 * equal keys keep their order.
 */
export function sortAlongCurve(
  curve: Curve,
  low: number,
  high: number,
  x: Float64Array,
  y: Float64Array,
  square: { readonly left: number; readonly bottom: number; readonly width: number },
): void {
  const { node, key } = curve;
  const { left, bottom, width } = square;
  const greatest = (1 << KEY_BITS) - 1;
  for (let slot = low; slot < high; slot++) {
    const point = node[slot] as number;
    // Divided before it is multiplied: the scale itself may be too great a number for a tiny square.
    const column = Math.min((((x[point] as number) - left) / width) * (greatest + 1), greatest);
    const row = Math.min((((y[point] as number) - bottom) / width) * (greatest + 1), greatest);
    key[slot] = (spread(column) | (spread(row) << 1)) >>> 0;
  }
  if (high - low <= SHORT) insertionSort(curve, low, high);
  else radixSort(curve, low, high);
}

function insertionSort({ node, key }: Curve, low: number, high: number): void {
  for (let slot = low + 1; slot < high; slot++) {
    const movedKey = key[slot] as number;
    const movedNode = node[slot] as number;
    let at = slot;
    for (; at > low && (key[at - 1] as number) > movedKey; at--) {
      key[at] = key[at - 1] as number;
      node[at] = node[at - 1] as number;
    }
    key[at] = movedKey;
    node[at] = movedNode;
  }
}

const counts = new Int32Array(DIGITS);

function radixSort(curve: Curve, low: number, high: number): void {
  let { node, key, spareNode, spareKey } = curve;
  for (let shift = 0; shift < 2 * KEY_BITS; shift += DIGIT_BITS) {
    counts.fill(0);
    for (let slot = low; slot < high; slot++) {
      const digit = ((key[slot] as number) >>> shift) & (DIGITS - 1);
      counts[digit] = (counts[digit] as number) + 1;
    }
    let place = low;
    for (let digit = 0; digit < DIGITS; digit++) {
      const count = counts[digit] as number;
      counts[digit] = place;
      place += count;
    }
    for (let slot = low; slot < high; slot++) {
      const digit = ((key[slot] as number) >>> shift) & (DIGITS - 1);
      const to = counts[digit] as number;
      counts[digit] = to + 1;
      spareKey[to] = key[slot] as number;
      spareNode[to] = node[slot] as number;
    }
    [node, spareNode] = [spareNode, node];
    [key, spareKey] = [spareKey, key];
  }
  // Three passes end in the spare arrays.
  curve.node.set(node.subarray(low, high), low);
  curve.key.set(key.subarray(low, high), low);
}
