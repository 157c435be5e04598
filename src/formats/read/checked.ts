/** What holds for a graph in any format: ids are there once, edges join nodes that are there. */

import { KeySet } from "./key-set.ts";
import { Parents } from "./parents.ts";
import {
  type EdgeRecord,
  type GraphSink,
  type NodeRecord,
  PARENT,
  type Place,
  type PlaceOf,
} from "./record.ts";
import { faultAt, ownText } from "./window.ts";

/** How many ends of edges may wait for their nodes. */
const MAX_WAITING = 1_000_000;

const DUPLICATE = "Give each its own id";

/** Passes records on after checking them. Needs 16 to 32 bytes for each id and end of an edge. */
export class CheckedSink implements GraphSink {
  /** Ids of the edges that have one. */
  readonly edgeIds = new KeySet();
  /** Ids of the nodes at which an edge ends. */
  readonly ends = new KeySet();
  private readonly nodeIds = new KeySet();
  /** Ends of edges whose nodes have not come yet, and where the first such edge stands. */
  private readonly waiting = new Map<string, Place>();
  private readonly parents = new Parents((what) => this.lost(what));
  /** Place of the column of parents, -1 when there is none, and how many columns there are. */
  private parentAt = -1;
  private nodeAttributes = 0;
  private readonly sink: GraphSink;
  private readonly repeatedNumbers: boolean;

  constructor(sink: GraphSink, repeatedNumbers: boolean) {
    this.sink = sink;
    this.repeatedNumbers = repeatedNumbers;
  }

  graph(name: string, value: string): void {
    this.sink.graph(name, value);
  }

  attribute(...declared: Parameters<GraphSink["attribute"]>): void {
    const [owner, { name, type }] = declared;
    if (owner === "node") {
      if (name === PARENT && type === "string") this.parentAt = this.nodeAttributes;
      this.nodeAttributes++;
    }
    this.sink.attribute(...declared);
  }

  lost(what: string): void {
    this.sink.lost(what);
  }

  node(node: NodeRecord, place: PlaceOf): void {
    if (!this.nodeIds.add(node.id))
      throw faultAt(place(), `there is a node ${named(node.id)} already`, DUPLICATE);
    if (this.waiting.size > 0) this.waiting.delete(node.id);
    const parent = this.parentAt < 0 ? undefined : node.values[this.parentAt];
    if (typeof parent === "string") this.parents.see(node.id, parent);
    this.sink.node(node, place);
  }

  edge(edge: EdgeRecord, place: PlaceOf): void {
    if (edge.id !== null && !this.edgeIds.add(edge.id)) {
      if (!this.repeatedNumbers || !/^\d+$/.test(edge.id))
        throw faultAt(place(), `there is an edge ${named(edge.id)} already`, DUPLICATE);
      edge.id = null;
      this.sink.lost("ids of edges that other edges have too");
    }
    this.end(edge.source, place);
    this.end(edge.target, place);
    this.sink.edge(edge, place);
  }

  /** To be called at the end. @throws Fault for the first edge with an unknown end */
  close(): void {
    for (const [id, place] of this.waiting)
      throw faultAt(
        place,
        `the edge ends at ${named(id)}, but there is no such node`,
        "Add the node, or take the edge out",
      );
    this.parents.close((id) => this.nodeIds.has(id));
  }

  private end(id: string, place: PlaceOf): void {
    this.ends.add(id);
    if (this.nodeIds.has(id) || this.waiting.has(id)) return;
    if (this.waiting.size >= MAX_WAITING)
      throw faultAt(
        place(),
        `more than ${MAX_WAITING} ends of edges come before their nodes`,
        "Put the nodes before the edges",
      );
    this.waiting.set(ownText(id), place());
  }
}

/** An id as messages show it. */
export const named = (id: string): string => JSON.stringify(id.length > 60 ? `${id.slice(0, 60)}…` : id);
