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

/** One statement of an event list, by the names of its columns. */
export type NetworkEvent = Readonly<Record<string, string | number | null>>;

/** A list of events as `/api/networks` gives it; `total` where not all were sent. */
export interface EventList {
  readonly type: "event-list";
  readonly events: readonly NetworkEvent[];
  readonly total?: number;
}

export interface NetworkVariable {
  readonly name: string;
  readonly scope: "statement" | "document";
  readonly type: "boolean" | "integer" | "text";
}

export interface NetworkVariables {
  readonly items: readonly NetworkVariable[];
  readonly defaultQualifier: string | null;
  /** Of a DNA database; empty of a dataset. */
  readonly statementTypes: readonly { readonly name: string; readonly statements: number }[];
  /** The one whose variables these are; null of a dataset. */
  readonly statementType: string | null;
}

/** What rows, columns and qualifier can be; of a DNA database, in a statement type (empty = the usual one). */
export const useNetworkVariables = (statementType: string): Answer<NetworkVariables> =>
  useRoute("networks/variables", statementType === "" ? [] : [["statementType", statementType]], {
    keep: true,
  });

/**
 * The pairs of a view that networks take: which statements enter, and who stands for whom. Surroundings, expanded nodes and
 * undated statements have no place there; a DNA database enters whole but for the dates.
 */
export function networkViewPairs(view: View, isDatabase: boolean): readonly Pair[] {
  const { since, until } = view.filter;
  if (isDatabase)
    return statementPairs({ ...DEFAULT_VIEW, filter: { ...DEFAULT_VIEW.filter, since, until } });
  return statementPairs({
    ...view,
    ego: DEFAULT_VIEW.ego,
    depth: DEFAULT_VIEW.depth,
    expand: DEFAULT_VIEW.expand,
    filter: { ...view.filter, undated: DEFAULT_VIEW.filter.undated },
  });
}

/** The network of these settings and statements (`pairs`) under the view: one, one for each window, or a list of events. */
export const useNetwork = (
  pairs: readonly Pair[],
  view: View,
  enabled: boolean,
): Answer<NetworkAnswer | readonly NetworkAnswer[] | EventList> => {
  const settled = useSettled(view);
  return useRoute("networks", pairs, { enabled: enabled && settled, keep: true });
};

export interface NetworkCell {
  readonly row: string;
  readonly column: string;
  /** Number of the window, from 1. */
  readonly frame: number;
}

/** The statements behind a cell of the network of these settings and statements, the first `limit` of them. */
export const useNetworkEvidence = (
  pairs: readonly Pair[],
  { row, column, frame }: NetworkCell,
  limit: number,
): Answer<{ readonly events: readonly NetworkEvent[]; readonly total: number }> =>
  useRoute(
    "networks/evidence",
    [
      ...pairs,
      ["row", row],
      ["column", column],
      ...(frame === 1 ? [] : [["frame", String(frame)] as const]),
      ["limit", String(limit)],
    ],
    { keep: true },
  );

export interface NetworkValue {
  readonly value: string;
  readonly label: string;
  readonly statements: number;
}

/** The values of a variable among these statements, most frequent first. Asks nothing without a variable. */
export const useNetworkValues = (
  variable: string,
  statementType: string,
  q: string,
  statements: readonly Pair[],
): Answer<{ readonly items: readonly NetworkValue[]; readonly total: number }> =>
  useRoute(
    "networks/values",
    [
      ["variable", variable],
      ...(statementType === "" ? [] : [["statementType", statementType] as const]),
      ...(q === "" ? [] : [["q", q] as const]),
      ...statements,
    ],
    { enabled: variable !== "", keep: true },
  );
