/** Polarisation: the division of actors that comes nearest to camps which agree inside and conflict with each other. */

import { z } from "zod";
import { counted, grouped } from "../../model/counted.ts";
import { nodeLabel } from "../naming/names.ts";
import { defineAnalysis, overLimit, type Row } from "./analysis.ts";
import { polarisationOverTime } from "./polarisation-over-time.ts";
import { polarisation, tiesOf } from "./polarisation-quality.ts";
import { bestDivision, divisionWork } from "./polarisation-search.ts";
import { collectPositions, leftOutNote } from "./positions.ts";
import { seedParameter } from "./random.ts";
import {
  integer,
  keysOf,
  labelList,
  measureTable,
  namesListed,
  rounded,
  statementIds,
  text,
} from "./rows.ts";
import { sidesTaken, statementsOfTies, type TieKind } from "./shared-sides.ts";
import { oneMode, stanceTable } from "./stance-table.ts";
import { checkWindows, windowParameters } from "./tie-slices.ts";

const MOST_ACTORS = 200;
/** In the unit of `divisionWork`. */
const MOST_WORK = 2e7;

export const polarisationAnalysis = defineAnalysis({
  id: "polarisation",
  aliases: ["polarization"],
  label: "Polarisation",
  description:
    "The division of actors nearest to camps that agree inside and conflict with each other, and how near.",
  parameters: {
    clusters: z.number().int().min(2).max(20).default(2).describe("Number of groups, from 2 to 20."),
    normalise: z
      .boolean()
      .default(true)
      .describe("Divide by the sum of all ties, so that the result lies between 0 and 1."),
    starts: z
      .number()
      .int()
      .min(1)
      .max(1000)
      .meta({ isLimit: true })
      .default(50)
      .describe("Seeded starts of the search."),
    seed: seedParameter,
    compat: z
      .enum(["none", "dna"])
      .default("none")
      .describe("dna: the quality that DNA 3 maximises, over groups of equal size."),
    ...windowParameters("no"),
  },
  run(input, settings) {
    const { clusters, normalise, starts, seed, compat } = settings;
    const { index } = input;
    checkWindows(settings);
    const positions = collectPositions(input);
    const table = stanceTable(index, positions);
    const n = table.actors.length;
    const notes = [
      "P = congruence, N = conflict of two actors, each over their average activity (Leifeld 2017).",
      compat === "dna"
        ? "Quality as DNA 3 computes it: half the sum of |P − E| + N inside and P + |N − F| between groups, over |P| + |N|."
        : "Quality: Σ inside min(P, |P|/W) + Σ between min(N, |N|/B), over |P| + |N|: 1 − the total variation distance from the ideal with all congruence spread evenly inside and all conflict evenly between the groups; 1 = perfect camps, 0 = nothing fits. Idea: Cartwright and Harary 1956; Doreian and Mrvar 1996.",
      "Groups are what fits the reported positions best; they are no statement about alliances.",
      ...leftOutNote(positions),
    ];
    if (settings.window !== "no") {
      const found = polarisationOverTime(input, settings);
      return { ...found, notes: [...notes, ...found.notes] };
    }
    if (n < clusters)
      return {
        summary: `${counted(n, "actor")} with sides taken: too few for ${clusters} groups.`,
        tables: [],
        notes,
      };
    if (n > MOST_ACTORS)
      throw overLimit(
        "clusters",
        `${grouped(n)} actors take a side, more than ${grouped(MOST_ACTORS)}`,
        MOST_ACTORS,
        "Narrow the view by a filter or a roll-up.",
      );
    if (divisionWork(n, clusters, starts) > MOST_WORK)
      throw overLimit(
        "starts",
        `${starts} starts with ${n} actors and ${clusters} groups would take too long`,
        Math.max(1, Math.floor(MOST_WORK / (n * n * clusters))),
        "Give fewer starts or groups, or narrow the view.",
      );
    const ties = tiesOf(oneMode(table, "congruence", "average"), oneMode(table, "conflict", "average"), n);
    const division = bestDivision({ ties, clusters, starts, seed, compat, checkpoint: input.checkpoint });
    const quality = polarisation(ties, division.raw, normalise, compat);
    const statementsOf = (actor: number): readonly number[] => sidesTaken(positions, actor);
    const tying = (kind: TieKind): readonly string[] =>
      statementIds(index, statementsOfTies(positions, table.actors, kind));
    const groups = Array.from({ length: clusters }, (_, cluster) =>
      table.actors.filter((_actor, place) => division.group[place] === cluster),
    );
    const untied = table.actors.filter((_, place) => {
      const row = [ties.congruence, ties.conflict].map((matrix) =>
        matrix.subarray(place * n, (place + 1) * n),
      );
      return row.every((cells) => cells.every((cell) => cell === 0));
    });
    return {
      summary:
        `The best division of ${counted(n, "actor")} into ${clusters} groups has ${groups.map(({ length }) => length).join(" and ")} members` +
        ` and a polarisation of ${quality === null ? "no defined value" : rounded(quality)} (${division.exact ? "every division tried" : `best of ${starts} seeded starts`}).`,
      tables: [
        {
          id: "groups",
          title: "Groups",
          columns: [integer("group", "Group"), integer("size", "Actors"), text("members", "Members")],
          rows: groups.map(
            (members, at): Row => ({
              cells: { group: at + 1, size: members.length, members: labelList(index, members) },
              nodes: keysOf(index, members),
              statements: statementIds(index, members.flatMap(statementsOf)),
            }),
          ),
        },
        {
          id: "members",
          title: "Actors",
          columns: [text("actor", "Actor"), integer("group", "Group")],
          rows: table.actors.map(
            (actor, place): Row => ({
              cells: { actor: nodeLabel(index, actor), group: (division.group[place] as number) + 1 },
              nodes: keysOf(index, [actor]),
              statements: statementIds(index, statementsOf(actor)),
            }),
          ),
        },
        measureTable("Quality", [
          {
            name: "Polarisation",
            value: quality,
            formula: compat === "dna" ? "DNA 3" : "1 − total variation distance to the ideal",
            statements: tying("either"),
          },
          {
            name: "Sum of congruence",
            value: ties.congruenceSum,
            formula: "|P|, over ordered pairs",
            statements: tying("congruence"),
          },
          {
            name: "Sum of conflict",
            value: ties.conflictSum,
            formula: "|N|, over ordered pairs",
            statements: tying("conflict"),
          },
        ]),
      ],
      notes: [
        ...notes,
        ...(untied.length > 0
          ? [
              `Without a tie to anyone, and so in a group only by the tie rule: ${namesListed(index, untied)}.`,
            ]
          : []),
      ],
    };
  },
});
