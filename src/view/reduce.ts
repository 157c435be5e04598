/**
 * Level of detail: what is drawn in place of a picture too large to be read or sent. The rules are fixed, so the same view gives
 * the same picture, and the picture says by which of them it was reduced (`docs/api.md`, Large datasets).
 */

import type { Adjacency } from "../graph/adjacency.ts";
import type { StatementIndex } from "../graph/statement-index.ts";
import { grouped } from "../model/counted.ts";
import type { Reduction } from "../model/graph.ts";
import { byCodeUnit } from "../model/id.ts";
import type { Projection, View } from "../model/view.ts";
import {
  type Content,
  contentOf,
  elsewhere,
  endsOf,
  type ShownStatements,
  shownStatements,
} from "./content.ts";
import type { Expansion } from "./expand.ts";
import { type AgreementTies, agreementTies } from "./projections/agreement.ts";
import { countBundles } from "./projections/bundles.ts";
import type { DraftEdge } from "./projections/projection.ts";

/** A picture with more than this is reduced; `listed` is of ids of statements on all edges together. */
const LIMITS = { nodes: 2000, edges: 10_000, listed: 50_000 } as const;
/** Nodes and edges that a reduced picture has at most. */
const MOST_NODES = 300;
const MOST_EDGES = 5000;
/** Ties that a reduced agreement network has at most, the strongest one of each actor aside. */
const MOST_TIES = 2000;
/** Actors from which on their agreement says more than a part of what they speak of. */
const SEVERAL_ACTORS = 20;
/** Statements that all agreements together list at most, also where everything is asked for. */
const MOST_LISTED = 1_000_000;
/** Statements that an edge lists where lists are cut; all of them are to be had edge by edge. */
const SHORT_LIST = 5;

/** What is drawn of a view. */
export interface DrawnContent extends Content {
  /** That of the drafts. */
  readonly projection: Projection;
  readonly reduction: Reduction | null;
  /** Statements listed on an edge at most. */
  readonly listed: number;
}

/** All that a view shows, or what a reduced picture holds of it. Ids and node keys in the view must be resolved. */
export function drawnContent(
  index: StatementIndex,
  view: View,
  adjacency: Adjacency,
  mayReduce: boolean,
): DrawnContent {
  const shown = shownStatements(index, view, adjacency);
  const whole = (): DrawnContent => unreduced(index, view, adjacency, shown);
  if (!mayReduce) return inBounds(whole());
  const all = view.projection === "agreement" ? whole() : null;
  const of = all ? sizeOfContent(all) : sizeOf(index, view, adjacency, shown);
  if (isWithin(of, LIMITS)) return withLists(all ?? whole(), of);
  const { expansion } = shown;
  if (!expansion) return reduced(index, view, adjacency, shown, of);
  const without: View = { ...view, expand: [] };
  const plain = shownStatements(index, without, adjacency);
  const size = sizeOf(index, without, adjacency, plain);
  const fits = view.projection !== "agreement" && isWithin(size, LIMITS);
  const base: DrawnContent = fits
    ? unreduced(index, without, adjacency, plain)
    : reduced(index, without, adjacency, plain, size);
  // Whom the rule had left out and an expanded node brings back has its edges with all that are drawn.
  const amongDrawn = (nodes: readonly number[]): readonly DraftEdge[] => {
    if (base.reduction?.rule !== "best-evidenced") return [];
    const statements = among(plain, nodes, adjacency.from, adjacency.to);
    return contentOf(index, without, adjacency, { ...plain, statements, around: null }).drafts;
  };
  return withExpanded(
    index,
    { ...base, statements: shown.statements, counts: shown.counts },
    expansion.brings,
    of,
    amongDrawn,
  );
}

/** All that a view shows, with all its statements listed. */
const unreduced = (
  index: StatementIndex,
  view: View,
  adjacency: Adjacency,
  shown: ShownStatements,
): DrawnContent => ({
  ...contentOf(index, view, adjacency, shown),
  projection: view.projection,
  reduction: null,
  listed: Number.POSITIVE_INFINITY,
});

const isWithin = (size: Size, most: Size): boolean => size.nodes <= most.nodes && size.edges <= most.edges;

/** What is drawn by the first rule that fits a view too large to be drawn whole. */
function reduced(
  index: StatementIndex,
  view: View,
  adjacency: Adjacency,
  shown: ShownStatements,
  of: Size,
): DrawnContent {
  if (view.projection === "agreement") return drawAgreement(index, view, adjacency, shown);
  return (
    agreementInstead(index, view, adjacency, shown, of) ?? bestEvidenced(index, view, adjacency, shown, of)
  );
}

type Size = Reduction["of"];

const sizeOfContent = ({ nodes, drafts }: Pick<Content, "nodes" | "drafts">): Size => ({
  nodes: nodes.length,
  edges: drafts.length,
});

/** How much a view shows in a projection whose edges are those of statements; no draft is made. */
function sizeOf(
  index: StatementIndex,
  view: View,
  adjacency: Adjacency,
  { statements, around, tally }: ShownStatements,
): Size {
  const counts = tally();
  const lonely = Array.from(around ?? []).filter((node) => counts.touching(node) === 0);
  const edges =
    view.projection === "statements" ? statements.length : countBundles({ index, adjacency, statements });
  return { nodes: counts.nodes + lonely.length, edges };
}

const tooMuch = ({ nodes, edges }: Size): string =>
  `The view shows ${grouped(nodes)} nodes and ${grouped(edges)} edges, more than the ${grouped(LIMITS.nodes)} and ${grouped(LIMITS.edges)} that are drawn at once.`;

const ALL = "Ask with detail=all for everything.";

const SHORT_LISTS = `Each edge lists its first ${SHORT_LIST} statements at most.`;

/** How many statements the edges list together at least: an agreement has two an issue or more. */
function listedOn({ projection, drafts }: DrawnContent): number {
  const perCount = projection === "agreement" ? 2 : 1;
  return drafts.reduce((sum, { count }) => sum + perCount * count, 0);
}

/**
 * What is drawn whole, whatever its size, with lists that are not. Other edges list each statement once; but agreements list those of
 * an actor once for each other one, of a parliament more often than any memory holds.
 */
function inBounds(content: DrawnContent): DrawnContent {
  if (content.projection !== "agreement" || listedOn(content) <= MOST_LISTED) return content;
  const reason = `The agreements have more than the ${grouped(MOST_LISTED)} statements that are listed anywhere. ${SHORT_LISTS}`;
  return withShortLists(content, reason, sizeOfContent(content));
}

/** Everything with short lists, and why; `of` = how much there is. */
const withShortLists = (content: DrawnContent, reason: string, of: Size): DrawnContent => ({
  ...content,
  listed: SHORT_LIST,
  reduction: { reason, rule: "short-lists", shown: sizeOfContent(content), of, listed: SHORT_LIST },
});

/** Cuts the lists of statements where all of them together are too long to be looked at. */
function withLists(content: DrawnContent, of: Size): DrawnContent {
  if (listedOn(content) <= LIMITS.listed) return content;
  const { reduction } = content;
  if (!reduction) {
    const reason = `The edges have more than the ${grouped(LIMITS.listed)} statements that are listed at once. ${SHORT_LISTS} ${ALL}`;
    return withShortLists(content, reason, of);
  }
  return {
    ...content,
    listed: SHORT_LIST,
    reduction: { ...reduction, listed: SHORT_LIST, reason: `${reduction.reason} ${SHORT_LISTS}` },
  };
}

/** The first nodes with statements, by number below `end`: the centres of an ego, then by most statements, then by node key. */
function ranked(
  index: StatementIndex,
  { tally, centres }: ShownStatements,
  end = index.nodes.length,
): number[] {
  const { touching } = tally();
  const first = new Set(centres);
  const others: number[] = [];
  for (let node = 0; node < end; node++) if (touching(node) > 0 && !first.has(node)) others.push(node);
  others.sort(
    (a, b) => touching(b) - touching(a) || byCodeUnit(index.nodes[a] as string, index.nodes[b] as string),
  );
  return [...first, ...others].slice(0, MOST_NODES);
}

/** The statements of which all nodes that `endsAt` names are among some. */
function among(shown: ShownStatements, nodes: Iterable<number>, ...ends: readonly Int32Array[]): Int32Array {
  const kept = new Set(nodes);
  return shown.statements.filter((number) => ends.every((end) => kept.has(end[number] as number)));
}

/** The places of ties of at least a number of issues that is as small as `MOST_TIES` allows, and of the strongest tie of each actor. */
function strongestTies({ size, from, to, count }: Omit<AgreementTies, "draft">): {
  readonly places: readonly number[];
  readonly least: number;
} {
  // How many ties there are of each strength, and how many of that strength or more are kept.
  let [most, nodes] = [0, 0];
  for (let at = 0; at < size; at++) {
    most = Math.max(most, count[at] as number);
    nodes = Math.max(nodes, 1 + (from[at] as number), 1 + (to[at] as number));
  }
  const ofStrength = new Int32Array(most + 1);
  const strongest = new Int32Array(nodes).fill(-1);
  const compare = (actor: number, at: number): void => {
    const known = strongest[actor] as number;
    if (known < 0 || (count[at] as number) > (count[known] as number)) strongest[actor] = at;
  };
  for (let at = 0; at < size; at++) {
    ofStrength[count[at] as number] = (ofStrength[count[at] as number] as number) + 1;
    compare(from[at] as number, at);
    compare(to[at] as number, at);
  }
  let least = most + 1;
  // All ties of one strength stay or go together.
  for (let kept = 0; least > 1 && kept + (ofStrength[least - 1] as number) <= MOST_TIES; least--)
    kept += ofStrength[least - 1] as number;
  const places: number[] = [];
  for (let at = 0; at < size; at++)
    if (
      (count[at] as number) >= least ||
      strongest[from[at] as number] === at ||
      strongest[to[at] as number] === at
    )
      places.push(at);
  return { places, least };
}

/** The strongest ties of an agreement network that was asked for. */
function drawAgreement(
  index: StatementIndex,
  view: View,
  adjacency: Adjacency,
  shown: ShownStatements,
): DrawnContent {
  const content = unreduced(index, view, adjacency, shown);
  const of = sizeOfContent(content);
  if (isWithin(of, LIMITS)) return content;
  const actors = new Set(ranked(index, shown, index.actorCount));
  const within = content.drafts.filter(({ from, to }) => actors.has(from) && actors.has(to));
  const { places, least } = strongestTies({
    size: within.length,
    from: Int32Array.from(within, ({ from }) => from),
    to: Int32Array.from(within, ({ to }) => to),
    count: Int32Array.from(within, ({ count }) => count),
  });
  const drafts = places.map((at) => within[at] as DraftEdge);
  const nodes = endsOf(drafts, shown.centres);
  const size = sizeOfContent({ nodes, drafts });
  const reason = `${tooMuch(of)} Drawn are the ${grouped(size.nodes)} actors with most statements, their ties of at least ${grouped(least)} issues, and the strongest tie of each. ${ALL}`;
  return withLists(
    {
      ...content,
      drafts,
      nodes,
      reduction: { reason, rule: "strongest-ties", shown: size, of, least },
    },
    of,
  );
}

/** The agreement network of the actors, where a view shows few of them and mostly their positions on issues; null where it does not. */
function agreementInstead(
  index: StatementIndex,
  view: View,
  adjacency: Adjacency,
  shown: ShownStatements,
  of: Size,
): DrawnContent | null {
  if (view.projection !== "bundled" || view.ego.length > 0) return null;
  const { touching } = shown.tally();
  let actors = 0;
  for (let node = 0; node < index.actorCount; node++) if (touching(node) > 0) actors++;
  if (actors < SEVERAL_ACTORS || actors > MOST_NODES) return null;
  let positions = 0;
  for (let node = index.actorCount; node < index.nodes.length; node++) positions += touching(node);
  if (2 * positions < shown.statements.length) return null;
  const ties = agreementTies({ index, adjacency, statements: shown.statements });
  if (ties.size === 0) return null;
  const { places, least } = strongestTies(ties);
  const drafts = places.map(ties.draft);
  const nodes = endsOf(drafts, null);
  const reason = `${tooMuch(of)} Drawn instead is on how many issues its ${grouped(nodes.length)} actors agree and disagree: ties of at least ${grouped(least)} issues, and the strongest tie of each actor. ${ALL}`;
  return withLists(
    {
      ...shown,
      drafts,
      nodes,
      projection: "agreement",
      reduction: { reason, rule: "agreement", shown: sizeOfContent({ nodes, drafts }), of, least },
      listed: Number.POSITIVE_INFINITY,
    },
    of,
  );
}

/** The nodes with most statements, as many as the limits allow, and the edges among them. */
function bestEvidenced(
  index: StatementIndex,
  view: View,
  adjacency: Adjacency,
  shown: ShownStatements,
  of: Size,
): DrawnContent {
  const candidates = ranked(index, shown);
  const statements = among(shown, candidates, adjacency.from, adjacency.to);
  const content = contentOf(index, view, adjacency, { ...shown, statements, around: null });
  const rank = new Int32Array(index.nodes.length);
  candidates.forEach((node, at) => {
    rank[node] = at;
  });
  const later = ({ from, to }: DraftEdge): number => Math.max(rank[from] as number, rank[to] as number);
  // By rank, the edges to nodes that rank before; one node more brings its own.
  const brings = new Int32Array(candidates.length);
  for (const draft of content.drafts) brings[later(draft)] = (brings[later(draft)] as number) + 1;
  let edges = 0;
  let kept = 0;
  while (kept < candidates.length && (kept < 2 || edges + (brings[kept] as number) <= MOST_EDGES))
    edges += brings[kept++] as number;
  const drafts = content.drafts.filter((draft) => later(draft) < kept).slice(0, MOST_EDGES);
  const nodes = endsOf(drafts, shown.centres);
  const size = sizeOfContent({ nodes, drafts });
  const reason = `${tooMuch(of)} Drawn are the ${grouped(size.nodes)} nodes with most statements and ${grouped(size.edges)} edges among them. ${ALL}`;
  return withLists(
    {
      ...content,
      statements: shown.statements,
      drafts,
      nodes,
      projection: view.projection,
      reduction: { reason, rule: "best-evidenced", shown: size, of },
      listed: Number.POSITIVE_INFINITY,
    },
    of,
  );
}

/**
 * A picture with the edges at expanded nodes. Those to nodes that are drawn come whole; of further neighbours come those with
 * most statements there, as many as the limits leave room for, and then the edges `amongDrawn` that these have with others.
 */
function withExpanded(
  index: StatementIndex,
  base: DrawnContent,
  brings: Expansion,
  of: Size,
  amongDrawn: (nodes: readonly number[]) => readonly DraftEdge[],
): DrawnContent {
  const kept = elsewhere(brings, base.drafts);
  const at = brings.drafts(base.projection);
  const there = new Set(base.nodes);
  const further = new Map<number, number>();
  for (const { from, to, count } of at)
    for (const node of [from, to])
      if (!there.has(node) && brings.marks[node] === 0) further.set(node, (further.get(node) ?? 0) + count);
  const room = base.reduction
    ? { nodes: MOST_NODES, edges: MOST_EDGES }
    : { nodes: LIMITS.nodes - base.nodes.length, edges: LIMITS.edges - kept.length };
  const ranks = [...further].sort(
    ([a, one], [b, other]) => other - one || byCodeUnit(index.nodes[a] as string, index.nodes[b] as string),
  );
  const chosen = new Map(ranks.slice(0, room.nodes).map(([node], rank) => [node, rank + 1]));
  const rank = (node: number): number =>
    there.has(node) || brings.marks[node] === 1 ? 0 : (chosen.get(node) ?? -1);
  const later = ({ from, to }: DraftEdge): number => Math.max(rank(from), rank(to));
  const brought = at
    .filter(({ from, to }) => rank(from) >= 0 && rank(to) >= 0)
    .sort((a, b) => later(a) - later(b))
    .slice(0, room.edges);
  const nodes = endsOf([...kept, ...brought], base.nodes);
  const between = elsewhere(brings, amongDrawn(nodes)).filter(
    ({ from, to }) => !there.has(from) || !there.has(to),
  );
  const drafts = [...kept, ...brought, ...between.slice(0, room.edges - brought.length)];
  const shown = sizeOfContent({ nodes, drafts });
  const added = {
    nodes: nodes.filter((node) => further.has(node)).length,
    edges: shown.edges - base.drafts.length,
    of: further.size,
  };
  const words =
    added.of > 0
      ? `Of the ${grouped(added.of)} further neighbours of expanded nodes, ${grouped(added.nodes)} are added.`
      : `Of the ${grouped(at.length)} edges at expanded nodes, ${grouped(brought.length)} are drawn.`;
  const { reduction } = base;
  const content: DrawnContent = {
    ...base,
    drafts,
    nodes,
    reduction: reduction
      ? { ...reduction, reason: `${reduction.reason} ${words}`, shown, of, added }
      : { reason: `${tooMuch(of)} ${words} ${ALL}`, rule: "expanded", shown, of, added },
  };
  // A list that was cut already says so.
  return base.reduction?.listed === undefined ? withLists(content, of) : content;
}
