/** What nodes can be coloured, sized and named by: attributes that the graph has, and metrics that the server computes. Pure. */

import type { NodeAttributes } from "../../model/graph.ts";
import type { GraphDocument } from "../api/client.ts";
import { LOOK_TEXTS as T } from "./texts.ts";

export interface Variable {
  readonly id: string;
  readonly label: string;
  readonly type: "category" | "number";
}

/** Metrics by the column of the analysis `centrality` that holds them. */
export const METRICS: readonly Variable[] = [
  { id: "degree", label: T.degree, type: "number" },
  { id: "weighted_degree", label: T.weightedDegree, type: "number" },
  { id: "betweenness", label: T.betweenness, type: "number" },
  { id: "pagerank", label: T.pagerank, type: "number" },
  { id: "eigenvector", label: T.eigenvector, type: "number" },
];
export const isMetric = (id: string): boolean => METRICS.some((metric) => metric.id === id);

/** Attributes of nodes that are texts of their own and no name, beside further columns. */
const PLAIN: ReadonlyMap<string, string> = new Map([["country", T.country]]);
/** Texts that are all numbers are a scale when there are more of them than categories can be told apart. */
const FEW = 8;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The text of an attribute; empty where the node has none. */
export function attributeOf(attributes: NodeAttributes, id: string): string {
  if (!PLAIN.has(id) && !id.startsWith("x:")) return "";
  const value = (attributes as unknown as Readonly<Record<string, unknown>>)[id];
  return typeof value === "string" ? value : "";
}

/** The attributes that at least one node has, further columns last, in the order of their names. */
export function attributeVariables(graph: GraphDocument): readonly Variable[] {
  const values = new Map<string, Set<string>>();
  for (const { attributes } of graph.nodes)
    for (const name of Object.keys(attributes)) {
      if (!PLAIN.has(name) && !name.startsWith("x:")) continue;
      const text = attributeOf(attributes, name);
      if (text === "") continue;
      const known = values.get(name);
      if (known) known.add(text);
      else values.set(name, new Set([text]));
    }
  return [...values]
    .map(([id, found]): Variable => {
      const isScale = found.size > FEW && [...found].every((text) => NUMBER.test(text));
      return { id, label: PLAIN.get(id) ?? id.slice(2), type: isScale ? "number" : "category" };
    })
    .sort((a, b) => Number(a.id.startsWith("x:")) - Number(b.id.startsWith("x:")) || (a.id < b.id ? -1 : 1));
}
