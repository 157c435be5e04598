/** The groups that the setting `look` asks for, of what the map shows: found by the server under the same view, or actors by kind. */

import { useMemo } from "react";
import type { View } from "../../model/view.ts";
import { useAnalysis } from "../api/computed.ts";
import { useValueOrder } from "../look/use-look.ts";
import { useExplorer } from "../state/store.ts";
import { FOUND_BY, foundGroups, type Grouping, groupingOf, kindGroups, type NodeGroup } from "./groups.ts";
import type { Picture } from "./picture.ts";

const NONE: readonly NodeGroup[] = [];

export interface Groups {
  readonly by: Grouping | null;
  readonly groups: readonly NodeGroup[];
  /** True while they are being computed. */
  readonly pending: boolean;
  /** Why there are none, in words of the server; null when nothing went wrong. */
  readonly error: string | null;
}

export function useGroups(picture: Picture | null, view: View): Groups {
  const look = useExplorer((state) => state.settings.look);
  const by = groupingOf(look);
  const found = by !== null && by !== "kind" ? by : null;
  const query = useAnalysis(found ? FOUND_BY[found].analysis : "", [], view, found !== null);
  const order = useValueOrder("kind");
  const result = found ? query.data : undefined;
  const groups = useMemo(() => {
    if (!picture || by === null) return NONE;
    if (by === "kind") return order ? kindGroups(picture, order) : NONE;
    return result ? foundGroups(picture, by, result) : NONE;
  }, [picture, by, result, order]);
  return {
    by,
    groups,
    pending: found !== null && query.isPending,
    error: found !== null && query.error ? query.error.message : null,
  };
}
