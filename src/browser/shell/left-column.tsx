/** The left column: legend and filters, or a panel such as the one for paths. */

import { Suspense } from "react";
import { Filters } from "../filters/filters.tsx";
import { Legend } from "../legend/legend.tsx";
import { panelById } from "../panels/registry.ts";
import { useExplorer } from "../state/store.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { keepFocus } from "./focus.ts";
import classes from "./shell.module.css";
import { Waiting } from "./states.tsx";

/** `small`: in a drawer, where closing a panel closes the drawer and keeps what it found on the map. */
export function LeftColumn({ small = false }: { readonly small?: boolean }) {
  const shown = useExplorer((state) => state.panels.leftPanel);
  const { closePath, setPanels } = useExplorer.getState();
  const close = () => {
    if (small) setPanels({ left: false });
    else closePath();
    keepFocus();
  };
  const panel = shown === "path" ? panelById("path") : undefined;
  return (
    <ErrorBoundary key={shown}>
      {panel ? (
        <section className={classes["pathPanel"]} aria-label={panel.label}>
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
  );
}
