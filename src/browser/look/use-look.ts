/** The look of the map that the page shows: what the address says, with what the server has to compute for it. */

import { useMemo } from "react";
import type { View } from "../../model/view.ts";
import type { GraphDocument } from "../api/client.ts";
import { type AnalysisResult, useAnalysis } from "../api/computed.ts";
import { useDirectory } from "../api/hooks.ts";
import { FOUND_BY } from "../map/groups.ts";
import { useExplorer } from "../state/store.ts";
import { type Dressing, dressingOf, type Found, PLAIN } from "./dressing.ts";
import { type Look, parseLook } from "./look.ts";
import { valuesInOrder } from "./order.ts";
import { LOOK_TEXTS as T } from "./texts.ts";
import { isMetric, METRICS } from "./variables.ts";

/** The setting as it stands. */
export function useLook(): Look {
  const text = useExplorer((state) => state.settings.look);
  return useMemo(() => parseLook(text), [text]);
}

/** The picture, its colours and its legends ask for the same thing one after the other: the last answer is kept. */
let last: { readonly asked: readonly unknown[]; readonly answer: Dressing } | null = null;

function once(asked: readonly unknown[], make: () => Dressing): Dressing {
  const before = last;
  if (before?.asked.every((one, at) => one === asked[at])) return before.answer;
  const answer = make();
  last = { asked, answer };
  return answer;
}

/**
 * The values of an attribute in the order of the whole dataset, null until this is known. One that cannot be had is empty: colours then
 * follow what is shown.
 */
export function useValueOrder(by: string): readonly string[] | null {
  const { data, isError } = useDirectory();
  return useMemo(() => (data ? valuesInOrder(data, by) : isError ? [] : null), [data, isError, by]);
}

/** The look of a graph under a view. Asks the server only for what the look needs; colours wait for it in grey. */
export function useDressing(graph: GraphDocument | undefined, view: View): Dressing {
  const text = useExplorer((state) => state.settings.look);
  const look = useLook();
  const by = look.color === "community" || look.color === "coalition" ? look.color : null;
  const wantsMetrics = isMetric(look.color) || isMetric(look.size);
  const grouping = useAnalysis(by ? FOUND_BY[by].analysis : "", [], view, by !== null);
  const centrality = useAnalysis("centrality", [], view, wantsMetrics);
  const groups = by ? grouping.data : undefined;
  const metrics = wantsMetrics ? centrality.data : undefined;
  const failed = (by && grouping.error) || (wantsMetrics && centrality.error) || null;
  const reason = failed ? failed.message : "";
  const order = useValueOrder(look.color);
  const { theme } = view;
  return useMemo(() => {
    if (!graph) return PLAIN;
    return once([graph, text, theme, groups, metrics, order, reason], () => {
      const found: Found = {
        groups: by && groups ? groupsOf(groups, by) : null,
        metrics: metrics ? metricsOf(metrics) : null,
        order,
      };
      const dressing = dressingOf(graph, look, theme, found);
      if (reason === "") return dressing;
      const { legend } = dressing;
      return { ...dressing, legend: { ...legend, notes: [...legend.notes, T.notComputed(reason)] } };
    });
  }, [graph, text, look, theme, by, groups, metrics, order, reason]);
}

/** Names of the groups of an analysis by the actors in them; of an actor in several, the first. */
export function groupsOf(result: AnalysisResult, by: "community" | "coalition"): ReadonlyMap<string, string> {
  const { table, number } = FOUND_BY[by];
  const name = by === "community" ? T.community : T.coalition;
  const found = new Map<string, string>();
  for (const { cells, nodes = [] } of result.tables.find(({ id }) => id === table)?.rows ?? [])
    for (const key of nodes) if (!found.has(key)) found.set(key, name(String(cells[number] ?? "")));
  return found;
}

/** The columns of the analysis of centrality by node. */
export function metricsOf(result: AnalysisResult): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const rows = result.tables.find(({ id }) => id === "nodes")?.rows ?? [];
  return new Map(
    METRICS.map(({ id }) => [
      id,
      new Map(
        rows.flatMap(({ cells, nodes }) => {
          const value = cells[id];
          const key = nodes?.[0];
          return key !== undefined && typeof value === "number" ? [[key, value] as const] : [];
        }),
      ),
    ]),
  );
}
