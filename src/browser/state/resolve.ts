/** Names in an address (labels, aliases) as ids, so that legend and filters find what is chosen. Pure. */

import { foldName } from "../../dataset/fold.ts";
import { formatLayout, parseLayout } from "../../layout/catalogue.ts";
import type { DatasetDescription } from "../../model/api.ts";
import { parseNodeKey } from "../../model/id.ts";
import { DEFAULT_VIEW, type View } from "../../model/view.ts";
import type { Directory } from "../api/hooks.ts";
import type { Notice } from "./address.ts";
import type { Question } from "./question.ts";
import { type Selection, selectedNodes, selectionOf } from "./selection.ts";

const LOOK_UP = "Look it up in the search field.";

type Lookup = (name: string) => readonly string[];

/** Ids by name: an id itself, else equal label or short label, else alias; several equal matches are all given. */
function lookup(
  records: readonly {
    readonly id: string;
    readonly names: readonly string[];
    readonly aliases?: readonly string[];
  }[],
): Lookup {
  const ids = new Set(records.map(({ id }) => id));
  const note = (index: Map<string, string[]>, name: string, id: string) => {
    const folded = foldName(name);
    const known = index.get(folded);
    if (!known) index.set(folded, [id]);
    else if (!known.includes(id)) known.push(id);
  };
  const labels = new Map<string, string[]>();
  const aliases = new Map<string, string[]>();
  for (const { id, names, aliases: others = [] } of records) {
    for (const name of names) if (name !== "") note(labels, name, id);
    for (const name of others) note(aliases, name, id);
  }
  return (name) =>
    ids.has(name) ? [name] : (labels.get(foldName(name)) ?? aliases.get(foldName(name)) ?? []);
}

/** The selection without nodes and statements that the dataset does not have (`statementThere` says so of the latter). */
export function resolveSelection(
  selection: Selection | null,
  directory: Directory,
  statementThere = true,
): { readonly selection: Selection | null; readonly notices: readonly Notice[] } {
  if (selection?.type === "statement" && !statementThere) return nothing(selection.id);
  const keys = selectedNodes(selection);
  if (keys.length === 0) return { selection, notices: [] };
  const known = new Set<string>([...directory.actors, ...directory.issues].map(({ key }) => key));
  const there = keys.filter((key) => known.has(key));
  if (there.length === keys.length) return { selection, notices: [] };
  const missing = keys.filter((key) => !known.has(key));
  return there.length === 0
    ? nothing(missing.join(", "))
    : { selection: selectionOf(there), notices: [noSuch(missing.join(", "), "the others are selected")] };
}

const noSuch = (name: string, then: string): Notice => ({
  parameter: "select",
  message: `select names ${JSON.stringify(name)}, which this dataset does not have; ${then}.`,
  remedy: LOOK_UP,
});

const nothing = (name: string) => ({ selection: null, notices: [noSuch(name, "nothing is selected")] });

/** Actors and issues by name as ids, both together as node keys. */
function lookupsOf(directory: Directory) {
  const actors = lookup(
    directory.actors.map(({ id, label, shortLabel, aliases }) => ({
      id,
      names: [label, shortLabel],
      aliases,
    })),
  );
  const issues = lookup(
    directory.issues.map(({ id, label, shortLabel }) => ({ id, names: [label, shortLabel] })),
  );
  const nodes: Lookup = (name) => {
    const key = parseNodeKey(name);
    if (key) return (key.type === "actor" ? actors(key.id) : issues(key.id)).map((id) => `${key.type}:${id}`);
    return [...actors(name).map((id) => `actor:${id}`), ...issues(name).map((id) => `issue:${id}`)];
  };
  return { actors, issues, nodes };
}

/** The question with node keys where it has names that are one node's; the others stay, and its answer says what they are. */
export function resolveQuestion(question: Question, directory: Directory): Question {
  const { nodes } = lookupsOf(directory);
  const keyOf = (name: string): string => {
    const [key, ...more] = name === "" ? [] : nodes(name);
    return key === undefined || more.length > 0 ? name : key;
  };
  const { from, to, avoid, through } = question;
  const keyed = { from: keyOf(from), to: keyOf(to), avoid: avoid.map(keyOf), through: through.map(keyOf) };
  const same = [from, to, ...avoid, ...through].every((name) => keyOf(name) === name);
  return same ? question : { ...question, ...keyed };
}

/** The view with ids only. What is unknown or ambiguous is left out and noticed. */
export function resolveView(
  view: View,
  directory: Directory,
  dataset: DatasetDescription,
): { readonly view: View; readonly notices: readonly Notice[] } {
  const notices: Notice[] = [];
  const { actors, issues, nodes } = lookupsOf(directory);
  const labelled = (records: readonly { readonly id: string; readonly label: string }[]) =>
    lookup(records.map(({ id, label }) => ({ id, names: [label] })));
  const resolve = (parameter: string, names: readonly string[], find: Lookup): readonly string[] => {
    const found = names.flatMap((name) => {
      const ids = find(name);
      if (ids.length === 1) return ids;
      const what = JSON.stringify(name);
      notices.push(
        ids.length === 0
          ? {
              parameter,
              message: `${parameter} names ${what}, which this dataset does not have; it was left out.`,
              remedy: LOOK_UP,
            }
          : {
              parameter,
              message: `${parameter} names ${what}, which may be ${ids.join(" or ")}; it was left out.`,
              remedy: "Give one of these ids.",
            },
      );
      return [];
    });
    return [...new Set(found)].sort();
  };
  const { filter } = view;
  const issue = resolve("issue", filter.issue, issues);
  /** The layout with the id of its issue; the default one when it has none. */
  const layout = (): string => {
    const named = parseLayout(view.layout);
    if (!named?.entry.needsIssue) return view.layout;
    const wanted =
      named.issue === ""
        ? issue.length === 1
          ? issue
          : []
        : resolve("layout", [named.issue.replace(/^issue:/, "")], issues);
    const [only] = wanted;
    if (only !== undefined) return formatLayout(named.entry.id, only);
    if (named.issue === "")
      notices.push({
        parameter: "layout",
        message: `layout ${named.entry.id} shows one issue, and none is named; it was left out.`,
        remedy: `Give layout as ${named.entry.id}:ISSUE, or choose it under “Look”.`,
      });
    return DEFAULT_VIEW.layout;
  };
  const resolved: View = {
    ...view,
    layout: layout(),
    ego: resolve("ego", view.ego, nodes),
    expand: resolve("expand", view.expand, nodes),
    filter: {
      ...filter,
      actor: resolve("actor", filter.actor, actors),
      issue,
      genre: resolve("genre", filter.genre, (name) =>
        dataset.sources.some(({ genre }) => genre === name) ? [name] : [],
      ),
      kind: resolve("kind", filter.kind, labelled(dataset.kinds)),
      relation: resolve("relation", filter.relation, labelled(dataset.relations)),
      source: resolve(
        "source",
        filter.source,
        lookup(dataset.sources.map(({ id, title }) => ({ id, names: [title ?? ""] }))),
      ),
    },
  };
  return { view: resolved, notices };
}
