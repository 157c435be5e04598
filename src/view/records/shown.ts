/** The statements a view shows, with the counts of positions at every node: the ground on which lists and details stand. */

import type { Adjacency } from "../../graph/adjacency.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import type { Profile } from "../../model/api.ts";
import type { Filter, View } from "../../model/view.ts";
import { MODALITIES, POLARITIES } from "../../model/vocabulary.ts";
import { selectView } from "../apply-view.ts";
import { profileNodes } from "../profile.ts";

/** The parameters that leave statements out when set, with when they do; the others say what counts as a statement. */
const NARROWING = {
  actor: ({ actor }) => actor.length > 0,
  kind: ({ kind }) => kind.length > 0,
  issue: ({ issue }) => issue.length > 0,
  relation: ({ relation }) => relation.length > 0,
  source: ({ source }) => source.length > 0,
  genre: ({ genre }) => genre.length > 0,
  polarity: ({ polarity }) => polarity.length > 0 && polarity.length < POLARITIES.length,
  modality: ({ modality }) => modality.length > 0 && modality.length < MODALITIES.length,
  intensity: ({ intensity }) => intensity.length > 0,
  voice: ({ voice }) => voice === "author",
  minConfidence: ({ minConfidence }) => minConfidence > 0,
  since: ({ since }) => since !== "",
  until: ({ until }) => until !== "",
  x: ({ x }) => x.length > 0,
} as const satisfies Readonly<Record<string, (filter: Filter) => boolean>>;

type Narrowing = keyof typeof NARROWING;

export interface Shown {
  readonly view: View;
  readonly adjacency: Adjacency;
  /** Statement numbers, ascending. */
  readonly statements: Int32Array;
  /** By node number, after roll-up; a node without statements is absent. */
  readonly profiles: ReadonlyMap<number, Profile>;
  /** Whether anything but the parameters named leaves statements out, so that records without any are no part of it. */
  narrowedBesides(...own: readonly Narrowing[]): boolean;
}

/** Applies the view's filter. Names in the view must be resolved. */
export function showStatements(index: StatementIndex, view: View): Shown {
  const adjacency = index.adjacency(view.rollup);
  const { statements } = selectView(index, view);
  return {
    view,
    adjacency,
    statements,
    profiles: profileNodes(index, adjacency, statements),
    narrowedBesides: (...own) =>
      view.ego.length > 0 ||
      (Object.keys(NARROWING) as Narrowing[]).some(
        (name) => !own.includes(name) && NARROWING[name](view.filter),
      ),
  };
}

/** Expanded nodes and their neighbours, after roll-up: a list shows them beside what it was asked for. */
export function besideExpanded({ nodeByKey }: StatementIndex, shown: Shown): ReadonlySet<number> {
  const { adjacency, statements, view } = shown;
  const expanded = new Set(
    view.expand.map((key) => adjacency.standsFor[nodeByKey.get(key) as number] as number),
  );
  const beside = new Set<number>();
  if (expanded.size > 0)
    for (const number of statements) {
      const [from, to] = [adjacency.from[number] as number, adjacency.to[number] as number];
      if (expanded.has(from) || expanded.has(to)) beside.add(from).add(to);
    }
  return beside;
}

/** The numbers of the shown statements that touch a node. */
export const statementsAt = (
  { adjacency, statements }: Pick<Shown, "adjacency" | "statements">,
  node: number,
): Int32Array =>
  statements.filter((number) => adjacency.from[number] === node || adjacency.to[number] === node);
