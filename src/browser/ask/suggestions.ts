/** Three questions to try on a dataset never seen before, made of its best-evidenced actors and its most disputed issue. Pure. */

import type { ActorRecord, IssueRecord } from "../../model/api.ts";
import type { Hit } from "../search/search-index.ts";
import type { Understanding } from "./understand.ts";

const more = (a: { readonly statements: number; readonly id: string }, b: typeof a): number =>
  b.statements - a.statements || (a.id < b.id ? -1 : 1);

const hitOf = (record: ActorRecord | IssueRecord, type: "actor" | "issue"): Hit => ({
  key: record.key,
  type,
  id: record.id,
  label: record.shortLabel,
  kind: "",
  alias: "",
  names: [record.label, record.shortLabel],
  statements: record.statements,
  onMap: true,
});

/** Actors by kind, the kind with the best-evidenced actor first. */
function byKind(actors: readonly ActorRecord[]): readonly (readonly ActorRecord[])[] {
  const kinds = new Map<string, ActorRecord[]>();
  for (const actor of actors) {
    const id = actor.kind?.id ?? "";
    const known = kinds.get(id);
    if (known) known.push(actor);
    else kinds.set(id, [actor]);
  }
  return [...kinds.values()];
}

/** A path between two actors of different kinds, who opposes the most disputed issue, and two actors side by side; fewer where the data have less. */
export function suggestQuestions(
  actors: readonly ActorRecord[],
  issues: readonly IssueRecord[],
): readonly Understanding[] {
  const known = actors.filter(({ stakeholder, statements }) => stakeholder && statements > 0).sort(more);
  const kinds = byKind(known);
  const [main = [], ...others] = kinds;
  const [first, second] = main.length > 1 ? main : known;
  // Not the two that everybody knows, and of different kinds: a question whose answer is not one line.
  const from = main[2] ?? second;
  const to = (others[1] ?? others[0])?.[0] ?? first;
  const disputed = issues
    .filter(({ support, oppose }) => oppose > 0 && support > 0)
    .sort((a, b) => Math.min(b.support, b.oppose) - Math.min(a.support, a.oppose) || more(a, b))[0];
  return [
    ...(from && to && from !== to
      ? [
          {
            type: "path",
            from: hitOf(from, "actor"),
            to: hitOf(to, "actor"),
            avoid: [],
            through: [],
            span: null,
          } as const,
        ]
      : []),
    ...(disputed
      ? [{ type: "who", polarity: "oppose", issues: [hitOf(disputed, "issue")], span: null } as const]
      : []),
    ...(first && second
      ? [{ type: "compare", a: hitOf(first, "actor"), b: hitOf(second, "actor") } as const]
      : []),
  ];
}
