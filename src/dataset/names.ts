/** Names to records: the words of a question, a flag or an address to node keys and ids. */

import type { Dataset } from "../model/dataset.ts";
import { actorKey, byCodeUnit, issueKey, type NodeKey, parseNodeKey } from "../model/id.ts";
import { Fault } from "../model/problem.ts";
import { statementColumns } from "../model/statement-columns.ts";
import { foldName } from "./fold.ts";
import { type Candidate, suggest } from "./suggest.ts";

export type NodeType = "actor" | "issue";
/** Tables whose records are named by id or label. */
export type NamedTable = "actors" | "issues" | "sources" | "kinds" | "relations" | "statements";

/** One record, several that fit equally well (by code unit), or none with the keys of those that are alike. */
export type Resolution<Key extends string> =
  | { readonly key: Key }
  | { readonly ambiguous: readonly Key[] }
  | { readonly unknown: string; readonly suggestions: readonly Key[] };

export interface ResolveOptions {
  /** Which nodes may be meant; both by default. */
  readonly types?: readonly NodeType[];
}

export interface Resolver {
  /** A node by node key, id, label, short label or alias, in this order; without regard to case and accents. */
  resolve(name: string, options?: ResolveOptions): Resolution<NodeKey>;
  /**
   * The same or a `Fault`: class `unknown-node`, code `unknown-node`, `details.suggestions` (node keys); or class
   * `bad-parameter`, code `ambiguous-name`, `details.matches` (node keys). `parameter` is what the fault names.
   */
  resolveNode(name: string, options?: ResolveOptions & { readonly parameter?: string }): NodeKey;
  /** The id of a record of a table by id, then by label, short label, alias or title. */
  resolveIn(table: NamedTable, name: string): Resolution<string>;
  /**
   * The same or a `Fault`: class `bad-parameter`, code `unknown-id` with `details.suggestions` (ids), or `ambiguous-name` with
   * `details.matches` (ids).
   */
  resolveId(table: NamedTable, name: string, parameter?: string): string;
  /** The names of the further columns of statements, actors, sources and issues, sorted. */
  columns(): readonly string[];
  /** The genres of the sources, sorted. */
  genres(): readonly string[];
}

/** Names of one rank: folded name to the keys that bear it. */
type Rank<Key extends string> = ReadonlyMap<string, readonly Key[]>;

interface Names<Key extends string> {
  /** Ids exactly as written, before anything is folded. */
  readonly exact: ReadonlyMap<string, readonly Key[]>;
  readonly ranks: readonly Rank<Key>[];
  readonly candidates: readonly Candidate<Key>[];
}

interface Named<Key extends string> {
  readonly key: Key;
  readonly id: string;
  /** The names of each rank after the id. */
  readonly names: readonly (readonly string[])[];
}

function collect<Key extends string>(records: readonly Named<Key>[]): Names<Key> {
  const exact = new Map<string, Key[]>();
  const ranks: Map<string, Key[]>[] = [];
  const candidates: Candidate<Key>[] = [];
  const put = (rank: Map<string, Key[]>, name: string, key: Key): void => {
    const keys = rank.get(name);
    if (keys === undefined) rank.set(name, [key]);
    else if (!keys.includes(key)) keys.push(key);
  };
  for (const { key, id, names } of records) {
    put(exact, id, key);
    [[id], ...names].forEach((group, index) => {
      let rank = ranks[index];
      if (rank === undefined) {
        rank = new Map();
        ranks[index] = rank;
      }
      for (const name of group) {
        if (name === "") continue;
        const folded = foldName(name) || name;
        put(rank, folded, key);
        candidates.push({ name: folded, key });
      }
    });
  }
  return { exact, ranks, candidates };
}

function lookUp<Key extends string>(
  names: Names<Key>,
  name: string,
  allowed: (key: Key) => boolean,
): Resolution<Key> {
  const folded = foldName(name) || name;
  for (const [rank, wanted] of [
    [names.exact, name] as const,
    ...names.ranks.map((rank) => [rank, folded] as const),
  ]) {
    const keys = (rank.get(wanted) ?? []).filter(allowed);
    const [only] = keys;
    if (keys.length > 1) return { ambiguous: keys.toSorted(byCodeUnit) };
    if (only !== undefined) return { key: only };
  }
  // A wrong node key is compared by its id.
  const bare = foldName(name.replace(/^(?:actor|issue):/, ""));
  const candidates = names.candidates.filter(({ key }) => allowed(key));
  return { unknown: name, suggestions: suggest(bare, candidates) };
}

function nodeNames(dataset: Dataset): Names<NodeKey> {
  return collect<NodeKey>([
    ...dataset.actors.map(({ id, label, shortLabel, aliases }) => ({
      key: actorKey(id),
      id,
      names: [[label], [shortLabel], aliases],
    })),
    ...dataset.issues.map(({ id, label, shortLabel }) => ({
      key: issueKey(id),
      id,
      names: [[label], [shortLabel]],
    })),
  ]);
}

function tableNames(dataset: Dataset, table: NamedTable): Names<string> {
  const records: readonly {
    readonly id: string;
    readonly label?: string;
    readonly shortLabel?: string;
    readonly aliases?: readonly string[];
    readonly title?: string;
  }[] = dataset[table];
  return collect(
    records.map(({ id, label = "", shortLabel = "", aliases = [], title = "" }) => ({
      key: id,
      id,
      names: [[label, title], [shortLabel], aliases],
    })),
  );
}

const further = new WeakMap<Dataset, readonly string[]>();

/** The names of the further columns of statements, actors, sources and issues, sorted; found once per dataset. */
export function furtherColumns(dataset: Dataset): readonly string[] {
  let names = further.get(dataset);
  if (!names) {
    const found = new Set<string>();
    for (const records of [dataset.actors, dataset.sources, dataset.issues])
      for (const { extra } of records) for (const name of extra.keys()) found.add(name);
    const { size, value } = statementColumns(dataset).column("extra");
    for (let code = 0; code < size; code++) for (const name of value(code).keys()) found.add(name);
    names = [...found].sort(byCodeUnit);
    further.set(dataset, names);
  }
  return names;
}

const WORD_OF: Readonly<Record<NamedTable, string>> = {
  actors: "actor",
  issues: "issue",
  sources: "source",
  kinds: "kind",
  relations: "relation",
  statements: "statement",
};

const EITHER = "actor or issue";

/** Makes the look-ups of a dataset; each is built when it is first asked for. */
export function createResolver(dataset: Dataset): Resolver {
  let nodes: Names<NodeKey> | null = null;
  const tables = new Map<NamedTable, Names<string>>();

  const resolve: Resolver["resolve"] = (name, { types = ["actor", "issue"] } = {}) => {
    const key = parseNodeKey(name);
    if (key && types.includes(key.type)) {
      const known = key.type === "actor" ? dataset.actorById.has(key.id) : dataset.issueById.has(key.id);
      if (known) return { key: name as NodeKey };
    }
    nodes ??= nodeNames(dataset);
    return lookUp(nodes, name, (candidate) => types.some((type) => candidate.startsWith(`${type}:`)));
  };

  const resolveIn: Resolver["resolveIn"] = (table, name) => {
    let names = tables.get(table);
    if (names === undefined) {
      names = tableNames(dataset, table);
      tables.set(table, names);
    }
    return lookUp(names, name, () => true);
  };

  return {
    resolve,
    resolveIn,
    columns: () => furtherColumns(dataset),
    genres: () =>
      [...new Set(dataset.sources.map(({ genre }) => genre))]
        .filter((genre) => genre !== "")
        .sort(byCodeUnit),
    resolveNode(name, { parameter = "", ...options } = {}) {
      const found = resolve(name, options);
      return "key" in found
        ? found.key
        : refuse(found, options.types?.length === 1 ? `${options.types[0]}` : EITHER, parameter, true);
    },
    resolveId(table, name, parameter = "") {
      const found = resolveIn(table, name);
      return "key" in found ? found.key : refuse(found, WORD_OF[table], parameter, false);
    },
  };
}

function refuse(
  found: Exclude<Resolution<string>, { readonly key: string }>,
  what: string,
  parameter: string,
  node: boolean,
): never {
  if ("ambiguous" in found) {
    throw new Fault({
      class: "bad-parameter",
      code: "ambiguous-name",
      message: `the name fits several records: ${found.ambiguous.join(", ")}`,
      parameter,
      remedy: "Use one of the keys listed.",
      details: { matches: found.ambiguous },
    });
  }
  const name = found.unknown.length > 80 ? `${found.unknown.slice(0, 79)}…` : found.unknown;
  const meant = found.suggestions.length > 0 ? `Did you mean ${found.suggestions.join(", ")}?` : "";
  throw new Fault({
    class: node ? "unknown-node" : "bad-parameter",
    code: node ? "unknown-node" : "unknown-id",
    message: `there is no ${what} named “${name}”`,
    parameter,
    remedy: meant || `Look it up among the dataset's ${what === EITHER ? "actors and issues" : `${what}s`}.`,
    details: { suggestions: found.suggestions },
  });
}
