/** Checks a path question and maps its nodes to those that stand for them under the view's roll-up. */

import type { Adjacency } from "../../graph/adjacency.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import type { NodeKey } from "../../model/id.ts";
import { PATH_LIMITS, PATH_VIAS, type PathQuery, type PathVia } from "../../model/path.ts";
import { Fault } from "../../model/problem.ts";
import { DEFAULT_FILTER, type View } from "../../model/view.ts";
import { pathMode } from "./modes/registry.ts";

/** Required nodes are handled as a bit set with a table of all its subsets. */
const MOST_THROUGH = 12;

/** A question in node numbers after roll-up. */
export interface ResolvedQuestion {
  readonly from: number;
  readonly to: number;
  readonly avoid: readonly number[];
  /** Inner nodes that must be on the path: the ends of the question are on it anyway. */
  readonly required: readonly number[];
  readonly via: readonly PathVia[];
  readonly k: number | null;
  /** Null = no limit. */
  readonly maxLength: number | null;
}

/** Resolves a question. Throws a `Fault` for unknown nodes, numbers out of bounds and contradictions. */
export function resolveQuestion(
  index: StatementIndex,
  view: Pick<View, "rollup">,
  query: PathQuery,
): ResolvedQuestion {
  const adjacency = index.adjacency(view.rollup);
  const mode = pathMode(query.mode);
  checkNumber("k", query.k, PATH_LIMITS.k);
  checkNumber("maxLength", query.maxLength, PATH_LIMITS.maxLength);
  if (query.via.length === 0) {
    throw new Fault({
      class: "bad-parameter",
      code: "no-via",
      message: "via names no kind of edge, so there is nothing to walk on",
      parameter: "via",
      remedy: `name one or more of ${PATH_VIAS.join(", ")}`,
    });
  }
  const stand = (parameter: string, key: NodeKey): number => standsFor(index, adjacency, parameter, key);
  const from = stand("from", query.from);
  const to = stand("to", query.to);
  const avoid = [...new Set(query.avoid.map((key) => stand("avoid", key)))];
  const through = [...new Set(query.through.map((key) => stand("through", key)))];
  const end = query.avoid.find((key) => [from, to].includes(stand("avoid", key)));
  if (end !== undefined) {
    throw new Fault({
      class: "bad-parameter",
      code: "avoids-end",
      message: `avoid names ${end}, which is an end of the path${view.rollup === "none" ? "" : " after roll-up"}`,
      parameter: "avoid",
      remedy: "take it out of avoid, or ask from another node",
    });
  }
  const both = query.through.find((key) => avoid.includes(stand("through", key)));
  if (both !== undefined) {
    throw new Fault({
      class: "bad-parameter",
      code: "avoids-through",
      message: `${both} is both in avoid and in through`,
      parameter: "avoid",
      remedy: "take it out of one of the two",
    });
  }
  const required = through.filter((node) => node !== from && node !== to);
  if (required.length > MOST_THROUGH) throw overLimit("through", required.length, MOST_THROUGH);
  return {
    from,
    to,
    avoid,
    required,
    via: PATH_VIAS.filter((via) => query.via.includes(via)),
    k: query.k ?? mode.defaultK,
    maxLength: query.maxLength ?? mode.defaultMaxLength,
  };
}

function standsFor(index: StatementIndex, adjacency: Adjacency, parameter: string, key: NodeKey): number {
  const node = index.nodeByKey.get(key);
  if (node === undefined) {
    throw new Fault({
      class: "unknown-node",
      code: "unknown-node",
      message: `there is no node ${JSON.stringify(key)} in this dataset`,
      parameter,
      remedy: "use a node key such as actor:<id> or issue:<id> of an actor or issue in the dataset",
    });
  }
  return adjacency.standsFor[node] as number;
}

function checkNumber(parameter: "k" | "maxLength", value: number | null, limit: number): void {
  if (value === null) return;
  if (!Number.isInteger(value) || value < 1) {
    throw new Fault({
      class: "bad-parameter",
      code: "bad-number",
      message: `${parameter} is ${value}, but must be a whole number from 1 to ${limit}`,
      parameter,
      remedy: `give a whole number from 1 to ${limit}`,
      details: { limit },
    });
  }
  if (value > limit) throw overLimit(parameter, value, limit);
}

const overLimit = (parameter: string, value: number, limit: number): Fault =>
  new Fault({
    class: "over-limit",
    code: "over-limit",
    message: `${parameter} is ${value}, but at most ${limit} is answered`,
    parameter,
    remedy: `ask with ${limit} or less`,
    details: { limit },
  });

/** The question as understood: the path parameters, then the view's filters that are set, in the parameters' own spelling. */
export function echoQuestion(
  index: StatementIndex,
  view: Pick<View, "filter" | "rollup">,
  query: PathQuery,
  resolved: ResolvedQuestion,
): Readonly<Record<string, unknown>> {
  const keys = (nodes: readonly number[]): NodeKey[] => nodes.map((node) => index.nodes[node] as NodeKey);
  const set = Object.entries(view.filter).filter(([name, value]) => {
    const usual = DEFAULT_FILTER[name as keyof typeof DEFAULT_FILTER];
    return Array.isArray(value) ? value.length > 0 : value !== usual;
  });
  return {
    mode: query.mode,
    k: resolved.k,
    maxLength: resolved.maxLength,
    via: resolved.via,
    directed: query.directed,
    weighted: query.weighted,
    avoid: keys(resolved.avoid),
    through: keys([
      ...new Set(query.through.map((key) => standsFor(index, index.adjacency(view.rollup), "through", key))),
    ]),
    ...(view.rollup === "none" ? {} : { rollup: view.rollup }),
    ...Object.fromEntries(set),
  };
}
