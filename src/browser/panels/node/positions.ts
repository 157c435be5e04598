/** The statements at a node sorted out: positions by issue, relations out and in, holders of an issue by side. */

import type { ActorRecord, Named, StatementRecord } from "../../../model/api.ts";
import type { Polarity } from "../../../model/vocabulary.ts";

/** All statements of one actor on one issue, or of one relation to one actor. */
export interface Position {
  /** Unique in its list. */
  readonly id: string;
  /** Key and name of the other end. */
  readonly key: string;
  readonly label: string;
  /** Label of the relation; null for a position on an issue. */
  readonly relation: string | null;
  readonly support: number;
  readonly oppose: number;
  readonly neutral: number;
  /** Statements with a condition. */
  readonly conditional: number;
  readonly statements: readonly StatementRecord[];
}

/** `mixed` when there are statements for and against; neutral ones decide only where they are alone. */
export function sideOf(position: Pick<Position, "support" | "oppose">): Polarity | "mixed" {
  if (position.support > 0 && position.oppose > 0) return "mixed";
  return position.support > 0 ? "support" : position.oppose > 0 ? "oppose" : "neutral";
}

/** Bundles statements by their other end (and relation), most statements first, then by name. */
export function groupStatements(
  statements: readonly StatementRecord[],
  endOf: (statement: StatementRecord) => { readonly key: string; readonly label: string },
): readonly Position[] {
  const groups = new Map<string, StatementRecord[]>();
  for (const statement of statements) {
    const id = `${statement.relation?.id ?? ""};${endOf(statement).key}`;
    const group = groups.get(id);
    if (group) group.push(statement);
    else groups.set(id, [statement]);
  }
  const tally = (group: readonly StatementRecord[], polarity: Polarity): number =>
    group.filter((statement) => statement.polarity === polarity).length;
  return Array.from(groups, ([id, group]): Position => {
    const first = group[0] as StatementRecord;
    return {
      id,
      ...endOf(first),
      relation: first.relation?.label ?? null,
      support: tally(group, "support"),
      oppose: tally(group, "oppose"),
      neutral: tally(group, "neutral"),
      conditional: group.filter(({ condition }) => condition !== null).length,
      statements: group,
    };
  }).sort((a, b) => b.statements.length - a.statements.length || a.label.localeCompare(b.label, "en"));
}

const actorEnd = ({ id, label }: Named) => ({ key: `actor:${id}`, label });
const issueEnd = ({ id, label }: Named) => ({ key: `issue:${id}`, label });

/**
 * The statements at an actor: what it holds and what others say to it.
 * @param isSelf true for the actor's own id and, under a roll-up, for those folded into it
 */
export function actorPositions(
  statements: readonly StatementRecord[],
  isSelf: (actor: string) => boolean,
): {
  readonly positions: readonly Position[];
  readonly relationsOut: readonly Position[];
  readonly relationsIn: readonly Position[];
} {
  const onIssues = statements.filter(({ issue }) => issue !== null);
  const relations = statements.filter(({ target }) => target !== null);
  const out = relations.filter(({ actor }) => isSelf(actor.id));
  const incoming = relations.filter(({ actor }) => !isSelf(actor.id));
  return {
    positions: groupStatements(onIssues, ({ issue }) => issueEnd(issue as Named)),
    relationsOut: groupStatements(out, ({ target }) => actorEnd(target as Named)),
    relationsIn: groupStatements(incoming, ({ actor }) => actorEnd(actor)),
  };
}

/** Who holds a position on an issue, by side. */
export function issueHolders(
  statements: readonly StatementRecord[],
): Readonly<Record<Polarity | "mixed", readonly Position[]>> {
  const all = groupStatements(statements, ({ actor }) => actorEnd(actor));
  const on = (side: Polarity | "mixed") => all.filter((position) => sideOf(position) === side);
  return { support: on("support"), oppose: on("oppose"), mixed: on("mixed"), neutral: on("neutral") };
}

/** Whether an actor is another one or is folded into it by `speaks_for` and `member_of`. */
export function belongsTo(actors: ReadonlyMap<string, ActorRecord>, id: string, whole: string): boolean {
  const seen = new Set<string>();
  let at: string | undefined = id;
  while (at !== undefined && !seen.has(at)) {
    if (at === whole) return true;
    seen.add(at);
    const actor = actors.get(at);
    at = actor?.speaksFor?.id ?? actor?.memberOf?.id;
  }
  return false;
}

/** The different sources of statements, in order of first appearance. */
export const sourcesOf = (statements: readonly StatementRecord[]): readonly Named[] => [
  ...new Map(statements.map(({ source }) => [source.id, source])).values(),
];

/** Support, oppose and neutral of positions taken together. */
export const tallyOf = (positions: readonly Position[]) => ({
  support: positions.reduce((sum, { support }) => sum + support, 0),
  oppose: positions.reduce((sum, { oppose }) => sum + oppose, 0),
  neutral: positions.reduce((sum, { neutral }) => sum + neutral, 0),
  conditional: positions.reduce((sum, { conditional }) => sum + conditional, 0),
});
