/** Every name in a view resolved to the id or node key that it means, so that equal views have equal texts. */

import type { Resolver } from "../dataset/names.ts";
import { formatLayout, parseLayout } from "../layout/catalogue.ts";
import { byCodeUnit, parseNodeKey } from "../model/id.ts";
import { Fault } from "../model/problem.ts";
import type { View } from "../model/view.ts";

const canonical = (items: readonly string[]): readonly string[] => [...new Set(items)].sort(byCodeUnit);

function knownColumn(names: Resolver, condition: string): string {
  const name = condition.slice(0, condition.indexOf("="));
  const columns = names.columns();
  if (columns.includes(name)) return condition;
  throw new Fault({
    class: "bad-parameter",
    code: "unknown-column",
    parameter: "x",
    message: `There is no further column ${JSON.stringify(name)}`,
    remedy:
      columns.length > 0
        ? `Further columns are: ${columns.join(", ")}.`
        : "This dataset has no further columns.",
    details: { known: columns },
  });
}

/** @throws Fault `unknown-id` where no source is of the genre */
function knownGenre(names: Resolver, genre: string): string {
  const genres = names.genres();
  if (genres.includes(genre)) return genre;
  throw new Fault({
    class: "bad-parameter",
    code: "unknown-id",
    parameter: "genre",
    message: `No source is of the genre ${JSON.stringify(genre)}`,
    remedy: genres.length > 0 ? `Genres are: ${genres.join(", ")}.` : "No source has a genre.",
    details: { known: genres },
  });
}

/** The layout with the id of its issue: the one it names, else the only one that the filter asks for. */
function knownLayout(layout: string, issues: readonly string[], idOf: (name: string) => string): string {
  const named = parseLayout(layout);
  if (!named?.entry.needsIssue) return layout;
  const { entry, issue } = named;
  if (issue !== "") return formatLayout(entry.id, idOf(issue));
  const [only] = issues;
  if (only !== undefined && issues.length === 1) return formatLayout(entry.id, only);
  throw new Fault({
    class: "bad-parameter",
    code: "bad-parameter",
    parameter: "layout",
    message: `layout ${entry.id} shows one issue, and ${issues.length === 0 ? "none is" : "several are"} given`,
    remedy: `Give layout as ${entry.id}:ISSUE, or exactly one issue.`,
  });
}

/**
 * The view with ids in place of names.
 * @throws Fault `bad-parameter` for a layout that lacks its issue, `unknown-node` for an actor, issue, ego or expanded node, `unknown-id` for a kind, relation, source or genre, `ambiguous-name`; each
 *   names the parameter and what is alike
 */
export function resolveView(names: Resolver, view: View): View {
  const { filter } = view;
  const nodeId = (name: string, type: "actor" | "issue", parameter: string): string => {
    const key = names.resolveNode(name, { types: [type], parameter });
    return parseNodeKey(key)?.id ?? key;
  };
  const nodeIds = (given: readonly string[], type: "actor" | "issue"): readonly string[] =>
    canonical(given.map((name) => nodeId(name, type, type)));
  const ids = (given: readonly string[], table: "kinds" | "relations" | "sources", parameter: string) =>
    canonical(given.map((name) => names.resolveId(table, name, parameter)));
  const issue = nodeIds(filter.issue, "issue");
  return {
    ...view,
    layout: knownLayout(view.layout, issue, (name) => nodeId(name, "issue", "layout")),
    filter: {
      ...filter,
      actor: nodeIds(filter.actor, "actor"),
      issue,
      genre: filter.genre.map((genre) => knownGenre(names, genre)),
      kind: ids(filter.kind, "kinds", "kind"),
      relation: ids(filter.relation, "relations", "relation"),
      source: ids(filter.source, "sources", "source"),
      x: filter.x.map((condition) => knownColumn(names, condition)),
    },
    ego: canonical(view.ego.map((name) => names.resolveNode(name, { parameter: "ego" }))),
    expand: canonical(view.expand.map((name) => names.resolveNode(name, { parameter: "expand" }))),
  };
}
