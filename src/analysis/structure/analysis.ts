/** What an analysis is, and the one readable shape of every result, so that page, command line and API show any of them alike. */

import { z } from "zod";
import type { Adjacency } from "../../graph/adjacency.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import type { NodeKey } from "../../model/id.ts";
import { Fault } from "../../model/problem.ts";

/** The statements of a view, with the ends they have after its roll-up. */
export interface StatementSelection {
  readonly index: StatementIndex;
  /** Statement numbers, ascending. */
  readonly statements: Int32Array;
  readonly adjacency: Adjacency;
}

export interface AnalysisInput extends StatementSelection {
  /** The second dataset of an analysis that `comparesTwo`, under the same view. */
  readonly other?: StatementSelection;
  /** Called from inside long loops; throws when it is time to end. */
  readonly checkpoint?: () => void;
  /** Rows at most, of an analysis that makes one for nearly each statement. */
  readonly mostRows?: number;
}

export interface Column {
  readonly id: string;
  readonly label: string;
  readonly type: "text" | "integer" | "number";
}

/** By column id. Null = not defined or nothing to say. */
export type Cells = Readonly<Record<string, string | number | null>>;

export interface Row {
  readonly cells: Cells;
  /** What the row is about: clicking it selects these. */
  readonly nodes?: readonly NodeKey[];
  /** Ids of the statements behind the row, in dataset order. */
  readonly statements: readonly string[];
  /** Ids in the second dataset, where there is one. */
  readonly otherStatements?: readonly string[];
}

export interface Table {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** What an analysis finds. `analysis` and `parameters` say how to get it again. */
export interface AnalysisResult {
  readonly analysis: string;
  /** One or more plain, neutral sentences. */
  readonly summary: string;
  readonly tables: readonly Table[];
  /** Every parameter with the value used, defaults filled in. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Formulas with their papers, what was left out, and what limits the reading. */
  readonly notes: readonly string[];
}

type Shape = Readonly<Record<string, z.ZodType>>;

export interface Analysis {
  readonly id: string;
  /** Other names under which it is found. */
  readonly aliases: readonly string[];
  readonly label: string;
  readonly description: string;
  /** Disjoint from the names of the view's parameters, so that both fit into one query. */
  readonly parameters: Shape;
  /** True when it needs a second dataset. */
  readonly comparesTwo: boolean;
  /** Whether, with these parameters, one pass gives a result that stays short: then it may be asked of any number of statements. */
  countsOnly(parameters: Readonly<Record<string, unknown>>): boolean;
  /**
   * Whether time and length of its results grow with the statements alone, each of which is listed a few times at most, and no
   * records of all statements are made.
   */
  readonly isLinear: boolean;
  /** Deterministic. Checks the parameters, fills in defaults; throws a `Fault` for a bad one or one over a limit. */
  run(input: AnalysisInput, parameters?: Readonly<Record<string, unknown>>): AnalysisResult;
}

interface Definition<Parameters extends Shape> {
  readonly id: string;
  readonly aliases?: readonly string[];
  readonly label: string;
  readonly description: string;
  readonly parameters: Parameters;
  readonly comparesTwo?: boolean;
  countsOnly?(parameters: Readonly<Record<string, unknown>>): boolean;
  readonly isLinear?: boolean;
  run(
    input: AnalysisInput,
    parameters: z.output<z.ZodObject<Parameters>>,
  ): Pick<AnalysisResult, "summary" | "tables" | "notes">;
}

/** Makes an analysis of its typed definition: checks parameters before, adds name and parameters after. */
export function defineAnalysis<Parameters extends Shape>(definition: Definition<Parameters>): Analysis {
  const { id, aliases = [], label, description, parameters, comparesTwo = false } = definition;
  const schema = z.strictObject(parameters);
  return {
    id,
    aliases,
    label,
    description,
    parameters,
    comparesTwo,
    countsOnly: definition.countsOnly ?? (() => false),
    isLinear: definition.isLinear ?? false,
    run(input, given = {}) {
      const parsed = schema.safeParse(given);
      if (!parsed.success) throw badParameter(id, parameters, parsed.error);
      return { analysis: id, ...definition.run(input, parsed.data), parameters: parsed.data };
    },
  };
}

function badParameter(id: string, shape: Shape, error: z.ZodError): Fault {
  const issue = error.issues[0];
  if (issue?.code === "unrecognized_keys")
    return new Fault({
      class: "bad-parameter",
      code: "unknown-parameter",
      parameter: issue.keys[0] ?? "",
      message: `The analysis ${id} has no parameter ${JSON.stringify(issue.keys[0])}`,
      remedy: `Parameters are: ${Object.keys(shape).sort().join(", ") || "none"}.`,
    });
  const name = String(issue?.path[0] ?? "");
  const takes = Object.hasOwn(shape, name) ? shape[name]?.description : undefined;
  return new Fault({
    class: "bad-parameter",
    code: "bad-parameter",
    parameter: name,
    message: `${name} of the analysis ${id} is not usable: ${issue?.message ?? "bad value"}`,
    remedy: `Give ${name}${takes ? `: ${takes}` : " otherwise."}`,
  });
}

/** A question that would take too long here. */
export const overLimit = (parameter: string, message: string, limit: number, remedy: string): Fault =>
  new Fault({ class: "over-limit", code: "over-limit", parameter, message, remedy, details: { limit } });
