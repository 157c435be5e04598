/** How far two codings mark the same stretches of the same sources, as a table of a reliability result. */

import type { AnalysisInput, Row, StatementSelection, Table } from "./analysis.ts";
import type { CodedUnit, Matching } from "./reliability-matching.ts";
import { integer, number, statementIds, text } from "./rows.ts";
import { type Span, unitisingAlpha, unitsByCategory } from "./unitising-alpha.ts";

/** A coded passage on the continuum of all sources, one after another. */
interface Placed {
  readonly unit: CodedUnit;
  readonly span: Span;
}

interface Continuum {
  readonly length: number;
  readonly first: readonly Placed[];
  readonly second: readonly Placed[];
}

/** Sources in the order of the first dataset, each as long as its table says or, where it does not, as its last passage reaches. */
function continuumOf(
  first: StatementSelection,
  ours: readonly CodedUnit[],
  theirs: readonly CodedUnit[],
  sources: Matching["sources"],
): Continuum {
  const reach = new Map<string, number>();
  const ownId = new Map([...sources].map(([id, other]) => [other.id as string, id]));
  const placeOf = (unit: CodedUnit, source: string): readonly [string, number, number][] => {
    const { start, end } = unit.statement;
    return start === null || end === null ? [] : [[source, start, end]];
  };
  const placed = [
    ours.map((unit) => [unit, placeOf(unit, unit.statement.source)] as const),
    theirs.map((unit) => [unit, placeOf(unit, ownId.get(unit.statement.source) ?? "")] as const),
  ] as const;
  for (const [, places] of placed.flat())
    for (const [source, , end] of places) reach.set(source, Math.max(reach.get(source) ?? 0, end));
  const offset = new Map<string, number>();
  let length = 0;
  for (const { id, length: own } of first.index.dataset.sources) {
    const other = sources.get(id);
    if (!other) continue;
    offset.set(id, length);
    length += Math.max(own ?? other.length ?? 0, reach.get(id) ?? 0);
  }
  const spans = (list: (typeof placed)[number]): readonly Placed[] =>
    list.flatMap(([unit, places]) =>
      places.map(([source, start, end]) => {
        const from = offset.get(source) ?? 0;
        return { unit, span: { start: from + start, end: from + end } };
      }),
    );
  return { length, first: spans(placed[0]), second: spans(placed[1]) };
}

const CATEGORIES: readonly {
  readonly label: string;
  /** The categories of units; passages of one overlap only as one. */
  of(unit: CodedUnit): string;
}[] = [
  { label: "Any statement", of: () => "" },
  { label: "Actor", of: ({ actor }) => actor },
  { label: "Issue, or relation and target", of: ({ target }) => target },
  { label: "Polarity", of: ({ statement }) => statement.polarity },
  {
    label: "Actor, target and polarity",
    of: ({ actor, target, statement }) => JSON.stringify([actor, target, statement.polarity]),
  },
];

/** The table, and how many statements have no offsets and so no place. */
export function unitisingTable(
  first: StatementSelection,
  other: NonNullable<AnalysisInput["other"]>,
  { matched, onlyFirst, onlySecond, sources }: Matching,
): { readonly table: Table; readonly unplaced: number } {
  const ours = [...matched.map(([a]) => a), ...onlyFirst];
  const theirs = [...matched.map(([, b]) => b), ...onlySecond];
  const continuum = continuumOf(first, ours, theirs, sources);
  const rows = CATEGORIES.map(({ label, of }): Row => {
    const coded = (list: readonly Placed[]) => list.map(({ unit, span }) => [of(unit), span] as const);
    const categories = unitsByCategory(coded(continuum.first), coded(continuum.second));
    return {
      cells: {
        category: label,
        categories: categories.length,
        first: categories.reduce((sum, [one]) => sum + one.length, 0),
        second: categories.reduce((sum, [, two]) => sum + two.length, 0),
        alpha: unitisingAlpha(categories, continuum.length),
      },
      statements: statementIds(
        first.index,
        continuum.first.map(({ unit }) => unit.at),
      ),
      otherStatements: statementIds(
        other.index,
        continuum.second.map(({ unit }) => unit.at),
      ),
    };
  });
  return {
    table: {
      id: "unitising",
      title: "Agreement on where passages lie",
      columns: [
        text("category", "Passages by"),
        integer("categories", "Categories"),
        integer("first", "Stretches in the first coding"),
        integer("second", "Stretches in the second coding"),
        number("alpha", "Krippendorff's alpha for unitising"),
      ],
      rows,
    },
    unplaced: ours.length + theirs.length - continuum.first.length - continuum.second.length,
  };
}
