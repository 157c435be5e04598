/** What the rows and columns of a network are called, and which nodes of the map they are. */

import { useMemo } from "react";
import { useDataset, useDirectory } from "../../api/hooks.ts";

export interface NamedValue {
  readonly label: string;
  readonly full: string;
  /** Key of the node that it is, or null. */
  readonly node: string | null;
}

type NameOf = (variable: string, value: string) => NamedValue;

const ACTOR_VARIABLES = new Set(["actor", "speaker", "attributed_to", "target"]);

interface Named {
  readonly key: string;
  readonly id: string;
  readonly label: string;
  readonly shortLabel: string;
}

/** Records by id for the variables of a dataset; by label for those of a database that became one. */
export function useNetworkNames(): NameOf {
  const directory = useDirectory().data;
  const dataset = useDataset().data;
  return useMemo(() => {
    const byId = (records: readonly Named[]) => new Map(records.map((record) => [record.id, record]));
    const actors = byId(directory?.actors ?? []);
    const issues = byId(directory?.issues ?? []);
    const sources = new Map((dataset?.sources ?? []).map(({ id, name }) => [id, name]));
    const relations = new Map((dataset?.relations ?? []).map(({ id, label }) => [id, label]));
    const byLabel = new Map<string, Named | null>();
    for (const record of [...actors.values(), ...issues.values()])
      byLabel.set(record.label, byLabel.has(record.label) ? null : record);
    const named = ({ key, label, shortLabel }: Named): NamedValue => ({
      label: shortLabel || label,
      full: label,
      node: key,
    });
    return (variable, value) => {
      const record = ACTOR_VARIABLES.has(variable)
        ? actors.get(value)
        : variable === "issue"
          ? issues.get(value)
          : byLabel.get(value);
      if (record) return named(record);
      const label =
        (variable === "source"
          ? sources.get(value)
          : variable === "relation"
            ? relations.get(value)
            : null) ?? value;
      return { label, full: label, node: null };
    };
  }, [directory, dataset]);
}
