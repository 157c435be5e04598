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

/** The different values of statements, in order; mostly there is one. */
function distinct(numbers: readonly number[], read: (number: number) => string): string[] {
  const value = read(numbers[0] as number);
  if (numbers.every((number) => read(number) === value)) return value === "" ? [] : [value];
  return [...new Set(numbers.map(read))].filter((other) => other !== "");
}

/**
 * Attributes of an edge that stands for statements.
 * @param most statements that are listed at most; with fewer than there are, all that is said of the statements, but not their
 *   count, is said of those listed, and no spell is given, because those of the others are not known
 * @param size line width; null = by the number of statements
 */
export function edgeAttributes(
  index: StatementIndex,
  draft: DraftEdge,
  theme: Theme,
  most = Number.POSITIVE_INFINITY,
  size: number | null = null,
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
  const sources = distinct(numbers, (number) => dataset.sources[index.source[number] as number]?.id ?? "");
  const conditions = distinct(numbers, condition);
  const greatest = numbers.reduce<number | null>((most, number) => {
    const own = intensity(number);
    return own === null ? most : Math.max(most ?? own, own);
  }, null);
  const confidence = numbers.reduce((sum, number) => sum + (index.confidence[number] as number), 0);
  const tentative = numbers.every((number) => ((index.flags[number] as number) & TENTATIVE) !== 0);
  const palette = PALETTES[theme];
  const saidOn = formatDay(first);
  const saidUntil = formatDay(last);
  // Member by member: spreading what there may be costs several times as much, and a picture has thousands of edges.
  const attributes: Partial<Writable<EdgeAttributes>> = { kind: draft.kind, label: draft.label };
  if (draft.polarity !== undefined) attributes.polarity = draft.polarity;
  if (draft.relation !== undefined) attributes.relation = draft.relation;
  if (conditions.length > 0) attributes.condition = conditions.join(" / ");
  attributes.conditional = conditions.length > 0;
  attributes.confidence = Math.round((confidence / numbers.length) * 1e6) / 1e6;
  attributes.document = sources.join(";");
  attributes.document_title = sources.map((id) => titleOf(index, id)).join(";");
  if (saidOn !== "") attributes.said_on = saidOn;
  if (saidUntil !== "") attributes.said_until = saidUntil;
  attributes.summary = distinct(numbers, summary).join(" / ");
  attributes.voice = distinct(numbers, voice).join(";");
  attributes.modality = distinct(numbers, modality).join(";");
  if (greatest !== null) attributes.intensity = greatest;
  attributes.count = draft.count;
  attributes.statements = numbers.map(id);
  attributes.spells = undated ? [] : spells;
  attributes.color = (tentative ? palette.tentative : palette.polarity)[draft.polarity ?? "neutral"];
  attributes.size = size ?? edgeSize(draft.count);
  attributes.line = polarityTerm(draft.polarity ?? "neutral").line;
  attributes.tentative = tentative;
  addFurther(attributes, numbers, extra);
  return attributes as EdgeAttributes;
}

type Writable<Type> = { -readonly [Member in keyof Type]: Type[Member] };

/** Adds the further columns of statements; several values of one column joined by `;`. */
function addFurther(
  attributes: Partial<Writable<EdgeAttributes>>,
  numbers: readonly number[],
  extra: (number: number) => Extra,
): void {
  const values = new Map<string, Set<string>>();
  for (const number of numbers)
    for (const [name, value] of extra(number))
      if (value !== "") values.set(name, (values.get(name) ?? new Set()).add(value));
  for (const [name, found] of values) attributes[`x:${name}`] = [...found].join(";");
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
