/** The strip under the map: the panel of region `dock` that is open, if any. A small screen has no room for it. */

import { Suspense } from "react";
import { panelById } from "../panels/registry.ts";
import { useExplorer } from "../state/store.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import classes from "./shell.module.css";

export function Dock({ small }: { readonly small: boolean }) {
  const id = useExplorer((state) => state.panels.dock);
  const tab = useExplorer((state) => state.tab);
  const { setPanels } = useExplorer.getState();
  const panel = id === null ? undefined : panelById(id);
  if (panel?.region !== "dock" || small || tab !== "graph") return null;
  return (
    <section className={classes["dock"]} aria-label={panel.label}>
      <ErrorBoundary>
        <Suspense fallback={null}>
          <panel.component onClose={() => setPanels({ dock: null })} />
        </Suspense>
      </ErrorBoundary>
    </section>
  );
}
