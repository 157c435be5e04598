/** The left column: legend and filters, or a panel such as the one for paths. */

import { Suspense } from "react";
import { Filters } from "../filters/filters.tsx";
import { Legend } from "../legend/legend.tsx";
import { panelById } from "../panels/registry.ts";
import { useExplorer } from "../state/store.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import classes from "./shell.module.css";
import { Waiting } from "./states.tsx";

export function LeftColumn() {
  const shown = useExplorer((state) => state.panels.leftPanel);
  const { closePath } = useExplorer.getState();
  const panel = shown === "path" ? panelById("path") : undefined;
  return (
    <ErrorBoundary key={shown}>
      {panel ? (
        <section className={classes["pathPanel"]} aria-label={panel.label}>
          <Suspense fallback={<Waiting />}>
            <panel.component onClose={closePath} />
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
