/** The polarity that a value of a DNA variable says: true and false, the sign of a number, or words that the user explains. */

import type { DnaStatementType } from "../../model/dna.ts";
import { Fault } from "../../model/problem.ts";
import { POLARITIES, type Polarity } from "../../model/vocabulary.ts";
import type { DnaMapping, DnaSource } from "./mapping.ts";

const bySign = (value: number): Polarity => (value > 0 ? "support" : value < 0 ? "oppose" : "neutral");

/**
 * A function from the text of a value to its polarity. Boolean: 1 supports, 0 opposes; integer: by sign; text: `support`, `oppose`,
 * `neutral` themselves. `values` of the mapping goes first. No value, or no variable: neutral.
 * @throws Fault `bad-polarity` when it meets a text that says nothing of these
 */
export function polarityReader(
  { label }: DnaStatementType,
  source: DnaSource | null,
  { values }: DnaMapping,
): (text: string) => Polarity {
  const type = source?.variable?.type;
  return (text) => {
    const mapped = values.get(text);
    if (mapped !== undefined) return mapped;
    if (source === null || text === "") return "neutral";
    if (type === "boolean") return text === "0" ? "oppose" : "support";
    if (type === "integer") return bySign(Number(text));
    const word = POLARITIES.find(({ id }) => id === text.toLowerCase());
    if (word) return word.id;
    throw new Fault({
      class: "bad-parameter",
      code: "bad-polarity",
      parameter: "values",
      message: `${source.name} of the statement type ${JSON.stringify(label)} holds ${JSON.stringify(text.slice(0, 80))}, which is no polarity`,
      remedy: "Say what each value means with values, such as VALUE=support, or map polarity=none.",
    });
  };
}
