/** Reads graphology's serialised form, item by item. */

import { Attributes, putValue } from "./attributes.ts";
import { named } from "./checked.ts";
import { ByteFeed } from "./decode.ts";
import { takeEdgeField, takeNodeField } from "./flat.ts";
import { type Json, JsonParser, jsonText } from "./json-parser.ts";
import type { GraphReader } from "./reader.ts";
import {
  type EdgeRecord,
  emptyEdge,
  emptyNode,
  type GraphSink,
  type NodeRecord,
  type Place,
  type Scalar,
  type Spell,
  type Value,
} from "./record.ts";
import { isSpell } from "./values.ts";
import { faultAt } from "./window.ts";

const REMEDY = "The file must hold {attributes, options, nodes, edges} as graphology's export() gives them";

export const graphJsonReader: GraphReader = {
  id: "json",
  label: "JSON (graphology)",
  extension: ".json",
  open(sink) {
    const nodeAttributes = new Attributes("node", sink);
    const edgeAttributes = new Attributes("edge", sink);
    let seen = false;
    const parser = new JsonParser({
      streamed(member) {
        const wanted = member === "nodes" || member === "edges";
        seen ||= wanted;
        return wanted;
      },
      item(member, value, place) {
        if (member === "nodes") takeNode(value, place, nodeAttributes, sink);
        else takeEdge(value, place, edgeAttributes, sink);
      },
      member(name, value) {
        if (name === "nodes" || name === "edges") throw faultAt(parser.end(), `${name} is no list`, REMEDY);
        if (name === "attributes" && value instanceof Map)
          for (const [each, said] of value) if (said !== null) sink.graph(each, plain(said));
      },
    });
    return new ByteFeed({
      write: (piece) => parser.write(piece),
      close() {
        parser.close();
        if (!seen) throw faultAt(parser.end(), "there is no list of nodes or edges", REMEDY);
      },
      end: () => parser.end(),
    });
  },
};

const plain = (value: Json): string => (typeof value === "string" ? value : jsonText(value));

function takeNode(item: Json, place: Place, attributes: Attributes, sink: GraphSink): void {
  const key = item instanceof Map ? keyIn(item.get("key")) : null;
  if (!(item instanceof Map) || key === null) throw faultAt(place, "the node has no key", REMEDY);
  const node = emptyNode(key);
  fill(node, item.get("attributes"), place, attributes, (name, value) =>
    takeNodeField(node, name, value, { texts: false }),
  );
  sink.node(node, () => place);
}

function takeEdge(item: Json, place: Place, attributes: Attributes, sink: GraphSink): void {
  const source = item instanceof Map ? keyIn(item.get("source")) : null;
  const target = item instanceof Map ? keyIn(item.get("target")) : null;
  if (!(item instanceof Map) || source === null || target === null)
    throw faultAt(place, `the edge has no ${source === null ? "source" : "target"}`, REMEDY);
  const edge = emptyEdge(keyIn(item.get("key")), source, target, item.get("undirected") !== true);
  fill(edge, item.get("attributes"), place, attributes, (name, value) =>
    takeEdgeField(edge, name, value, { texts: false }),
  );
  sink.edge(edge, () => place);
}

/** graphology takes numbers for keys too. */
function keyIn(value: Json | undefined): string | null {
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  return typeof value === "string" ? value : null;
}

function fill(
  record: NodeRecord | EdgeRecord,
  said: Json | undefined,
  place: Place,
  attributes: Attributes,
  take: (name: string, value: Scalar) => boolean,
): void {
  if (said === undefined || said === null) return;
  if (!(said instanceof Map)) throw faultAt(place, `attributes is ${named(plain(said))}, no object`, REMEDY);
  for (const [name, json] of said) {
    const spells = name === "spells" ? spellsOf(json) : null;
    if (spells) {
      record.spells = record.spells.concat(spells);
      continue;
    }
    const value = valueIn(json);
    // Weights, places and sizes are doubles, however many digits they have.
    const plainly = typeof json === "bigint" ? Number(json) : value;
    if (value === null || plainly === null || (!isTimed(plainly) && take(name, plainly))) continue;
    putWhole(record.values, attributes.need(name, name, null).at, value);
  }
}

const isTimed = (value: Value): value is Exclude<Value, Scalar> =>
  typeof value === "object" && "timed" in value;

function putWhole(values: (Value | undefined)[], at: number, value: Value): void {
  if (!isTimed(value)) {
    putValue(values, at, value, "", "");
    return;
  }
  for (const { start, end, value: each } of value.timed) putValue(values, at, each, start, end);
}

/** Lists of texts are lists; other lists and objects are kept as JSON texts. */
function valueIn(json: Json): Value | null {
  if (typeof json === "bigint") return String(json);
  if (json === null || typeof json !== "object") return json;
  if (Array.isArray(json) && json.every((each) => typeof each === "string")) return json as string[];
  return timedOf(json) ?? jsonText(json);
}

/** A value that changes in time, as our own files have it: `{"timed": [[start, end, value], …]}`. */
function timedOf(json: Json): Value | null {
  const list = json instanceof Map && json.size === 1 ? json.get("timed") : undefined;
  if (!Array.isArray(list) || list.length === 0) return null;
  const timed = [];
  for (const each of list) {
    if (!Array.isArray(each) || each.length !== 3) return null;
    const [start, end, inner] = each as [Json, Json, Json];
    const value = valueIn(inner);
    if (typeof start !== "string" || typeof end !== "string" || !isSpell(start, end)) return null;
    if (value === null || isTimed(value)) return null;
    timed.push({ start, end, value });
  }
  return { timed };
}

function spellsOf(json: Json): Spell[] | null {
  if (!Array.isArray(json)) return null;
  const spells: Spell[] = [];
  for (const pair of json) {
    if (!Array.isArray(pair) || pair.length !== 2) return null;
    const [start, end] = pair;
    if (typeof start !== "string" || typeof end !== "string" || !isSpell(start, end)) return null;
    spells.push([start, end]);
  }
  return spells;
}
