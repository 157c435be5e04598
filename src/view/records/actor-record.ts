/** Actors as JSON: in lists with their counts, alone with their evidence, neighbours, allies and opponents under a view. */

import type { StatementIndex } from "../../graph/statement-index.ts";
import { type ActorDetail, type ActorRecord, RECORD_LIMITS } from "../../model/api.ts";
import { type Actor, shortLabelOf } from "../../model/dataset.ts";
import { actorKey, type NodeKey } from "../../model/id.ts";
import { EMPTY_PROFILE } from "../profile.ts";
import { alliesOf } from "./allies.ts";
import { evidenceOf, statementsQuestion } from "./evidence.ts";
import { namedActor, namedKind, orNull, type RecordLookups } from "./lookups.ts";
import { neighboursOf } from "./neighbours.ts";
import { besideExpanded, type Shown, statementsAt } from "./shown.ts";

/** @param node the actor's number in the index, which is its place in the dataset */
function actorRecord(index: StatementIndex, shown: Shown, actor: Actor, node: number): ActorRecord {
  const { dataset } = index;
  return {
    key: actorKey(actor.id),
    id: actor.id,
    label: actor.label,
    shortLabel: shortLabelOf(actor),
    aliases: actor.aliases,
    kind: namedKind(dataset, actor.kind),
    role: orNull(actor.role),
    stakeholder: !index.nonStakeholder[node],
    speaksFor: namedActor(dataset, actor.speaksFor),
    memberOf: namedActor(dataset, actor.memberOf),
    groups: actor.groups.map((id) => ({ id, label: dataset.actorById.get(id)?.label ?? id })),
    country: orNull(actor.country),
    wikidata: orNull(actor.wikidata),
    description: actor.description,
    extra: Object.fromEntries(actor.extra),
    ...(shown.profiles.get(node) ?? EMPTY_PROFILE),
  };
}

/**
 * The actors a view knows: stakeholders (all with `actors=all`) that stand for themselves under the roll-up. `actor` and `kind`
 * choose the actors themselves, beside expanded nodes and their neighbours; anything else that narrows the view leaves out actors
 * without a shown statement.
 */
export function listActors({ index }: RecordLookups, shown: Shown): readonly ActorRecord[] {
  const { filter } = shown.view;
  const ids = new Set<string>(filter.actor);
  const kinds = new Set<string>(filter.kind);
  const chosen = (actor: Actor): boolean =>
    (ids.size === 0 || ids.has(actor.id)) &&
    (kinds.size === 0 || (actor.kind !== null && kinds.has(actor.kind)));
  // Under a roll-up a whole is listed when one of those it stands for was chosen.
  const wanted = new Set(besideExpanded(index, shown));
  index.dataset.actors.forEach((actor, node) => {
    if (chosen(actor)) wanted.add(shown.adjacency.standsFor[node] as number);
  });
  const narrowed = shown.narrowedBesides("actor", "kind");
  return index.dataset.actors.flatMap((actor, node) => {
    if (!wanted.has(node)) return [];
    if (filter.actors === "stakeholders" && index.nonStakeholder[node]) return [];
    if (narrowed && !shown.profiles.has(node)) return [];
    return [actorRecord(index, shown, actor, node)];
  });
}

/** One actor under the view; under a roll-up, the one that stands for it. */
export function actorDetail(lookups: RecordLookups, shown: Shown, actor: Actor): ActorDetail {
  const { index } = lookups;
  const coded = index.nodeByKey.get(actorKey(actor.id)) as number;
  const node = shown.adjacency.standsFor[coded] as number;
  const numbers = statementsAt(shown, node);
  const neighbours = neighboursOf(index, shown, node);
  const { allies, opponents } = alliesOf(index, shown, node);
  const { items } = RECORD_LIMITS;
  return {
    ...actorRecord(index, shown, index.dataset.actors[node] ?? actor, node),
    ...evidenceOf(lookups, numbers, statementsQuestion(shown, { node: index.nodes[node] as NodeKey })),
    neighbours: neighbours.slice(0, items),
    allies: allies.slice(0, items),
    opponents: opponents.slice(0, items),
    totals: {
      statementsList: numbers.length,
      neighbours: neighbours.length,
      allies: allies.length,
      opponents: opponents.length,
    },
  };
}
