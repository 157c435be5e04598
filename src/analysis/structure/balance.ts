/** Signed balance: how far the network of actors is from two camps, which ties stand in the way, and what would lower that. */

import { z } from "zod";
import { counted, grouped } from "../../model/counted.ts";
import { nodeLabel } from "../naming/names.ts";
import { pairsByPositions, pairsByRelations, tieOf } from "./actor-ties.ts";
import { defineAnalysis, overLimit, type Row } from "./analysis.ts";
import { indexWithout, net, sideChanges } from "./balance-moves.ts";
import { frustrationIndex } from "./frustration.ts";
import { collectPositions, leftOutNote, sideOf, signed } from "./positions.ts";
import { seedParameter } from "./random.ts";
import { byLabel, integer, keysOf, measureTable, number, rounded, statementIds, text } from "./rows.ts";
import { atOdds, components, type SignedTie, signedGraph } from "./signed-graph.ts";
import { sideWord } from "./stance-words.ts";
import { countTriads } from "./triads.ts";

const MOST_TIES = 200_000;
/** Steps of the exact search for the whole network, and for each network without one actor. */
const STEPS = 1e8;
const STEPS_WITHOUT = 2e6;
const ALL_STEPS_WITHOUT = 2e8;
/** Actors × ties beyond which networks without one actor are not worked out. */
const MOST_WITHOUT_WORK = 2e6;
/** Changes tried × ties, beyond which they are left out. */
const MOST_CHANGE_WORK = 2e8;

export const balanceAnalysis = defineAnalysis({
  id: "balance",
  aliases: ["frustration", "signed-balance"],
  isLinear: true,
  label: "Signed balance",
  description:
    "How far the actors are from two camps: the frustration index, the ties at odds with it, and what would lower it.",
  parameters: {
    ties: z
      .enum(["positions", "relations"])
      .default("positions")
      .describe(
        "Sign of a tie: issues agreed minus disagreed on, or relations reported as positive minus negative.",
      ),
    weighted: z.boolean().default(false).describe("Whether a tie counts by the difference instead of once."),
    seed: seedParameter,
  },
  run(input, { ties: kind, weighted, seed }) {
    const { index } = input;
    const positions = collectPositions(input);
    const record = (kind === "positions" ? pairsByPositions : pairsByRelations)(input, positions);
    const { actors, pairs, statementsOf, statementsOfAll } = record;
    const all = [...pairs.values()];
    const tied = all.flatMap((pair) => {
      const tie = tieOf(pair, net(pair), weighted);
      return tie ? [{ pair, tie }] : [];
    });
    const ties: readonly SignedTie[] = tied.map(({ tie }) => tie);
    if (ties.length > MOST_TIES)
      throw overLimit(
        "ties",
        `${grouped(ties.length)} ties are too many`,
        MOST_TIES,
        "Narrow the view by a filter.",
      );
    const graph = signedGraph(actors.length, ties);
    const found = frustrationIndex(graph, { seed, starts: 50, steps: STEPS });
    const { camps, value, lower, exact } = found;
    const component = components(graph);
    const odd = tied.filter(({ tie }) => atOdds(tie, camps));
    const total = ties.reduce((sum, { weight }) => sum + weight, 0);
    const triads = countTriads(graph);
    const behind = (list: typeof tied): readonly string[] =>
      statementIds(index, statementsOfAll(list.map(({ pair }) => pair)));
    const behindTies = behind(tied);
    const label = (place: number): string => nodeLabel(index, actors[place] as number);
    const word = kind === "positions" ? "issues" : "statements";

    const at = actors.map((): typeof tied => []);
    for (const each of tied) for (const end of [each.tie.a, each.tie.b]) at[end]?.push(each);
    const tooLarge = actors.length * ties.length > MOST_WITHOUT_WORK;
    const steps = Math.min(STEPS_WITHOUT, ALL_STEPS_WITHOUT / (actors.length + 1));
    let bounded = false;
    /** Null where it is not worked out. An actor with one tie is on no cycle and changes nothing. */
    const without = (place: number): number | null => {
      if (value === 0 || at[place]?.length === 1) return value;
      if (tooLarge) return null;
      const left = indexWithout(actors.length, ties, place, { seed, starts: 10, steps });
      bounded ||= !left.exact;
      return Math.min(left.value, value);
    };
    const actorRows = actors.flatMap((actor, place): Row[] => {
      const own = at[place] ?? [];
      if (own.length === 0) return [];
      const mine = own.filter(({ tie }) => atOdds(tie, camps));
      const weightOf = (list: typeof own): number => list.reduce((sum, { tie }) => sum + tie.weight, 0);
      const remaining = without(place);
      return [
        {
          cells: {
            actor: nodeLabel(index, actor),
            part: (component[place] as number) + 1,
            camp: camps[place] === 0 ? "A" : "B",
            ties: own.length,
            at_odds: weightOf(mine),
            other_camp: weightOf(own) - weightOf(mine),
            without: remaining,
            reduction: remaining === null ? null : value - remaining,
          },
          nodes: keysOf(index, [actor]),
          statements: statementIds(
            index,
            mine.length > 0 || kind === "relations"
              ? (mine.length > 0 ? mine : own).flatMap(({ pair }) => statementsOf(pair))
              : [...(positions.byHolder.get(actor)?.values() ?? [])].flatMap(signed),
          ),
        },
      ];
    });
    const cell = (row: Row, id: string): number => Number(row.cells[id]);
    actorRows.sort(
      (a, b) => cell(b, "reduction") - cell(a, "reduction") || cell(b, "at_odds") - cell(a, "at_odds"),
    );

    const held = actors.reduce((sum, actor) => sum + (positions.byHolder.get(actor)?.size ?? 0), 0);
    const tooMany = held * ties.length > MOST_CHANGE_WORK;
    const changes =
      kind === "positions" && value > 0 && !tooMany ? sideChanges(record, positions, weighted, found) : [];
    const changeRows = [...changes]
      .sort((x, y) => x.atMost - y.atMost || byLabel(index)(x.position.holder, y.position.holder))
      .map(
        ({ position, atMost }): Row => ({
          cells: {
            actor: nodeLabel(index, position.holder),
            issue: nodeLabel(index, position.issue),
            side: sideWord(position),
            otherwise: sideOf(position) === 1 ? "opposes" : "supports",
            index: atMost,
            reduction: value - atMost,
          },
          nodes: keysOf(index, [position.holder, position.issue]),
          statements: statementIds(index, [...position.support, ...position.oppose]),
        }),
      );
    const movers = new Set(changes.map(({ position }) => position.holder)).size;
    const size = exact ? rounded(value) : `between ${rounded(lower)} and ${rounded(value)}`;
    return {
      summary:
        ties.length === 0
          ? "No two actors have a signed tie."
          : `${counted(ties.length, "signed tie")} among ${counted(actorRows.length, "actor")}; the frustration index is ${size}: ` +
            `${value === 0 ? "all ties fit two camps." : `${weighted ? "ties of that weight" : "that many ties"} are at odds with the best division into two camps${exact ? "" : " that was found"}.`}` +
            (kind === "positions" && value > 0 && !tooMany
              ? ` It would be lower were one reported position the opposite one; this holds for positions of at least ${counted(movers, "actor")}.`
              : ""),
      tables: [
        measureTable("Balance", [
          {
            name: exact ? "Frustration index" : "Frustration index, at most",
            value,
            formula: "least weight of ties at odds with a division into two camps; Harary 1959",
            statements: behind(odd),
          },
          {
            name: "Lower bound",
            value: lower,
            formula: exact ? "equal: the search ended" : "unbalanced cycles that share no weight",
            statements: behindTies,
          },
          {
            name: "Line index of balance, normalised",
            value: total === 0 ? null : 1 - (2 * value) / total,
            formula: "1 − 2L/m; Aref and Wilson 2018",
            statements: behindTies,
          },
          {
            name: "Share of balanced triads",
            value: triads === null || triads.all === 0 ? null : triads.balanced / triads.all,
            formula: "triads with a positive product of signs / all triads; Cartwright and Harary 1956",
            statements: behind(tied.filter((_, tie) => triads?.ties[tie] === 1)),
          },
        ]),
        {
          id: "ties",
          title: "Ties at odds with the division",
          columns: [
            text("a", "Actor"),
            text("b", "Actor"),
            text("tie", "Tie"),
            text("camps", "Camps"),
            integer("positive", `For: ${word}`),
            integer("negative", `Against: ${word}`),
          ],
          rows: odd.map(
            ({ pair, tie }): Row => ({
              cells: {
                a: label(tie.a),
                b: label(tie.b),
                tie: tie.sign > 0 ? "positive" : "negative",
                camps: camps[tie.a] === camps[tie.b] ? "same" : "different",
                positive: pair.positive,
                negative: pair.negative,
              },
              nodes: keysOf(index, [actors[tie.a] as number, actors[tie.b] as number]),
              statements: statementIds(index, statementsOf(pair)),
            }),
          ),
        },
        {
          id: "actors",
          title: "Actors by how much lower the index is without them",
          columns: [
            text("actor", "Actor"),
            integer("part", "Part of the network"),
            text("camp", "Camp in that part"),
            integer("ties", "Ties"),
            number("at_odds", "At odds"),
            number("other_camp", "At odds in the other camp"),
            number("without", "Index without the actor"),
            number("reduction", "Lower by"),
          ],
          rows: actorRows,
        },
        ...(kind === "positions"
          ? [
              {
                id: "changes",
                title: "Positions that would lower the index, were they the opposite ones",
                columns: [
                  text("actor", "Actor"),
                  text("issue", "Issue"),
                  text("side", "As reported"),
                  text("otherwise", "Otherwise"),
                  number("index", "Index then, at most"),
                  number("reduction", "Lower by at least"),
                ],
                rows: changeRows,
              },
            ]
          : []),
      ],
      notes: [
        kind === "positions"
          ? "Sign of a tie: issues on which two actors share a side minus issues on which they are on opposite sides; equal numbers make no tie. Conditions are disregarded."
          : "Sign of a tie: statements about positive minus negative relations of two actors, both directions; equal numbers make no tie.",
        "Frustration index: Abelson and Rosenberg 1958, Harary 1959; exact by branch and bound (Aref and Wilson 2019), else by local search between stated bounds.",
        "Other divisions may be as good. Camps of different parts of the network have nothing to do with each other. In the division shown no single change of camp lowers the index.",
        "What would lower the index describes the arithmetic of reported positions; it is no advice and no forecast.",
        ...(bounded
          ? ["Some figures without an actor are upper bounds, so that the fall is at least that."]
          : []),
        ...(tooLarge && value > 0
          ? ["The index without single actors was not worked out: too many ties."]
          : []),
        ...(tooMany ? ["Changes of single positions were left out: too many to try."] : []),
        ...(all.length > tied.length
          ? [`${counted(all.length - tied.length, "pair")} with equal numbers for and against make no tie.`]
          : []),
        ...(kind === "positions" ? leftOutNote(positions) : []),
      ],
    };
  },
});
