/** A statement and an edge as sentences. */

import { isPlural, verbForms } from "../../../analysis/naming/grammar.ts";
import type { StatementRecord } from "../../../model/api.ts";
import { isolated } from "../../../model/direction.ts";
import type { EdgeAttributes } from "../../../model/graph.ts";
import { MODALITIES, polarityTerm, VOICES } from "../../../model/vocabulary.ts";
import { capitalised, count } from "./numbers.ts";

/** The issue or actor a statement is about. */
export const targetOf = (statement: StatementRecord): { readonly key: string; readonly label: string } =>
  statement.issue
    ? { key: `issue:${statement.issue.id}`, label: statement.issue.label }
    : { key: `actor:${statement.target?.id ?? ""}`, label: statement.target?.label ?? "" };

/** The verb between actor and target: `opposes`, or the relation's label. */
export const verbOf = (statement: StatementRecord): string =>
  statement.relation?.label ?? polarityTerm(statement.polarity).verb;

/** `Pakistan opposes “The force disarms …”`. */
export function claimOf(statement: StatementRecord): string {
  const { label } = targetOf(statement);
  const target = statement.issue ? `“${isolated(label)}”` : isolated(label);
  return `${isolated(statement.actor.label)} ${isolated(agreeing(statement.actor.label, verbOf(statement)))} ${target}`;
}

/** What kind of claim it is, for the card: the modality's label, first letter in upper case. */
export function modalityWords(statement: Pick<StatementRecord, "modality">): string {
  const label = MODALITIES.find(({ id }) => id === statement.modality)?.label ?? statement.modality;
  return capitalised(label);
}

/** Explains the modality beside the claim; null where the claim needs no warning. */
export function modalityWarning(statement: Pick<StatementRecord, "modality">): string | null {
  return (
    {
      position: null,
      fact: null,
      forecast: "A forecast: the source expects this; it is not a stated position.",
      allegation: "An allegation: a charge that the document carries without backing it.",
    } as const
  )[statement.modality];
}

export const voiceWords = (statement: Pick<StatementRecord, "voice">): string =>
  VOICES.find(({ id }) => id === statement.voice)?.label ?? statement.voice;

/** Where the passage stands: `paragraph 3, characters 310 to 402`; null when the coder gave no place. */
export function placeWords(place: Pick<StatementRecord, "paragraph" | "start" | "end">): string | null {
  const parts = [
    place.paragraph === null ? "" : `paragraph ${place.paragraph}`,
    place.start === null || place.end === null ? "" : `characters ${place.start} to ${place.end}`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? null : parts.join(", ");
}

/** Number of different documents behind an edge. */
const documentCount = (attributes: Pick<EdgeAttributes, "document">): number =>
  (attributes.document ?? "").split(";").filter((id) => id !== "").length;

/** Whether an edge names fewer statements than it has, where lists are cut at `listed`. */
export const isListCut = (
  { kind, count: all, statements }: Pick<EdgeAttributes, "kind" | "count" | "statements">,
  listed: number,
): boolean => statements.length >= listed && (kind === "agreement" ? 2 * all : all) > statements.length;

/** A phrase in the third person singular as the label wants it: “health workers support”. */
const agreeing = (label: string, phrase: string): string =>
  isPlural(label) ? (verbForms(phrase)?.plural ?? phrase) : phrase;

/**
 * The heading of an edge: `Pakistan opposes “…”: 6 statements in 2 documents`. Where the picture's list of them is cut, the documents are
 * not known.
 * @param total of its statements; null = not known yet
 */
export function edgeSentence(
  from: { readonly label: string },
  to: { readonly label: string; readonly node_type: "actor" | "issue" },
  attributes: EdgeAttributes,
  total: number | null = attributes.statements.length,
): string {
  const name = isolated(from.label);
  const target = to.node_type === "issue" ? `“${isolated(to.label)}”` : isolated(to.label);
  const number = total === null ? "" : `: ${count(total, "statement")}`;
  const evidence =
    total === attributes.statements.length
      ? `${number} in ${count(documentCount(attributes), "document")}`
      : number;
  if (attributes.kind === "structure")
    return `${name} ${isolated(agreeing(from.label, attributes.label))} ${target}`;
  if (attributes.kind === "agreement")
    return `${name} and ${isolated(to.label)} ${attributes.polarity === "oppose" ? "disagree" : "agree"} on ${count(attributes.count, "issue")}${evidence}`;
  const verb =
    attributes.kind === "stance" ? polarityTerm(attributes.polarity ?? "neutral").verb : attributes.label;
  return `${name} ${isolated(agreeing(from.label, verb))} ${target}${evidence}`;
}
