/** Reliability: two codings of the same sources, how far they agree, and where they differ. */

import { z } from "zod";
import { counted } from "../../model/counted.ts";
import { isolated } from "../../model/direction.ts";
import { Fault } from "../../model/problem.ts";
import { polarityTerm } from "../../model/vocabulary.ts";
import { nodeLabel } from "../naming/names.ts";
import {
  cohensKappa,
  krippendorffsAlpha,
  percentAgreement,
  type ValuePair,
} from "./agreement-coefficients.ts";
import { defineAnalysis, type Row, type StatementSelection } from "./analysis.ts";
import { type CodedUnit, type Matching, matchUnits } from "./reliability-matching.ts";
import { unitisingTable } from "./reliability-unitising.ts";
import { integer, keysOf, measureTable, number, rounded, statementIds, text } from "./rows.ts";

interface Variable {
  readonly id: string;
  readonly label: string;
  readonly level: "nominal" | "ordinal";
  /** Null = not coded: the unit is left out for this variable. */
  value(unit: CodedUnit): string | null;
}

const VARIABLES: readonly Variable[] = [
  { id: "actor", label: "Actor", level: "nominal", value: ({ actor }) => actor },
  { id: "target", label: "Issue, or relation and target", level: "nominal", value: ({ target }) => target },
  { id: "polarity", label: "Polarity", level: "nominal", value: ({ statement }) => statement.polarity },
  {
    id: "condition",
    label: "Conditional or not",
    level: "nominal",
    value: ({ statement }) => (statement.condition === "" ? "no" : "yes"),
  },
  { id: "modality", label: "Modality", level: "nominal", value: ({ statement }) => statement.modality },
  { id: "voice", label: "Voice", level: "nominal", value: ({ statement }) => statement.voice },
  {
    id: "intensity",
    label: "Intensity",
    level: "ordinal",
    value: ({ statement }) => (statement.intensity === null ? null : String(statement.intensity)),
  },
];

type Match = Matching["matched"][number];

/** The values that both coders gave, or null where one of them gave none. */
function valuePair([a, b]: Match, { value }: Variable): ValuePair | null {
  const [one, two] = [value(a), value(b)];
  return one === null || two === null ? null : [one, two];
}

const differing = (match: Match): readonly Variable[] =>
  VARIABLES.filter((variable) => {
    const pair = valuePair(match, variable);
    return pair !== null && pair[0] !== pair[1];
  });

export const reliabilityAnalysis = defineAnalysis({
  id: "reliability",
  label: "Reliability of coding",
  description:
    "Two codings of the same sources: agreement, Cohen's kappa, Krippendorff's alpha, and all differences.",
  parameters: {
    overlap: z
      .number()
      .min(0)
      .max(1)
      .default(0)
      .describe(
        "Least share of characters that two passages have in common to be matched, from 0 (any) to 1.",
      ),
  },
  comparesTwo: true,
  run(input, { overlap }) {
    const { other, ...first } = input;
    if (!other)
      throw new Fault({
        class: "bad-parameter",
        code: "missing-dataset",
        parameter: "other",
        message: "Reliability compares two codings, and only one dataset is given",
        remedy: "Give a second dataset with a coding of the same sources.",
      });
    const matching = matchUnits(first, other, overlap);
    const { matched, onlyFirst, onlySecond, unshared } = matching;
    const unitising = unitisingTable(first, other, matching);
    const same = matched.filter(([a, b]) => a.actor === b.actor && a.target === b.target);
    const behind = (ours: readonly CodedUnit[], theirs: readonly CodedUnit[]) => ({
      statements: statementIds(
        first.index,
        ours.map(({ at }) => at),
      ),
      otherStatements: statementIds(
        other.index,
        theirs.map(({ at }) => at),
      ),
    });
    const behindPairs = (pairs: readonly Match[]) =>
      behind(
        pairs.map(([a]) => a),
        pairs.map(([, b]) => b),
      );
    const measured = (id: string, label: string, variable: Variable, units: readonly Match[]): Row => {
      const compared = units.filter((match) => valuePair(match, variable) !== null);
      const values = compared.flatMap((match): ValuePair[] => {
        const pair = valuePair(match, variable);
        return pair ? [pair] : [];
      });
      return {
        cells: {
          variable: label,
          units: values.length,
          differ: values.filter(([a, b]) => a !== b).length,
          agreement: percentAgreement(values),
          kappa: cohensKappa(values),
          alpha: krippendorffsAlpha(values, variable.level),
          level: variable.level,
          id,
        },
        ...behindPairs(compared),
      };
    };
    const rows = VARIABLES.map((variable) => measured(variable.id, variable.label, variable, matched));
    const polarity = VARIABLES.find(({ id }) => id === "polarity") as Variable;
    rows.push(measured("polarity-same", "Polarity, where actor and target are the same", polarity, same));
    const behindAll = behind(
      [...matched.map(([a]) => a), ...onlyFirst],
      [...matched.map(([, b]) => b), ...onlySecond],
    );
    const joint = matched.length + onlyFirst.length + onlySecond.length;
    const differences = matched.filter((match) => differing(match).length > 0);
    const alpha = rows.find(({ cells }) => cells["id"] === "polarity")?.cells["alpha"];
    return {
      summary:
        matched.length === 0
          ? "No statement of one coding could be matched with one of the other."
          : `${counted(matched.length, "passage")} coded by both, ${onlyFirst.length} only in the first coding, ${onlySecond.length} only in the second. ` +
            `On the matched ones, alpha of polarity is ${typeof alpha === "number" ? rounded(alpha) : "not defined (no variation)"}; ${differences.length} differ in at least one value.`,
      tables: [
        {
          id: "variables",
          title: "Agreement on matched statements",
          columns: [
            text("variable", "Variable"),
            integer("units", "Compared"),
            integer("differ", "Differ"),
            number("agreement", "Share of agreement"),
            number("kappa", "Cohen's kappa"),
            number("alpha", "Krippendorff's alpha"),
            text("level", "Level"),
          ],
          rows: rows.map(({ cells: { id: _, ...cells }, ...row }): Row => ({ ...row, cells })),
        },
        measureTable("Finding the same passages", [
          {
            name: "Matched, of all units",
            value: joint === 0 ? null : matched.length / joint,
            formula: "both / (both + only first + only second); Jaccard 1901",
            ...behindAll,
          },
          {
            name: "Matched, Dice coefficient",
            value: joint === 0 ? null : (2 * matched.length) / (joint + matched.length),
            formula: "2 · both / (first + second); Dice 1945",
            ...behindAll,
          },
        ]),
        unitising.table,
        differenceTable(first, other, matching),
      ],
      notes: [
        "Matching: same source (by id, else by hash), overlapping passages (else the same paragraph), one to one; the same actor and target are preferred, which raises agreement on these two a little. Polarity and the rest play no part.",
        "Cohen's kappa: Cohen 1960. Krippendorff's alpha: Krippendorff 2004, for two coders; nominal, for intensity ordinal. Not defined where a variable does not vary.",
        "Krippendorff's alpha for unitising (Krippendorff 2004) compares where passages begin and end, whether they are matched or not; overlapping passages of one category are one stretch, and all sources follow one another.",
        "Values that one of the coders left empty do not enter.",
        ...(unitising.unplaced > 0
          ? [`Statements without offsets, which have no place for that: ${unitising.unplaced}.`]
          : []),
        ...(unshared[0] + unshared[1] > 0
          ? [
              `Statements of sources that only one dataset has do not enter: ${unshared[0]} and ${unshared[1]}.`,
            ]
          : []),
      ],
    };
  },
});

/** `Egypt supports “…”`, without any claim of who reports it. */
function wording({ index, adjacency }: StatementSelection, { at, statement }: CodedUnit): string {
  const relation = index.dataset.relations[index.relation[at] as number];
  const verb = relation?.label ?? polarityTerm(statement.polarity).verb;
  const ends = [adjacency.from[at] as number, adjacency.to[at] as number] as const;
  return `${isolated(nodeLabel(index, ends[0]))} ${isolated(verb)}: ${isolated(nodeLabel(index, ends[1]))}`;
}

/** Pairs that differ, then what only one coding has; by statement number. */
function differenceTable(first: StatementSelection, other: StatementSelection, matching: Matching) {
  const row = (kind: string, a: CodedUnit | null, b: CodedUnit | null, variables: string | null): Row => {
    const keys = [a?.actor, b?.actor, a?.targetKey, b?.targetKey];
    const nodes = keys.flatMap((key) => (key === undefined ? [] : (first.index.nodeByKey.get(key) ?? [])));
    return {
      cells: {
        kind,
        source: (a ?? b)?.statement.source ?? null,
        differs: variables,
        first: a && wording(first, a),
        second: b && wording(other, b),
        second_statement: b?.statement.id ?? null,
      },
      nodes: keysOf(first.index, new Set(nodes)),
      statements: a ? [a.statement.id] : [],
      otherStatements: b ? [b.statement.id] : [],
    };
  };
  return {
    id: "differences",
    title: "Differences",
    columns: [
      text("kind", "Kind"),
      text("source", "Source"),
      text("differs", "Differs in"),
      text("first", "First coding"),
      text("second", "Second coding"),
      text("second_statement", "Statement in the second coding"),
    ],
    rows: [
      ...matching.matched.flatMap((match): Row[] => {
        const variables = differing(match);
        if (variables.length === 0) return [];
        return [row("differs", ...match, variables.map(({ label }) => label).join("; "))];
      }),
      ...matching.onlyFirst.map((unit) => row("only in the first", unit, null, null)),
      ...matching.onlySecond.map((unit) => row("only in the second", null, unit, null)),
    ],
  };
}
