/** The text form of a path question: its own parameters beside those of the view (DESIGN §6, §9). */

import { z } from "zod";
import type { NodeKey } from "../model/id.ts";
import { DEFAULT_PATH, PATH_LIMITS, PATH_MODES, PATH_VIAS, type PathQuery } from "../model/path.ts";
import type { View } from "../model/view.ts";
import { VIEW_PARAMETERS, viewOf } from "./grammar.ts";
import { HINTS, limited, type Pair, readParameters } from "./parameters.ts";

const node = z.string().min(1).register(HINTS, { expects: "a node, by key, id or name" });

export const PATH_ONLY_PARAMETERS = {
  avoid: z.array(node).optional().describe("Nodes that may not be on a path."),
  directed: z.boolean().optional().describe("Follow statements only from actor to target."),
  from: node.describe("Where paths begin."),
  k: limited(PATH_LIMITS.k).optional().describe("How many paths (default 3)."),
  maxLength: limited(PATH_LIMITS.maxLength).optional().describe("Hops at most (mode all: 6 unless given)."),
  mode: z
    .enum(PATH_MODES as ["k", ...("shortest" | "all" | "disjoint")[]])
    .optional()
    .describe("k best, all shortest, all, or node-disjoint paths."),
  through: z.array(node).optional().describe("Nodes that must be on every path."),
  to: node.describe("Where paths end."),
  via: z
    .array(z.enum(PATH_VIAS as ["stance", ...("relation" | "membership" | "subissue")[]]))
    .optional()
    .describe("Kinds of edges to walk (default stance, relation)."),
  weighted: z.boolean().optional().describe("Among paths of equal length prefer better evidenced ones."),
} as const;

type Parameters = z.output<z.ZodObject<typeof PATH_ONLY_PARAMETERS>>;

export const PATH_PARAMETERS = { ...VIEW_PARAMETERS, ...PATH_ONLY_PARAMETERS } as const;

/** A path question whose nodes are still names. */
export interface NamedPathQuery extends Omit<PathQuery, "from" | "to" | "avoid" | "through"> {
  readonly from: string;
  readonly to: string;
  readonly avoid: readonly string[];
  readonly through: readonly string[];
}

/**
 * Reads a path question and the view it is asked under.
 * @throws Fault of class bad-parameter or over-limit, naming the parameter.
 */
export function parsePathQuestion(pairs: Iterable<Pair>): {
  readonly question: NamedPathQuery;
  readonly view: View;
} {
  const parameters = readParameters(PATH_PARAMETERS, pairs);
  const { from, to, mode, k, maxLength, via, directed, weighted, avoid, through, ...rest } = parameters;
  const given = { from, to, mode, k, maxLength, via, directed, weighted, avoid, through };
  return { question: pathQuestionOf(given), view: viewOf(rest) };
}

/** The question of checked parameters, with the defaults for what is not given; an end that is missing is empty. */
export function pathQuestionOf(
  given: {
    readonly [Name in keyof Parameters]?: Parameters[Name] | undefined;
  },
): NamedPathQuery {
  const mode = given.mode ?? DEFAULT_PATH.mode;
  const { via } = given;
  return {
    from: given.from ?? "",
    to: given.to ?? "",
    mode,
    k: given.k ?? (mode === "k" ? DEFAULT_PATH.k : null),
    maxLength: given.maxLength ?? DEFAULT_PATH.maxLength,
    via: via ? PATH_VIAS.filter((kind) => via.includes(kind)) : DEFAULT_PATH.via,
    directed: given.directed ?? DEFAULT_PATH.directed,
    weighted: given.weighted ?? DEFAULT_PATH.weighted,
    avoid: [...new Set(given.avoid ?? DEFAULT_PATH.avoid)],
    through: [...new Set(given.through ?? DEFAULT_PATH.through)],
  };
}

/** The question with every name resolved to a node key. */
export function resolvePathQuestion(
  question: NamedPathQuery,
  resolve: (name: string, parameter: string) => NodeKey,
): PathQuery {
  return {
    ...question,
    from: resolve(question.from, "from"),
    to: resolve(question.to, "to"),
    avoid: question.avoid.map((name) => resolve(name, "avoid")),
    through: question.through.map((name) => resolve(name, "through")),
  };
}
