/** Clusterings: the groups that several methods find among the same actors, and which fits their network best. */

import { z } from "zod";
import { counted, grouped } from "../../model/counted.ts";
import { nodeLabel } from "../naming/names.ts";
import { type Column, defineAnalysis, overLimit, type Row } from "./analysis.ts";
import { concor } from "./concor.ts";
import { greedyModularity } from "./greedy-modularity.ts";
import { louvain, modularity } from "./louvain.ts";
import {
  adjustedRand,
  type Distances,
  joinedGroups,
  LINKAGES,
  medoidGroups,
  numbered,
} from "./partitions.ts";
import { collectPositions, leftOutNote, type Positions } from "./positions.ts";
import { seedParameter } from "./random.ts";
import { integer, keysOf, labelList, namesListed, number, rounded, statementIds, text } from "./rows.ts";
import { sidesTaken, statementsOfTies } from "./shared-sides.ts";
import { degreeOf, GraphBuilder, graphOfMatrix, type SimpleGraph } from "./simple-graph.ts";
import {
  type Normalisation,
  normalisationParameter,
  oneMode,
  type StanceTable,
  stanceTable,
} from "./stance-table.ts";

const MOST_ACTORS = 300;
/** A gain of modularity below this is rounding. */
const TINY = 1e-12;

/** What the methods group by. */
interface Ground {
  /** Positive ties: congruence minus conflict, negative ones 0. */
  readonly graph: SimpleGraph;
  /** Jaccard distances of the positions held. */
  readonly distances: Distances;
  /** By actor: 1 for each position held, an issue and a side. */
  readonly profiles: readonly Float64Array[];
  readonly most: number;
  readonly seed: number;
}

interface Method {
  readonly id: string;
  readonly label: string;
  /** Groupings to choose from. */
  readonly groupings: (ground: Ground) => readonly Int32Array[];
}

const LINKAGE_WORDS = {
  single: "Single linkage",
  average: "Average linkage",
  complete: "Complete linkage",
  ward: "Ward's method",
} as const;

const METHODS: readonly Method[] = [
  ...LINKAGES.map(
    (linkage): Method => ({
      id: linkage,
      label: LINKAGE_WORDS[linkage],
      groupings: ({ distances, most }) => joinedGroups(distances, linkage, most),
    }),
  ),
  {
    id: "medoids",
    label: "Medoids",
    groupings: ({ distances, most }) =>
      Array.from({ length: Math.min(most, distances.order) }, (_, at) => medoidGroups(distances, at + 1)),
  },
  { id: "concor", label: "CONCOR", groupings: ({ profiles }) => [concor(profiles, 1), concor(profiles, 2)] },
  { id: "greedy", label: "Greedy modularity", groupings: ({ graph }) => [greedyModularity(graph)] },
  { id: "louvain", label: "Louvain", groupings: ({ graph, seed }) => [louvain(graph, 1, seed)] },
];

interface Found {
  readonly method: Method;
  /** By place of the actor. */
  readonly group: Int32Array;
  readonly groups: number;
  readonly quality: number;
}

export const clusteringsAnalysis = defineAnalysis({
  id: "clusterings",
  aliases: ["multiclust"],
  label: "Clusterings compared",
  description: "Groups of actors as several methods find them, and which of these fits their network best.",
  parameters: {
    normalisation: normalisationParameter("average"),
    mostGroups: z.number().int().min(2).max(20).default(6).describe("Most groups looked for, from 2 to 20."),
    seed: seedParameter,
  },
  run(input, { normalisation, mostGroups, seed }) {
    const { index } = input;
    const positions = collectPositions(input);
    const table = stanceTable(index, positions);
    if (table.actors.length > MOST_ACTORS)
      throw overLimit(
        "mostGroups",
        `${grouped(table.actors.length)} actors take a side, more than ${grouped(MOST_ACTORS)}`,
        MOST_ACTORS,
        "Narrow the view by a filter or a roll-up, or use the analysis communities.",
      );
    const { actors, graph, untied } = tiedActors(table, normalisation);
    const profiles = profilesOf(actors, table, positions);
    const ground: Ground = { graph, profiles, distances: jaccard(profiles), most: mostGroups, seed };
    const found = METHODS.flatMap((method): Found[] => {
      let best: Found | null = null;
      for (const grouping of actors.length === 0 ? [] : method.groupings(ground)) {
        input.checkpoint?.();
        const group = numbered(grouping);
        const quality = modularity(graph, group, 1);
        if (quality === null || (best && quality <= best.quality + TINY)) continue;
        best = { method, group, groups: new Set(group).size, quality };
      }
      return best ? [best] : [];
    });
    const winner = found.reduce<Found | null>(
      (best, each) => (best === null || each.quality > best.quality + TINY ? each : best),
      null,
    );
    const behind = statementIds(index, statementsOfTies(positions, actors, "either"));
    const members = Array.from({ length: winner?.groups ?? 0 }, (_, own) =>
      actors.filter((_actor, place) => winner?.group[place] === own),
    );
    return {
      summary:
        winner === null
          ? `Among ${counted(untied.length, "actor")} no two share more positions than they oppose each other on, so there is nothing to group.`
          : `Of ${counted(found.length, "method")}, ${winner.method.label} fits the network of ${counted(actors.length, "actor")} best: ${counted(winner.groups, "group")}, modularity ${rounded(winner.quality)}.`,
      tables: [
        {
          id: "methods",
          title: "Methods, each with its best number of groups",
          columns: [
            text("method", "Method"),
            integer("groups", "Groups"),
            number("modularity", "Modularity"),
            number("likeness", "Likeness to the best"),
          ],
          rows: [...found]
            .sort((a, b) => b.quality - a.quality)
            .map(
              ({ method, group, groups, quality }): Row => ({
                cells: {
                  method: method.label,
                  groups,
                  modularity: quality,
                  likeness: winner ? adjustedRand(group, winner.group) : null,
                },
                statements: behind,
              }),
            ),
        },
        {
          id: "groups",
          title: winner ? `Groups by ${winner.method.label}` : "Groups",
          columns: [integer("group", "Group"), integer("size", "Actors"), text("members", "Members")],
          rows: members.map(
            (own, at): Row => ({
              cells: { group: at + 1, size: own.length, members: labelList(index, own) },
              nodes: keysOf(index, own),
              statements: statementIds(
                index,
                own.flatMap((actor) => sidesTaken(positions, actor)),
              ),
            }),
          ),
        },
        {
          id: "members",
          title: "Actors with their group by each method",
          columns: [
            text("actor", "Actor"),
            ...found.map(({ method }): Column => integer(method.id, method.label)),
          ],
          rows: winner
            ? actors.map(
                (actor, place): Row => ({
                  cells: {
                    actor: nodeLabel(index, actor),
                    ...Object.fromEntries(
                      found.map(({ method, group }) => [method.id, (group[place] as number) + 1]),
                    ),
                  },
                  nodes: keysOf(index, [actor]),
                  statements: statementIds(index, sidesTaken(positions, actor)),
                }),
              )
            : [],
        },
      ],
      notes: [
        "Fit: modularity (Newman 2004) on the ties max(0, congruence − conflict) of two actors (Leifeld 2017).",
        "Linkages (Lance and Williams 1967; Ward 1963) and medoids (Kaufman and Rousseeuw 1990) group by the Jaccard distance of the positions held; CONCOR (Breiger, Boorman and Arabie 1975) by the correlation of them; greedy modularity (Clauset, Newman and Moore 2004) and Louvain (Blondel et al. 2008) by the ties.",
        "Likeness: adjusted Rand index (Hubert and Arabie 1985), 1 = the same groups, 0 = as alike as by chance. Where methods differ, the groups are weak.",
        "Numbers of groups follow the first member, so that the same number in two methods need not be the same group.",
        "A group is a pattern in reported positions, not an alliance.",
        ...(winner && untied.length > 0
          ? [`Without a positive tie to anyone, and so in no group: ${namesListed(index, untied)}.`]
          : []),
        ...leftOutNote(positions),
      ],
    };
  },
});

/** The actors with a positive tie, and their graph. */
function tiedActors(table: StanceTable, normalisation: Normalisation) {
  const all = graphOfMatrix(oneMode(table, "subtract", normalisation), table.actors.length);
  const tied = [...table.actors.keys()].filter((place) => degreeOf(all, place) > 0);
  const placeOf = new Map(tied.map((place, at) => [place, at]));
  const builder = new GraphBuilder(tied.length);
  for (const [at, place] of tied.entries())
    for (let slot = all.start[place] as number; slot < (all.start[place + 1] as number); slot++) {
      const other = placeOf.get(all.neighbour[slot] as number) as number;
      if (at < other) builder.add(at, other, all.weight[slot] as number);
    }
  return {
    actors: tied.map((place) => table.actors[place] as number),
    graph: builder.build(),
    untied: table.actors.filter((_, place) => !placeOf.has(place)),
  };
}

/** Two marks per issue: supports it, opposes it. */
function profilesOf(
  actors: readonly number[],
  { columns }: StanceTable,
  positions: Positions,
): readonly Float64Array[] {
  return actors.map((actor) => {
    const own = positions.byHolder.get(actor);
    return Float64Array.from({ length: 2 * columns.length }, (_, mark) => {
      const position = own?.get(columns[mark >> 1]?.issue ?? -1);
      return (position?.[mark % 2 === 0 ? "support" : "oppose"].length ?? 0) > 0 ? 1 : 0;
    });
  });
}

/** 1 − shared positions / positions of either (Jaccard 1901). */
function jaccard(profiles: readonly Float64Array[]): Distances {
  const order = profiles.length;
  const cells = new Float64Array(order * order);
  profiles.forEach((one, a) => {
    for (let b = a + 1; b < order; b++) {
      const other = profiles[b] as Float64Array;
      let [both, either] = [0, 0];
      for (let mark = 0; mark < one.length; mark++) {
        const sum = (one[mark] as number) + (other[mark] as number);
        if (sum > 0) either++;
        if (sum === 2) both++;
      }
      const apart = either === 0 ? 0 : 1 - both / either;
      cells[a * order + b] = apart;
      cells[b * order + a] = apart;
    }
  });
  return { order, cells };
}
