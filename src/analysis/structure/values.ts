/** Values: how many statements have each value of an attribute, those about relations too. The figures behind filters. */

import { z } from "zod";
import { POLARITY_BIT } from "../../graph/edge-flags.ts";
import { counted, grouped } from "../../model/counted.ts";
import { isolated } from "../../model/direction.ts";
import { byCodeUnit } from "../../model/id.ts";
import { Fault } from "../../model/problem.ts";
import { POLARITIES, type Polarity } from "../../model/vocabulary.ts";
import { defineAnalysis, type Row } from "./analysis.ts";
import { ATTRIBUTE_WORDS, attributeNamed } from "./attributes.ts";
import { evidenceParameter, listsFew } from "./listing.ts";
import { integer, statementIds, text } from "./rows.ts";

/** Statements with one value, numbers of the first of them and how many there are by polarity. */
interface Tally {
  readonly listed: number[];
  readonly counts: Record<Polarity, number>;
  statements: number;
}

/** Values are listed up to here; a filter by more is better written by hand. */
const MOST_VALUES = 1000;

export const valuesAnalysis = defineAnalysis({
  id: "values",
  isLinear: true,
  label: "Values of an attribute",
  description:
    "Statements per source, kind, genre, relation, modality, voice, confidence, intensity or further column.",
  parameters: {
    attribute: z.string().default("source").describe(`What is looked at: ${ATTRIBUTE_WORDS}.`),
    evidence: evidenceParameter("value"),
  },
  countsOnly: listsFew,
  run({ index, statements, checkpoint }, { attribute: name, evidence }) {
    const { dataset } = index;
    const attribute = attributeNamed(dataset, name);
    if (!attribute)
      throw new Fault({
        class: "bad-parameter",
        code: "unknown-variable",
        parameter: "attribute",
        message: `This dataset has no attribute ${JSON.stringify(name)}`,
        remedy: `Give attribute as one of ${ATTRIBUTE_WORDS}.`,
      });
    const read = attribute.reader(index);
    const tallies = new Map<string, Tally>();
    for (const [place, at] of statements.entries()) {
      if (place % STRIDE === 0) checkpoint?.();
      const value = read(at);
      let tally = tallies.get(value);
      if (!tally) {
        tally = { listed: [], counts: { support: 0, oppose: 0, neutral: 0 }, statements: 0 };
        tallies.set(value, tally);
      }
      tally.statements++;
      if (tally.listed.length < evidence) tally.listed.push(at);
      for (const { id } of POLARITIES) if ((index.flags[at] as number) & POLARITY_BIT[id]) tally.counts[id]++;
    }
    const words = isolated(attribute.label.toLowerCase());
    const without = tallies.get("")?.statements ?? 0;
    tallies.delete("");
    const order = attribute.ordered
      ? ([a]: Entry, [b]: Entry) => Number(a) - Number(b)
      : ([a, mine]: Entry, [b, theirs]: Entry) => theirs.statements - mine.statements || byCodeUnit(a, b);
    const sorted = [...tallies].sort(order);
    const rows = sorted.slice(0, MOST_VALUES).map(
      ([value, { counts, statements: all, listed }]): Row => ({
        cells: { label: attribute.labelOf(dataset, value), value, statements: all, ...counts },
        statements: statementIds(index, listed),
      }),
    );
    const cut = sorted.some(([, { statements: all }]) => all > evidence);
    return {
      summary: `${counted(statements.length - without, "statement")} with ${counted(sorted.length, "value")} of ${words}; without one: ${grouped(without)}.`,
      tables: [
        {
          id: "values",
          title: `Statements by ${words}`,
          columns: [
            text("label", attribute.label),
            text("value", "As a filter takes it"),
            integer("statements", "Number of statements"),
            integer("support", "Support"),
            integer("oppose", "Oppose"),
            integer("neutral", "No side"),
          ],
          rows,
        },
      ],
      notes: [
        "Plain counts of statements of the view, those about relations between actors too. The kind is that of the coded actor, before any roll-up.",
        ...(attribute.id === "confidence"
          ? [
              "A step holds its lower end and not its upper one. A statement without a confidence counts as 1 in filters.",
            ]
          : []),
        ...(sorted.length > MOST_VALUES ? [`Of ${sorted.length} values ${MOST_VALUES} are listed.`] : []),
        ...(cut ? [`Of the statements of a value no more than ${evidence} are listed.`] : []),
      ],
    };
  },
});

type Entry = readonly [value: string, tally: Tally];
/** Statements between two calls of the checkpoint. */
const STRIDE = 4096;
