/** Puts a grouping into the setting `look`, beside what else stands there. */

import { formatInner, parseInner } from "../state/inner-pairs.ts";
import { useExplorer } from "../state/store.ts";
import type { Grouping } from "./groups.ts";

/** Groups the map's nodes, or no longer; a step that can be undone. */
export function setGrouping(by: Grouping | null): void {
  const { settings, setSetting } = useExplorer.getState();
  const others = parseInner(settings.look).filter(([name]) => name !== "groups");
  setSetting("look", formatInner(by === null ? others : [...others, ["groups", by]]), "push");
}
