/** Queries of what the server computes beside the picture: analyses and networks. Fetched only by the tabs that show them. */

import type { UseQueryResult } from "@tanstack/react-query";
import { DEFAULT_VIEW, type View } from "../../model/view.ts";
import type { Pair } from "../../view/parameters.ts";
import type { ApiError } from "./client.ts";
import { statementPairs, useRoute, useSettled } from "./hooks.ts";

type Answer<T> = UseQueryResult<T, ApiError>;

/** One cell by column id; null = nothing to say. */
export type Cells = Readonly<Record<string, string | number | null>>;

export interface ResultRow {
  readonly cells: Cells;
  readonly nodes?: readonly string[];
  readonly statements: readonly string[];
  /** Ids in the second dataset, where two are compared. */
  readonly otherStatements?: readonly string[];
}

export interface ResultTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly {
    readonly id: string;
    readonly label: string;
    readonly type: "text" | "integer" | "number";
  }[];
  readonly rows: readonly ResultRow[];
}

/** What `/api/analysis/:name` answers. */
export interface AnalysisResult {
  readonly analysis: string;
  readonly summary: string;
  readonly tables: readonly ResultTable[];
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly notes: readonly string[];
}

/** The part of JSON Schema that parameters of analyses use. */
export interface ParameterSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly description?: string;
}

export interface AnalysisEntry {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly schemas: Readonly<Record<string, ParameterSchema>>;
  readonly comparesTwo: boolean;
}

/** The analyses there are. */
export const useAnalyses = (): Answer<{ readonly items: readonly AnalysisEntry[] }> => useRoute("analysis");

/** What an analysis finds under the view; `own` are its parameters. Asks nothing while `enabled` is false. */
export const useAnalysis = (
  name: string,
  own: readonly Pair[],
  view: View,
  enabled = true,
): Answer<AnalysisResult> => {
  const settled = useSettled(view);
  return useRoute<AnalysisResult>(`analysis/${encodeURIComponent(name)}`, [...own, ...statementPairs(view)], {
    enabled: enabled && settled,
  });
};

/** A network as `/api/networks` gives it; null = no number. */
export interface NetworkAnswer {
  readonly type: "one-mode" | "two-mode";
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly values: readonly (readonly (number | null)[])[];
  readonly statements: number;
  readonly excluded: Readonly<Record<string, number>>;
  readonly from?: string;
  readonly to?: string;
  readonly middle?: string;
}

export interface NetworkVariable {
  readonly name: string;
  readonly scope: "statement" | "document";
  readonly type: "boolean" | "integer" | "text";
}

/** What rows, columns and qualifier can be. */
export const useNetworkVariables = (): Answer<{
  readonly items: readonly NetworkVariable[];
  readonly defaultQualifier: string | null;
}> => useRoute("networks/variables");

/**
 * The pairs of a view that `/api/networks` takes: which statements enter, and who stands for whom. Surroundings of a node and
 * undated statements have no place there.
 */
export const networkViewPairs = (view: View): readonly Pair[] =>
  statementPairs({
    ...view,
    ego: DEFAULT_VIEW.ego,
    depth: DEFAULT_VIEW.depth,
    filter: { ...view.filter, undated: DEFAULT_VIEW.filter.undated },
  });

/** The network of these settings under the view: one, or one for each window. */
export const useNetwork = (
  settings: readonly Pair[],
  view: View,
  enabled: boolean,
): Answer<NetworkAnswer | readonly NetworkAnswer[]> => {
  const settled = useSettled(view);
  return useRoute("networks", [...settings, ...networkViewPairs(view)], {
    enabled: enabled && settled,
    keep: true,
  });
};
