/**
 * A picture in the form that sigma walks: what it calls of a graphology graph and no more. Building 50,000 edges takes some
 * milliseconds instead of most of a second, and items can be changed without sigma drawing everything anew. Node keys are the
 * picture's; edges are called `e0`, `e1` … because sigma keeps both in plain objects.
 */

import { type EdgeItem, edgeItem, type NodeItem, nodeItem } from "./drawn.ts";
import type { Emphasis } from "./emphasis.ts";
import { mainLines } from "./lines.ts";
import type { Picture, PictureEdge } from "./picture.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Items of a picture that have changed, by their names in sigma. */
export interface Touched {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

const edgeName = (place: number): string => `e${place}`;

export class SceneGraph {
  /** By this and the two methods below sigma knows a graph. */
  readonly multi = true;
  addUndirectedEdgeWithKey(): void {}
  dropNode(): void {}

  #picture: Picture;
  /** The edges that are drawn; `e0` is the first of these. */
  #lines: readonly PictureEdge[];
  #emphasis: Emphasis | null;
  readonly #nodes = new Map<string, Mutable<NodeItem>>();
  readonly #edges = new Map<string, Mutable<EdgeItem>>();
  /** Names of edges by their keys in the picture. */
  readonly #names = new Map<string, string>();

  constructor(picture: Picture, emphasis: Emphasis | null) {
    this.#picture = picture;
    this.#lines = mainLines(picture);
    this.#emphasis = emphasis;
    for (const node of picture.nodes) this.#nodes.set(node.key, nodeItem(node, emphasis));
    for (const [at, edge] of this.#lines.entries()) {
      this.#edges.set(edgeName(at), edgeItem(picture, edge, emphasis));
      this.#names.set(edge.key, edgeName(at));
    }
  }

  get order(): number {
    return this.#nodes.size;
  }

  nodes(): string[] {
    return [...this.#nodes.keys()];
  }

  edges(): string[] {
    return [...this.#edges.keys()];
  }

  hasNode(key: string): boolean {
    return this.#nodes.has(key);
  }

  hasEdge(name: string): boolean {
    return this.#edges.has(name);
  }

  forEachNode(visit: (key: string, item: NodeItem) => void): void {
    for (const [key, item] of this.#nodes) visit(key, item);
  }

  forEachEdge(visit: (name: string, item: EdgeItem) => void): void {
    for (const [name, item] of this.#edges) visit(name, item);
  }

  /** Only for keys that are there, as sigma asks for no others. */
  getNodeAttributes(key: string): NodeItem {
    return this.#nodes.get(key) as NodeItem;
  }

  getEdgeAttributes(name: string): EdgeItem {
    return this.#edges.get(name) as EdgeItem;
  }

  extremities(name: string): [string, string] {
    const { source, target } = this.getEdgeAttributes(name).edge;
    return [source, target];
  }

  /** The items of the nodes, for whoever looks through all. */
  items(): Iterable<NodeItem> {
    return this.#nodes.values();
  }

  /** What sigma calls an edge of the picture; null when it is not drawn. */
  nameOf(key: string): string | null {
    return this.#names.get(key) ?? null;
  }

  // Nothing is announced: whoever changes an item has sigma draw it.
  on(): void {}
  removeListener(): void {}

  /** Puts a node elsewhere; what must be drawn again are it and its edges. */
  move(key: string, x: number, y: number): Touched {
    const item = this.#nodes.get(key);
    if (!item) return { nodes: [], edges: [] };
    item.x = x;
    item.y = y;
    return { nodes: [key], edges: this.#edgesAt([key]) };
  }

  /** Marks what stands out from now on. */
  emphasise(emphasis: Emphasis | null): Touched {
    const before = this.#emphasis;
    this.#emphasis = emphasis;
    const nodes: string[] = [];
    const edges: string[] = [];
    for (const key of union(before?.nodes, emphasis?.nodes)) {
      const item = this.#nodes.get(key);
      const stands = emphasis?.nodes.has(key) === true;
      if (!item || item.stands === stands) continue;
      item.stands = stands;
      nodes.push(key);
    }
    for (const key of union(before?.edges, emphasis?.edges)) {
      const name = this.#names.get(key);
      const item = name === undefined ? undefined : this.#edges.get(name);
      const stands = emphasis?.edges.has(key) === true;
      if (name === undefined || !item || item.stands === stands) continue;
      item.stands = stands;
      edges.push(name);
    }
    return { nodes, edges };
  }

  /** Takes over a picture of the same nodes and edges, at other places or in another dress; null when it has others. */
  adopt(picture: Picture): Touched | null {
    const { nodes } = this.#picture;
    const [before, lines] = [this.#lines, mainLines(picture)];
    if (picture.nodes.length !== nodes.length || lines.length !== before.length) return null;
    if (picture.nodes.some(({ key }, at) => key !== nodes[at]?.key)) return null;
    const sameEdges = lines === before;
    if (!sameEdges && lines.some((edge, at) => !alike(edge, before[at]))) return null;
    this.#picture = picture;
    this.#lines = lines;
    const changed: string[] = [];
    for (const node of picture.nodes) {
      const item = this.#nodes.get(node.key);
      if (!item || (item.node === node && item.x === node.x && item.y === node.y)) continue;
      this.#nodes.set(node.key, nodeItem(node, this.#emphasis));
      changed.push(node.key);
    }
    const redressed = sameEdges ? [] : [...this.#edges.keys()];
    for (const name of redressed) {
      const edge = lines[Number(name.slice(1))];
      if (edge) this.#edges.set(name, edgeItem(picture, edge, this.#emphasis));
    }
    return { nodes: changed, edges: sameEdges ? this.#edgesAt(changed) : redressed };
  }

  #edgesAt(keys: readonly string[]): string[] {
    const names = new Set<string>();
    for (const key of keys)
      for (const edge of this.#picture.incident.get(key) ?? []) {
        const name = this.#names.get(edge.key);
        if (name !== undefined) names.add(name);
      }
    return [...names];
  }
}

/** Same ends and same number of points, so that the edge keeps its place in its program. */
const alike = (edge: PictureEdge, other: PictureEdge | undefined): boolean =>
  other !== undefined &&
  edge.key === other.key &&
  edge.source === other.source &&
  edge.target === other.target &&
  (edge.step === 0) === (other.step === 0);

const union = (a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): Iterable<string> =>
  a && b ? new Set([...a, ...b]) : (a ?? b ?? []);
