/**
 * A reference for path questions that shares no code with the engine: it filters the records themselves, enumerates every simple
 * path of a small dataset and sorts. Exponential; for datasets of a few nodes.
 */
import type { Dataset, Statement } from "../../../src/model/dataset.ts";
import type { PathQuery } from "../../../src/model/path.ts";
import type { Filter, Rollup } from "../../../src/model/view.ts";

interface Tie {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly bothWays: boolean;
  readonly statement: Statement | null;
}

export interface ReferencePath {
  readonly nodes: readonly string[];
  /** In units of 10⁻¹². */
  readonly cost: number;
  readonly agreement: string | null;
  readonly conditional: boolean;
  readonly statements: readonly (readonly string[])[];
}

/** Follows the same words as DESIGN §3: `body` one step, `top` to the end. */
function stands(dataset: Dataset, id: string, rollup: Rollup): string {
  let current = id;
  for (let step = 0; rollup !== "none" && step < (rollup === "body" ? 1 : 100); step++) {
    const actor = dataset.actors.find((one) => one.id === current);
    if (!actor || dataset.kinds.find((kind) => kind.id === actor.kind)?.rollsUp === false) break;
    const parent = rollup === "body" ? actor.speaksFor : (actor.speaksFor ?? actor.memberOf);
    if (parent === null) break;
    current = parent;
  }
  return current;
}

export function referencePaths(
  dataset: Dataset,
  filter: Filter,
  rollup: Rollup,
  query: PathQuery,
  allowed: ReadonlySet<string> | null,
): { from: string; to: string; paths: ReferencePath[] } {
  const outside = (id: string): boolean => {
    const actor = dataset.actors.find((one) => one.id === id);
    const kind = dataset.kinds.find((one) => one.id === actor?.kind);
    return actor?.role === "source-only" || kind?.stakeholder === false;
  };
  const mapKey = (key: string): string =>
    key.startsWith("actor:") ? `actor:${stands(dataset, key.slice(6), rollup)}` : key;
  const ties: Tie[] = [];
  const add = (id: string, from: string, to: string, bothWays: boolean, statement: Statement | null) => {
    if (filter.actors === "stakeholders") {
      for (const end of [from, to]) if (end.startsWith("actor:") && outside(end.slice(6))) return;
    }
    const [a, b] = [mapKey(from), mapKey(to)];
    if (a !== b) ties.push({ id, from: a, to: b, bothWays, statement });
  };
  for (const statement of dataset.statements) {
    const stance = statement.issue !== null;
    if (!query.via.includes(stance ? "stance" : "relation")) continue;
    if (statement.repeatOf !== null && filter.repeats === "hide") continue;
    if (statement.offTopic && filter.offTopic === "hide") continue;
    if (filter.voice !== "any" && statement.voice !== filter.voice) continue;
    if (filter.modality.length > 0 && !filter.modality.includes(statement.modality)) continue;
    if (filter.polarity.length > 0 && !filter.polarity.includes(statement.polarity)) continue;
    if (filter.polarity.length === 0 && stance && statement.polarity === "neutral") continue;
    if ((statement.confidence ?? 1) < filter.minConfidence) continue;
    if (filter.source.length > 0 && !filter.source.includes(statement.source)) continue;
    if (filter.actor.length > 0 && !filter.actor.includes(statement.actor)) continue;
    if (!isTimely(statement.date, filter)) continue;
    // The columns of the tests are the statements' own and have one name.
    if (filter.x.length > 0 && ![...statement.extra].some((pair) => filter.x.includes(pair.join("="))))
      continue;
    const target = stance ? `issue:${statement.issue}` : `actor:${statement.target}`;
    const relation = dataset.relations.find(({ id }) => id === statement.relation);
    add(statement.id, `actor:${statement.actor}`, target, relation?.symmetric ?? false, statement);
  }
  if (query.via.includes("membership")) {
    for (const actor of dataset.actors) {
      const tie = (kind: string, parent: string) =>
        add(`structure:${actor.id}:${kind}:${parent}`, `actor:${actor.id}`, `actor:${parent}`, false, null);
      if (actor.speaksFor !== null) tie("speaks-for", actor.speaksFor);
      if (actor.memberOf !== null) tie("member-of", actor.memberOf);
      for (const group of new Set(actor.groups)) tie("in-group", group);
    }
  }
  if (query.via.includes("subissue")) {
    for (const issue of dataset.issues) {
      const parent = dataset.issues.find(({ id }) => id === issue.parent);
      if (!parent || parent.container || issue.container) continue;
      const id = `structure:${issue.id}:part-of:${parent.id}`;
      add(id, `issue:${issue.id}`, `issue:${parent.id}`, false, null);
    }
  }

  const from = mapKey(query.from);
  const to = mapKey(query.to);
  const avoid = new Set(query.avoid.map(mapKey));
  const through = query.through.map(mapKey);
  const walkable = (key: string): boolean => !avoid.has(key) && (allowed?.has(key) ?? true);
  const between = (a: string, b: string): Tie[] =>
    ties.filter(
      (tie) =>
        (tie.from === a && tie.to === b) ||
        (tie.from === b && tie.to === a && (!query.directed || tie.bothWays)),
    );
  const most = query.maxLength ?? (query.mode === "all" ? 6 : Number.POSITIVE_INFINITY);
  const keys = [
    ...dataset.actors.map(({ id }) => `actor:${id}`),
    ...dataset.issues.map(({ id }) => `issue:${id}`),
  ].filter(walkable);
  const paths: ReferencePath[] = [];
  const visit = (nodes: readonly string[]): void => {
    const last = nodes[nodes.length - 1] as string;
    if (last === to) {
      if (through.every((key) => nodes.includes(key))) paths.push(describe(nodes, between, query.weighted));
      return;
    }
    if (nodes.length > most) return;
    for (const key of keys) if (!nodes.includes(key) && between(last, key).length > 0) visit([...nodes, key]);
  };
  if (from === to || (walkable(from) && walkable(to))) visit([from]);
  paths.sort(compare);
  return { from, to, paths };
}

/** Dates are prefixes of ISO dates; `~` sorts behind all of their characters. */
function isTimely(date: string, { since, until, undated }: Filter): boolean {
  if (since === "" && until === "") return true;
  if (date === "") return undated === "show";
  return `${date}~` >= since && (until === "" || date <= `${until}~`);
}

function compare(a: ReferencePath, b: ReferencePath): number {
  if (a.nodes.length !== b.nodes.length) return a.nodes.length - b.nodes.length;
  if (a.cost !== b.cost) return a.cost - b.cost;
  for (const [at, key] of a.nodes.entries()) {
    const other = b.nodes[at] as string;
    if (key !== other) return key < other ? -1 : 1;
  }
  return 0;
}

function describe(
  nodes: readonly string[],
  between: (a: string, b: string) => Tie[],
  weighted: boolean,
): ReferencePath {
  let cost = 0;
  let conditional = false;
  const statements: string[][] = [];
  const signs: (number | "mixed" | null)[] = [];
  for (let at = 1; at < nodes.length; at++) {
    const bundle = between(nodes[at - 1] as string, nodes[at] as string);
    const best = new Map<string, number>();
    const words = new Set<string>();
    for (const { statement } of bundle) {
      if (!statement) continue;
      words.add(statement.polarity);
      if (statement.condition !== "") conditional = true;
      best.set(statement.source, Math.max(best.get(statement.source) ?? 0, statement.confidence ?? 1));
    }
    let sum = 0;
    for (const value of best.values()) sum += value;
    // The contract of the order: hop costs are rounded to 10⁻¹², their sums compared exactly.
    cost += weighted ? Math.round(1e12 / (1 + sum)) : 1e12;
    statements.push(bundle.map(({ id }) => id));
    signs.push(
      words.has("support") && words.has("oppose")
        ? "mixed"
        : words.has("support")
          ? 1
          : words.has("oppose")
            ? -1
            : null,
    );
  }
  let agreement: string | null = null;
  if (signs.includes("mixed")) agreement = "mixed";
  else if (signs.length > 0 && !signs.includes(null))
    agreement = signs.filter((sign) => sign === -1).length % 2 === 0 ? "aligned" : "opposed";
  return { nodes, cost, agreement, conditional, statements };
}

/** Greatest number of paths without common inner node (at most `most`) and the fewest hops in all for that number. */
export function referenceDisjoint(
  paths: readonly ReferencePath[],
  most: number,
): { count: number; hops: number } {
  let best = { count: 0, hops: 0 };
  const choose = (start: number, used: ReadonlySet<string>, count: number, hops: number): void => {
    if (count > best.count || (count === best.count && hops < best.hops)) best = { count, hops };
    if (count === most) return;
    for (let at = start; at < paths.length; at++) {
      const inner = (paths[at] as ReferencePath).nodes.slice(1, -1);
      if (inner.some((key) => used.has(key))) continue;
      choose(
        at + 1,
        new Set([...used, ...inner]),
        count + 1,
        hops + (paths[at] as ReferencePath).nodes.length - 1,
      );
    }
  };
  choose(0, new Set(), 0, 0);
  return best;
}
