/** Networks of random statements against the slow, obvious reading of NETWORKS §0. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computeNetwork } from "../../../src/analysis/networks/compute-network.ts";
import { matrixRows, type Network } from "../../../src/analysis/networks/result.ts";
import {
  AGGREGATIONS,
  DUPLICATES,
  type NetworkQuestion,
  type Normalization,
} from "../../../src/analysis/networks/settings.ts";
import type { StatementTable } from "../../../src/analysis/networks/table.ts";
import { tableFromDna } from "../../../src/analysis/networks/table-from-dna.ts";
import { tinyDna } from "../../support/tiny-dna.ts";
import {
  inOrder,
  labels,
  rangeOf,
  type SlowSettings,
  type SlowStatement,
  slowOneMode,
  slowTwoMode,
  usable,
  withoutDuplicates,
} from "./slow-networks.ts";

const START = Date.UTC(2020, 11, 20) / 1000;
const LEVELS = { boolean: [0, 1], integer: [-300, -1, 0, 2, 300], text: ["", "a", "b", "c"] } as const;
const TYPES = { boolean: "boolean", integer: "integer", text: "short text" } as const;
type Kind = keyof typeof LEVELS;

/** Documents 1 to 6 lie two to nine days apart, across a turn of the year, at different hours. */
const moment = (document: number): number => START + document * 3 * 86_400 + (document % 3) * 30_000;

const statementsOf = (kind: Kind): fc.Arbitrary<SlowStatement[]> =>
  fc
    .array(
      fc.record({
        row: fc.constantFrom("A", "B", "C", "É", "z", ""),
        column: fc.constantFrom("x", "y", "w", ""),
        q: fc.constantFrom<string | number>(...LEVELS[kind]),
        document: fc.integer({ min: 1, max: 6 }),
      }),
      { maxLength: 40 },
    )
    .map((list) => list.map((s, start) => ({ ...s, start, time: moment(s.document) })));

const tableOf = (list: readonly SlowStatement[], kind: Kind): StatementTable =>
  tableFromDna(
    tinyDna(
      { org: "short text", concept: "short text", q: TYPES[kind] },
      list.map((s) => ({
        date: new Date(s.time * 1000).toISOString().slice(0, 19),
        document: s.document,
        start: s.start,
        values: [s.row, s.column, s.q],
      })),
    ),
  );

const kinds = fc.constantFrom<Kind>("boolean", "integer", "text");
const duplicates = fc.constantFrom(...DUPLICATES);
const cases = <S>(settings: fc.Arbitrary<S>) =>
  kinds.chain((kind) => fc.record({ kind: fc.constant(kind), list: statementsOf(kind), settings }));

function expectClose(network: Network | undefined, wanted: number[][]): void {
  const got = network ? matrixRows(network) : [];
  expect(got.map((row) => row.length)).toEqual(wanted.map((row) => row.length));
  wanted.forEach((row, i) => {
    row.forEach((value, j) => {
      expect(got[i]?.[j]).toBeCloseTo(value, 9);
    });
  });
}

const ask = (kind: Kind, rest: Partial<NetworkQuestion>): NetworkQuestion => ({
  type: "one-mode",
  rows: "org",
  columns: "concept",
  qualifier: "q",
  qualifierType: kind,
  ...rest,
});

const oneModeSettings = fc.record({
  aggregation: fc.constantFrom(...AGGREGATIONS.filter((word) => word !== "combine")),
  normalization: fc.constantFrom<Normalization>("no", "average", "jaccard", "cosine"),
  duplicates,
});

describe("the whole range", () => {
  it("one-mode", () => {
    fc.assert(
      fc.property(cases(oneModeSettings), fc.boolean(), ({ kind, list, settings }, isolates) => {
        const slow: SlowSettings = { ...settings, kind };
        const filtered = withoutDuplicates(usable(list, slow), slow);
        const { networks } = computeNetwork(tableOf(list, kind), ask(kind, { ...settings, isolates }));
        const rows = labels((isolates ? list : filtered).map((s) => s.row));
        expect(networks[0]?.rows).toEqual(rows);
        expect(networks[0]?.statements).toBe(filtered.length);
        expectClose(networks[0], slowOneMode(filtered, rows, slow, rangeOf(list, slow)));
      }),
      { numRuns: 300 },
    );
  });

  it("two-mode", () => {
    const settings = fc
      .record({
        aggregation: fc.constantFrom("ignore" as const, "subtract" as const, "combine" as const),
        normalization: fc.constantFrom<Normalization>("no", "activity", "prominence"),
        duplicates,
      })
      .filter(({ aggregation, normalization }) => aggregation !== "combine" || normalization === "no");
    fc.assert(
      fc.property(cases(settings), ({ kind, list, settings: given }) => {
        fc.pre(kind !== "text" || given.aggregation !== "subtract");
        const slow: SlowSettings = { ...given, kind };
        const filtered = withoutDuplicates(usable(list, slow), slow);
        const { networks } = computeNetwork(tableOf(list, kind), ask(kind, { ...given, type: "two-mode" }));
        const rows = labels(filtered.map((s) => s.row));
        const columns = labels(filtered.map((s) => s.column));
        const levels =
          kind === "boolean"
            ? [0, 1]
            : [...new Set(list.map((s) => s.q))].sort((a, b) =>
                kind === "text" ? (a < b ? -1 : 1) : Number(a) - Number(b),
              );
        expect(networks[0]?.columns).toEqual(columns);
        expectClose(networks[0], slowTwoMode(filtered, rows, columns, slow, levels));
      }),
      { numRuns: 300 },
    );
  });
});

describe("windows", () => {
  it("a window by days is the network of its statements, with the range of the whole run", () => {
    fc.assert(
      fc.property(
        cases(oneModeSettings),
        fc.integer({ min: 1, max: 9 }),
        ({ kind, list, settings }, windowSize) => {
          fc.pre(list.length > 0);
          const slow: SlowSettings = { ...settings, kind };
          const { networks } = computeNetwork(
            tableOf(list, kind),
            ask(kind, { ...settings, window: "days", windowSize }),
          );
          const days = inOrder(list).map((s) => Math.floor(s.time / 86_400));
          const first = days[0] as number;
          const count = (days.at(-1) as number) - first + 1;
          expect(networks).toHaveLength(Math.max(0, count - windowSize + 1));
          networks.forEach((network, p) => {
            const from = (first + p) * 86_400;
            const here = list.filter((s) => s.time >= from && s.time < from + windowSize * 86_400);
            const filtered = withoutDuplicates(usable(here, slow), slow);
            expect(network.statements).toBe(filtered.length);
            expect(Date.parse(network.span?.from ?? "")).toBe(from * 1000);
            expect(Date.parse(network.span?.to ?? "")).toBe((from + windowSize * 86_400 - 1) * 1000);
            const middle = from + Math.floor((windowSize - 1) / 2) * 86_400;
            expect(Date.parse(network.span?.middle ?? "")).toBe(middle * 1000);
            const rows = labels(filtered.map((s) => s.row));
            expect(network.rows).toEqual(rows);
            expectClose(network, slowOneMode(filtered, rows, slow, rangeOf(list, slow)));
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it("a window of events holds its statements and all that share the first or last moment", () => {
    fc.assert(
      fc.property(
        cases(oneModeSettings),
        fc.integer({ min: 1, max: 12 }),
        ({ kind, list, settings }, windowSize) => {
          const slow: SlowSettings = { ...settings, kind };
          const filtered = withoutDuplicates(usable(list, slow), slow);
          const { networks } = computeNetwork(
            tableOf(list, kind),
            ask(kind, { ...settings, window: "events", windowSize }),
          );
          expect(networks).toHaveLength(Math.max(0, filtered.length - windowSize + 1));
          networks.forEach((network, p) => {
            const [from, to] = [filtered[p]?.time ?? 0, filtered[p + windowSize - 1]?.time ?? 0];
            const here = filtered.filter((s) => s.time >= from && s.time <= to);
            expect(network.statements).toBe(here.length);
            expectClose(
              network,
              slowOneMode(here, labels(here.map((s) => s.row)), slow, rangeOf(list, slow)),
            );
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});

const SHAPES: Record<string, (d: number) => number> = {
  uniform: (d) => (Math.abs(d) <= 1 ? 0.5 : 0),
  epanechnikov: (d) => (Math.abs(d) <= 1 ? 0.75 * (1 - d ** 2) : 0),
  triangular: (d) => (Math.abs(d) <= 1 ? 1 - Math.abs(d) : 0),
  gaussian: (d) => Math.exp(-(d ** 2) / 2) / Math.sqrt(2 * Math.PI),
};

describe("kernels", () => {
  const kernel = fc.constantFrom(
    "uniform" as const,
    "epanechnikov" as const,
    "triangular" as const,
    "gaussian" as const,
  );
  const runs = (
    settings: {
      aggregation: NetworkQuestion["aggregation"];
      normalization: Normalization;
      duplicates: NetworkQuestion["duplicates"];
    },
    kind: Kind,
    list: SlowStatement[],
    rest: Partial<NetworkQuestion>,
  ) =>
    computeNetwork(
      tableOf(list, kind),
      ask(kind, { ...settings, window: "days", ...rest } as Partial<NetworkQuestion>),
    ).networks;

  it("one-mode slices weigh pairs by the geometric mean", () => {
    fc.assert(
      fc.property(
        cases(oneModeSettings),
        kernel,
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        ({ kind, list, settings }, name, half, indent) => {
          const slow: SlowSettings = { ...settings, kind };
          const filtered = withoutDuplicates(usable(list, slow), slow);
          const networks = runs(settings, kind, list, { kernel: name, windowSize: 2 * half, indent });
          const rows = labels(filtered.map((s) => s.row));
          const [begin, end] = [filtered[0]?.time ?? 0, filtered.at(-1)?.time ?? -1];
          const inset = indent ? half * 86_400 : 0;
          const centres: number[] = [];
          for (let c = begin + inset; c <= end - inset; c += 86_400) centres.push(c);
          expect(networks).toHaveLength(centres.length);
          networks.forEach((network, at) => {
            const centre = centres[at] as number;
            const zeta = (s: SlowStatement) => SHAPES[name]?.((centre - s.time) / 86_400 / half) ?? 0;
            expect(network.rows).toEqual(rows);
            expectClose(network, slowOneMode(filtered, rows, slow, rangeOf(list, slow), zeta));
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it("two-mode slices add weights up and divide by weights", () => {
    const settings = fc.record({
      aggregation: fc.constantFrom("ignore" as const, "subtract" as const),
      normalization: fc.constantFrom<Normalization>("no", "activity", "prominence"),
      duplicates,
    });
    fc.assert(
      fc.property(cases(settings), kernel, ({ kind, list, settings: given }, name) => {
        fc.pre(kind !== "text" || given.aggregation === "ignore");
        const slow: SlowSettings = { ...given, kind };
        const filtered = withoutDuplicates(usable(list, slow), slow);
        const networks = runs(given, kind, list, { type: "two-mode", kernel: name, windowSize: 6 });
        const rows = labels(filtered.map((s) => s.row));
        const columns = labels(filtered.map((s) => s.column));
        networks.forEach((network, at) => {
          const centre = (filtered[0]?.time ?? 0) + at * 86_400;
          const zeta = (s: SlowStatement) => SHAPES[name]?.((centre - s.time) / 86_400 / 3) ?? 0;
          expectClose(network, slowTwoMode(filtered, rows, columns, slow, [], zeta));
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe("bounds", () => {
  it("cosine lies in −1..1 for boolean and integer qualifiers, whatever the aggregation", () => {
    fc.assert(
      fc.property(cases(oneModeSettings), ({ kind, list, settings }) => {
        fc.pre(kind !== "text");
        const { networks } = computeNetwork(
          tableOf(list, kind),
          ask(kind, { ...settings, normalization: "cosine" }),
        );
        for (const cell of networks[0]?.cells ?? []) expect(Math.abs(cell)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it("the order of statements in the file does not matter", () => {
    fc.assert(
      fc.property(cases(oneModeSettings), ({ kind, list, settings }) => {
        const forwards = computeNetwork(tableOf(list, kind), ask(kind, settings));
        const backwards = computeNetwork(tableOf([...list].reverse(), kind), ask(kind, settings));
        // Numbers in the table are not those of the other table.
        const plain = ({ networks }: typeof forwards) => networks.map(({ counted: _, ...rest }) => rest);
        expect(plain(backwards)).toEqual(plain(forwards));
      }),
    );
  });
});
