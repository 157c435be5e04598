/** Backbone: the few issues that keep the shape of the network of actors, and the redundant rest. */

import { z } from "zod";
import { createResolver } from "../../dataset/names.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import { counted } from "../../model/counted.ts";
import { isolated } from "../../model/direction.ts";
import { Fault } from "../../model/problem.ts";
import { nodeLabel } from "../naming/names.ts";
import { defineAnalysis, overLimit, type Row, type Table } from "./analysis.ts";
import { fixedBackbone, nestedBackbone, penalisedBackbone } from "./backbone-search.ts";
import { collectPositions, leftOutNote, signed } from "./positions.ts";
import { seedParameter } from "./random.ts";
import { integer, keysOf, measureTable, number, rounded, statementIds, text } from "./rows.ts";
import { type Compat, SpectralLoss } from "./spectral-loss.ts";
import { AGGREGATIONS, normalisationParameter, type StanceTable, stanceTable } from "./stance-table.ts";

/** Multiplications that a search may take, roughly. */
const MOST_WORK = 1e10;
const MOST_ITERATIONS = 100_000;

/** What all tables of a backbone are made of; issues are columns of the stance table. */
interface Ground {
  readonly index: StatementIndex;
  readonly table: StanceTable;
  readonly labels: readonly string[];
  /** Numbers of the statements that take a side on each issue. */
  readonly behind: readonly (readonly number[])[];
  readonly loss: SpectralLoss;
}

type Found = { readonly sentence: string; readonly tables: readonly Table[] };

export const backboneAnalysis = defineAnalysis({
  id: "backbone",
  label: "Backbone",
  description: "The issues that keep the shape of the network of actors when the others are left out.",
  parameters: {
    method: z
      .enum(["nested", "penalty", "fixed", "evaluate"])
      .default("nested")
      .describe(
        "Remove one issue after another; find the best set, penalised for its size or of a fixed size; or evaluate the set in keep.",
      ),
    aggregation: z.enum(AGGREGATIONS).default("subtract").describe("What ties two actors."),
    normalisation: normalisationParameter("average"),
    penalty: z.number().min(0).max(100).default(3.5).describe("Penalty for large sets, from 0 to 100."),
    size: z.number().int().min(1).max(100_000).default(3).describe("Issues to keep with method=fixed."),
    keep: z
      .string()
      .max(4000)
      .default("")
      .describe("Issues to keep with method=evaluate, by key, id or name, separated by semicolons."),
    iterations: z
      .number()
      .int()
      .min(1)
      .max(MOST_ITERATIONS)
      .meta({ isLimit: true })
      .default(5000)
      .describe("Steps of the annealing, with more than 12 issues."),
    seed: seedParameter,
    compat: z
      .enum(["none", "dna"])
      .default("none")
      .describe("dna: the loss as DNA 3 computes it (degrees instead of the Laplacian's eigenvalues)."),
  },
  run(input, { method, aggregation, normalisation, penalty, size, keep, iterations, seed, compat }) {
    const { index } = input;
    const positions = collectPositions(input);
    const table = stanceTable(index, positions);
    const issues = table.columns.length;
    const kept = method === "evaluate" ? namedSet(index, table, keep) : null;
    const perLoss = table.actors.length ** (compat === "dna" ? 2 : 3) * 2;
    const losses = {
      nested: (issues * (issues + 1)) / 2,
      penalty: Math.min(iterations, 2 ** issues),
      fixed: Math.min(iterations, 2 ** issues),
      evaluate: 3,
    }[method];
    if (perLoss * losses > MOST_WORK) {
      const possible = Math.floor(MOST_WORK / perLoss);
      throw overLimit(
        method === "nested" ? "method" : "iterations",
        `${counted(table.actors.length, "actor")} and ${counted(issues, "issue")} are too many for this search`,
        method === "nested" ? MOST_WORK : possible,
        `Narrow the view by a filter or a roll-up${possible > 0 ? `, or ask for method=penalty with at most ${possible} iterations` : ""}.`,
      );
    }
    const ground: Ground = {
      index,
      table,
      labels: table.columns.map(({ issue }) => nodeLabel(index, issue)),
      behind: table.columns.map(({ issue }) =>
        [...(positions.byIssue.get(issue)?.values() ?? [])].flatMap(signed),
      ),
      loss: new SpectralLoss(table, aggregation, normalisation, compat, input.checkpoint),
    };
    const search = (): Found => {
      if (issues < 2 || (method === "fixed" && size >= issues))
        return {
          sentence: `${counted(issues, "issue")} with sides taken: too few to leave ${method === "fixed" ? `all but ${size}` : "any"} out.`,
          tables: [],
        };
      const { exact, ...found } =
        method === "fixed"
          ? fixedBackbone(ground.loss, issues, size, iterations, seed)
          : penalisedBackbone(ground.loss, issues, penalty, iterations, seed);
      const how = exact ? "every set tried" : "seeded annealing";
      return setTables(ground, found.kept, method === "penalty" ? penalty : null, how);
    };
    const { sentence, tables } =
      method === "nested"
        ? nestedTable(ground, compat)
        : kept
          ? setTables(ground, kept, penalty, "the set that was asked for")
          : search();
    return {
      summary: sentence,
      tables,
      notes: [
        compat === "dna"
          ? "As DNA 3: λ = row sums of the non-negative ties over their sum, d = Σ|λ − λ′|."
          : "λ = eigenvalues of the graph Laplacian of the non-negative ties, over its trace; d = √Σ(λ − λ′)², the Euclidean spectral distance (Wilson and Zhu 2008).",
        "Backbones of discourse networks: Leifeld 2017 and DNA 3. Annealing: Kirkpatrick, Gelatt and Vecchi 1983.",
        "An issue outside the backbone is redundant for the shape of this network, not unimportant.",
        ...leftOutNote(positions),
      ],
    };
  },
});

const badKeep = (message: string, remedy: string): Fault =>
  new Fault({ class: "bad-parameter", code: "bad-parameter", parameter: "keep", message, remedy });

/** One mark per issue: 1 for those named. */
function namedSet(index: StatementIndex, { columns }: StanceTable, keep: string): Uint8Array {
  const names = keep
    .split(";")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (names.length === 0)
    throw badKeep(
      "method=evaluate needs issues to keep, and none are named",
      "Give keep: issues by key, id or name, separated by semicolons.",
    );
  const resolver = createResolver(index.dataset);
  const marks = new Uint8Array(columns.length);
  for (const name of names) {
    const key = resolver.resolveNode(name, { types: ["issue"], parameter: "keep" });
    const column = columns.findIndex(({ issue }) => index.nodes[issue] === key);
    if (column < 0)
      throw badKeep(
        `No actor of this view takes a side on ${JSON.stringify(name)}`,
        "Keep an issue on which sides are taken, or widen the view.",
      );
    marks[column] = 1;
  }
  return marks;
}

function nestedTable({ index, table, labels, behind, loss }: Ground, compat: Compat): Found {
  const issues = labels.length;
  const steps = nestedBackbone(loss, issues, compat);
  const last = steps.at(-1);
  return {
    sentence: last
      ? `${counted(issues, "issue")} left out one by one; the one that stays longest is “${isolated(labels[last.removed] ?? "")}”.`
      : "No actor takes a side on any issue, so there is no network and no backbone.",
    tables: [
      {
        id: "nested",
        title: "Issues in the order in which they are left out: the last are the backbone",
        columns: [
          integer("round", "Round"),
          text("issue", "Issue left out"),
          number("loss", "Loss of what is kept"),
          number("redundant_loss", "Loss of what was left out"),
          integer("kept", "Issues kept"),
          integer("statements", "Number of statements kept"),
        ],
        rows: steps.map(
          (step, at): Row => ({
            cells: {
              round: at + 1,
              issue: labels[step.removed] ?? "",
              loss: step.loss,
              redundant_loss: step.redundantLoss,
              kept: issues - at - 1,
              statements: behind.reduce((sum, list, issue) => sum + (step.kept[issue] ? list.length : 0), 0),
            },
            nodes: keysOf(index, [table.columns[step.removed]?.issue ?? 0]),
            statements: statementIds(index, behind[step.removed] ?? []),
          }),
        ),
      },
    ],
  };
}

/** A set of issues and the rest, with the losses of both; with a penalty, each for its own size. */
function setTables(ground: Ground, kept: Uint8Array, penalty: number | null, how: string): Found {
  const { index, table, labels, behind, loss } = ground;
  const redundant = kept.map((mark) => 1 - mark);
  const size = kept.reduce((sum, mark) => sum + mark, 0);
  const of = (marks: Uint8Array, set: string, formula: string, penalised: boolean) => ({
    name: `${penalised ? "Penalised loss" : "Loss"} of ${set}`,
    // Nothing left out has no loss to speak of.
    value: !marks.includes(1) ? null : penalised ? loss.penalised(marks, penalty ?? 0) : loss.of(marks),
    formula,
    statements: statementIds(
      index,
      behind.flatMap((list, column) => (marks[column] === 1 ? list : [])),
    ),
  });
  const rows = [kept, redundant].flatMap((marks, at) =>
    table.columns.flatMap(({ issue }, column): Row[] =>
      marks[column] === 1
        ? [
            {
              cells: {
                issue: labels[column] ?? "",
                part: at === 0 ? "backbone" : "redundant",
                statements: behind[column]?.length ?? 0,
              },
              nodes: keysOf(index, [issue]),
              statements: statementIds(index, behind[column] ?? []),
            },
          ]
        : [],
    ),
  );
  return {
    sentence: `A backbone of ${size} of ${counted(labels.length, "issue")} (${how}); spectral loss ${rounded(loss.of(kept))}.`,
    tables: [
      {
        id: "issues",
        title: "Issues of the backbone, then the redundant ones",
        columns: [
          text("issue", "Issue"),
          text("part", "Part"),
          integer("statements", "Number of statements"),
        ],
        rows,
      },
      measureTable("Loss", [
        of(kept, "the backbone", "d(λ, λ_B)", false),
        of(redundant, "the redundant set", "d(λ, λ_C∖B)", false),
        ...(penalty === null
          ? []
          : [
              of(kept, "the backbone", "d(λ, λ_B) · exp(−p(|C| − |B|)/|C|)", true),
              of(redundant, "the redundant set", "d(λ, λ_C∖B) · exp(−p|B|/|C|)", true),
            ]),
      ]),
    ],
  };
}
