/** Which statement of one coding stands for the same passage as which of another. */

import type { Source, Statement } from "../../model/dataset.ts";
import { overLimit, type StatementSelection } from "./analysis.ts";

/** Pairs of statements of one source, over all sources. */
const MOST_PAIRS = 2e7;

/** One statement with the values that coders are compared by. */
export interface CodedUnit {
  /** Statement number in its own index. */
  readonly at: number;
  readonly statement: Statement;
  /** Node keys after roll-up, so that they can be compared between datasets. */
  readonly actor: string;
  /** Node key of the issue or of the other actor. */
  readonly targetKey: string;
  /** The target as it is compared: with the relation, where there is one. */
  readonly target: string;
}

export interface Matching {
  readonly matched: readonly (readonly [CodedUnit, CodedUnit])[];
  readonly onlyFirst: readonly CodedUnit[];
  readonly onlySecond: readonly CodedUnit[];
  /** Statements of sources that the other dataset does not have. */
  readonly unshared: readonly [number, number];
  /** The source of the second dataset for each id of the first that both have. */
  readonly sources: ReadonlyMap<string, Source>;
}

const unitOf = ({ index, adjacency }: StatementSelection, at: number): CodedUnit => {
  const statement = index.dataset.statements[at] as Statement;
  const targetKey = index.nodes[adjacency.to[at] as number] as string;
  return {
    at,
    statement,
    actor: index.nodes[adjacency.from[at] as number] as string,
    targetKey,
    target: statement.relation === null ? targetKey : `${statement.relation}:${targetKey}`,
  };
};

/** Sources by id, else by the hash of their text. */
function pairedSources(first: StatementSelection, second: StatementSelection): ReadonlyMap<string, Source> {
  const theirs = second.index.dataset;
  const byHash = new Map(
    theirs.sources.flatMap((source) => (source.sha256 === "" ? [] : [[source.sha256, source] as const])),
  );
  return new Map(
    first.index.dataset.sources.flatMap((source) => {
      const other = theirs.sourceById.get(source.id) ?? byHash.get(source.sha256);
      return other ? [[source.id, other] as const] : [];
    }),
  );
}

/**
 * How much two passages have in common, 0..1: shared over joint characters; where one of them has no offsets, 1 for the same
 * paragraph; without a paragraph either, 1 for the same actor and target. Null = not the same passage.
 */
function overlap(a: CodedUnit, b: CodedUnit): number | null {
  const [one, two] = [a.statement, b.statement];
  if (one.start !== null && one.end !== null && two.start !== null && two.end !== null) {
    const shared = Math.min(one.end, two.end) - Math.max(one.start, two.start);
    if (shared <= 0) return null;
    return shared / (Math.max(one.end, two.end) - Math.min(one.start, two.start));
  }
  if (one.paragraph !== null && two.paragraph !== null) return one.paragraph === two.paragraph ? 1 : null;
  return a.actor === b.actor && a.target === b.target ? 1 : null;
}

interface Candidate {
  readonly a: CodedUnit;
  readonly b: CodedUnit;
  /** Of actor and target, how many are equal. */
  readonly equal: number;
  readonly overlap: number;
}

/**
 * Matches statements of the same source whose passages overlap by at least `least`, one to one: those with the same actor and
 * target first, then with one of them, then by overlap, then in dataset order. Polarity and all other values play no part.
 * Throws a `Fault` (over-limit) for codings with too many statements per source.
 */
export function matchUnits(first: StatementSelection, second: StatementSelection, least: number): Matching {
  const sources = pairedSources(first, second);
  const shared = new Set([...sources.values()].map(({ id }) => id as string));
  const all = Array.from(first.statements, (at) => unitOf(first, at));
  const others = Array.from(second.statements, (at) => unitOf(second, at));
  const ours = all.filter(({ statement }) => sources.has(statement.source));
  const theirs = others.filter(({ statement }) => shared.has(statement.source));
  const bySource = new Map<string, CodedUnit[]>();
  for (const unit of theirs) {
    const list = bySource.get(unit.statement.source);
    if (list) list.push(unit);
    else bySource.set(unit.statement.source, [unit]);
  }
  const rivals = (a: CodedUnit): readonly CodedUnit[] =>
    bySource.get(sources.get(a.statement.source)?.id ?? "") ?? [];
  if (ours.reduce((sum, a) => sum + rivals(a).length, 0) > MOST_PAIRS)
    throw overLimit(
      "source",
      "The codings of single sources are too long to compare",
      MOST_PAIRS,
      "Narrow the view to some sources or actors.",
    );
  const candidates: Candidate[] = [];
  for (const a of ours)
    for (const b of rivals(a)) {
      const common = overlap(a, b);
      if (common === null || common < least) continue;
      candidates.push({
        a,
        b,
        equal: Number(a.actor === b.actor) + Number(a.target === b.target),
        overlap: common,
      });
    }
  candidates.sort((x, y) => y.equal - x.equal || y.overlap - x.overlap || x.a.at - y.a.at || x.b.at - y.b.at);
  const taken = { a: new Set<number>(), b: new Set<number>() };
  const matched: (readonly [CodedUnit, CodedUnit])[] = [];
  for (const { a, b } of candidates) {
    if (taken.a.has(a.at) || taken.b.has(b.at)) continue;
    taken.a.add(a.at);
    taken.b.add(b.at);
    matched.push([a, b]);
  }
  matched.sort(([x], [y]) => x.at - y.at);
  return {
    matched,
    onlyFirst: ours.filter(({ at }) => !taken.a.has(at)),
    onlySecond: theirs.filter(({ at }) => !taken.b.has(at)),
    unshared: [all.length - ours.length, others.length - theirs.length],
    sources,
  };
}
