/** The active filters above the map, each removable by one click. */

import { Button, Group, Pill, Text } from "@mantine/core";
import type { View } from "../../model/view.ts";
import { useOpenEnded } from "../api/hooks.ts";
import { keepFocus } from "../shell/focus.ts";
import { useNames } from "../state/names.ts";
import { useExplorer } from "../state/store.ts";
import { TEXTS } from "../texts.ts";
import { activeFilters } from "./active.ts";
import classes from "./filters.module.css";

export function FilterChips() {
  const view = useExplorer((state) => state.view);
  const { setView, clearFilters } = useExplorer.getState();
  const active = activeFilters(view, useNames());
  const openEnded = useOpenEnded(view);
  if (active.length === 0) return null;
  const remove = (place: number, without: View) => {
    setView(without);
    // The chip that moves up into this one's place, or the last.
    const ids = active.filter((_, at) => at !== place).map(({ id }) => id);
    const next = ids[Math.min(place, ids.length - 1)];
    keepFocus(next === undefined ? null : `[data-chip="${next}"] button`);
  };
  return (
    <Group gap={6} role="group" aria-label={TEXTS.activeFilters}>
      {active.map(({ id, label, without }, place) => (
        <Pill
          key={id}
          size="md"
          withRemoveButton
          className={classes["chip"] ?? ""}
          data-chip={id}
          onRemove={() => remove(place, without)}
          removeButtonProps={{ "aria-label": TEXTS.remove(label), "aria-hidden": false, tabIndex: 0 }}
        >
          {label}
        </Pill>
      ))}
      {openEnded > 0 && (
        <Text size="xs" className={classes["chipNote"] ?? ""}>
          {TEXTS.openEndedShort(openEnded)}
        </Text>
      )}
      {view.ego.length > 0 && view.depth < 3 && (
        <Button size="compact-xs" variant="light" onClick={() => setView({ depth: view.depth + 1 })}>
          {TEXTS.widen}
        </Button>
      )}
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={() => {
          clearFilters();
          keepFocus();
        }}
      >
        {TEXTS.clearAll}
      </Button>
    </Group>
  );
}
