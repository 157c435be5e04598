/** Counts: how many statements support, oppose or take no side, for each actor, issue or source. */

import { z } from "zod";
import { CONDITIONAL, POLARITY_BIT, STANCE } from "../../graph/edge-flags.ts";
import { counted } from "../../model/counted.ts";
import { sourceName } from "../../model/dataset.ts";
import { byCodeUnit, type NodeKey } from "../../model/id.ts";
import { nodeLabel } from "../naming/names.ts";
import { defineAnalysis, type Row } from "./analysis.ts";
import { integer, keysOf, statementIds, text } from "./rows.ts";

interface Tally {
  readonly label: string;
  readonly nodes: readonly NodeKey[];
  readonly statements: number[];
}

const WORDS = { actor: "actor", issue: "issue", source: "source" } as const;

export const countsAnalysis = defineAnalysis({
  id: "counts",
  aliases: ["barplot"],
  isLinear: true,
  label: "Counts",
  description: "Statements for and against, per actor, issue or source: the figures of a bar chart.",
  parameters: {
    of: z
      .enum(["actor", "issue", "source"])
      .default("actor")
      .describe("What the statements are counted for."),
  },
  run({ index, adjacency, statements }, { of }) {
    const tallies = new Map<number, Tally>();
    let relations = 0;
    for (const at of statements) {
      if (((index.flags[at] as number) & STANCE) === 0) {
        relations++;
        continue;
      }
      const entity = { actor: adjacency.from, issue: adjacency.to, source: index.source }[of][at] as number;
      let tally = tallies.get(entity);
      if (!tally) {
        const source = index.dataset.sources[entity];
        tally =
          of === "source"
            ? { label: source ? sourceName(source) : "", nodes: [], statements: [] }
            : { label: nodeLabel(index, entity), nodes: keysOf(index, [entity]), statements: [] };
        tallies.set(entity, tally);
      }
      tally.statements.push(at);
    }
    const sorted = [...tallies.values()].sort(
      (a, b) => b.statements.length - a.statements.length || byCodeUnit(a.label, b.label),
    );
    const rows = sorted.map((tally): Row => {
      const own = tally.statements;
      const count = (bit: number): number =>
        own.reduce((sum, at) => sum + (((index.flags[at] as number) & bit) !== 0 ? 1 : 0), 0);
      return {
        cells: {
          [of]: tally.label,
          statements: own.length,
          support: count(POLARITY_BIT.support),
          oppose: count(POLARITY_BIT.oppose),
          neutral: count(POLARITY_BIT.neutral),
          conditional: count(CONDITIONAL),
          issues: new Set(own.map((at) => index.to[at])).size,
          sources: new Set(own.map((at) => index.source[at])).size,
        },
        nodes: tally.nodes,
        statements: statementIds(index, tally.statements),
      };
    });
    const total = statements.length - relations;
    return {
      summary: `${counted(total, "statement")} on issues, counted for ${counted(rows.length, WORDS[of])}.`,
      tables: [
        {
          id: "counts",
          title: `Statements per ${WORDS[of]}`,
          columns: [
            text(of, { actor: "Actor", issue: "Issue", source: "Source" }[of]),
            integer("statements", "Number of statements"),
            integer("support", "Support"),
            integer("oppose", "Oppose"),
            integer("neutral", "No side"),
            integer("conditional", "With a condition"),
            integer("issues", "Issues"),
            integer("sources", "Sources"),
          ],
          rows,
        },
      ],
      notes: [
        "Plain counts of statements of the view (Leifeld 2017; DNA's bar plot). Size is evidence in these documents, not importance.",
        ...(relations > 0 ? [`Statements about relations between actors do not enter: ${relations}.`] : []),
      ],
    };
  },
});
