/** The random graph as a picture, made node by node and edge by edge while it is written, and as the same graphology instance. */

import { MultiDirectedGraph } from "graphology";
import type { ExportContext } from "../src/formats/format.ts";
import type { Dataset } from "../src/model/dataset.ts";
import type { EdgeAttributes, NodeAttributes, PictureGraph } from "../src/model/graph.ts";
import type { NodeKey } from "../src/model/id.ts";
import { isoDay, type RandomGraph } from "./data.ts";

const nodeKey = (node: number): NodeKey => `actor:n${node}`;

function nodeAttributes(node: number): NodeAttributes {
  return {
    label: `Actor number ${node}`,
    short_label: `A${node}`,
    node_type: "actor",
    kind: "state",
    kind_label: "State",
    shape: "disc",
    statements: 10,
    support: 5,
    oppose: 4,
    neutral: 1,
    x: Math.round(Math.sin(node) * 1e6) / 1e3,
    y: Math.round(Math.cos(node) * 1e6) / 1e3,
    size: 3 + (node % 9),
    color: "#4e79a7",
  };
}

function edgeAttributes(graph: RandomGraph, edge: number): EdgeAttributes {
  const day = isoDay(graph.day[edge] as number);
  const backs = edge % 2 === 0;
  return {
    kind: "relation",
    label: backs ? "backs" : "blames",
    polarity: backs ? "support" : "oppose",
    relation: backs ? "backs" : "blames",
    conditional: false,
    confidence: graph.confidence[edge] as number,
    document: `d${edge % 100}`,
    document_title: `Document ${edge % 100}`,
    said_on: day,
    said_until: day,
    voice: "reported",
    modality: "position",
    count: 1,
    statements: [`s${edge}`],
    spells: [[day, day]],
    color: backs ? "#2b7a9e" : "#b3591b",
    size: 1,
    line: "solid",
    tentative: false,
  };
}

/** Holds nothing but the numbers of the graph. */
export function pictureOf(graph: RandomGraph): PictureGraph {
  const { order, size, from, to } = graph;
  const counts = { total: size, shown: size, repeats: 0, undated: 0, rolledTogether: 0, filtered: 0 };
  return {
    attributes: { title: "Random", dataset: "random", version: "1", view: "", description: "", counts },
    type: "directed",
    order,
    size,
    *nodes() {
      for (let node = 0; node < order; node++) yield { key: nodeKey(node), attributes: nodeAttributes(node) };
    },
    *edges() {
      for (let edge = 0; edge < size; edge++)
        yield {
          key: `s${edge}`,
          source: nodeKey(from[edge] as number),
          target: nodeKey(to[edge] as number),
          attributes: edgeAttributes(graph, edge),
        };
    },
  };
}

/** The same with all nodes and edges made beforehand, as a view that has been applied holds them. */
export function heldPictureOf(graph: RandomGraph): PictureGraph {
  const picture = pictureOf(graph);
  const nodes = [...picture.nodes()];
  const edges = [...picture.edges()];
  return { ...picture, nodes: () => nodes, edges: () => edges };
}

export function peerPictureOf(graph: RandomGraph): MultiDirectedGraph {
  const peer = new MultiDirectedGraph();
  for (const { key, attributes } of pictureOf(graph).nodes()) peer.addNode(key, attributes);
  for (const { key, source, target, attributes } of pictureOf(graph).edges())
    peer.addDirectedEdgeWithKey(key, source, target, attributes);
  return peer;
}

/** What the writers need beside the picture. */
export const exportContext = (dataset: Dataset): ExportContext => ({
  dataset,
  statements: [],
  projection: "statements",
  now: "2025-01-01",
  gexfVersion: "1.3",
  what: "edges",
  theme: "light",
  onNotice: () => {},
});
