/** Turns a path of node numbers into the answer's own form: bundled hops with their evidence, agreement and sentences. */

import * as flag from "../../graph/edge-flags.ts";
import type { NodeKey } from "../../model/id.ts";
import type { Hop, HopKind, Path } from "../../model/path.ts";
import { MODALITIES, type Polarity } from "../../model/vocabulary.ts";
import { hopSentence } from "../naming/hop-sentence.ts";
import { bundlePolarity, pathAgreement } from "./agreement.ts";
import { pathSentence } from "./path-sentence.ts";
import {
  COST_UNIT,
  findRun,
  passes,
  type RawPath,
  runCost,
  runEnd,
  type SearchGraph,
} from "./search-graph.ts";
import { AGAINST } from "./walk-table.ts";

/** Describes paths of one search graph; hops that several paths share are made once. */
export function pathDescriber(graph: SearchGraph, directed: boolean): (path: RawPath) => Path {
  const { index } = graph;
  const made = new Map<number, Hop>();
  const hopOf = (from: number, to: number): Hop => {
    const key = from * index.nodes.length + to;
    let hop = made.get(key);
    if (!hop) {
      hop = describeHop(graph, from, to);
      made.set(key, hop);
    }
    return hop;
  };
  return ({ nodes, cost }) => {
    const hops = nodes.slice(1).map((node, at) => hopOf(nodes[at] as number, node));
    const agreement = pathAgreement(hops);
    const conditional = hops.some((hop) => hop.conditional);
    return {
      nodes: nodes.map((node) => index.nodes[node] as NodeKey),
      length: hops.length,
      cost: cost / COST_UNIT,
      agreement,
      conditional,
      sentence: pathSentence(index, { nodes, agreement, conditional, directed }),
      hops,
    };
  };
}

const KIND_BITS: readonly (readonly [number, HopKind])[] = [
  [flag.STANCE, "stance"],
  [flag.RELATION, "relation"],
  [flag.MEMBERSHIP, "membership"],
  [flag.SUBISSUE, "subissue"],
];

function describeHop(graph: SearchGraph, from: number, to: number): Hop {
  const { index, table } = graph;
  const { dataset } = index;
  const first = findRun(table, from, to);
  const end = runEnd(table, first, table.start[from + 1] as number);
  const edges: number[] = [];
  let bits = 0;
  let along = 0;
  for (let slot = first; slot < end; slot++) {
    if (!passes(graph, slot)) continue;
    const word = table.word[slot] as number;
    edges.push(table.edge[slot] as number);
    bits |= word;
    if ((word & AGAINST) === 0) along++;
  }
  edges.sort((a, b) => a - b);
  const statements = edges.flatMap((edge) => dataset.statements[edge] ?? []);
  const relations = new Set(statements.flatMap(({ relation }) => relation ?? []));
  const modalities = new Set(statements.map(({ modality }) => modality));
  const sources = [...new Set(edges.map((edge) => index.source[edge] as number))].sort((a, b) => a - b);
  const kinds = KIND_BITS.filter(([bit]) => (bits & bit) !== 0).map(([, kind]) => kind);
  return {
    from: index.nodes[from] as NodeKey,
    to: index.nodes[to] as NodeKey,
    kind: kinds.length === 1 ? (kinds[0] as HopKind) : "mixed",
    direction: along === edges.length ? "out" : along === 0 ? "in" : "both",
    polarity: bundlePolarity(statements.map((statement): Polarity => statement.polarity)),
    relations: dataset.relations.filter(({ id }) => relations.has(id)).map(({ id }) => id),
    modalities: MODALITIES.filter(({ id }) => modalities.has(id)).map(({ id }) => id),
    statements: statements.map(({ id }) => id),
    structure: edges.flatMap((edge) => index.structure[edge - index.statementCount]?.key ?? []),
    documents: sources.flatMap((source) => dataset.sources[source]?.id ?? []),
    conditional: (bits & flag.CONDITIONAL) !== 0,
    cost: runCost(graph, first, end) / COST_UNIT,
    sentence: hopSentence(index, graph.adjacency, edges),
  };
}
