/** The statements a view shows, with the counts of positions at every node: the ground on which lists and details stand. */

import type { Adjacency } from "../../graph/adjacency.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import type { Profile } from "../../model/api.ts";
import { DEFAULT_VIEW, type Filter, type View } from "../../model/view.ts";
import { selectView } from "../apply-view.ts";

/** The parameters that say which statements are wanted; the others say what counts as a statement. */
type Narrowing = keyof Pick<
  Filter,
  | "actor"
  | "kind"
  | "issue"
  | "relation"
  | "source"
  | "polarity"
  | "modality"
  | "voice"
  | "minConfidence"
  | "since"
  | "until"
>;
const NARROWING: readonly Narrowing[] = [
  "actor",
  "kind",
  "issue",
  "relation",
  "source",
  "polarity",
  "modality",
  "voice",
  "minConfidence",
  "since",
  "until",
];

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

export const EMPTY_PROFILE: Profile = { statements: 0, support: 0, oppose: 0, neutral: 0, conditional: 0 };

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
      NARROWING.some((name) => {
        const value = view.filter[name];
        if (own.includes(name)) return false;
        return typeof value === "object" ? value.length > 0 : value !== DEFAULT_VIEW.filter[name];
      }),
  };
}

/** Every statement counts once at each of its ends. */
function profileNodes(
  index: StatementIndex,
  adjacency: Adjacency,
  statements: Int32Array,
): ReadonlyMap<number, Profile> {
  const profiles = new Map<number, { -readonly [Count in keyof Profile]: number }>();
  for (const number of statements) {
    const statement = index.dataset.statements[number];
    if (!statement) continue;
    for (const node of new Set([adjacency.from[number] as number, adjacency.to[number] as number])) {
      let profile = profiles.get(node);
      if (!profile) {
        profile = { ...EMPTY_PROFILE };
        profiles.set(node, profile);
      }
      profile.statements += 1;
      profile[statement.polarity] += 1;
      if (statement.condition !== "") profile.conditional += 1;
    }
  }
  return profiles;
}

/** The numbers of the shown statements that touch a node. */
export const statementsAt = ({ adjacency, statements }: Shown, node: number): Int32Array =>
  statements.filter((number) => adjacency.from[number] === node || adjacency.to[number] === node);
