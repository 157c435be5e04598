/**
 * What a filter, the kinds of edges walked and the reading of directions come to for the searches: bits and neighbour rows. Kept
 * for the questions that follow, because most questions are asked under the filter of one before.
 */

import * as flag from "../../graph/edge-flags.ts";
import { compileFilter, type EdgeFilter } from "../../graph/filter.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import { PATH_VIAS, type PathVia } from "../../model/path.ts";
import type { Filter } from "../../model/view.ts";
import { NeighbourRows } from "./neighbour-rows.ts";
import { NEUTRAL_STANCE, ONE_WAY_AGAINST, ONE_WAY_ALONG, type WalkTable } from "./walk-table.ts";

export interface CompiledView {
  readonly filter: EdgeFilter;
  /** Forbidden bits of a slot when walking on. */
  readonly forward: number;
  /** Where to walk on from a node, and from where a node is walked to; the same rows when directions do not count. */
  readonly onward: NeighbourRows;
  readonly back: NeighbourRows;
}

/** The part of a question on which rows depend, besides the roll-up, which has a walk table of its own. */
export interface Walked {
  readonly filter: Filter;
  readonly via: readonly PathVia[];
  readonly directed: boolean;
}

const VIA_BIT: Readonly<Record<PathVia, number>> = {
  stance: flag.STANCE,
  relation: flag.RELATION,
  membership: flag.MEMBERSHIP,
  subissue: flag.SUBISSUE,
};

/** `spare` are rows that nobody needs any more; what is used of them is taken out. */
function compile(
  index: StatementIndex,
  table: WalkTable,
  { filter, via, directed }: Walked,
  spare: NeighbourRows[],
): CompiledView {
  const compiled = compileFilter(index, filter);
  let forbid = compiled.forbid | flag.CONTAINED;
  for (const one of PATH_VIAS) if (!via.includes(one)) forbid |= VIA_BIT[one];
  if (filter.polarity.length === 0) forbid |= NEUTRAL_STANCE;
  const rows = (bits: number): NeighbourRows => {
    const old = spare.pop();
    old?.reuse(compiled, bits);
    return old ?? new NeighbourRows(index, table, compiled, bits);
  };
  const forward = directed ? forbid | ONE_WAY_AGAINST : forbid;
  const onward = rows(forward);
  const back = directed ? rows(forbid | ONE_WAY_ALONG) : onward;
  return { filter: compiled, forward, onward, back };
}

/** The same text for the same meaning: neither the order of members nor that of lists counts. */
function keyOf({ filter, via, directed }: Walked): string {
  const members = Object.entries(filter)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => [name, Array.isArray(value) ? [...new Set<string>(value)].sort() : value]);
  return JSON.stringify([members, PATH_VIAS.filter((one) => via.includes(one)), directed]);
}

/** Views kept at most, and how many more are remembered by name. */
const MOST_VIEWS = 16;
const MOST_NAMES = 64;
/** Bytes that may be kept whatever the size of the walk table, and as a multiple of its own. */
const SMALL = 4_000_000;
const TABLE_SHARE = 2;

/** The views of one walk table. Both lists are in the order in which their views were asked for, the last one last. */
interface Kept {
  /** Views that were asked for more than once. */
  readonly views: Map<string, CompiledView>;
  /** Names of views that were asked for at all. */
  readonly names: Set<string>;
  /** The latest view that was asked for once. The next such view takes its rows: dragging a date makes many. */
  once: { readonly key: string; readonly view: CompiledView } | null;
}

const keptFor = new WeakMap<WalkTable, Kept>();

function keptOf(table: WalkTable): Kept {
  const kept = keptFor.get(table) ?? { views: new Map(), names: new Set(), once: null };
  keptFor.set(table, kept);
  return kept;
}

/**
 * The compiled view of a question, from the questions before it where there was one like it. Its rows are good until another
 * view is compiled for the same table.
 */
export function compiledView(index: StatementIndex, table: WalkTable, walked: Walked): CompiledView {
  const kept = keptOf(table);
  const { views, names, once } = kept;
  const key = keyOf(walked);
  const again = names.delete(key);
  names.add(key);
  for (const name of names) {
    if (names.size <= MOST_NAMES) break;
    names.delete(name);
  }
  let view = views.get(key);
  if (!view && !again) {
    const spare = once ? [...new Set([once.view.onward, once.view.back])] : [];
    view = compile(index, table, walked, spare);
    kept.once = { key, view };
    return view;
  }
  if (!view && once?.key === key) {
    view = once.view;
    kept.once = null;
  }
  view ??= compile(index, table, walked, []);
  views.delete(key);
  views.set(key, view);
  trim(views, table);
  return view;
}

/** Number and bytes of the views kept for a table: what bounds are about. */
export function keptViews(table: WalkTable): { readonly count: number; readonly bytes: number } {
  const { views, once } = keptOf(table);
  const all = [...views.values(), ...(once ? [once.view] : [])];
  return { count: all.length, bytes: all.reduce((sum, view) => sum + sizeOf(view), 0) };
}

/** Rows grow while they are searched, so sizes are added up anew at each question. */
function trim(views: Map<string, CompiledView>, table: WalkTable): void {
  const { start, neighbour, edge, word } = table;
  const own = start.byteLength + neighbour.byteLength + edge.byteLength + word.byteLength;
  const most = Math.max(SMALL, TABLE_SHARE * own);
  let bytes = 0;
  for (const view of views.values()) bytes += sizeOf(view);
  for (const [key, view] of views) {
    if (views.size === 1 || (bytes <= most && views.size <= MOST_VIEWS)) return;
    views.delete(key);
    bytes -= sizeOf(view);
  }
}

function sizeOf({ filter, onward, back }: CompiledView): number {
  const { sources, holders, targets, columns } = filter;
  const tables = [sources, holders, targets?.issues, targets?.relations, columns];
  const marks = tables.reduce((sum, marked) => sum + (marked?.byteLength ?? 0), 0);
  return marks + onward.size + (back === onward ? 0 : back.size);
}
