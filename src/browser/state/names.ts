/** Labels of ids for the page, from the directory and the dataset. */

import { useMemo } from "react";
import { parseNodeKey } from "../../model/id.ts";
import { useDataset, useDirectory } from "../api/hooks.ts";
import type { Names } from "../filters/active.ts";

const labels = (records: readonly { readonly id: string; readonly label: string }[] | undefined) => {
  const byId = new Map((records ?? []).map(({ id, label }) => [id, label]));
  return (id: string) => byId.get(id) ?? id;
};

/** Short labels where there are any; ids until the data are there. */
export function useNames(): Names {
  const directory = useDirectory().data;
  const dataset = useDataset().data;
  return useMemo(() => {
    const short = (records: readonly { readonly id: string; readonly shortLabel: string }[] | undefined) =>
      labels((records ?? []).map(({ id, shortLabel }) => ({ id, label: shortLabel })));
    const actor = short(directory?.actors);
    const issue = short(directory?.issues);
    return {
      actor,
      issue,
      kind: labels(dataset?.kinds),
      relation: labels(dataset?.relations),
      source: labels(dataset?.sources.map(({ id, name }) => ({ id, label: name }))),
      node(key) {
        const parsed = parseNodeKey(key);
        if (!parsed) return key;
        return parsed.type === "actor" ? actor(parsed.id) : issue(parsed.id);
      },
    };
  }, [directory, dataset]);
}
