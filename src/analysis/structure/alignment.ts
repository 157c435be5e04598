/** Alignment of two actors: the issues on which both take a side, and how the sides compare. */

import { z } from "zod";
import { createResolver } from "../../dataset/names.ts";
import { counted, grouped } from "../../model/counted.ts";
import { isolated } from "../../model/direction.ts";
import { Fault } from "../../model/problem.ts";
import { nodeLabel } from "../naming/names.ts";
import { type AnalysisInput, defineAnalysis, type Row, type Table } from "./analysis.ts";
import { compared } from "./compare.ts";
import { collectPositions, type Position, sideOf, signed } from "./positions.ts";
import { byLabel, integer, keysOf, measureTable, statementIds, text } from "./rows.ts";
import { conditionWords, sideWord } from "./stance-words.ts";

const actorParameter = z.string().min(1).describe("An actor, by key, id or name.");

/** The node of a named actor after roll-up. */
function actorNode({ index, adjacency }: AnalysisInput, name: string, parameter: string): number {
  const key = createResolver(index.dataset).resolveNode(name, { types: ["actor"], parameter });
  return adjacency.standsFor[index.nodeByKey.get(key) as number] as number;
}

export const alignmentAnalysis = defineAnalysis({
  id: "alignment",
  // The statements of two actors are few, and no others are looked at.
  countsOnly: () => true,
  label: "Alignment of two actors",
  description:
    "The issues on which two actors are reported on the same side, on opposite sides, or under conditions.",
  parameters: { a: actorParameter, b: actorParameter },
  run(input, parameters) {
    const { index, adjacency } = input;
    const a = actorNode(input, parameters.a, "a");
    const b = actorNode(input, parameters.b, "b");
    if (a === b)
      throw new Fault({
        class: "bad-parameter",
        code: "bad-parameter",
        parameter: "b",
        message: `Both names mean ${isolated(nodeLabel(index, a))} in this view`,
        remedy: "Give two actors that do not fall together, or another roll-up.",
      });
    const own = input.statements.filter((at) => adjacency.from[at] === a || adjacency.from[at] === b);
    const positions = collectPositions({ ...input, statements: own });
    const ofA = positions.byHolder.get(a) ?? new Map<number, Position>();
    const ofB = positions.byHolder.get(b) ?? new Map<number, Position>();
    const tally = { agree: 0, disagree: 0, both: 0, conditional: 0 };
    const rows: Row[] = [];
    for (const issue of [...ofA.keys()].filter((each) => ofB.has(each)).sort(byLabel(index))) {
      const mine = ofA.get(issue) as Position;
      const theirs = ofB.get(issue) as Position;
      if (sideOf(mine) === null || sideOf(theirs) === null) continue;
      const { agree, disagree } = compared(mine, theirs);
      const [ours, others] = [conditionWords(index, signed(mine)), conditionWords(index, signed(theirs))];
      tally[agree && disagree ? "both" : agree ? "agree" : "disagree"]++;
      if (ours !== "" || others !== "") tally.conditional++;
      rows.push({
        cells: {
          issue: nodeLabel(index, issue),
          result: agree && disagree ? "both" : agree ? "agree" : "disagree",
          a: sideWord(mine),
          b: sideWord(theirs),
          condition_a: ours || null,
          condition_b: others || null,
        },
        nodes: keysOf(index, [a, issue, b]),
        statements: statementIds(index, [...signed(mine), ...signed(theirs)]),
      });
    }
    const order = ["agree", "disagree", "both"];
    rows.sort(
      (one, other) =>
        order.indexOf(String(one.cells["result"])) - order.indexOf(String(other.cells["result"])),
    );
    const direct = own.filter((at) => adjacency.to[at] === (adjacency.from[at] === a ? b : a));
    const [nameA, nameB] = [isolated(nodeLabel(index, a)), isolated(nodeLabel(index, b))];
    const shared = rows.length;
    const balance = tally.agree + tally.disagree;
    return {
      summary:
        shared === 0
          ? `No issue is reported on which both ${nameA} and ${nameB} take a side.`
          : `${nameA} and ${nameB} are both reported to take a side on ${counted(shared, "issue")}: the same side on ${grouped(tally.agree)}, opposite sides on ${grouped(tally.disagree)}` +
            `${tally.both > 0 ? `, and on ${grouped(tally.both)} at least one of them is reported on both sides` : ""}.${tally.conditional > 0 ? ` A condition is attached on ${grouped(tally.conditional)} of them.` : " No condition is attached."}`,
      tables: [
        {
          id: "issues",
          title: `${nameA} and ${nameB}, issue by issue`,
          columns: [
            text("issue", "Issue"),
            text("result", "Sides"),
            text("a", nodeLabel(index, a)),
            text("b", nodeLabel(index, b)),
            text("condition_a", `Condition of ${nameA}`),
            text("condition_b", `Condition of ${nameB}`),
          ],
          rows,
        },
        relationTable(input, direct),
        measureTable("Alignment", [
          {
            name: "Alignment",
            value: balance === 0 ? null : (tally.agree - tally.disagree) / balance,
            formula: "(agree − disagree) / (agree + disagree), issues on both sides left out; from −1 to 1",
            statements: rows.flatMap(({ cells, statements: own }) => (cells["result"] === "both" ? [] : own)),
          },
        ]),
      ],
      notes: [
        "Issues are counted, not statements. An issue on which only one of the two takes a side says nothing about the other.",
        "Shared positions as in discourse network analysis (Leifeld 2017).",
      ],
    };
  },
});

/** What is reported of the two directly, by direction and relation. */
function relationTable({ index, adjacency }: AnalysisInput, direct: Int32Array): Table {
  const groups = new Map<string, number[]>();
  for (const at of direct) {
    const key = `${adjacency.from[at]} ${index.relation[at]}`;
    const list = groups.get(key);
    if (list) list.push(at);
    else groups.set(key, [at]);
  }
  return {
    id: "relations",
    title: "Reported directly between the two",
    columns: [
      text("from", "From"),
      text("relation", "Relation"),
      text("to", "To"),
      text("polarity", "Polarity"),
      integer("statements", "Number of statements"),
    ],
    rows: [...groups.values()].map((list): Row => {
      const first = list[0] as number;
      const relation = index.dataset.relations[index.relation[first] as number];
      const ends = [adjacency.from[first] as number, adjacency.to[first] as number] as const;
      return {
        cells: {
          from: nodeLabel(index, ends[0]),
          relation: relation?.label ?? "",
          to: nodeLabel(index, ends[1]),
          polarity: relation?.polarity ?? "",
          statements: list.length,
        },
        nodes: keysOf(index, ends),
        statements: statementIds(index, list),
      };
    }),
  };
}
