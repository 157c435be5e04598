/** A picture to the bytes of `application/vnd.stancegraph.columns`. */

import type { PictureGraph } from "../../model/graph.ts";
import { checksumOf } from "./checksum.ts";
import { type ColumnDraft, draftColumn } from "./encode-column.ts";
import {
  AT,
  ENTRY,
  MAGIC,
  OWNERS,
  padded,
  STORAGES,
  UNDIRECTED,
  VERSION,
  type Vector,
  wholeArray,
} from "./layout.ts";
import { EDGE_FIELDS, extraField, type Field, isExtraName, NODE_FIELDS } from "./schema.ts";
import { StringPool, wellFormed } from "./strings.ts";

/** The same picture gives the same bytes. Ends of edges must be among the nodes. Half a character (a lone surrogate) becomes U+FFFD. */
export function encodeColumns(graph: PictureGraph): Uint8Array<ArrayBuffer> {
  const pool = new StringPool();
  pool.number(JSON.stringify(graph.attributes));
  const nodes = [...graph.nodes()];
  const edges = [...graph.edges()];
  const position = new Map(nodes.map(({ key }, at) => [key as string, at]));
  const ends = (key: (edge: (typeof edges)[number]) => string): Vector => {
    const numbers = wholeArray(edges.length, nodes.length);
    edges.forEach((edge, at) => {
      const node = position.get(key(edge));
      if (node === undefined) throw new Error(`edge ${edge.key} ends at ${key(edge)}, which is no node`);
      numbers[at] = node;
    });
    return numbers;
  };
  const nodeKeys = Uint32Array.from(nodes, ({ key }) => pool.number(key));
  const edgeKeys = Uint32Array.from(edges, ({ key }) => pool.number(key));
  const sources = ends(({ source }) => source);
  const targets = ends(({ target }) => target);
  const nodeRows = nodes.map(({ attributes }) => attributes as unknown as Readonly<Record<string, unknown>>);
  const edgeRows = edges.map(({ attributes }) => attributes as unknown as Readonly<Record<string, unknown>>);
  const columns: ColumnDraft[] = [
    ...[...NODE_FIELDS, ...extraFields(nodeRows)].map((field) => draftColumn("node", field, nodeRows, pool)),
    ...[...EDGE_FIELDS, ...extraFields(edgeRows)].map((field) => draftColumn("edge", field, edgeRows, pool)),
  ];
  const columnVectors = columns.flatMap(({ vectors }) => vectors);
  const names = columns.map(({ name }) => pool.number(name));
  // Last of all, when every string has its number.
  const vectors = [pool.text(), pool.lengths(), nodeKeys, edgeKeys, sources, targets, ...columnVectors];
  return assemble(graph, { nodes: nodes.length, edges: edges.length }, columns, names, vectors);
}

/**
 * The further attributes of rows, in order of first appearance. Names that differ only in half characters are one name as soon as
 * they are written: the first of them is kept.
 */
function extraFields(rows: readonly object[]): readonly Field[] {
  const names = new Map<string, string>();
  const seen = new Set<string>();
  // Faster than a list of keys for each edge; what is inherited is no column.
  for (const row of rows)
    for (const name in row) {
      if (seen.has(name) || !isExtraName(name) || !Object.hasOwn(row, name)) continue;
      seen.add(name);
      if (!names.has(wellFormed(name))) names.set(wellFormed(name), name);
    }
  return Array.from(names.values(), extraField);
}

function assemble(
  graph: PictureGraph,
  counts: { readonly nodes: number; readonly edges: number },
  columns: readonly ColumnDraft[],
  names: readonly number[],
  vectors: readonly Vector[],
): Uint8Array<ArrayBuffer> {
  const tables = ENTRY * (columns.length + vectors.length);
  const length = AT.tables + tables + vectors.reduce((sum, { byteLength }) => sum + padded(byteLength), 0);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  view.setUint16(AT.version, VERSION, true);
  view.setUint16(AT.flags, graph.type === "undirected" ? UNDIRECTED : 0, true);
  view.setUint32(AT.length, length, true);
  view.setUint32(AT.nodes, counts.nodes, true);
  view.setUint32(AT.edges, counts.edges, true);
  view.setUint32(AT.columns, columns.length, true);
  let entry: number = AT.tables;
  columns.forEach(({ owner, storage }, at) => {
    view.setUint8(entry, OWNERS.indexOf(owner));
    view.setUint8(entry + 1, STORAGES.indexOf(storage));
    view.setUint32(entry + 4, names[at] as number, true);
    entry += ENTRY;
  });
  let data = AT.tables + tables;
  for (const vector of vectors) {
    view.setUint32(entry, vector.length, true);
    view.setUint8(entry + 4, vector.BYTES_PER_ELEMENT);
    entry += ENTRY;
    bytes.set(new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength), data);
    data += padded(vector.byteLength);
  }
  view.setUint32(AT.checksum, checksumOf(bytes), true);
  return bytes;
}
