/** The flags that say how a `.dna` file is read as a dataset, shared by every command that takes one. */

import { type DnaMapping, parseMap, parseValues } from "../formats/dna/mapping.ts";
import { type Invocation, type OptionSpec, textOption } from "./command.ts";

export const DATASET_ARGUMENT = {
  syntax: "[dataset]",
  description: "package folder or .dna file (default: the house dataset)",
} as const;

export const DNA_FLAGS: readonly OptionSpec[] = [
  {
    flags: "--map <field=variable,…>",
    description:
      "of a .dna file: which variables are actor, speaker, issue and polarity (default: organization, person, concept, agreement)",
    many: true,
  },
  {
    flags: "--values <value=polarity,…>",
    description: "of a .dna file: what the values of its polarity mean: support, oppose, neutral",
    many: true,
  },
  {
    flags: "--statement-type <name>",
    description: "of a .dna file (default: the first with statements)",
  },
];

/** How a `.dna` file is to be read. @throws Fault `bad-parameter` */
export function mappingOf(invocation: Invocation): DnaMapping {
  const texts = (name: string): readonly string[] => {
    const given = invocation.options[name];
    return Array.isArray(given) ? given.map(String) : [];
  };
  return {
    statementType: textOption(invocation, "statementType") ?? null,
    variables: parseMap(texts("map")),
    values: parseValues(texts("values")),
  };
}

/** Whether anything was said that is for `.dna` files only. */
export const isMapped = ({ statementType, variables, values }: DnaMapping): boolean =>
  statementType !== null || Object.keys(variables).length > 0 || values.size > 0;
