/** Suggestions for a name that is being typed: actors and issues by label, short label, alias or id. */

import { foldName } from "../../../dataset/fold.ts";
import { parseNodeKey } from "../../../model/id.ts";
import type { Directory } from "../../api/hooks.ts";

export interface Suggestion {
  readonly key: string;
  readonly label: string;
  /** Kind of the actor, or that it is an issue. */
  readonly kind: string;
  /** The alias or id that matched, when it was not the label. */
  readonly via: string | null;
  /** Statements under the default view of the directory. */
  readonly statements: number;
}

interface Entry extends Omit<Suggestion, "via"> {
  /** Folded and as written; the label first. */
  readonly names: readonly (readonly [folded: string, name: string])[];
}

/** The names of a directory made ready for searching. */
export function suggestionIndex(directory: Directory, issueWord: string): readonly Entry[] {
  const named = (names: readonly string[]) =>
    [...new Set(names)].filter((name) => name !== "").map((name) => [foldName(name), name] as const);
  return [
    ...directory.actors.map(
      (actor): Entry => ({
        key: actor.key,
        label: actor.label,
        kind: actor.kind?.label ?? "",
        statements: actor.statements,
        names: named([actor.label, actor.shortLabel, ...actor.aliases, actor.id]),
      }),
    ),
    ...directory.issues
      .filter(({ container }) => !container)
      .map(
        (issue): Entry => ({
          key: issue.key,
          label: issue.label,
          kind: issueWord,
          statements: issue.statements,
          names: named([issue.label, issue.shortLabel, issue.id]),
        }),
      ),
  ];
}

/** 0 = the whole name, 1 = its beginning, 2 = the beginning of a word, 3 = anywhere; null = no match. */
function rank(folded: string, typed: string): number | null {
  if (folded === typed) return 0;
  if (folded.startsWith(typed)) return 1;
  const at = folded.indexOf(typed);
  if (at < 0) return null;
  return ` ${folded}`.includes(` ${typed}`) ? 2 : 3;
}

/** The best matches, better ranks first, then those with more statements, then by name; without a text the best evidenced. */
export function suggestNodes(entries: readonly Entry[], text: string, limit: number): readonly Suggestion[] {
  const typed = foldName(text);
  const found = entries.flatMap((entry) => {
    let best: { readonly rank: number; readonly name: string; readonly first: boolean } | null = null;
    entry.names.forEach(([folded, name], at) => {
      const match = rank(folded, typed);
      if (match !== null && (best === null || match < best.rank))
        best = { rank: match, name, first: at === 0 };
    });
    const match = best as { readonly rank: number; readonly name: string; readonly first: boolean } | null;
    return match === null ? [] : [{ entry, match }];
  });
  found.sort(
    (a, b) =>
      (typed === "" ? 0 : a.match.rank - b.match.rank) ||
      b.entry.statements - a.entry.statements ||
      a.entry.label.localeCompare(b.entry.label, "en"),
  );
  return found.slice(0, limit).map(({ entry, match }) => ({
    key: entry.key,
    label: entry.label,
    kind: entry.kind,
    statements: entry.statements,
    via: match.first ? null : match.name,
  }));
}

/** The only node that bears exactly this name (or is it by key), or null. */
export function exactNode(entries: readonly Entry[], text: string): string | null {
  const typed = foldName(text);
  if (typed === "") return null;
  const found = entries.filter(
    (entry) => entry.key === text || entry.names.some(([folded]) => folded === typed),
  );
  return found.length === 1 ? (found[0] as Entry).key : null;
}

/** What to show for a name or node key: the label where the key is known. */
export function shownName(entries: readonly Entry[], name: string): string {
  if (!parseNodeKey(name)) return name;
  return entries.find(({ key }) => key === name)?.label ?? name;
}
