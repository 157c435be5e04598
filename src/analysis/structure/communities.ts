/** Communities of actors: Louvain on congruence minus conflict, negative ties set to 0. */

import { z } from "zod";
import { counted, grouped } from "../../model/counted.ts";
import { MOST_GROUPED_ACTORS } from "../../model/group-limits.ts";
import { nodeLabel } from "../naming/names.ts";
import { type AnalysisInput, defineAnalysis, overLimit, type Row } from "./analysis.ts";
import { louvain, modularity } from "./louvain.ts";
import { collectPositions, leftOutNote, type Positions } from "./positions.ts";
import { seedParameter } from "./random.ts";
import { integer, keysOf, labelList, measureTable, number, rounded, statementIds, text } from "./rows.ts";
import { statementsOfTies } from "./shared-sides.ts";
import { degreeOf, graphOfMatrix, type SimpleGraph } from "./simple-graph.ts";
import { type Normalisation, normalisationParameter, oneMode, stanceTable } from "./stance-table.ts";

/** Actors whose matrix of ties fits comfortably. */
const MOST_ACTORS = MOST_GROUPED_ACTORS.community;

const parameters = {
  normalisation: normalisationParameter("no"),
  resolution: z
    .number()
    .min(0.05)
    .max(20)
    .default(1)
    .describe("Above 1 more and smaller groups, below 1 fewer and larger ones; from 0.05 to 20."),
  seed: seedParameter,
};

/** Actors in groups. */
interface Grouping {
  readonly positions: Positions;
  /** Nodes of the index, by label. */
  readonly actors: readonly number[];
  /** The positive ties. */
  readonly graph: SimpleGraph;
  /** Members (places in `actors`) of each group of two or more; larger first, then by first label. */
  readonly groups: readonly (readonly number[])[];
  /** Places of the actors in no group. */
  readonly single: readonly number[];
  readonly modularity: number | null;
}

/** Groups the actors that take a side on any issue. */
function groupActors(
  input: AnalysisInput,
  { normalisation, resolution, seed }: { normalisation: Normalisation; resolution: number; seed: number },
): Grouping {
  const positions = collectPositions(input);
  const table = stanceTable(input.index, positions);
  const { actors } = table;
  if (actors.length > MOST_ACTORS)
    throw overLimit(
      "actor",
      `${grouped(actors.length)} actors take a side, more than ${grouped(MOST_ACTORS)}`,
      MOST_ACTORS,
      "Narrow the view by a filter.",
    );
  const graph = graphOfMatrix(oneMode(table, "subtract", normalisation), actors.length);
  const group = louvain(graph, resolution, seed);
  const members = new Map<number, number[]>();
  group.forEach((own, place) => {
    const list = members.get(own);
    if (list) list.push(place);
    else members.set(own, [place]);
  });
  const all = [...members.values()];
  return {
    positions,
    actors,
    graph,
    groups: all.filter(({ length }) => length > 1).sort((a, b) => b.length - a.length),
    single: all.filter(({ length }) => length === 1).flat(),
    modularity: modularity(graph, group, resolution),
  };
}

/** Signed statements of the members on issues where at least two of them take the same side. */
function sharedStatements({ positions }: Grouping, members: readonly number[]): readonly number[] {
  const sides = new Map<number, { support: (readonly number[])[]; oppose: (readonly number[])[] }>();
  for (const member of members)
    for (const { issue, support, oppose } of positions.byHolder.get(member)?.values() ?? []) {
      const entry = sides.get(issue) ?? { support: [], oppose: [] };
      if (support.length > 0) entry.support.push(support);
      if (oppose.length > 0) entry.oppose.push(oppose);
      sides.set(issue, entry);
    }
  return [...sides.values()].flatMap(({ support, oppose }) =>
    [support, oppose].filter(({ length }) => length > 1).flat(2),
  );
}

/** Weight of the ties inside a group. */
function inside({ start, neighbour, weight }: SimpleGraph, members: readonly number[]): number {
  const set = new Set(members);
  let sum = 0;
  for (const place of members)
    for (let slot = start[place] as number; slot < (start[place + 1] as number); slot++)
      if (set.has(neighbour[slot] as number)) sum += weight[slot] as number;
  return sum / 2;
}

export const communitiesAnalysis = defineAnalysis({
  id: "communities",
  aliases: ["louvain"],
  isLinear: true,
  label: "Communities",
  description:
    "Groups of actors that share more positions with each other than with others, with their modularity.",
  parameters,
  run(input, given) {
    const { index } = input;
    const grouping = groupActors(input, given);
    const { actors, graph, groups, single, positions } = grouping;
    const nodesOf = (places: readonly number[]): number[] => places.map((place) => actors[place] as number);
    const rows = groups.map((places, at): Row => {
      const members = nodesOf(places);
      return {
        cells: {
          community: at + 1,
          size: members.length,
          members: labelList(index, members),
          weight: inside(graph, places),
        },
        nodes: keysOf(index, members),
        statements: statementIds(index, sharedStatements(grouping, members)),
      };
    });
    const numberOf = new Map(groups.flatMap((places, at) => places.map((place) => [place, at + 1] as const)));
    const members = actors.map((actor, place): Row => {
      const own = [...(positions.byHolder.get(actor)?.values() ?? [])];
      return {
        cells: {
          actor: nodeLabel(index, actor),
          community: numberOf.get(place) ?? null,
          neighbours: degreeOf(graph, place),
        },
        nodes: keysOf(index, [actor]),
        statements: statementIds(
          index,
          own.flatMap(({ support, oppose }) => [...support, ...oppose]),
        ),
      };
    });
    const quality = grouping.modularity;
    const tied = actors.filter((_, place) => degreeOf(graph, place) > 0);
    return {
      summary:
        groups.length === 0
          ? `Among ${counted(actors.length, "actor")} no two share more positions than they oppose each other on.`
          : `${counted(actors.length - single.length, "actor")} fall into ${groups.length === 1 ? "1 community" : `${groups.length} communities`} (modularity ${rounded(quality ?? 0)}); ${single.length} more take sides but are in none.`,
      tables: [
        {
          id: "communities",
          title: "Communities by size",
          columns: [
            integer("community", "Community"),
            integer("size", "Actors"),
            text("members", "Members"),
            number("weight", "Weight of ties inside"),
          ],
          rows,
        },
        {
          id: "members",
          title: "Actors",
          columns: [
            text("actor", "Actor"),
            integer("community", "Community"),
            integer("neighbours", "Positive ties"),
          ],
          rows: members,
        },
        measureTable("Quality", [
          {
            name: "Modularity",
            value: quality,
            formula: "Q = Σ_c (w_c/m − γ(k_c/2m)²); Newman 2004, Reichardt and Bornholdt 2006",
            statements: statementIds(index, statementsOfTies(positions, tied, "either")),
          },
        ]),
      ],
      notes: [
        "Tie of two actors: max(0, congruence − conflict) over all issues, counting statements (Leifeld 2017).",
        "Groups: Louvain method (Blondel et al. 2008), best of 20 seeded runs. Another seed may give another grouping of nearly the same modularity.",
        "A community is a pattern in reported positions, not an alliance.",
        ...leftOutNote(positions),
      ],
    };
  },
});
