/** Forward and backward adjacency in compressed sparse rows over edges whose ends have been rolled up. */

export interface Adjacency {
  /** The node that stands for each coded node. */
  readonly standsFor: Int32Array;
  /** Ends after roll-up, one per edge. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 1 where the roll-up made both ends of an edge fall together: such an edge is nowhere in the rows. */
  readonly merged: Uint8Array;
  /** Edges leaving node n: `outEdge[outStart[n]] … outEdge[outStart[n + 1] − 1]`, by edge number. */
  readonly outStart: Int32Array;
  readonly outEdge: Int32Array;
  /** Edges entering node n, likewise. */
  readonly inStart: Int32Array;
  readonly inEdge: Int32Array;
}

/**
 * Counting sort of the edges by each end, O(nodes + edges).
 * With `dropMerged`, edges whose ends fall together only through `standsFor` or were loops before are left out of the rows.
 */
export function buildAdjacency(
  codedFrom: Int32Array,
  codedTo: Int32Array,
  standsFor: Int32Array,
  dropMerged: boolean,
): Adjacency {
  const nodeCount = standsFor.length;
  const edgeCount = codedFrom.length;
  // Where nothing is rolled up, the coded ends stand for themselves.
  const plain = standsFor.every((stands, node) => stands === node);
  const from = plain ? codedFrom : codedFrom.map((node) => standsFor[node] as number);
  const to = plain ? codedTo : codedTo.map((node) => standsFor[node] as number);
  const merged = new Uint8Array(edgeCount);
  if (dropMerged) for (let edge = 0; edge < edgeCount; edge++) if (from[edge] === to[edge]) merged[edge] = 1;
  const rows = (end: Int32Array): { start: Int32Array; edges: Int32Array } => {
    const start = new Int32Array(nodeCount + 1);
    for (let edge = 0; edge < edgeCount; edge++) {
      if (!merged[edge]) (start[(end[edge] as number) + 1] as number)++;
    }
    for (let node = 0; node < nodeCount; node++)
      start[node + 1] = (start[node + 1] as number) + (start[node] as number);
    const next = start.slice();
    const edges = new Int32Array(start[nodeCount] as number);
    for (let edge = 0; edge < edgeCount; edge++) {
      if (merged[edge]) continue;
      const node = end[edge] as number;
      edges[next[node] as number] = edge;
      next[node] = (next[node] as number) + 1;
    }
    return { start, edges };
  };
  const out = rows(from);
  const into = rows(to);
  return {
    standsFor,
    from,
    to,
    merged,
    outStart: out.start,
    outEdge: out.edges,
    inStart: into.start,
    inEdge: into.edges,
  };
}
