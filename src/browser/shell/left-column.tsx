/** The left column: one of legend and filters, paths, and the other panels of region `left`, chosen at its head. */

import { ActionIcon, Tooltip, UnstyledButton } from "@mantine/core";
import { Suspense } from "react";
import { Filters } from "../filters/filters.tsx";
import { Legend } from "../legend/legend.tsx";
import { PANELS, panelById } from "../panels/registry.ts";
import { useExplorer } from "../state/store.ts";
import { redo, undo, useUndo } from "../state/undo.ts";
import { TEXTS } from "../texts.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { keepFocus } from "./focus.ts";
import { Icon } from "./icons.tsx";
import { roving } from "./roving.ts";
import classes from "./shell.module.css";
import { Waiting } from "./states.tsx";

const CHOICES: readonly { readonly id: string; readonly label: string; readonly quiet: boolean }[] = [
  { id: "filters", label: TEXTS.filters, quiet: false },
  ...PANELS.filter(({ region }) => region === "left").map(({ id, label, short, quiet = false }) => ({
    id,
    label: short ?? label,
    quiet,
  })),
];

/** Strips under the map, which small screens open from here. */
const DOCKS = PANELS.filter(({ region }) => region === "dock");

/** What the left column is called while it shows this panel. */
export const leftLabel = (id: string): string => panelById(id)?.label ?? TEXTS.filters;

/** `small`: in a drawer, where closing a panel closes the drawer and keeps what it found on the map. */
export function LeftColumn({ small = false }: { readonly small?: boolean }) {
  const shown = useExplorer((state) => state.panels.leftPanel);
  const { closePath, openPath, setPanels } = useExplorer.getState();
  const close = () => {
    if (small) setPanels({ left: false });
    else if (shown === "path") closePath();
    else setPanels({ leftPanel: "filters" });
    keepFocus();
  };
  const panel = panelById(shown);
  return (
    <>
      <nav aria-label={TEXTS.leftPanels}>
        <div ref={roving} role="toolbar" className={classes["leftNav"]} aria-label={TEXTS.leftPanels}>
          {CHOICES.filter(({ id, quiet }) => !quiet || id === shown).map(({ id, label }) => (
            <UnstyledButton
              key={id}
              className={classes["leftChoice"] ?? ""}
              aria-current={id === (panel?.id ?? "filters") || undefined}
              onClick={() => (id === "path" ? openPath() : setPanels({ leftPanel: id }))}
            >
              {label}
            </UnstyledButton>
          ))}
          {small &&
            DOCKS.map(({ id, label }) => (
              <UnstyledButton
                key={id}
                className={classes["leftChoice"] ?? ""}
                onClick={() => {
                  setPanels({ left: false, dock: id });
                  keepFocus();
                }}
              >
                {label}
              </UnstyledButton>
            ))}
          <UndoButtons />
        </div>
      </nav>
      {/* Scrolls below the choice of panels, not under it: nothing is half covered. */}
      <div className={classes["leftContent"]}>
        <ErrorBoundary key={shown}>
          {panel ? (
            <section className={classes["leftPanel"]} aria-label={panel.label}>
              <Suspense fallback={<Waiting />}>
                <panel.component onClose={close} />
              </Suspense>
            </section>
          ) : (
            <>
              <Legend />
              <Filters />
            </>
          )}
        </ErrorBoundary>
      </div>
    </>
  );
}

function UndoButtons() {
  const past = useUndo((state) => state.past.length > 0);
  const future = useUndo((state) => state.future.length > 0);
  const buttons = [
    ["undo", TEXTS.undo, past, undo],
    ["redo", TEXTS.redo, future, redo],
  ] as const;
  return (
    <span className={classes["undo"]}>
      {buttons.map(([icon, label, ready, run]) => (
        <Tooltip key={icon} label={label}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={label}
            // Stays focusable, so that the focus is not lost with the last step.
            aria-disabled={!ready}
            data-disabled={!ready}
            onClick={() => run()}
          >
            <Icon name={icon} size={16} />
          </ActionIcon>
        </Tooltip>
      ))}
    </span>
  );
}
