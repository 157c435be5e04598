/** The numbers that the legend says. */

import { useQueries } from "@tanstack/react-query";
import { useRef } from "react";
import type { Page, StatementRecord } from "../../model/api.ts";
import type { ViewCounts } from "../../model/graph.ts";
import type { View } from "../../model/view.ts";
import { POLARITIES, type Polarity } from "../../model/vocabulary.ts";
import { apiPath, fetchJson, type GraphDocument } from "../api/client.ts";
import { statementPairs, useSettled } from "../api/hooks.ts";
import { useExplorer } from "../state/store.ts";
import { useTime } from "../state/time.ts";
import { count } from "../texts.ts";

/** Statements per polarity among those the other filters let through; null while unknown, but the last known while dates are tried out. */
export function usePolarityCounts(view: View): ReadonlyMap<Polarity, number | null> {
  const dataset = useExplorer((state) => state.dataset);
  const enabled = useSettled(view);
  const trying = useTime((state) => state.window !== null);
  const now = useQueries({
    queries: POLARITIES.map(({ id }) => {
      const one: View = { ...view, filter: { ...view.filter, polarity: [id] } };
      const path = apiPath(dataset, "statements", [...statementPairs(one), ["limit", "1"]]);
      return {
        queryKey: [dataset, "statements", path],
        queryFn: ({ signal }: { signal: AbortSignal }) => fetchJson<Page<StatementRecord>>(path, signal),
        enabled,
      };
    }),
    combine: (answers) => new Map(POLARITIES.map(({ id }, at) => [id, answers[at]?.data?.total ?? null])),
  });
  const known = useRef<ReadonlyMap<Polarity, number | null>>(now);
  const isKnown = [...now.values()].every((number) => number !== null);
  if (isKnown || !trying) known.current = now;
  return known.current;
}

/** Ties of one kind on the map. */
export const tiesOf = (graph: GraphDocument, polarity: Polarity): number =>
  graph.edges.filter(({ attributes }) => attributes.kind === "agreement" && attributes.polarity === polarity)
    .length;

export interface MapCounts {
  readonly byKind: ReadonlyMap<string, number>;
  readonly issues: number;
  readonly actors: number;
  readonly conditional: number;
  readonly tentative: number;
}

/** Nodes and lines of the map by what the legend tells apart. */
export function countMap(graph: GraphDocument): MapCounts {
  const byKind = new Map<string, number>();
  let issues = 0;
  for (const { attributes } of graph.nodes) {
    if (attributes.node_type === "issue") issues += 1;
    else byKind.set(attributes.kind, (byKind.get(attributes.kind) ?? 0) + 1);
  }
  return {
    byKind,
    issues,
    actors: graph.nodes.length - issues,
    conditional: graph.edges.filter(({ attributes }) => attributes.conditional).length,
    tentative: graph.edges.filter(({ attributes }) => attributes.tentative).length,
  };
}

/** `412 statements, 318 shown: 20 repeats folded, 74 filtered`. */
export function countsInWords(counts: ViewCounts): string {
  const left = [
    counts.repeats > 0 ? `${count(counts.repeats, "repeat")} folded` : "",
    counts.undated > 0 ? `${counts.undated.toLocaleString("en-GB")} without a date` : "",
    counts.rolledTogether > 0 ? `${counts.rolledTogether.toLocaleString("en-GB")} within one body` : "",
    counts.filtered > 0 ? `${counts.filtered.toLocaleString("en-GB")} filtered` : "",
  ].filter((part) => part !== "");
  const shown = counts.shown === counts.total ? "all shown" : `${counts.shown.toLocaleString("en-GB")} shown`;
  return `${count(counts.total, "statement")}, ${shown}${left.length > 0 ? `: ${left.join(", ")}` : ""}`;
}
