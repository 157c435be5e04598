/** Orders of two facing columns in which few edges cross: barycentres, as in Sugiyama, Tagawa & Toda, "Methods for visual understanding of hierarchical system structures", IEEE Trans. SMC 11(2), 1981. */

/** Edges between the columns, by place: `left[e]` is a member of the left column, `right[e]` of the right one, both from 0. */
export interface Facing {
  readonly lefts: number;
  readonly rights: number;
  readonly left: readonly number[];
  readonly right: readonly number[];
}

export interface Orders {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** Rounds of sorting one column by the other; the best order met is kept. */
const ROUNDS = 24;
/** Edges above which the rounds are fewer. */
const MANY = 20_000;
const FEW_ROUNDS = 6;

/** The members of both columns in order, from the top. Deterministic: ties keep the order given. */
export function fewCrossings(facing: Facing): Orders {
  const identity = (count: number) => Array.from({ length: count }, (_, member) => member);
  let best: Orders = { left: identity(facing.lefts), right: identity(facing.rights) };
  let least = crossings(facing, best);
  let { left, right } = best;
  const rounds = facing.left.length > MANY ? FEW_ROUNDS : ROUNDS;
  for (let round = 0; round < rounds && least > 0; round++) {
    const before = [left, right];
    right = byBarycentre(right, facing.right, facing.left, left);
    left = byBarycentre(left, facing.left, facing.right, right);
    const now = crossings(facing, { left, right });
    if (now < least) {
      least = now;
      best = { left, right };
    }
    if (same(before[0] as readonly number[], left) && same(before[1] as readonly number[], right)) break;
  }
  return best;
}

const same = (a: readonly number[], b: readonly number[]): boolean => a.every((one, at) => one === b[at]);

/** Members by the mean place of those they face; one that faces nobody goes to the end. */
function byBarycentre(
  order: readonly number[],
  own: readonly number[],
  other: readonly number[],
  otherOrder: readonly number[],
): readonly number[] {
  const place = new Float64Array(otherOrder.length);
  otherOrder.forEach((member, at) => {
    place[member] = at;
  });
  const sum = new Float64Array(order.length);
  const degree = new Float64Array(order.length);
  own.forEach((member, edge) => {
    sum[member] = (sum[member] as number) + (place[other[edge] as number] as number);
    degree[member] = (degree[member] as number) + 1;
  });
  const centre = (member: number): number =>
    degree[member] === 0 ? Number.MAX_VALUE : (sum[member] as number) / (degree[member] as number);
  return order.toSorted((a, b) => centre(a) - centre(b));
}

/** Pairs of edges that cross, O(E log V): inversions among the right ends once edges are sorted by their left ones (Barth, Jünger & Mutzel 2002). */
export function crossings({ left, right }: Facing, orders: Orders): number {
  const places = (order: readonly number[]): Int32Array => {
    const place = new Int32Array(order.length);
    order.forEach((member, at) => {
      place[member] = at;
    });
    return place;
  };
  const onLeft = places(orders.left);
  const onRight = places(orders.right);
  const edges = left.map((_, edge) => edge);
  const leftOf = (edge: number): number => onLeft[left[edge] as number] as number;
  const rightOf = (edge: number): number => onRight[right[edge] as number] as number;
  edges.sort((a, b) => leftOf(a) - leftOf(b) || rightOf(a) - rightOf(b));
  const tree = new Int32Array(orders.right.length + 1);
  let crossed = 0;
  edges.forEach((edge, before) => {
    let below = 0;
    for (let at = rightOf(edge) + 1; at > 0; at -= at & -at) below += tree[at] as number;
    crossed += before - below;
    for (let at = rightOf(edge) + 1; at < tree.length; at += at & -at) tree[at] = (tree[at] as number) + 1;
  });
  return crossed;
}
