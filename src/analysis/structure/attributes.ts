/** Attributes of statements whose values are counted and can be filtered by: how each is read off the index, and what its values are called. */

import { furtherColumns } from "../../dataset/names.ts";
import { MODALITY_BIT, VOICE_BIT } from "../../graph/edge-flags.ts";
import { columnValue } from "../../graph/filter.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import { type Dataset, sourceName } from "../../model/dataset.ts";
import { statementColumns } from "../../model/statement-columns.ts";
import { MODALITIES, VOICES } from "../../model/vocabulary.ts";

/** Reads the value of a statement as a filter takes it; empty = it has none. */
type Reader = (at: number) => string;

export interface Attribute {
  readonly id: string;
  readonly label: string;
  /** Values have an order of their own, which their texts as numbers give. */
  readonly ordered: boolean;
  reader(index: StatementIndex): Reader;
  /** What a value is called. */
  labelOf(dataset: Dataset, value: string): string;
}

const plain = (_: Dataset, value: string): string => value;

/** Confidences are put together in steps of a twentieth, the step of the page's handle. */
const CONFIDENCE_STEPS = 20;

/** The lower end of a confidence's step; adding a little keeps 0.35 in its own. */
const stepOf = (confidence: number): string =>
  String(Math.floor(confidence * CONFIDENCE_STEPS + 1e-9) / CONFIDENCE_STEPS);

const FIXED: readonly Attribute[] = [
  {
    id: "source",
    label: "Source",
    ordered: false,
    reader:
      ({ dataset, source }) =>
      (at) =>
        dataset.sources[source[at] as number]?.id ?? "",
    labelOf: ({ sourceById }, value) => {
      const source = sourceById.get(value);
      return source ? sourceName(source) : value;
    },
  },
  {
    id: "kind",
    label: "Kind of actor",
    ordered: false,
    reader:
      ({ dataset, from }) =>
      (at) =>
        dataset.actors[from[at] as number]?.kind ?? "",
    labelOf: ({ kindById }, value) => kindById.get(value)?.label ?? value,
  },
  {
    id: "genre",
    label: "Genre of source",
    ordered: false,
    reader:
      ({ dataset, source }) =>
      (at) =>
        dataset.sources[source[at] as number]?.genre ?? "",
    labelOf: plain,
  },
  {
    id: "relation",
    label: "Relation",
    ordered: false,
    reader:
      ({ dataset, relation }) =>
      (at) =>
        dataset.relations[relation[at] as number]?.id ?? "",
    labelOf: ({ relationById }, value) => relationById.get(value)?.label ?? value,
  },
  {
    id: "modality",
    label: "Said as",
    ordered: false,
    reader:
      ({ flags }) =>
      (at) =>
        MODALITIES.find(({ id }) => ((flags[at] as number) & MODALITY_BIT[id]) !== 0)?.id ?? "",
    labelOf: (_, value) => MODALITIES.find(({ id }) => id === value)?.label ?? value,
  },
  {
    id: "voice",
    label: "Voice",
    ordered: false,
    reader:
      ({ flags }) =>
      (at) =>
        VOICES.find(({ id }) => ((flags[at] as number) & VOICE_BIT[id]) !== 0)?.id ?? "",
    labelOf: (_, value) => VOICES.find(({ id }) => id === value)?.label ?? value,
  },
  {
    id: "confidence",
    label: "Confidence",
    ordered: true,
    reader: ({ dataset }) => {
      const { codes, size, value } = statementColumns(dataset).column("confidence");
      const steps = Array.from({ length: size }, (_, code) => {
        const confidence = value(code);
        return confidence === null ? "" : stepOf(confidence);
      });
      return (at) => steps[codes[at] as number] ?? "";
    },
    labelOf: (_, value) =>
      Number(value) >= 1 ? value : `${value} to ${stepOf(Number(value) + 1 / CONFIDENCE_STEPS)}`,
  },
  {
    id: "intensity",
    label: "Intensity",
    ordered: true,
    reader: ({ dataset }) => {
      const { codes, size, value } = statementColumns(dataset).column("intensity");
      const texts = Array.from({ length: size }, (_, code) => String(value(code) ?? ""));
      return (at) => texts[codes[at] as number] ?? "";
    },
    labelOf: plain,
  },
];

const FURTHER = "x:";

const furtherColumn = (name: string): Attribute => ({
  id: `${FURTHER}${name}`,
  label: name,
  ordered: false,
  reader: (index) => (at) => {
    const statement = index.dataset.statements[at];
    return statement ? (columnValue(index, statement, name) ?? "") : "";
  },
  labelOf: plain,
});

/** The attribute of a name, or null where the dataset has none such. */
export function attributeNamed(dataset: Dataset, name: string): Attribute | null {
  const fixed = FIXED.find(({ id }) => id === name);
  if (fixed || !name.startsWith(FURTHER)) return fixed ?? null;
  const column = name.slice(FURTHER.length);
  return furtherColumns(dataset).includes(column) ? furtherColumn(column) : null;
}

/** What can be asked for, for messages and descriptions. */
export const ATTRIBUTE_WORDS = `${FIXED.map(({ id }) => id).join(", ")}, or ${FURTHER}NAME of a further column`;
