/**
 * In how many ways one node can be chosen from each of several lists so that no node is chosen twice, nor one that is a post of
 * the walk. Lists and posts come and go as the walk does: what was last added is removed first.
 */
export class Choices {
  /** By node, the lists that hold it, one bit each. */
  readonly #heldBy: Int32Array;
  readonly #isPost: Uint8Array;
  /** By set of lists, the nodes that these hold and no others do. */
  readonly #nodesOf: Int32Array;
  readonly #ways: Float64Array;
  #lists = 0;

  constructor(nodes: number, mostLists: number) {
    this.#heldBy = new Int32Array(nodes);
    this.#isPost = new Uint8Array(nodes);
    this.#nodesOf = new Int32Array(1 << mostLists);
    this.#ways = new Float64Array(1 << mostLists);
  }

  isPost(node: number): boolean {
    return this.#isPost[node] === 1;
  }

  setPost(node: number): void {
    this.#isPost[node] = 1;
    (this.#nodesOf[this.#heldBy[node] as number] as number)--;
  }

  unsetPost(node: number): void {
    this.#isPost[node] = 0;
    (this.#nodesOf[this.#heldBy[node] as number] as number)++;
  }

  add(list: Int32Array): void {
    this.#turn(list, 1 << this.#lists++);
  }

  remove(list: Int32Array): void {
    this.#turn(list, 1 << --this.#lists);
  }

  /** Posts are passed over: those there are when a list is added are there when it is removed. */
  #turn(list: Int32Array, bit: number): void {
    const heldBy = this.#heldBy;
    const nodesOf = this.#nodesOf;
    for (const node of list) {
      if (this.#isPost[node] === 1) continue;
      const before = heldBy[node] as number;
      (nodesOf[before] as number)--;
      (nodesOf[before ^ bit] as number)++;
      heldBy[node] = before ^ bit;
    }
  }

  /** Steps that counting the ways takes about. */
  get effort(): number {
    return 5 ** this.#lists;
  }

  /** Exact below 2⁵³: whole numbers are added up and multiplied, none is taken away. One way when there is no list. */
  ways(): number {
    const all = (1 << this.#lists) - 1;
    // By set of lists: in how many ways a node can be chosen from each of them among the nodes looked at so far.
    const ways = this.#ways.fill(0, 0, all + 1);
    ways[0] = 1;
    for (let holders = 1; holders <= all; holders++) {
      const nodes = this.#nodesOf[holders] as number;
      if (nodes === 0) continue;
      // Greater sets first, so that what is read is still without these nodes.
      for (let chosen = all; chosen > 0; chosen--) {
        const own = chosen & holders;
        let sum = ways[chosen] as number;
        for (let some = own; some > 0; some = (some - 1) & own) {
          let ordered = 1;
          let left = nodes;
          for (let bit = some; bit > 0 && left >= 0; bit &= bit - 1) ordered *= left--;
          sum += ordered * (ways[chosen ^ some] as number);
        }
        ways[chosen] = sum;
      }
    }
    return ways[all] as number;
  }
}
