/**
 * From one graph format to another in bounded memory: a first reading checks everything and learns what must be declared, a second
 * writes. Where edges come before nodes, nodes and edges take a reading each.
 */

import type { GexfVersion, Notice } from "../format.ts";
import { openFeed } from "../read/feed.ts";
import type { GraphReader } from "../read/reader.ts";
import type { EdgeRecord, GraphSink, PlaceOf } from "../read/record.ts";
import { faultAt, MAX_NAME, MAX_VALUE } from "../read/window.ts";
import { SPELLS } from "./cells.ts";
import { Schema } from "./schema.ts";
import type { GraphWriter, RecordPen, WriteContext } from "./writer.ts";

export interface Conversion {
  readonly reader: GraphReader;
  readonly writer: GraphWriter;
  readonly gexfVersion: GexfVersion;
  /** The bytes of the file from its beginning; called two or three times. */
  open(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Called for each chunk read. `phase` counts from 1. */
  onRead?(bytes: number, phase: number): void;
  onNotice(notice: Notice): void;
}

const CHUNK_UNITS = 65_536;

/**
 * Chunks of the new file, none before all of the old one has been checked.
 * @throws Fault of code `bad-graph-file` with line, column and reason
 */
export async function* convertGraph(conversion: Conversion): AsyncGenerator<Uint8Array> {
  const { reader, writer, open, onRead, onNotice } = conversion;
  const schema = new Schema();
  const feed = openFeed(reader, schema);
  for await (const chunk of open()) {
    feed.write(chunk);
    onRead?.(chunk.length, 1);
  }
  feed.close();
  const { edgeIds, ends } = feed.checked;
  const losses = new Map(schema.losses);
  const lost = (what: string): void => void losses.set(what, (losses.get(what) ?? 0) + 1);
  const context: WriteContext = {
    schema,
    gexfVersion: conversion.gexfVersion,
    idOf: numbering((id) => edgeIds.has(id)),
    lost,
    fits(text, what = "values") {
      if (text.length <= MAX_VALUE) return true;
      const remedy = what === SPELLS ? " (GEXF and JSON hold them)" : "";
      lost(`${what} of more than ${MAX_VALUE} characters, which readers refuse${remedy}`);
      return false;
    },
  };
  const pen = writer.open(context);
  const out = new Output();
  const lone = schema.nodes - ends.size;
  if (writer.id === "csv" && lone > 0)
    losses.set("nodes without edges (an edge list cannot hold them)", lone);

  out.put(pen.head());
  const parts: readonly Part[] = schema.interleaved ? ["nodes", "edges"] : ["all"];
  for (const [at, part] of parts.entries()) {
    const writing = openFeed(reader, penSink(pen, out, part));
    if (part === "edges") out.put(pen.middle());
    for await (const chunk of open()) {
      writing.write(chunk);
      onRead?.(chunk.length, at + 2);
      yield* out.whole();
    }
    writing.close();
    if (part === "all" && schema.edges === 0) out.put(pen.middle());
  }
  out.put(pen.foot());
  yield* out.whole();
  yield* out.rest();
  for (const [what, count] of losses)
    onNotice({ code: "lost", message: `Left out: ${count} × ${what}.`, count });
  const notice = pen.notice();
  if (notice) onNotice(notice);
}

type Part = "nodes" | "edges" | "all";

/** What is lost has been counted in the first reading. */
function penSink(pen: RecordPen, out: Output, part: Part): GraphSink {
  let inNodes = part === "all";
  return {
    graph: () => {},
    attribute: () => {},
    lost: () => {},
    node(node, place) {
      checkName(node.id, place);
      if (part !== "edges") out.put(pen.node(node));
    },
    edge(edge, place) {
      if (edge.id !== null) checkName(edge.id, place);
      if (part === "nodes") return;
      if (inNodes) out.put(pen.middle());
      inNodes = false;
      out.put(pen.edge(edge));
    },
  };
}

/** Nothing stands for an id. */
function checkName(id: string, place: PlaceOf): void {
  if (id.length > MAX_NAME)
    throw faultAt(place(), `the id has more than ${MAX_NAME} characters`, "Shorten it");
}

/** New ids for edges without: `e1`, `e2` … by their place among all edges. */
function numbering(isTaken: (id: string) => boolean): (edge: EdgeRecord) => string {
  let count = 0;
  const given = new Set<string>();
  return ({ id }) => {
    count++;
    if (id !== null) return id;
    const wanted = `e${count}`;
    if (!isTaken(wanted)) return wanted;
    let free = `${wanted}~2`;
    for (let next = 3; isTaken(free) || given.has(free); next++) free = `${wanted}~${next}`;
    given.add(free);
    return free;
  };
}

/** Text on its way to bytes. */
class Output {
  private readonly encoder = new TextEncoder();
  private pending = "";
  private readonly chunks: Uint8Array[] = [];

  put(text: string): void {
    this.pending += text;
    if (this.pending.length < CHUNK_UNITS) return;
    this.chunks.push(this.encoder.encode(this.pending));
    this.pending = "";
  }

  /** The chunks that are full. */
  *whole(): Generator<Uint8Array> {
    yield* this.chunks.splice(0);
  }

  *rest(): Generator<Uint8Array> {
    if (this.pending !== "") yield this.encoder.encode(this.pending);
  }
}
