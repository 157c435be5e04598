/**
 * The strip under the map: the panel of region `dock` that is open, or a slim row that opens one. A small screen has no room for
 * the row; there its left column opens the strip.
 */

import { UnstyledButton } from "@mantine/core";
import { Suspense, useLayoutEffect, useRef } from "react";
import { PANELS, panelById } from "../panels/registry.ts";
import { useExplorer } from "../state/store.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { keepFocus } from "./focus.ts";
import { Icon } from "./icons.tsx";
import classes from "./shell.module.css";

const DOCKS = PANELS.filter(({ region }) => region === "dock");

export function Dock({ small }: { readonly small: boolean }) {
  const id = useExplorer((state) => state.panels.dock);
  const tab = useExplorer((state) => state.tab);
  const { setPanels } = useExplorer.getState();
  // What a small screen folds: it opens again when the window grows.
  const folded = useRef<string | null>(null);
  useLayoutEffect(() => {
    const { dock } = useExplorer.getState().panels;
    if (small) {
      folded.current = dock ?? folded.current;
      setPanels({ dock: null });
    } else if (folded.current !== null) {
      setPanels({ dock: dock ?? folded.current });
      folded.current = null;
    }
  }, [small, setPanels]);
  if (tab !== "graph") return null;
  const panel = id === null ? undefined : panelById(id);
  if (panel?.region !== "dock") {
    if (small || DOCKS.length === 0) return null;
    return (
      <div className={classes["dock"]}>
        {DOCKS.map(({ id: own, label }) => (
          <UnstyledButton
            key={own}
            className={classes["dockOpen"] ?? ""}
            aria-expanded={false}
            onClick={() => {
              setPanels({ dock: own });
              keepFocus();
            }}
          >
            {label} <Icon name="up" size={12} />
          </UnstyledButton>
        ))}
      </div>
    );
  }
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
