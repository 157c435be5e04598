/** Centralities of actors and issues: degree, weighted degree, betweenness, PageRank and eigenvector. */

import { z } from "zod";
import { grouped } from "../../model/counted.ts";
import { isolated } from "../../model/direction.ts";
import { nodeLabel } from "../naming/names.ts";
import { defineAnalysis, overLimit, type Row } from "./analysis.ts";
import { betweenness } from "./betweenness.ts";
import { NETWORKS, networkOf } from "./networks.ts";
import { seedParameter } from "./random.ts";
import { integer, keysOf, number, statementIds, text } from "./rows.ts";
import { degreeOf, type SimpleGraph, strengthOf } from "./simple-graph.ts";
import { eigenvectorCentrality, pageRank } from "./spectral-centrality.ts";
import { normalisationParameter } from "./stance-table.ts";

/** Steps that exact betweenness may take, and the start nodes of the estimate beyond them. */
const EXACT_STEPS = 4e8;
const PIVOTS = 500;
const MOST_NODES = 200_000;

const withoutWeights = (graph: SimpleGraph): SimpleGraph => ({
  ...graph,
  weight: new Float64Array(graph.weight.length).fill(1),
});

export const centralityAnalysis = defineAnalysis({
  id: "centrality",
  aliases: ["degree", "weighted-degree", "betweenness", "pagerank", "eigenvector"],
  isLinear: true,
  label: "Centrality",
  description:
    "How connected each actor and issue is: degree, weighted degree, betweenness, PageRank and eigenvector centrality.",
  parameters: {
    network: z
      .enum(NETWORKS)
      .default("statements")
      .describe(
        "Actors and issues joined by statements, stances or relations; or actors by congruence or conflict.",
      ),
    normalisation: normalisationParameter("no"),
    weighted: z
      .boolean()
      .default(true)
      .describe("Whether PageRank and eigenvector centrality use the weights of the edges."),
    damping: z
      .number()
      .min(0)
      .max(0.99)
      .default(0.85)
      .describe("Damping factor of PageRank, from 0 to 0.99."),
    seed: seedParameter,
  },
  run(input, { network: name, normalisation, weighted, damping, seed }) {
    const { index } = input;
    const { nodes, graph, statements, loops } = networkOf(input, name, normalisation);
    const n = nodes.length;
    if (n > MOST_NODES)
      throw overLimit(
        "network",
        `${grouped(n)} nodes are too many`,
        MOST_NODES,
        "Narrow the view by a filter.",
      );
    const steps = n * (n + graph.neighbour.length);
    const between = betweenness(graph, steps > EXACT_STEPS ? PIVOTS : n, seed, input.checkpoint);
    const valued = weighted ? graph : withoutWeights(graph);
    const rank = pageRank(valued, damping);
    const eigen = eigenvectorCentrality(valued);
    const pairs = ((n - 1) * (n - 2)) / 2;
    const rows = nodes.map((node, place): Row => {
      const through = between.values[place] as number;
      return {
        cells: {
          node: nodeLabel(index, node),
          type: node < index.actorCount ? "actor" : "issue",
          degree: degreeOf(graph, place),
          weighted_degree: strengthOf(graph, place),
          betweenness: through,
          betweenness_share: pairs > 0 ? through / pairs : 0,
          pagerank: rank.values[place] as number,
          eigenvector: eigen.values[place] as number,
        },
        nodes: keysOf(index, [node]),
        statements: statementIds(index, statements[place] ?? []),
      };
    });
    const place = (row: Row): number => Number(row.cells["degree"]);
    const weight = (row: Row): number => Number(row.cells["weighted_degree"]);
    // Sorting is stable, so equals stay in alphabetical order.
    rows.sort((a, b) => place(b) - place(a) || weight(b) - weight(a));
    const edges = graph.neighbour.length / 2;
    const top = rows[0];
    const lead = top
      ? ` ${isolated(String(top.cells["node"]))} has the most neighbours: ${grouped(Number(top.cells["degree"]))}.`
      : "";
    return {
      summary: `${grouped(n)} nodes joined by ${grouped(edges)} edges (parallel statements are one edge).${lead}`,
      tables: [
        {
          id: "nodes",
          title: "Nodes by number of neighbours",
          columns: [
            text("node", "Node"),
            text("type", "Type"),
            integer("degree", "Degree"),
            number("weighted_degree", "Weighted degree"),
            number("betweenness", "Betweenness"),
            number("betweenness_share", "Betweenness, share of pairs"),
            number("pagerank", "PageRank"),
            number("eigenvector", "Eigenvector"),
          ],
          rows,
        },
      ],
      notes: [
        "The network is read without directions. Size is evidence in these documents, not importance.",
        "Degree: number of neighbours. Weighted degree: sum of the weights of its edges (Barrat et al. 2004).",
        "Betweenness: sum over pairs of other nodes of the share of shortest paths through the node (Freeman 1977; Brandes 2001); the share divides by (n − 1)(n − 2)/2.",
        "PageRank: Brin and Page 1998. Eigenvector: Bonacich 1972, of length 1; 0 outside the part of the network with the greatest eigenvalue.",
        ...(between.pivots < n
          ? [
              `Betweenness is estimated from ${between.pivots} seeded start nodes of ${n} (Brandes and Pich 2007).`,
            ]
          : []),
        ...(rank.converged ? [] : ["PageRank had not settled when the iterations ended."]),
        ...(eigen.converged
          ? []
          : ["Eigenvector centrality had not settled to 13 digits when the iterations ended."]),
        ...(loops > 0 ? [`${loops} statements join a node with itself and are left out.`] : []),
      ],
    };
  },
});
