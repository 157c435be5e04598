/** Which statements a network is made of, against a selection that looks at each of them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedRange, selectStatements } from "../../../src/analysis/networks/select.ts";
import { completeSettings } from "../../../src/analysis/networks/settings.ts";
import type { StatementTable } from "../../../src/analysis/networks/table.ts";
import { tableFromDataset } from "../../../src/analysis/networks/table-from-dataset.ts";
import { tinyDataset } from "../../support/tiny-dataset.ts";

const day = fc
  .record({ year: fc.integer({ min: 2000, max: 2002 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => ({ year: String(year), month: `${year}-${String(month).padStart(2, "0")}` }));
/** Days, months, years, intervals, open ends, and none. */
const date = fc.oneof(
  day.map(({ month }) => `${month}-15`),
  day.map(({ month }) => month),
  day.map(({ year }) => year),
  day.map(({ month }) => `${month}/2002-12`),
  day.map(({ month }) => `../${month}`),
  day.map(({ month }) => `${month}/..`),
  fc.constant(""),
);
const bound = fc.oneof(
  fc.constant(""),
  day.map(({ month }) => month),
  day.map(({ month }) => `${month}-15`),
);
const statements = fc.array(
  fc.record({
    actor: fc.constantFrom("a", "b"),
    issue: fc.constantFrom("i", "j"),
    polarity: fc.constantFrom("support", "oppose", "neutral"),
    date,
    source: fc.constantFrom("d1", "d2"),
  }),
  { maxLength: 40 },
);
const asked = fc.record({
  since: bound,
  until: bound,
  window: fc.constantFrom("no", "months"),
  windowSize: fc.constant(2),
  exclude: fc.constantFrom([], [{ variable: "source", value: "d2" }], [{ variable: "actor", value: "b" }]),
});

/** Statements by what becomes of them, each looked at by itself. */
function slowly(
  table: StatementTable,
  settings: { window: string; exclude: readonly { variable: string; value: string }[] },
  [since, until]: readonly [number, number],
) {
  const column = (name: string) => table.column(name, "rows");
  const polarity = table.qualifier("polarity", null);
  const isExcluded = (statement: number, scope: string): boolean =>
    settings.exclude.some(({ variable, value }) => {
      const { codes, labels, scope: own } = column(variable);
      return own === scope && labels[codes[statement] as number] === value;
    });
  const needsDate = settings.window !== "no" || since > -Infinity || until < Infinity;
  const found = {
    original: [] as number[],
    candidates: [] as number[],
    neutral: [] as number[],
    undated: [] as number[],
  };
  const moments: number[] = [];
  for (const statement of table.order) {
    if (isExcluded(statement, "document")) continue;
    const neutral = (polarity.codes[statement] as number) < 0;
    const moment = table.time[statement] as number;
    if (!neutral && !Number.isNaN(moment)) moments.push(moment);
    if ((table.last[statement] as number) < since || (table.first[statement] as number) > until) continue;
    const dated = settings.window === "no" ? table.first[statement] : moment;
    if (neutral) found.neutral.push(statement);
    else if (needsDate && Number.isNaN(dated)) found.undated.push(statement);
    else {
      found.original.push(statement);
      if (!isExcluded(statement, "statement")) found.candidates.push(statement);
    }
  }
  const span = moments.length === 0 ? null : [Math.min(...moments), Math.max(...moments)];
  return { ...found, span };
}

describe("the statements of a network", () => {
  it("are those that looking at each gives", () => {
    fc.assert(
      fc.property(statements, fc.array(asked, { minLength: 1, maxLength: 4 }), (rows, questions) => {
        const dataset = tinyDataset({
          actors: ["a", "b"],
          issues: ["i", "j"],
          sources: ["d1", "d2"],
          statements: rows,
        });
        const table = tableFromDataset(dataset);
        // Several questions of one table: what is kept between them must not show.
        for (const question of questions) {
          if (question.since !== "" && question.until !== "" && question.since > question.until) continue;
          const settings = completeSettings({
            type: "one-mode",
            rows: "actor",
            columns: "issue",
            ...question,
          });
          const roles = {
            rows: table.column("actor", "rows"),
            columns: table.column("issue", "columns"),
            qualifier: table.qualifier("polarity", null),
          };
          const range = askedRange(settings);
          const { original, candidates, left, span } = selectStatements(table, roles, settings, range);
          expect({
            original: [...original],
            candidates: [...candidates],
            neutral: [...left.neutral],
            undated: [...left.undated],
            span,
          }).toEqual(slowly(table, settings, range));
        }
      }),
      { numRuns: 300 },
    );
  });
});
