/** What rows share counted by bits, and statements selected as a stretch of time, against the general ways of both. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countShared } from "../../../src/analysis/networks/bits.ts";
import { countCells, sideOf } from "../../../src/analysis/networks/cells.ts";
import { encodeColumn } from "../../../src/analysis/networks/column.ts";
import { computeNetwork } from "../../../src/analysis/networks/compute-network.ts";
import { matrixOfShared, oneModeMatrix } from "../../../src/analysis/networks/one-mode.ts";
import { scaleOf } from "../../../src/analysis/networks/scale.ts";
import { askedRange, selectStatements } from "../../../src/analysis/networks/select.ts";
import { completeSettings } from "../../../src/analysis/networks/settings.ts";
import {
  columnLookup,
  readQualifier,
  type StatementTable,
  statementOrder,
} from "../../../src/analysis/networks/table.ts";

interface Cell {
  readonly row: string;
  readonly column: string;
  readonly level: string;
  /** Seconds; null = undated. */
  readonly time: number | null;
}

const DAY = 86_400;

function tableOf(cells: readonly Cell[]): StatementTable {
  const variable = (name: string) => ({ name, scope: "statement", type: "text" }) as const;
  const names = ["row", "column", "level"] as const;
  const column = columnLookup(
    "The test",
    names.map((name) => ({ ...variable(name), values: () => cells.map((cell) => cell[name]) })),
  );
  const time = Float64Array.from(cells, (cell) => cell.time ?? Number.NaN);
  return {
    name: "test",
    size: cells.length,
    ids: cells.map((_, at) => String(at)),
    documents: encodeColumn(
      variable("document"),
      cells.map(() => "d"),
    ),
    time,
    first: time.slice(),
    last: time.slice(),
    order: statementOrder(time, time, time),
    documentSpan: null,
    emptyIsValue: false,
    variables: names.map(variable),
    defaultQualifier: null,
    column,
    qualifier: (name, type) => readQualifier(column(name, "qualifier"), type ?? "text"),
    resolve: (_, text) => text,
    describe: (_, label) => ({ label, attributes: new Map() }),
  };
}

/** Dense tables of at most one statement per cell, in any order, with up to nine levels. */
const tables = fc
  .record({
    rows: fc.integer({ min: 1, max: 6 }),
    columns: fc.integer({ min: 1, max: 300 }),
    levels: fc.constantFrom(1, 2, 3, 4, 9),
    share: fc.constantFrom(0.3, 0.9, 1),
    seed: fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), {
      minLength: 13,
      maxLength: 37,
    }),
  })
  .map(({ rows, columns, levels, share, seed }) => {
    let at = 0;
    const next = (): number => {
      at += 1;
      return ((seed[at % seed.length] as number) + at * 0.618034) % 1;
    };
    const cells: (Cell & { readonly place: number })[] = [];
    for (let row = 0; row < rows; row += 1)
      for (let column = 0; column < columns; column += 1) {
        if (next() >= share) continue;
        cells.push({
          row: `r${row}`,
          column: `c${column}`,
          level: `l${Math.floor(next() * levels)}`,
          time: next() < 0.1 ? null : Math.floor(next() * 40) * DAY,
          place: next(),
        });
      }
    return tableOf(cells.sort((a, b) => a.place - b.place));
  })
  .filter(({ size }) => size > 0);

const rolesOf = (table: StatementTable) => ({
  rows: table.column("row", "rows"),
  columns: table.column("column", "columns"),
  qualifier: table.qualifier("level", "text"),
});

const QUESTION = { type: "one-mode", rows: "row", columns: "column", qualifier: "level" } as const;

describe("counting by bits", () => {
  it("gives the matrices of counting by cells, to the last bit", () => {
    let counted = 0;
    fc.assert(
      fc.property(tables, (table) => {
        const roles = rolesOf(table);
        const rowSide = sideOf(roles.rows.codes, table.order, roles.rows.labels.length, -1);
        const columnSide = sideOf(roles.columns.codes, table.order, roles.columns.labels.length, -1);
        const shared = countShared(roles, table.order, rowSide);
        if (!shared) return;
        counted += 1;
        const cells = countCells(roles, table.order, rowSide, columnSide, null);
        const scale = scaleOf(roles.qualifier, table.order);
        for (const aggregation of ["ignore", "congruence", "conflict", "subtract"] as const)
          for (const normalization of ["no", "average", "cosine", "jaccard"] as const)
            expect(matrixOfShared(shared, aggregation, normalization)).toEqual(
              oneModeMatrix({ cells, scale, aggregation, normalization }),
            );
      }),
    );
    expect(counted).toBeGreaterThan(20);
  });

  it("leaves a cell with two statements to the other way", () => {
    const cells = Array.from({ length: 40 }, (_, at) => ({
      row: `r${at % 2}`,
      column: `c${at >> 1}`,
      level: "yes",
      time: 0,
    }));
    const count = (list: readonly Cell[]) => {
      const table = tableOf(list);
      const roles = rolesOf(table);
      return countShared(roles, table.order, sideOf(roles.rows.codes, table.order, 2, -1));
    };
    expect(count(cells)?.same).toEqual(Float64Array.from([20, 20, 0, 20]));
    expect(count([...cells, { row: "r0", column: "c3", level: "no", time: 0 }])).toBeNull();
  });

  it("answers the next question on the same table as on a new one", () => {
    fc.assert(
      fc.property(tables, (table) => {
        for (const aggregation of ["congruence", "ignore", "conflict", "subtract"] as const)
          for (const rest of [{}, { isolates: true, since: "1970-01-12" }, { exclude: [] }])
            expect(computeNetwork(table, { ...QUESTION, ...rest, aggregation })).toEqual(
              computeNetwork({ ...table }, { ...QUESTION, ...rest, aggregation }),
            );
      }),
      { numRuns: 20 },
    );
  });
});

describe("selection as a stretch of time", () => {
  it("selects what looking at every statement does", () => {
    const day = fc.constantFrom("", "1970-01-05", "1970-01-20", "1970-02", "1969");
    fc.assert(
      fc.property(tables, day, day, fc.boolean(), (table, since, until, windows) => {
        fc.pre(since === "" || until === "" || since <= until);
        const settings = completeSettings({
          ...QUESTION,
          aggregation: "congruence",
          since,
          until,
          ...(windows ? { window: "days", windowSize: 3 } : {}),
        });
        const roles = rolesOf(table);
        const range = askedRange(settings);
        const { messages, ...quick } = selectStatements(table, roles, settings, range);
        // An exclusion that matches nothing makes every statement be looked at.
        const exclude = [{ variable: "row", value: "nobody" }];
        const { messages: said, ...slow } = selectStatements(table, roles, { ...settings, exclude }, range);
        expect(quick).toEqual(slow);
        expect([messages.length, said.length]).toEqual([0, 1]);
      }),
    );
  });
});
