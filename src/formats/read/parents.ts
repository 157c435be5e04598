/** The parents that nodes name: whether each is a node, and whether any go round in a circle. */

import { ownText } from "./window.ts";

/** How many are looked at. */
const MOST = 1_000_000;

/** Keeps two ids for each node that has a parent. */
export class Parents {
  private readonly parentOf = new Map<string, string>();
  private readonly lost: (what: string) => void;

  constructor(lost: (what: string) => void) {
    this.lost = lost;
  }

  see(child: string, parent: string): void {
    if (this.parentOf.size < MOST) this.parentOf.set(ownText(child), ownText(parent));
    else this.lost(`parents of nodes after ${MOST} of them (kept, but not checked)`);
  }

  /** Says what is wrong, when all nodes are known. */
  close(isNode: (id: string) => boolean): void {
    const { parentOf, lost } = this;
    /** By the number of the walk that came past. */
    const passed = new Map<string, number>();
    let walk = 0;
    for (const [child, parent] of parentOf) {
      if (!isNode(parent)) lost("parents that are no node of the file (kept as texts)");
      walk++;
      let at: string | undefined = child;
      for (; at !== undefined && !passed.has(at); at = parentOf.get(at)) passed.set(at, walk);
      if (at !== undefined && passed.get(at) === walk)
        lost("circles of nodes that lie within each other (kept as texts)");
    }
  }
}
