/**
 * Parameters in text form, the same for query strings and command-line flags: pairs of name and text are checked by a zod
 * schema that also yields their OpenAPI description. Every fault names the parameter and the remedy.
 */

import { z } from "zod";
import { Fault } from "../model/problem.ts";

export type Pair = readonly [name: string, text: string];
/**
 * What we need to know of a schema beside its public description: what it takes, whether its maximum is a limit, and whether the
 * items of a list may hold commas.
 */
export const HINTS = z.registry<{
  readonly expects?: string;
  readonly isLimit?: boolean;
  readonly isWhole?: boolean;
}>();

export type ParameterShape = Readonly<Record<string, z.ZodType>>;

const unwrap = (schema: z.ZodType): z.ZodType => {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) inner = inner.unwrap() as z.ZodType;
  return inner;
};

/** A list whose items may hold commas: it is given by repetition only. */
export const wholeList = (item: z.ZodString) => z.array(item).register(HINTS, { isWhole: true });

/** Whether a list is given by repetition only. */
export const isWhole = (schema: z.ZodType): boolean => HINTS.get(unwrap(schema))?.isWhole === true;

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** A text as the JSON type its schema wants; what does not fit stays text, so that the schema refuses it by name. */
function convert(schema: z.ZodType, texts: readonly string[]): unknown {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return isWhole(schema) ? texts : texts.flatMap((text) => text.split(","));
  const [text] = texts as [string];
  if (inner instanceof z.ZodNumber) return NUMBER.test(text) ? Number(text) : text;
  if (inner instanceof z.ZodBoolean) return { "1": true, true: true, "0": false, false: false }[text] ?? text;
  if (inner instanceof z.ZodLiteral) return NUMBER.test(text) ? Number(text) : text;
  return text;
}

/** What a parameter takes, in a few words, from its schema. */
function expectation(schema: z.ZodType): string {
  const inner = unwrap(schema);
  const element = inner instanceof z.ZodArray ? (unwrap(inner.element as z.ZodType) as z.ZodType) : inner;
  const many = inner instanceof z.ZodArray ? "one or more of" : "one of";
  if (element instanceof z.ZodEnum) return `${many} ${element.options.join(", ")}`;
  if (element instanceof z.ZodNumber) return `a number${bounds(element)}`;
  if (element instanceof z.ZodBoolean) return "0 or 1";
  if (element instanceof z.ZodLiteral) return [...element.values].join(" or ");
  return HINTS.get(element)?.expects ?? "a text";
}

function bounds(schema: z.ZodNumber): string {
  const { minValue, maxValue } = schema;
  return Number.isFinite(minValue) && Number.isFinite(maxValue) ? ` from ${minValue} to ${maxValue}` : "";
}

/** A whole number from 1 to a limit of the service; a greater one is refused as over the limit (422), not as malformed. */
export const limited = (limit: number) =>
  z.number().int().min(1).max(limit).register(HINTS, { isLimit: true });

/** Layers below, which have no hints, say it in the schema's own metadata. */
const isLimit = (schema: z.ZodType): boolean => {
  const inner = unwrap(schema);
  return HINTS.get(inner)?.isLimit === true || inner.meta()?.["isLimit"] === true;
};

/** By shape; making a schema and compiling it takes longer than a path question. */
const schemas = new WeakMap<ParameterShape, z.ZodType>();

/** A schema over a shape of parameters that refuses unknown names. */
function parameterSchema<Shape extends ParameterShape>(shape: Shape): z.ZodObject<Shape> {
  let schema = schemas.get(shape);
  if (!schema) {
    schema = z.strictObject(shape);
    schemas.set(shape, schema);
  }
  return schema as z.ZodObject<Shape>;
}

/**
 * Reads pairs by a shape. Lists are given by comma or repetition, a `wholeList` by repetition only.
 * @throws Fault `unknown-parameter`, `repeated-parameter` or `bad-parameter` (class bad-parameter), or `over-limit`.
 */
export function readParameters<Shape extends ParameterShape>(
  shape: Shape,
  pairs: Iterable<Pair>,
): z.output<z.ZodObject<Shape>> {
  const texts = new Map<string, string[]>();
  for (const [written, value] of pairs) {
    // `x:Tone=warm` is the natural way to ask for a further column by its attribute's name.
    const isColumn = written.startsWith("x:") && Object.hasOwn(shape, "x");
    const [name, text] = isColumn ? ["x", `${written.slice(2)}=${value}`] : [written, value];
    const given = texts.get(name);
    if (given) given.push(text);
    else texts.set(name, [text]);
  }
  const raw: Record<string, unknown> = Object.create(null);
  for (const [name, given] of texts) {
    const schema = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (!schema) throw unknownParameter(name, Object.keys(shape));
    if (given.length > 1 && !(unwrap(schema) instanceof z.ZodArray))
      throw new Fault({
        class: "bad-parameter",
        code: "repeated-parameter",
        parameter: name,
        message: `${name} is given ${given.length} times`,
        remedy: `Give ${name} once.`,
      });
    raw[name] = convert(schema, given);
  }
  const parsed = parameterSchema(shape).safeParse({ ...raw });
  if (parsed.success) return parsed.data;
  throw badParameter(shape, texts, parsed.error);
}

function unknownParameter(name: string, known: readonly string[]): Fault {
  return new Fault({
    class: "bad-parameter",
    code: "unknown-parameter",
    parameter: name,
    message: `There is no parameter ${JSON.stringify(name)} here`,
    remedy:
      known.length === 0
        ? "Leave it out: nothing can be given here."
        : `Parameters are: ${[...known].sort().join(", ")}.`,
    details: { known: [...known].sort() },
  });
}

function badParameter(shape: ParameterShape, texts: ReadonlyMap<string, string[]>, error: z.ZodError): Fault {
  const issue = error.issues[0];
  const name = String(issue?.path[0] ?? "");
  const schema = shape[name];
  const given = (texts.get(name) ?? []).join(",");
  if (issue?.code === "too_big" && schema && isLimit(schema))
    return new Fault({
      class: "over-limit",
      code: "over-limit",
      parameter: name,
      message: `${name} is ${given}, over the limit of ${issue.maximum}`,
      remedy: `Give ${name} as ${expectation(schema)}.`,
      details: { limit: Number(issue.maximum) },
    });
  if (!texts.has(name))
    return new Fault({
      class: "bad-parameter",
      code: "missing-parameter",
      parameter: name,
      message: `${name} is missing`,
      remedy: `Give ${name}: ${schema ? expectation(schema) : "a value"}.`,
    });
  return new Fault({
    class: "bad-parameter",
    code: "bad-parameter",
    parameter: name,
    message: `${name} cannot be ${JSON.stringify(given)}`,
    remedy: `Give ${name} as ${schema ? expectation(schema) : "a value"}.`,
  });
}
