/** A view's filter compiled against an index: one word of forbidden bits, two bounds and a few look-up tables. */

import type { Statement } from "../model/dataset.ts";
import { FIRST_DAY, LAST_DAY, parseDate } from "../model/date.ts";
import type { ViewCounts } from "../model/graph.ts";
import { issueKey } from "../model/id.ts";
import { statementColumns } from "../model/statement-columns.ts";
import { DEFAULT_FILTER, type Filter } from "../model/view.ts";
import { MODALITIES, POLARITIES } from "../model/vocabulary.ts";
import * as flag from "./edge-flags.ts";
import { Gathering } from "./runs.ts";
import type { StatementIndex } from "./statement-index.ts";
import { ZONE, zonesOf } from "./zones.ts";

export interface EdgeFilter {
  /** An edge with any of these bits fails. */
  readonly forbid: number;
  /** Days, inclusive: a statement passes when its interval overlaps. */
  readonly firstDay: number;
  readonly lastDay: number;
  readonly minConfidence: number;
  /** By position in `dataset.sources`; null = any. */
  readonly sources: Uint8Array | null;
  /** By node of the coded actor; null = any. */
  readonly holders: Uint8Array | null;
  /** By node of the issue and by position in `dataset.relations`; a statement passes by either. Null = any. */
  readonly targets: { readonly issues: Uint8Array; readonly relations: Uint8Array } | null;
  /** By statement: 1 where intensity and the further columns asked for have the values asked for. Null = not asked. */
  readonly columns: Uint8Array | null;
  /** By statement: 1 where neither holder nor target matters. Null = they matter everywhere. */
  readonly open: Uint8Array | null;
}

/** The filter that asks neither who nor about what; it still says what counts as evidence. */
export const ofAnyone = (filter: Filter): Filter => ({
  ...filter,
  actor: DEFAULT_FILTER.actor,
  kind: DEFAULT_FILTER.kind,
  issue: DEFAULT_FILTER.issue,
  relation: DEFAULT_FILTER.relation,
});

const table = (size: number, positions: Iterable<number>): Uint8Array => {
  const marks = new Uint8Array(size);
  for (const position of positions) marks[position] = 1;
  return marks;
};

/**
 * Compiles a filter. Ids in it must exist (resolve the view first); unknown ones match nothing.
 * An empty `polarity` forbids nothing.
 */
export function compileFilter(index: StatementIndex, filter: Filter): EdgeFilter {
  const { dataset } = index;
  let forbid = 0;
  if (filter.actors === "stakeholders") forbid |= flag.NON_STAKEHOLDER;
  if (filter.offTopic === "hide") forbid |= flag.OFF_TOPIC;
  if (filter.repeats === "hide") forbid |= flag.REPEAT;
  if (filter.voice === "reported") forbid |= flag.VOICE_BIT.author;
  if (filter.voice === "author") forbid |= flag.VOICE_BIT.reported;
  if (filter.polarity.length > 0)
    for (const { id } of POLARITIES) if (!filter.polarity.includes(id)) forbid |= flag.POLARITY_BIT[id];
  if (filter.modality.length > 0)
    for (const { id } of MODALITIES) if (!filter.modality.includes(id)) forbid |= flag.MODALITY_BIT[id];
  const dated = filter.since !== "" || filter.until !== "";
  if (dated && filter.undated === "hide") forbid |= flag.UNDATED;
  return {
    forbid,
    firstDay: parseDate(filter.since)?.first ?? FIRST_DAY,
    lastDay: parseDate(filter.until)?.last ?? LAST_DAY,
    minConfidence: filter.minConfidence,
    sources: sourceTable(index, filter),
    holders: holderTable(index, filter),
    targets:
      filter.issue.length === 0 && filter.relation.length === 0
        ? null
        : { issues: issueTable(index, filter.issue), relations: marked(dataset.relations, filter.relation) },
    columns: both(intensityTable(index, filter.intensity), columnTable(index, filter.x)),
    open: null,
  };
}

function marked(records: readonly { readonly id: string }[], ids: readonly string[]): Uint8Array {
  const wanted = new Set(ids);
  return Uint8Array.from(records, (record) => (wanted.has(record.id) ? 1 : 0));
}

function sourceTable({ dataset }: StatementIndex, { source, genre }: Filter): Uint8Array | null {
  if (source.length === 0 && genre.length === 0) return null;
  const ids = new Set<string>(source);
  const genres = new Set(genre);
  return Uint8Array.from(dataset.sources, (record) =>
    (ids.size === 0 || ids.has(record.id)) && (genres.size === 0 || genres.has(record.genre)) ? 1 : 0,
  );
}

function holderTable(index: StatementIndex, filter: Filter): Uint8Array | null {
  if (filter.actor.length === 0 && filter.kind.length === 0) return null;
  const ids = new Set(filter.actor);
  const kinds = new Set(filter.kind);
  const passing = index.dataset.actors.flatMap((actor, node) =>
    (ids.size === 0 || ids.has(actor.id)) &&
    (kinds.size === 0 || (actor.kind !== null && kinds.has(actor.kind)))
      ? [node]
      : [],
  );
  return table(index.nodes.length, passing);
}

/** The issues named and all issues below them. */
function issueTable(index: StatementIndex, ids: readonly string[]): Uint8Array {
  const wanted = new Set(ids);
  const children = new Map<string, string[]>();
  for (const issue of index.dataset.issues) {
    if (issue.parent === null) continue;
    const siblings = children.get(issue.parent);
    if (siblings) siblings.push(issue.id);
    else children.set(issue.parent, [issue.id]);
  }
  // A Set grows while it is walked, so this visits every descendant once.
  for (const id of wanted) for (const child of children.get(id) ?? []) wanted.add(child);
  return table(
    index.nodes.length,
    [...wanted].flatMap((id) => index.nodeByKey.get(issueKey(id)) ?? []),
  );
}

/** The value of a further column at a statement: its own, else its coded actor's, its source's or its issue's. */
export function columnValue(
  { dataset }: StatementIndex,
  statement: Statement,
  name: string,
): string | undefined {
  return (
    statement.extra.get(name) ??
    dataset.actorById.get(statement.actor)?.extra.get(name) ??
    dataset.sourceById.get(statement.source)?.extra.get(name) ??
    (statement.issue === null ? undefined : dataset.issueById.get(statement.issue)?.extra.get(name))
  );
}

/** The statements that pass both tables; null = no restriction. */
function both(one: Uint8Array | null, other: Uint8Array | null): Uint8Array | null {
  if (!one || !other) return one ?? other;
  return one.map((mark, at) => mark & (other[at] as number));
}

function intensityTable({ dataset }: StatementIndex, intensities: readonly string[]): Uint8Array | null {
  if (intensities.length === 0) return null;
  const { codes, size, value } = statementColumns(dataset).column("intensity");
  const marks = Uint8Array.from({ length: size }, (_, code) =>
    intensities.includes(String(value(code))) ? 1 : 0,
  );
  return Uint8Array.from(codes, (code) => marks[code] as number);
}

function columnTable(index: StatementIndex, conditions: readonly string[]): Uint8Array | null {
  if (conditions.length === 0) return null;
  const wanted = new Map<string, Set<string>>();
  for (const condition of conditions) {
    const at = condition.indexOf("=");
    const name = condition.slice(0, at);
    const values = wanted.get(name) ?? new Set();
    wanted.set(name, values.add(condition.slice(at + 1)));
  }
  return Uint8Array.from(index.dataset.statements, (statement) =>
    [...wanted].every(([name, values]) => values.has(columnValue(index, statement, name) ?? "")) ? 1 : 0,
  );
}

/** Whether an edge passes. Structural edges are tested by their bits alone. */
export function accepts(index: StatementIndex, filter: EdgeFilter, edge: number): boolean {
  const word = index.flags[edge] as number;
  if ((word & filter.forbid) !== 0) return false;
  if (edge >= index.statementCount) return true;
  if ((index.firstDay[edge] as number) > filter.lastDay || (index.lastDay[edge] as number) < filter.firstDay)
    return false;
  if ((index.confidence[edge] as number) < filter.minConfidence) return false;
  if (filter.sources && !filter.sources[index.source[edge] as number]) return false;
  if (filter.columns && !filter.columns[edge]) return false;
  if (filter.open?.[edge]) return true;
  if (filter.holders && !filter.holders[index.from[edge] as number]) return false;
  if (filter.targets) {
    const relation = index.relation[edge] as number;
    const passes =
      relation >= 0 ? filter.targets.relations[relation] : filter.targets.issues[index.to[edge] as number];
    if (!passes) return false;
  }
  return true;
}

export interface Selection {
  /** Statement numbers that pass, ascending, not to be written to; those merged by roll-up are not among them. */
  readonly statements: Int32Array;
  readonly counts: ViewCounts;
}

/** The statements that pass, with the number left out for each reason; a statement with several reasons counts as filtered. */
export function selectStatements(index: StatementIndex, filter: EdgeFilter, merged: Uint8Array): Selection {
  const { flags, firstDay, lastDay, statementCount: total } = index;
  const reasons = filter.forbid & (flag.REPEAT | flag.UNDATED);
  const rest: EdgeFilter = { ...filter, forbid: filter.forbid & ~reasons };
  const { forbid, firstDay: since, lastDay: until } = rest;
  // Bits and dates are looked at here, since most views ask for no more and this runs over every statement.
  const isPlain =
    !filter.sources && !filter.columns && !filter.holders && !filter.targets && filter.minConfidence <= 0;
  const zones = zonesOf(index, merged);
  const passing = new Gathering(total);
  const ofZone = new Int32Array(ZONE);
  let repeats = 0;
  let undated = 0;
  let rolledTogether = 0;
  for (let zone = 0; zone * ZONE < total; zone++) {
    if ((zones.earliestFirst[zone] as number) > until || (zones.latestLast[zone] as number) < since) continue;
    const end = Math.min(total, (zone + 1) * ZONE);
    const allPass =
      isPlain &&
      ((zones.bits[zone] as number) & filter.forbid) === 0 &&
      zones.hasMerged[zone] === 0 &&
      (zones.latestFirst[zone] as number) <= until &&
      (zones.earliestLast[zone] as number) >= since;
    if (allPass) {
      passing.addRun(zone * ZONE, end);
      continue;
    }
    let count = 0;
    for (let edge = zone * ZONE; edge < end; edge++) {
      const word = flags[edge] as number;
      if ((word & forbid) !== 0) continue;
      if ((firstDay[edge] as number) > until || (lastDay[edge] as number) < since) continue;
      if (!isPlain && !accepts(index, rest, edge)) continue;
      const reason = word & reasons;
      if (reason === flag.REPEAT) repeats++;
      else if (reason === flag.UNDATED) undated++;
      else if (reason === 0) {
        if (merged[edge]) rolledTogether++;
        else ofZone[count++] = edge;
      }
    }
    passing.add(ofZone, count);
  }
  const statements = passing.numbers;
  const shown = statements.length;
  const filtered = total - shown - repeats - undated - rolledTogether;
  return { statements, counts: { total, shown, repeats, undated, rolledTogether, filtered } };
}
