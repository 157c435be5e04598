/** Turns drafts of edges and node numbers into the attributes that pictures, answers and exports carry. */

import * as flag from "../graph/edge-flags.ts";
import type { StatementIndex } from "../graph/statement-index.ts";
import type { Profile } from "../model/api.ts";
import { type Extra, shortLabelOf, sourceName } from "../model/dataset.ts";
import { FIRST_DAY, formatDay, LAST_DAY } from "../model/date.ts";
import type { EdgeAttributes, NodeAttributes } from "../model/graph.ts";
import type { Theme } from "../model/view.ts";
import { polarityTerm, STRUCTURE_LABELS } from "../model/vocabulary.ts";
import { edgeSize, ISSUE_SHAPE, nodeSize, PALETTES, shapeOf } from "./appearance.ts";
import type { DraftEdge } from "./projections/projection.ts";
import { statementReader } from "./statement-reader.ts";

const TENTATIVE = flag.MODALITY_BIT.forecast | flag.MODALITY_BIT.allegation;

const distinct = (items: Iterable<string>): string[] => [...new Set(items)].filter((item) => item !== "");

/**
 * Attributes of an edge that stands for statements.
 * @param most statements that are listed at most; with fewer than there are, all that is said of the statements, but not their
 *   count, is said of those listed, and no spell is given, because those of the others are not known
 */
export function edgeAttributes(
  index: StatementIndex,
  draft: DraftEdge,
  theme: Theme,
  most = Number.POSITIVE_INFINITY,
): EdgeAttributes {
  const { dataset } = index;
  const numbers = Array.from(draft.statements(most));
  const isCut = numbers.length >= most;
  const { id, condition, summary, voice, modality, intensity, extra } = statementReader(index);
  const spells: [string, string][] = [];
  let first = LAST_DAY;
  let last = FIRST_DAY;
  let undated = false;
  for (const number of numbers) {
    if ((index.flags[number] as number) & flag.UNDATED) {
      undated = true;
      continue;
    }
    const from = index.firstDay[number] as number;
    const until = index.lastDay[number] as number;
    first = Math.min(first, from);
    last = Math.max(last, until);
    if (!isCut) spells.push([formatDay(from), formatDay(until)]);
  }
  const sources = distinct(
    numbers.map((number) => dataset.sources[index.source[number] as number]?.id ?? ""),
  );
  const conditions = distinct(numbers.map(condition));
  const greatest = numbers.reduce<number | null>((most, number) => {
    const own = intensity(number);
    return own === null ? most : Math.max(most ?? own, own);
  }, null);
  const confidence = numbers.reduce((sum, number) => sum + (index.confidence[number] as number), 0);
  const tentative = numbers.every((number) => ((index.flags[number] as number) & TENTATIVE) !== 0);
  const palette = PALETTES[theme];
  const saidOn = formatDay(first);
  const saidUntil = formatDay(last);
  return {
    kind: draft.kind,
    label: draft.label,
    ...(draft.polarity === undefined ? {} : { polarity: draft.polarity }),
    ...(draft.relation === undefined ? {} : { relation: draft.relation }),
    ...(conditions.length > 0 ? { condition: conditions.join(" / ") } : {}),
    conditional: conditions.length > 0,
    confidence: Math.round((confidence / numbers.length) * 1e6) / 1e6,
    document: sources.join(";"),
    document_title: sources.map((id) => titleOf(index, id)).join(";"),
    ...(saidOn !== "" ? { said_on: saidOn } : {}),
    ...(saidUntil !== "" ? { said_until: saidUntil } : {}),
    summary: distinct(numbers.map(summary)).join(" / "),
    voice: distinct(numbers.map(voice)).join(";"),
    modality: distinct(numbers.map(modality)).join(";"),
    ...(greatest === null ? {} : { intensity: greatest }),
    count: draft.count,
    statements: numbers.map(id),
    spells: undated ? [] : spells,
    color: (tentative ? palette.tentative : palette.polarity)[draft.polarity ?? "neutral"],
    size: edgeSize(draft.count),
    line: polarityTerm(draft.polarity ?? "neutral").line,
    tentative,
    ...furtherOf(numbers.map(extra)),
  };
}

/** Further columns of the statements; several values of one column joined by `;`. */
function furtherOf(extras: readonly Extra[]): Record<`x:${string}`, string> {
  const values = new Map<string, Set<string>>();
  for (const extra of extras)
    for (const [name, value] of extra)
      if (value !== "") values.set(name, (values.get(name) ?? new Set()).add(value));
  return further(new Map(Array.from(values, ([name, found]) => [name, [...found].join(";")])));
}

function titleOf(index: StatementIndex, id: string): string {
  const source = index.dataset.sourceById.get(id);
  return source ? sourceName(source) : id;
}

/** Attributes of a structural edge, by its number in the index. */
export function structureAttributes(index: StatementIndex, edge: number, theme: Theme): EdgeAttributes {
  const kind = index.structure[edge - index.statementCount]?.kind ?? "part-of";
  return {
    kind: "structure",
    label: STRUCTURE_LABELS[kind],
    relation: kind,
    conditional: false,
    count: 1,
    statements: [],
    spells: [],
    color: PALETTES[theme].structure,
    size: 1,
    line: "dotted",
    tentative: false,
  };
}

/** Attributes of a node without its place, which a layout gives. */
export function nodeAttributes(
  index: StatementIndex,
  node: number,
  profile: Profile,
  theme: Theme,
): NodeAttributes {
  const { dataset } = index;
  const { statements, support, oppose, neutral } = profile;
  const placed = { statements, support, oppose, neutral, x: 0, y: 0, size: nodeSize(statements) };
  const actor = dataset.actors[node];
  if (actor) {
    const kind = actor.kind === null ? undefined : dataset.kindById.get(actor.kind);
    return {
      label: actor.label,
      short_label: shortLabelOf(actor),
      node_type: "actor",
      kind: actor.kind ?? "actor",
      kind_label: kind?.label ?? actor.kind ?? "Actor",
      shape: shapeOf(kind?.shape ?? ""),
      ...(actor.description === "" ? {} : { description: actor.description }),
      ...(actor.aliases.length > 0 ? { aliases: actor.aliases } : {}),
      ...(actor.country === "" ? {} : { country: actor.country }),
      ...(actor.wikidata === "" ? {} : { wikidata: actor.wikidata }),
      ...placed,
      color: PALETTES[theme].actor,
      ...further(actor.extra),
    };
  }
  const issue = dataset.issues[node - index.actorCount];
  if (!issue) throw new Error(`no node number ${node}`);
  return {
    label: issue.label,
    short_label: shortLabelOf(issue),
    node_type: "issue",
    kind: "issue",
    kind_label: "Issue",
    shape: ISSUE_SHAPE,
    ...(issue.description === "" ? {} : { description: issue.description }),
    ...(issue.parent === null ? {} : { parent: issue.parent }),
    ...placed,
    color: PALETTES[theme].issue,
    ...further(issue.extra),
  };
}

function further(extra: ReadonlyMap<string, string>): Record<`x:${string}`, string> {
  return Object.fromEntries(
    Array.from(extra, ([name, value]) => [`x:${name}`, value]).filter(([, value]) => value !== ""),
  );
}
