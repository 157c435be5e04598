/** The active filters above the map, each removable by one click. */

import { Button, Group, Pill } from "@mantine/core";
import { useNames } from "../state/names.ts";
import { useExplorer } from "../state/store.ts";
import { TEXTS } from "../texts.ts";
import { activeFilters } from "./active.ts";
import classes from "./filters.module.css";

export function FilterChips() {
  const view = useExplorer((state) => state.view);
  const { setView, showEgo, clearFilters } = useExplorer.getState();
  const active = activeFilters(view, useNames());
  if (active.length === 0) return null;
  const centre = view.ego[0];
  return (
    <Group gap={6} role="group" aria-label={TEXTS.activeFilters}>
      {active.map(({ id, label, without }) => (
        <Pill
          key={id}
          size="md"
          withRemoveButton
          className={classes["chip"] ?? ""}
          onRemove={() => setView(without)}
          removeButtonProps={{ "aria-label": TEXTS.remove(label), "aria-hidden": false, tabIndex: 0 }}
        >
          {label}
        </Pill>
      ))}
      {centre !== undefined && view.depth < 3 && (
        <Button size="compact-xs" variant="light" onClick={() => showEgo(centre, view.depth + 1)}>
          {TEXTS.widen}
        </Button>
      )}
      <Button size="compact-xs" variant="subtle" onClick={() => clearFilters()}>
        {TEXTS.clearAll}
      </Button>
    </Group>
  );
}
