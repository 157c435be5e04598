/** Flags made of the parameters of the grammar, so that command line, address and API cannot drift apart. */

import { z } from "zod";
import { isWhole, type Pair, type ParameterShape } from "../view/parameters.ts";
import type { Invocation, OptionSpec } from "./command.ts";
import { flagName, isShort } from "./faults.ts";

type JsonSchema = z.core.JSONSchema.BaseSchema;

function placeholder(schema: JsonSchema, repeated: boolean): string {
  const element = (
    schema.type === "array" && typeof schema.items === "object" ? schema.items : schema
  ) as JsonSchema;
  const word = element.enum ? element.enum.join("|") : element.type === "string" ? "text" : "n";
  return schema.type === "array" && !repeated ? `${word},…` : word;
}

/** One flag per parameter; a single letter is a short flag too. */
export function flagsOf(shape: ParameterShape): readonly OptionSpec[] {
  return Object.entries(shape).map(([name, schema]) => {
    const json = z.toJSONSchema(schema, { io: "input" });
    const short = isShort(name) ? `-${name}, ` : "";
    const toggle = json.type === "boolean";
    return {
      flags: `${short}${flagName(name)} ${toggle ? "[0|1]" : `<${placeholder(json, isWhole(schema))}>`}`,
      description: json.description ?? "",
      // Repetition of what takes one value is found by the grammar, which says so.
      many: true,
      toggle,
    };
  });
}

/** The parameters that were given as flags, as pairs. */
export function pairsOf(shape: ParameterShape, { options }: Invocation): readonly Pair[] {
  return Object.keys(shape).flatMap((name) => {
    const given = options[name];
    return Array.isArray(given) ? given.map((text): Pair => [name, String(text)]) : [];
  });
}
