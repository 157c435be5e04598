/** Disagreement of sources: where reports put one actor on opposite sides, ranked by the evidence on the weaker side. */

import { z } from "zod";
import { MODALITY_BIT } from "../../graph/edge-flags.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import { counted } from "../../model/counted.ts";
import { byCodeUnit } from "../../model/id.ts";
import { polarityTerm } from "../../model/vocabulary.ts";
import { nodeLabel } from "../naming/names.ts";
import { type AnalysisInput, type Column, defineAnalysis, type Row } from "./analysis.ts";
import { daysOf, dayWords, evidence, sourceNames, sourcesOf } from "./evidence.ts";
import { polarityAt } from "./positions.ts";
import { integer, keysOf, number, statementIds, text } from "./rows.ts";
import { conditionWords } from "./stance-words.ts";

/** What is reported of one actor about one target, by side. */
interface Reports {
  readonly holder: number;
  readonly target: number;
  readonly positive: number[];
  readonly negative: number[];
}

/** Statements with a sign by actor and target, issues and other actors alike; dataset order. */
function reportsOf({ index, adjacency, statements }: AnalysisInput): readonly Reports[] {
  const all = new Map<number, Reports>();
  for (const at of statements) {
    const { sign } = polarityTerm(polarityAt(index, at));
    if (sign === 0) continue;
    const holder = adjacency.from[at] as number;
    const target = adjacency.to[at] as number;
    const key = holder * index.nodes.length + target;
    let reports = all.get(key);
    if (!reports) {
      reports = { holder, target, positive: [], negative: [] };
      all.set(key, reports);
    }
    reports[sign > 0 ? "positive" : "negative"].push(at);
  }
  return [...all.values()];
}

const isFact = (index: StatementIndex, at: number): boolean =>
  ((index.flags[at] as number) & MODALITY_BIT.fact) !== 0;

/** Sources that report one side only, against those that report the other only, and those that report both. */
function splitSources(index: StatementIndex, { positive, negative }: Pick<Reports, "positive" | "negative">) {
  const [plus, minus] = [sourcesOf(index, positive), sourcesOf(index, negative)];
  return {
    positiveOnly: plus.filter((source) => !minus.includes(source)),
    negativeOnly: minus.filter((source) => !plus.includes(source)),
    both: plus.filter((source) => minus.includes(source)),
  };
}

/** Whether the two sides may be a change over time: all dated reports of one side come before all of the other. */
function order(index: StatementIndex, { positive, negative }: Reports): string {
  const [plus, minus] = [daysOf(index, positive), daysOf(index, negative)];
  if (!plus || !minus) return "not dated";
  return plus.last < minus.first || minus.last < plus.first ? "one after the other" : "same time";
}

const rankOf = (index: StatementIndex, { positive, negative }: Reports): number =>
  Math.min(evidence(index, positive), evidence(index, negative));

function reportRow(index: StatementIndex, reports: Reports): Row {
  const { holder, target, positive, negative } = reports;
  const { positiveOnly, negativeOnly, both } = splitSources(index, reports);
  return {
    cells: {
      actor: nodeLabel(index, holder),
      target: nodeLabel(index, target),
      rank: rankOf(index, reports),
      positive: positive.length,
      negative: negative.length,
      positive_sources: sourceNames(index, positiveOnly) || null,
      negative_sources: sourceNames(index, negativeOnly) || null,
      both_sources: sourceNames(index, both) || null,
      positive_dates: dayWords(daysOf(index, positive)) || null,
      negative_dates: dayWords(daysOf(index, negative)) || null,
      order: order(index, reports),
      conditions: conditionWords(index, [...positive, ...negative]) || null,
    },
    nodes: keysOf(index, [holder, target]),
    statements: statementIds(index, [...positive, ...negative]),
  };
}

const columns = (target: string, positive: string, negative: string): readonly Column[] => [
  text("actor", "Actor"),
  text("target", target),
  number("rank", "Evidence on the weaker side"),
  integer("positive", `${positive}: statements`),
  integer("negative", `${negative}: statements`),
  text("positive_sources", `${positive} only in`),
  text("negative_sources", `${negative} only in`),
  text("both_sources", "Both in"),
  text("positive_dates", `${positive}: dates`),
  text("negative_dates", `${negative}: dates`),
  text("order", "In time"),
  text("conditions", "Conditions"),
];

export const disagreementAnalysis = defineAnalysis({
  id: "disagreement",
  aliases: ["source-disagreement", "contradictions"],
  isLinear: true,
  label: "Disagreement of sources",
  description:
    "Where sources report opposite positions of one actor, or one source reports both; facts that clash.",
  parameters: {
    least: z
      .number()
      .min(0)
      .max(1000)
      .default(0)
      .describe("Least evidence on the weaker side; independent sources of full confidence count 1 each."),
  },
  run(input, { least }) {
    const { index } = input;
    const clashing = reportsOf(input)
      .filter(({ positive, negative }) => positive.length > 0 && negative.length > 0)
      .map((reports) => ({ reports, rank: rankOf(index, reports) }))
      .filter(({ rank }) => rank >= least)
      .sort(
        (a, b) =>
          b.rank - a.rank ||
          size(b.reports) - size(a.reports) ||
          byCodeUnit(nodeLabel(index, a.reports.holder), nodeLabel(index, b.reports.holder)),
      )
      .map(({ reports }) => reports);
    // Two sources differ when one of them reports a side that the other does not.
    const isAcross = (reports: Reports): boolean => {
      const { positiveOnly, negativeOnly, both } = splitSources(index, reports);
      const onlyOne = positiveOnly.length + negativeOnly.length;
      return onlyOne > 0 && onlyOne + both.length > 1;
    };
    const onIssue = clashing.filter(({ target }) => target >= index.actorCount);
    const across = onIssue.filter(isAcross);
    const within = onIssue.filter((reports) => splitSources(index, reports).both.length > 0);
    const relations = clashing.filter(({ target }) => target < index.actorCount);
    const facts = clashing.flatMap((reports): Reports[] => {
      const positive = reports.positive.filter((at) => isFact(index, at));
      const negative = reports.negative.filter((at) => isFact(index, at));
      return positive.length > 0 && negative.length > 0 ? [{ ...reports, positive, negative }] : [];
    });
    const table = (
      id: string,
      title: string,
      words: readonly [target: string, positive: string, negative: string],
      list: readonly Reports[],
    ) => ({ id, title, columns: columns(...words), rows: list.map((each) => reportRow(index, each)) });
    return {
      summary:
        `Of one actor on one issue, sources report opposite sides in ${counted(across.length, "case")}, and one source reports both sides in ${counted(within.length, "case")}. ` +
        `${counted(relations.length, "pair")} of actors with relations reported as positive and as negative; ${counted(facts.length, "pair")} of reported facts that clash.`,
      tables: [
        table("sources", "Sources that report opposite sides", ["Issue", "Support", "Opposition"], across),
        table("both", "Reported on both sides within one source", ["Issue", "Support", "Opposition"], within),
        table("facts", "Reported facts that clash", ["Target", "Positive", "Negative"], facts),
        table(
          "relations",
          "Relations reported as positive and as negative",
          ["Other actor", "Positive", "Negative"],
          relations,
        ),
      ],
      notes: [
        "Rank: the smaller of the two sides' evidence, which is Σ over sources of the greatest confidence there. The order says where to read first, not who is right.",
        "Opposite reports may be a change over time (see the dates), different conditions, or different wings of a body; they need not be an error of any source.",
        "Positive and negative relations of the same two actors can hold side by side.",
      ],
    };
  },
});

const size = ({ positive, negative }: Reports): number => positive.length + negative.length;
