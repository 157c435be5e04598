/** The text form of a network question (DESIGN §8): its settings in rDNA's words, and the filters of a view that choose statements. */

import { z } from "zod";
import {
  AGGREGATIONS,
  DUPLICATES,
  KERNELS,
  NETWORK_TYPES,
  type NetworkQuestion,
  NORMALIZATIONS,
  QUALIFIER_TYPES,
  type ValueFilter,
  WINDOWS,
} from "../analysis/networks/settings.ts";
import { Fault } from "../model/problem.ts";
import { DEFAULT_VIEW, type View } from "../model/view.ts";
import { FILTER_PARAMETERS, formatView, PICTURE_PARAMETERS, viewOf } from "./grammar.ts";
import { type Pair, readParameters, wholeList } from "./parameters.ts";

const { since: _since, until: _until, undated: _undated, ...FILTERS } = FILTER_PARAMETERS;

/** The view's parameters that say which statements of a dataset enter, and who stands for whom. */
const STATEMENT_PARAMETERS = { ...FILTERS, rollup: PICTURE_PARAMETERS.rollup } as const;

const moment = (what: string) =>
  z.string().optional().describe(`${what}: YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS.`);
const filters = (what: string) => wholeList(z.string().describe("VARIABLE=VALUE")).optional().describe(what);

const SETTINGS = {
  aggregation: z.enum(AGGREGATIONS).optional().describe("What levels of the qualifier make of a tie."),
  columns: z.string().min(1).describe("Variable of the columns; in one-mode, what rows share."),
  compat: z.enum(["dna"]).optional().describe("What DNA computes, also where it errs."),
  duplicates: z.enum(DUPLICATES).optional().describe("Where the same statement counts once."),
  exclude: filters("Leave out statements with this value, as VARIABLE=VALUE; repeat for more."),
  include: filters("Only statements with one of these values, as VARIABLE=VALUE; repeat for more."),
  indent: z.boolean().optional().describe("Centres of kernels at least half a width inside the range."),
  isolates: z.boolean().optional().describe("Keep rows and columns without ties."),
  kernel: z.enum(KERNELS).optional().describe("Weigh statements by their distance in time."),
  normalization: z.enum(NORMALIZATIONS).optional().describe("What weights are divided by."),
  qualifier: z.string().min(1).optional().describe("Variable of the levels, or none (default: polarity)."),
  qualifierType: z
    .enum([...QUALIFIER_TYPES, "short text"])
    .optional()
    .describe("How the qualifier is read (default: its own type)."),
  rows: z.string().min(1).describe("Variable of the rows."),
  since: moment("First day or moment, inclusive"),
  statementType: z.string().min(1).optional().describe("Statement type of a DNA database."),
  toOne: z.boolean().optional().describe("Divide each matrix by the sum of its cells."),
  type: z.enum(NETWORK_TYPES).describe("Kind of network."),
  until: moment("Last day or moment, inclusive"),
  window: z.enum(WINDOWS).optional().describe("Unit of time windows, or events."),
  windowSize: z.number().int().min(1).max(1e9).optional().describe("Width of a window in its unit."),
} as const;

export const NETWORK_PARAMETERS = { ...SETTINGS, ...STATEMENT_PARAMETERS } as const;

export interface NetworkRequest {
  readonly question: NetworkQuestion;
  readonly statementType: string | null;
  /** Which statements of a dataset enter; names are not resolved yet. Dates stand in the question. */
  readonly view: View;
}

function valueFilter(text: string, parameter: "exclude" | "include"): ValueFilter {
  const at = text.indexOf("=");
  if (at > 0) return { variable: text.slice(0, at), value: text.slice(at + 1) };
  throw new Fault({
    class: "bad-parameter",
    code: "bad-parameter",
    parameter,
    message: `${parameter} cannot be ${JSON.stringify(text)}`,
    remedy: `Give ${parameter} as VARIABLE=VALUE.`,
  });
}

/** The request that checked parameters make. @throws Fault `bad-parameter` for an exclusion or inclusion without a value */
export function networkRequest(parameters: z.output<z.ZodObject<typeof NETWORK_PARAMETERS>>): NetworkRequest {
  const { type, rows, columns, exclude, include, qualifierType, statementType, ...rest } = parameters;
  const given = Object.fromEntries(
    Object.entries(rest).filter(([name, value]) => value !== undefined && Object.hasOwn(SETTINGS, name)),
  ) as Partial<NetworkQuestion>;
  const chosen = Object.fromEntries(
    Object.entries(rest).filter(([name]) => Object.hasOwn(STATEMENT_PARAMETERS, name)),
  );
  return {
    question: {
      ...given,
      type,
      rows,
      columns,
      qualifierType: qualifierType === "short text" ? "text" : (qualifierType ?? null),
      exclude: (exclude ?? []).map((text) => valueFilter(text, "exclude")),
      include: (include ?? []).map((text) => valueFilter(text, "include")),
    },
    statementType: statementType ?? null,
    view: viewOf(chosen),
  };
}

/** Reads a network question. @throws Fault of class bad-parameter, naming the parameter */
export const parseNetworkRequest = (pairs: Iterable<Pair>): NetworkRequest =>
  networkRequest(readParameters(NETWORK_PARAMETERS, pairs));

/** Whether the view leaves the statements as a dataset has them by default. */
export const isDefaultView = (view: View): boolean => formatView(view) === formatView(DEFAULT_VIEW);
