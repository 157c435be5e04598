/** Coalitions: groups of actors with the same positions, and the issues that unite and divide them, in plain words. */

import { z } from "zod";
import { counted, grouped } from "../../model/counted.ts";
import { MOST_GROUPED_ACTORS } from "../../model/group-limits.ts";
import { listed, nodeLabel, nodeName } from "../naming/names.ts";
import { type AnalysisInput, defineAnalysis, overLimit, type Row, type Table } from "./analysis.ts";
import { allies, netAgreement } from "./coalition-groups.ts";
import { collectPositions, leftOutNote, type Position, type Positions, sideOf, signed } from "./positions.ts";
import { byLabel, integer, keysOf, labelList, statementIds, text } from "./rows.ts";
import { sharedPositionSets } from "./shared-positions.ts";
import { stanceTable } from "./stance-table.ts";

const MOST_ACTORS = MOST_GROUPED_ACTORS.coalition;
/** Positions that a listed set of actors shares at least. */
const LEAST_SHARED = 2;
/** Squared actors × issues beyond which such sets are not looked for. */
const MOST_SHARED_WORK = 1e9;
/** Issues named in a sentence. */
const NAMED = 3;

/** The sides that members of a group take on an issue, and those of others. */
interface Standing {
  readonly issue: number;
  readonly mine: readonly Position[];
  readonly others: readonly Position[];
}

type Role = "unites" | "divides" | "sets apart" | "one member";

/**
 * Where two members or more take a side: `divides` when on both; else `sets apart` when someone outside is on the other side,
 * and `unites` when nobody is. Otherwise `one member`.
 */
function roleOf({ mine, others }: Standing): Role {
  if (mine.length === 1) return "one member";
  const taken = new Set(mine.map(sideOf));
  if (taken.size > 1 || taken.has(0)) return "divides";
  const [side] = taken;
  if (others.some((position) => sideOf(position) !== side)) return "sets apart";
  return "unites";
}

function standings(positions: Positions, members: ReadonlySet<number>): Standing[] {
  return [...positions.byIssue].flatMap(([issue, holders]) => {
    const taken = [...holders.values()].filter((position) => sideOf(position) !== null);
    const mine = taken.filter(({ holder }) => members.has(holder));
    const others = taken.filter(({ holder }) => !members.has(holder));
    return mine.length > 0 ? [{ issue, mine, others }] : [];
  });
}

export const coalitionsAnalysis = defineAnalysis({
  id: "coalitions",
  label: "Coalitions",
  description: "Groups of actors that hold the same positions, with the issues that unite and divide each.",
  parameters: {
    least: z
      .number()
      .int()
      .min(1)
      .max(100)
      .default(1)
      .describe("How many more issues any two members must agree than disagree on, from 1 to 100."),
    most: z
      .number()
      .int()
      .min(1)
      .max(1000)
      .meta({ isLimit: true })
      .default(50)
      .describe("Most sets of actors with the same positions that are listed."),
  },
  run(input, { least, most }) {
    const { index } = input;
    const positions = collectPositions(input);
    const { actors } = stanceTable(index, positions);
    if (actors.length > MOST_ACTORS)
      throw overLimit(
        "least",
        `${grouped(actors.length)} actors take a side, more than ${grouped(MOST_ACTORS)}`,
        MOST_ACTORS,
        "Narrow the view by a filter or a roll-up, or use the analysis communities.",
      );
    const all = allies(netAgreement(positions, actors), actors.length, least).map((places) =>
      places.map((place) => actors[place] as number),
    );
    const groups = all.filter(({ length }) => length > 1);
    const single = all.length - groups.length;
    const sentences: string[] = [];
    const rows = groups.flatMap((members, at): Row[] => {
      const own = standings(positions, new Set(members));
      sentences.push(groupSentence(input, at + 1, members, own));
      return own
        .sort((x, y) => y.mine.length - x.mine.length || byLabel(index)(x.issue, y.issue))
        .map((standing) => {
          input.checkpoint?.();
          return issueRow(input, at + 1, standing);
        });
    });
    const order: readonly unknown[] = ["unites", "sets apart", "divides", "one member"];
    rows.sort(
      (a, b) =>
        Number(a.cells["coalition"]) - Number(b.cells["coalition"]) ||
        order.indexOf(a.cells["role"]) - order.indexOf(b.cells["role"]),
    );
    return {
      summary: [
        groups.length === 0
          ? "No two actors agree on more issues than they disagree on, so there is no coalition in this sense."
          : `${counted(groups.length, "group")} of actors with shared positions; ${counted(single, "actor")} taking sides ${single === 1 ? "is" : "are"} in none.`,
        ...sentences,
      ].join(" "),
      tables: [
        {
          id: "coalitions",
          title: "Coalitions",
          columns: [integer("coalition", "Coalition"), integer("size", "Actors"), text("members", "Members")],
          rows: groups.map((members, at): Row => {
            const own = members.flatMap((actor) => [...(positions.byHolder.get(actor)?.values() ?? [])]);
            return {
              cells: { coalition: at + 1, size: members.length, members: labelList(index, members) },
              nodes: keysOf(index, members),
              statements: statementIds(index, own.flatMap(signed)),
            };
          }),
        },
        {
          id: "issues",
          title: "What unites and divides each coalition",
          columns: [
            integer("coalition", "Coalition"),
            text("role", "Role"),
            text("issue", "Issue"),
            text("support", "Members in support"),
            text("oppose", "Members opposed"),
            text("outside_support", "Others in support"),
            text("outside_oppose", "Others opposed"),
          ],
          rows,
        },
        sharedTable(input, positions, actors, most),
        sideTable(input, positions),
      ],
      notes: [
        `Any two members agree on at least ${least} more ${least === 1 ? "issue" : "issues"} than they disagree on. Groups by complete linkage (Sørensen 1948; Defays 1977): the two groups whose least agreeing pair agrees most are joined first.`,
        "Sides are compared without regard to conditions; the analyses of conditions and of two actors show those.",
        "Unites: at least two members share a side and nobody outside is reported on the other. Sets apart: the members share a side and someone outside is on the other. Divides: members are reported on both sides.",
        "Same positions: maximal sets of actors and positions, each held by all of them (formal concepts, Wille 1982), generated by pairs of actors.",
        "A group of shared positions is a pattern in these documents; nobody is said to have formed it.",
        ...(tooManySets(index, actors)
          ? ["Sets of actors with the same positions were not looked for: too many actors and issues."]
          : []),
        ...leftOutNote(positions),
      ],
    };
  },
});

const actorsOn = (positions: readonly Position[], side: "support" | "oppose"): readonly number[] =>
  positions.filter((position) => position[side].length > 0).map(({ holder }) => holder);

function issueRow({ index }: AnalysisInput, coalition: number, standing: Standing): Row {
  const { issue, mine, others } = standing;
  const names = (positions: readonly Position[], side: "support" | "oppose"): string | null =>
    labelList(index, actorsOn(positions, side)) || null;
  return {
    cells: {
      coalition,
      role: roleOf(standing),
      issue: nodeLabel(index, issue),
      support: names(mine, "support"),
      oppose: names(mine, "oppose"),
      outside_support: names(others, "support"),
      outside_oppose: names(others, "oppose"),
    },
    nodes: keysOf(index, [issue, ...mine.map(({ holder }) => holder)]),
    statements: statementIds(index, [...mine, ...others].flatMap(signed)),
  };
}

function groupSentence(
  { index }: AnalysisInput,
  number: number,
  members: readonly number[],
  all: readonly Standing[],
): string {
  const name = (role: Role): string => {
    const standing = all
      .filter((each) => roleOf(each) === role)
      .sort((x, y) => y.mine.length - x.mine.length || byLabel(index)(x.issue, y.issue));
    const more = standing.length - NAMED;
    const shown = standing.slice(0, NAMED).map(({ issue }) => nodeName(index, issue));
    return listed(more > 0 ? [...shown, `${more} more`] : shown);
  };
  const parts = [
    ["united on", name("unites")],
    ["set apart from others on", name("sets apart")],
    ["divided on", name("divides")],
  ].flatMap(([lead, issues]) => (issues === "" ? [] : [`${lead} ${issues}`]));
  const names = [...members].sort(byLabel(index)).map((node) => nodeName(index, node));
  return `Coalition ${number} (${listed(names)}) is reported as ${parts.join("; ") || "sharing no issue"}.`;
}

/** Whether looking for sets of actors with the same positions would take too long. */
const tooManySets = ({ dataset }: AnalysisInput["index"], actors: readonly number[]): boolean =>
  actors.length ** 2 * dataset.issues.length > MOST_SHARED_WORK;

/** Position 2i = support of issue i of the dataset, 2i + 1 = opposition to it. */
function sharedTable(
  { index, checkpoint }: AnalysisInput,
  positions: Positions,
  actors: readonly number[],
  most: number,
): Table {
  const held = actors.map((actor) =>
    [...(positions.byHolder.get(actor)?.values() ?? [])].flatMap(({ issue, support, oppose }) => [
      ...(support.length > 0 ? [2 * (issue - index.actorCount)] : []),
      ...(oppose.length > 0 ? [2 * (issue - index.actorCount) + 1] : []),
    ]),
  );
  const issueOf = (position: number): number => (position >> 1) + index.actorCount;
  const tooMany = tooManySets(index, actors);
  const sideName = (position: number): string =>
    `${position % 2 === 0 ? "support" : "oppose"}: ${nodeLabel(index, issueOf(position))}`;
  return {
    id: "shared",
    title: "Actors that hold the same positions",
    columns: [
      integer("actors", "Actors"),
      integer("positions", "Positions"),
      text("members", "Members"),
      text("shared", "Positions all of them hold"),
    ],
    rows: (tooMany ? [] : sharedPositionSets(held, LEAST_SHARED, most, checkpoint)).map((set): Row => {
      const members = set.actors.map((place) => actors[place] as number);
      const behind = members.flatMap((actor) =>
        set.positions.flatMap((position) => {
          const own = positions.byHolder.get(actor)?.get(issueOf(position));
          return own?.[position % 2 === 0 ? "support" : "oppose"] ?? [];
        }),
      );
      return {
        cells: {
          actors: members.length,
          positions: set.positions.length,
          members: labelList(index, members),
          shared: set.positions.map(sideName).join("; "),
        },
        nodes: keysOf(index, [...members, ...new Set(set.positions.map(issueOf))]),
        statements: statementIds(index, behind),
      };
    }),
  };
}

/** For every issue, who is reported on which side. */
function sideTable({ index }: AnalysisInput, positions: Positions): Table {
  const rows = [...positions.byIssue.keys()].sort(byLabel(index)).flatMap((issue): Row[] => {
    const taken = [...(positions.byIssue.get(issue)?.values() ?? [])].filter(
      (position) => sideOf(position) !== null,
    );
    if (taken.length === 0) return [];
    const [support, oppose] = [actorsOn(taken, "support"), actorsOn(taken, "oppose")];
    return [
      {
        cells: {
          issue: nodeLabel(index, issue),
          supporters: support.length,
          opponents: oppose.length,
          support: labelList(index, support) || null,
          oppose: labelList(index, oppose) || null,
        },
        nodes: keysOf(index, [issue, ...taken.map(({ holder }) => holder)]),
        statements: statementIds(index, taken.flatMap(signed)),
      },
    ];
  });
  const both = ({ cells }: Row): number => Math.min(Number(cells["supporters"]), Number(cells["opponents"]));
  const all = ({ cells }: Row): number => Number(cells["supporters"]) + Number(cells["opponents"]);
  return {
    id: "sides",
    title: "Issues by how many actors stand on either side",
    columns: [
      text("issue", "Issue"),
      integer("supporters", "In support"),
      integer("opponents", "Opposed"),
      text("support", "Actors in support"),
      text("oppose", "Actors opposed"),
    ],
    rows: rows.sort((a, b) => both(b) - both(a) || all(b) - all(a)),
  };
}
