/** Turns drafts of edges and node numbers into the attributes that pictures, answers and exports carry. */

import * as flag from "../graph/edge-flags.ts";
import type { StatementIndex } from "../graph/statement-index.ts";
import type { Profile } from "../model/api.ts";
import { type Extra, type Source, shortLabelOf, sourceName } from "../model/dataset.ts";
import { FIRST_DAY, formatDay, LAST_DAY } from "../model/date.ts";
import type { EdgeAttributes, NodeAttributes } from "../model/graph.ts";
import type { Theme } from "../model/view.ts";
import { polarityTerm, STRUCTURE_LABELS } from "../model/vocabulary.ts";
import { edgeSize, ISSUE_SHAPE, nodeSize, PALETTES, shapeOf } from "./appearance.ts";
import type { DraftEdge } from "./projections/projection.ts";
import { statementReader } from "./statement-reader.ts";

const TENTATIVE = flag.MODALITY_BIT.forecast | flag.MODALITY_BIT.allegation;

/** The different values of statements as one text, in order and without empty ones; mostly there is one. */
function said(
  numbers: ArrayLike<number>,
  read: (number: number) => string,
  separator: ";" | " / " = ";",
): string {
  const value = read(numbers[0] as number);
  let at = 1;
  while (at < numbers.length && read(numbers[at] as number) === value) at++;
  if (at === numbers.length) return value;
  return [...new Set(Array.from(numbers, read))].filter((one) => one !== "").join(separator);
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
  const numbers = draft.statements(most);
  const isCut = numbers.length >= most;
  const { id, condition, summary, voice, modality, intensity, extra } = statementReader(index);
  const statements: string[] = [];
  const spells: [string, string][] = [];
  let first = LAST_DAY;
  let last = FIRST_DAY;
  let undated = false;
  let tentative = true;
  let confidence = 0;
  let greatest: number | null = null;
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] as number;
    statements.push(id(number));
    const word = index.flags[number] as number;
    if ((word & TENTATIVE) === 0) tentative = false;
    confidence += index.confidence[number] as number;
    const own = intensity(number);
    if (own !== null) greatest = Math.max(greatest ?? own, own);
    if ((word & flag.UNDATED) !== 0) {
      undated = true;
      continue;
    }
    const from = index.firstDay[number] as number;
    const until = index.lastDay[number] as number;
    first = Math.min(first, from);
    last = Math.max(last, until);
    if (!isCut) spells.push([formatDay(from), formatDay(until)]);
  }
  const conditions = said(numbers, condition, " / ");
  const sources = sourcesOf(index, numbers);
  const palette = PALETTES[theme];
  const saidOn = formatDay(first);
  const saidUntil = formatDay(last);
  // Member by member: spreading what there may be costs several times as much, and a picture has thousands of edges.
  const attributes: Partial<Writable<EdgeAttributes>> = { kind: draft.kind, label: draft.label };
  if (draft.polarity !== undefined) attributes.polarity = draft.polarity;
  if (draft.relation !== undefined) attributes.relation = draft.relation;
  if (conditions !== "") attributes.condition = conditions;
  attributes.conditional = conditions !== "";
  attributes.confidence = Math.round((confidence / numbers.length) * 1e6) / 1e6;
  attributes.document = sources.map((source) => source.id).join(";");
  attributes.document_title = sources.map(sourceName).join(";");
  if (saidOn !== "") attributes.said_on = saidOn;
  if (saidUntil !== "") attributes.said_until = saidUntil;
  attributes.summary = said(numbers, summary, " / ");
  attributes.voice = said(numbers, voice);
  attributes.modality = said(numbers, modality);
  if (greatest !== null) attributes.intensity = greatest;
  attributes.count = draft.count;
  attributes.statements = statements;
  attributes.spells = undated ? [] : spells;
  attributes.color = (tentative ? palette.tentative : palette.polarity)[draft.polarity ?? "neutral"];
  attributes.size = size ?? edgeSize(draft.count);
  attributes.line = polarityTerm(draft.polarity ?? "neutral").line;
  attributes.tentative = tentative;
  addFurther(attributes, numbers, extra);
  return attributes as EdgeAttributes;
}

type Writable<Type> = { -readonly [Member in keyof Type]: Type[Member] };

/** The different sources of statements, in order. */
function sourcesOf({ dataset, source }: StatementIndex, numbers: ArrayLike<number>): Source[] {
  const met: number[] = [];
  for (let at = 0; at < numbers.length; at++) {
    const own = source[numbers[at] as number] as number;
    if (own !== met.at(-1) && !met.includes(own)) met.push(own);
  }
  return met.map((own) => dataset.sources[own]).filter((one) => one !== undefined);
}

/** Adds the further columns of statements; several values of one column joined by `;`. */
function addFurther(
  attributes: Partial<Writable<EdgeAttributes>>,
  numbers: ArrayLike<number>,
  extra: (number: number) => Extra,
): void {
  let values: Map<string, Set<string>> | null = null;
  for (let at = 0; at < numbers.length; at++) {
    const own = extra(numbers[at] as number);
    if (own.size === 0) continue;
    values ??= new Map();
    for (const [name, value] of own)
      if (value !== "") values.set(name, (values.get(name) ?? new Set()).add(value));
  }
  if (values) for (const [name, found] of values) attributes[`x:${name}`] = [...found].join(";");
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
