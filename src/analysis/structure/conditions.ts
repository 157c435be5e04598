/** Conditions: who waits for what, which issue depends on which, chains of that, and circles. */

import { counted } from "../../model/counted.ts";
import type { Statement } from "../../model/dataset.ts";
import { issueKey } from "../../model/id.ts";
import { polarityTerm } from "../../model/vocabulary.ts";
import { nodeLabel } from "../naming/names.ts";
import { type AnalysisInput, defineAnalysis, type Row, type Table } from "./analysis.ts";
import {
  type ConditionLink,
  conditionalAmong,
  conditionChains,
  conditionCycles,
  conditionLinks,
} from "./condition-graph.ts";
import {
  cycleKind,
  cycleSentence,
  holdersOf,
  requirement,
  walkEvidence,
  walkSentence,
} from "./condition-words.ts";
import { collectPositions, type Positions } from "./positions.ts";
import { byLabel, integer, keysOf, labelList, statementIds, text } from "./rows.ts";

export const conditionsAnalysis = defineAnalysis({
  id: "conditions",
  aliases: ["deadlocks"],
  isLinear: true,
  label: "Conditions",
  description:
    "Who waits for what, how issues depend on each other, and where the conditions go round in circles.",
  parameters: {},
  run(input) {
    const positions = collectPositions(input);
    const links = conditionLinks(input);
    const waits = waitRows(input);
    const cycles = conditionCycles(links);
    const chains = conditionChains(links);
    const opposed = opposedRows(input, links);
    const deadlocks = cycles.walks.filter((walk) => cycleKind(walk) === "deadlock");
    const other = cycles.walks.length - deadlocks.length;
    const actors = new Set(waits.map(({ cells }) => cells["actor"])).size;
    const said = deadlocks.slice(0, 3).map((walk) => cycleSentence(input, walk));
    return {
      summary: [
        `${counted(waits.length, "conditional position")} of ${counted(actors, "actor")}; ${counted(links.length, "dependence")} between issues, ${counted(chains.walks.length, "chain")} of two or more, ${counted(deadlocks.length, "circle")} in which each waits for the next${other > 0 ? `, ${counted(other, "other circle")}` : ""}.`,
        ...said,
      ].join(" "),
      tables: [
        {
          id: "waits",
          title: "Who waits for what",
          columns: [
            text("actor", "Actor"),
            text("position", "Position"),
            text("target", "On"),
            text("condition", "Condition"),
            text("depends_on", "Depends on"),
            text("condition_issues", "Issues of the condition (ids)"),
          ],
          rows: waits,
        },
        {
          id: "links",
          title: "Which issue depends on which",
          columns: [
            text("issue", "Issue"),
            text("position", "Position"),
            text("depends_on", "Depends on"),
            text("actors", "As reported of"),
            text("in_line", "Reported in line with it"),
            text("other_side", "Reported on the other side"),
          ],
          rows: links.flatMap((link) => linkRows(input, positions, link)),
        },
        opposed,
        {
          id: "chains",
          title: "Chains of conditions",
          columns: [integer("length", "Links"), text("chain", "Chain"), text("evidence", "As reported")],
          rows: chains.walks.map((walk) =>
            walkRow(input, walk, { length: walk.length, chain: walkSentence(input, walk) }),
          ),
        },
        {
          id: "cycles",
          title: "Circles of conditions",
          columns: [
            text("kind", "Kind"),
            integer("length", "Links"),
            text("explanation", "Meaning"),
            text("evidence", "As reported"),
          ],
          rows: cycles.walks.map((walk) =>
            walkRow(input, walk, {
              kind: cycleKind(walk),
              length: walk.length,
              explanation: cycleSentence(input, walk),
            }),
          ),
        },
      ],
      notes: [
        "A dependence of X on Y: a position on X has a condition whose issue is Y (or that Y is not so). An opposition with a condition is read as “not unless”, the code book's rule; where its words say “if”, read the statement.",
        "Deadlock: a circle of dependences without negation, the circular wait of E. G. Coffman, M. J. Elphick and A. Shoshani, “System deadlocks”, 1971.",
        "The circles are circles of reported conditions. Nobody is said to cause them, and other ways out may exist that no document mentions.",
        "Conditions coded without an issue are listed, but make no dependence.",
        ...(cycles.truncated || chains.truncated
          ? ["There are more chains or circles, or longer ones (over 8 links), than are listed."]
          : []),
      ],
    };
  },
});

/** Conditional statements, those that say the same of the same actor as one row. */
function waitRows(input: AnalysisInput): readonly Row[] {
  const { index, adjacency } = input;
  const groups = new Map<string, number[]>();
  for (const at of conditionalAmong(input)) {
    const { condition, polarity } = index.dataset.statements[at] as Statement;
    const issues = idList(index.dataset.statements[at] as Statement);
    const what = issues === "" ? `text ${condition}` : issues;
    const key = [adjacency.from[at], adjacency.to[at], index.relation[at], polarity, what].join(" ");
    const group = groups.get(key);
    if (group) group.push(at);
    else groups.set(key, [at]);
  }
  const sorted = [...groups.values()].sort((x, y) => {
    const [a, b] = [x[0] as number, y[0] as number];
    return (
      byLabel(index)(adjacency.from[a] as number, adjacency.from[b] as number) ||
      byLabel(index)(adjacency.to[a] as number, adjacency.to[b] as number)
    );
  });
  return sorted.map((group): Row => {
    const first = group[0] as number;
    const statement = index.dataset.statements[first] as Statement;
    const holder = adjacency.from[first] as number;
    const target = adjacency.to[first] as number;
    const relation = index.dataset.relations[index.relation[first] as number];
    const words = new Set(group.map((at) => index.dataset.statements[at]?.condition ?? ""));
    const issues = statement.conditionIssues.flatMap(
      ({ issue }) => index.nodeByKey.get(issueKey(issue)) ?? [],
    );
    return {
      cells: {
        actor: nodeLabel(index, holder),
        position: relation?.label ?? polarityTerm(statement.polarity).verb,
        target: nodeLabel(index, target),
        condition: [...words].filter((each) => each !== "").join(" / ") || null,
        depends_on:
          statement.conditionIssues
            .map(({ issue, negated }) => {
              const label = index.dataset.issueById.get(issue)?.label ?? issue;
              return negated ? `not: ${label}` : label;
            })
            .join("; ") || null,
        condition_issues: idList(statement) || null,
      },
      nodes: keysOf(index, new Set([holder, target, ...issues])),
      statements: statementIds(index, group),
    };
  });
}

/** As in the data package, sorted. */
const idList = ({ conditionIssues }: Statement): string =>
  [...new Set(conditionIssues.map(({ issue, negated }) => (negated ? `not:${issue}` : issue)))]
    .sort()
    .join(";");

/** A link by the side of the positions that make it: support waits, opposition ends. */
function linkRows(input: AnalysisInput, positions: Positions, link: ConditionLink): readonly Row[] {
  const { index } = input;
  const on = [...(positions.byIssue.get(link.to)?.values() ?? [])];
  const holders = (side: "support" | "oppose"): readonly number[] =>
    on.filter((position) => position[side].length > 0).map(({ holder }) => holder);
  const [same, opposite] = link.negated ? (["oppose", "support"] as const) : (["support", "oppose"] as const);
  return (["support", "oppose", "neutral"] as const).flatMap((polarity): Row[] => {
    const own = link.statements.filter((at) => index.dataset.statements[at]?.polarity === polarity);
    if (own.length === 0) return [];
    const about = [...holders(same), ...holders(opposite)];
    const behind = on.flatMap((position) => [...position.support, ...position.oppose]);
    return [
      {
        cells: {
          issue: nodeLabel(index, link.from),
          position: polarity,
          depends_on: `${link.negated ? "not: " : ""}${nodeLabel(index, link.to)}`,
          actors: holdersOf(input, { ...link, statements: own }),
          in_line: labelList(index, holders(same)) || null,
          other_side: labelList(index, holders(opposite)) || null,
        },
        nodes: keysOf(
          index,
          new Set([link.from, link.to, ...own.map((at) => input.adjacency.from[at] as number), ...about]),
        ),
        statements: statementIds(index, [...own, ...behind]),
      },
    ];
  });
}

/**
 * Issues whose support depends on something and, as reported of the same or others, on its contrary. Opposition does not enter:
 * “no, if Y” and “yes, unless Y” go together.
 */
function opposedRows(input: AnalysisInput, all: readonly ConditionLink[]): Table {
  const { index } = input;
  const links = all.flatMap((link): ConditionLink[] => {
    const statements = link.statements.filter((at) => index.dataset.statements[at]?.polarity === "support");
    return statements.length > 0 ? [{ ...link, statements }] : [];
  });
  const rows = links
    .filter(({ negated }) => !negated)
    .flatMap((link): Row[] => {
      const contrary = links.find(
        (other) => other.negated && other.from === link.from && other.to === link.to,
      );
      if (!contrary) return [];
      return [
        {
          cells: {
            issue: nodeLabel(index, link.from),
            requirement: requirement(input, link),
            actors: holdersOf(input, link),
            contrary: holdersOf(input, contrary),
          },
          nodes: keysOf(index, new Set([link.from, link.to])),
          statements: statementIds(index, [...link.statements, ...contrary.statements]),
        },
      ];
    });
  return {
    id: "opposed",
    title: "Conditions of support that exclude each other",
    columns: [
      text("issue", "Issue"),
      text("requirement", "Depends on"),
      text("actors", "As reported of"),
      text("contrary", "On its contrary, as reported of"),
    ],
    rows,
  };
}

function walkRow(input: AnalysisInput, walk: readonly ConditionLink[], cells: Row["cells"]): Row {
  const behind = walk.flatMap(({ statements }) => statements);
  const nodes = walk.flatMap(({ from, to }) => [from, to]);
  const holders = behind.map((at) => input.adjacency.from[at] as number);
  return {
    cells: { ...cells, evidence: walkEvidence(input, walk) },
    nodes: keysOf(input.index, new Set([...nodes, ...holders])),
    statements: statementIds(input.index, behind),
  };
}
