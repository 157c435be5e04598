/** Backbone: the few issues that keep the shape of the network of actors, and the redundant rest. */

import { z } from "zod";
import { counted, nodeLabel } from "../naming/names.ts";
import { defineAnalysis, overLimit, type Row, type Table } from "./analysis.ts";
import { fixedBackbone, nestedBackbone, penalisedBackbone } from "./backbone-search.ts";
import { collectPositions, leftOutNote, signed } from "./positions.ts";
import { seedParameter } from "./random.ts";
import { integer, keysOf, measureTable, number, rounded, statementIds, text } from "./rows.ts";
import { SpectralLoss } from "./spectral-loss.ts";
import { AGGREGATIONS, normalisationParameter, stanceTable } from "./stance-table.ts";

/** Multiplications that a search may take, roughly. */
const MOST_WORK = 1e10;
const MOST_ITERATIONS = 100_000;

export const backboneAnalysis = defineAnalysis({
  id: "backbone",
  label: "Backbone",
  description: "The issues that keep the shape of the network of actors when the others are left out.",
  parameters: {
    method: z
      .enum(["nested", "penalty", "fixed"])
      .default("nested")
      .describe(
        "Remove one issue after another; or find the best set, penalised for its size or of a fixed size.",
      ),
    aggregation: z.enum(AGGREGATIONS).default("subtract").describe("What ties two actors."),
    normalisation: normalisationParameter("average"),
    penalty: z.number().min(0).max(100).default(3.5).describe("Penalty for large sets, from 0 to 100."),
    size: z.number().int().min(1).max(100_000).default(3).describe("Issues to keep with method=fixed."),
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
  run(input, { method, aggregation, normalisation, penalty, size, iterations, seed, compat }) {
    const { index } = input;
    const positions = collectPositions(input);
    const table = stanceTable(index, positions);
    const issues = table.columns.length;
    const perLoss = table.actors.length ** (compat === "dna" ? 2 : 3) * 2;
    const losses = method === "nested" ? (issues * (issues + 1)) / 2 : Math.min(iterations, 2 ** issues);
    if (perLoss * losses > MOST_WORK)
      throw overLimit(
        method === "nested" ? "method" : "iterations",
        `${counted(table.actors.length, "actor")} and ${counted(issues, "issue")} are too many for this search`,
        MOST_WORK,
        "Narrow the view by a filter or a roll-up, or ask for method=penalty with fewer iterations.",
      );
    const labels = table.columns.map(({ issue }) => nodeLabel(index, issue));
    const statementsOf = (issue: number): readonly number[] =>
      [...(positions.byIssue.get(issue)?.values() ?? [])].flatMap(signed);
    const behind = table.columns.map(({ issue }) => statementsOf(issue));
    const behindSet = (marks: Uint8Array): readonly string[] =>
      statementIds(
        index,
        behind.flatMap((list, column) => (marks[column] === 1 ? list : [])),
      );
    const loss = new SpectralLoss(table, aggregation, normalisation, compat);
    const sentences: string[] = [];
    const tables: Table[] = [];
    if (method === "nested") {
      const steps = nestedBackbone(loss, issues, compat);
      tables.push({
        id: "nested",
        title: "Issues in the order in which they are left out: the last are the backbone",
        columns: [
          integer("round", "Round"),
          text("issue", "Issue left out"),
          number("loss", "Loss of what is kept"),
          number("redundant_loss", "Loss of what was left out"),
          integer("kept", "Issues kept"),
          integer("statements", "Statements kept"),
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
      });
      const last = steps.at(-1);
      sentences.push(
        last
          ? `${counted(issues, "issue")} left out one by one; the one that stays longest is “${labels[last.removed]}”.`
          : "No actor takes a side on any issue, so there is no network and no backbone.",
      );
    } else if (issues < 2 || (method === "fixed" && size >= issues)) {
      sentences.push(
        `${counted(issues, "issue")} with sides taken: too few to leave ${method === "fixed" ? `all but ${size}` : "any"} out.`,
      );
    } else {
      const found =
        method === "fixed"
          ? fixedBackbone(loss, issues, size, iterations, seed)
          : penalisedBackbone(loss, issues, penalty, iterations, seed);
      const redundant = found.kept.map((mark) => 1 - mark);
      const kept = found.kept.reduce((sum, mark) => sum + mark, 0);
      const how = found.exact ? "every set tried" : "seeded annealing";
      sentences.push(
        `A backbone of ${kept} of ${counted(issues, "issue")} (${how}); spectral loss ${rounded(loss.of(found.kept))}.`,
      );
      tables.push(
        {
          id: "issues",
          title: "Issues of the backbone, then the redundant ones",
          columns: [text("issue", "Issue"), text("part", "Part"), integer("statements", "Statements")],
          rows: [1, 0].flatMap((mark) =>
            table.columns.flatMap(({ issue }, column): Row[] =>
              found.kept[column] === mark
                ? [
                    {
                      cells: {
                        issue: labels[column] ?? "",
                        part: mark === 1 ? "backbone" : "redundant",
                        statements: behind[column]?.length ?? 0,
                      },
                      nodes: keysOf(index, [issue]),
                      statements: statementIds(index, behind[column] ?? []),
                    },
                  ]
                : [],
            ),
          ),
        },
        measureTable("Loss", [
          {
            name: "Loss of the backbone",
            value: loss.of(found.kept),
            formula: "d(λ, λ_B)",
            statements: behindSet(found.kept),
          },
          {
            name: "Loss of the redundant set",
            value: loss.of(redundant),
            formula: "d(λ, λ_C∖B)",
            statements: behindSet(redundant),
          },
          ...(method === "penalty"
            ? [
                {
                  name: "Penalised loss of the backbone",
                  value: found.value,
                  formula: "d(λ, λ_B) · exp(−p(|C| − |B|)/|C|)",
                  statements: behindSet(found.kept),
                },
              ]
            : []),
        ]),
      );
    }
    return {
      summary: sentences.join(" "),
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
