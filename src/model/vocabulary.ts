/** The closed vocabularies of coding. Each value carries what shared code needs to know about it, so nothing branches on its name. */

export interface Term<Value extends string> {
  readonly id: Value;
  readonly label: string;
}

export type Polarity = "support" | "oppose" | "neutral";
export interface PolarityTerm extends Term<Polarity> {
  /** +1, −1 or 0: the factor of a hop in the agreement of a path. */
  readonly sign: 1 | -1 | 0;
  /** Third person verb with an issue as its object clause. */
  readonly verb: string;
  readonly line: "solid" | "dashed" | "dotted";
  readonly mark: string;
}
export const POLARITIES: readonly PolarityTerm[] = [
  { id: "support", label: "supports", sign: 1, verb: "supports", line: "solid", mark: "+" },
  { id: "oppose", label: "opposes", sign: -1, verb: "opposes", line: "dashed", mark: "−" },
  { id: "neutral", label: "takes no side", sign: 0, verb: "takes no side on", line: "dotted", mark: "○" },
];

export type Voice = "reported" | "author";
export const VOICES: readonly Term<Voice>[] = [
  { id: "reported", label: "a stakeholder, as reported" },
  { id: "author", label: "the source's own author" },
];

export type Modality = "position" | "forecast" | "allegation" | "fact";
export const MODALITIES: readonly Term<Modality>[] = [
  { id: "position", label: "position" },
  { id: "forecast", label: "forecast" },
  { id: "allegation", label: "allegation" },
  { id: "fact", label: "reported fact" },
];

export type RelationPolarity = "positive" | "negative" | "neutral";
export const RELATION_POLARITY: Readonly<Record<RelationPolarity, Polarity>> = {
  positive: "support",
  negative: "oppose",
  neutral: "neutral",
};

export type DatePrecision = "day" | "month" | "year";
export const DATE_PRECISIONS: readonly DatePrecision[] = ["day", "month", "year"];

export const DATE_BASES = ["stated", "stated-relative", "document", "inferred", "unknown"] as const;
export type DateBasis = (typeof DATE_BASES)[number];

export type ActorRole = "" | "source-only";

export type StructureKind = "speaks-for" | "member-of" | "in-group" | "part-of";
export const STRUCTURE_LABELS: Readonly<Record<StructureKind, string>> = {
  "speaks-for": "speaks for",
  "member-of": "is part of",
  "in-group": "is counted among",
  "part-of": "is a sub-issue of",
};

const signs = new Map<string, PolarityTerm>(POLARITIES.map((term) => [term.id, term]));

/** The term of a polarity; throws on a word that is none, which a checked dataset cannot hold. */
export function polarityTerm(polarity: Polarity): PolarityTerm {
  const term = signs.get(polarity);
  if (!term) throw new Error(`unknown polarity ${polarity}`);
  return term;
}
