/** The page inside another one: the map with its legend, what is selected, and a door to the whole page. */

import { useMediaQuery } from "@mantine/hooks";
import { useDataset } from "../api/hooks.ts";
import { MapView } from "../map/map-view.tsx";
import { addressBar } from "../state/address-bar.ts";
import { addressOf } from "../state/history.ts";
import { useExplorer } from "../state/store.ts";
import { TEXTS } from "../texts.ts";
import { DetailsColumn } from "./details-column.tsx";
import own from "./embedded.module.css";
import { ErrorBoundary } from "./error-boundary.tsx";
import { EMBEDDED_SMALL } from "./screen.ts";
import classes from "./shell.module.css";
import { Failure, Waiting } from "./states.tsx";
import { StoryBarSlot } from "./story-bar-slot.tsx";

export function Embedded() {
  const dataset = useDataset();
  const selection = useExplorer((state) => state.selection);
  const details = useExplorer((state) => state.panels.details);
  const whole = useExplorer((state) => addressOf({ ...state, embed: false }));
  const small = useMediaQuery(EMBEDDED_SMALL, false, { getInitialValueInEffect: false });
  if (dataset.error)
    return (
      <main className={classes["page"]}>
        <Failure error={dataset.error} retry={dataset.refetch} alone />
      </main>
    );
  if (!dataset.data) return <Waiting />;
  return (
    <div className={classes["page"]}>
      <div className={classes["body"]}>
        <main className={classes["main"]}>
          <ErrorBoundary>
            <MapView />
          </ErrorBoundary>
        </main>
        {selection && details && <DetailsColumn selection={selection} small={small} />}
      </div>
      <StoryBarSlot />
      <footer className={own["embedFoot"]}>
        <h1 title={dataset.data.title}>{dataset.data.title}</h1>
        <span>{TEXTS.asReported(dataset.data.sources.length)}</span>
        <a href={addressBar().hrefOf(whole)} target="_blank" rel="noopener">
          {TEXTS.openWhole}
        </a>
      </footer>
    </div>
  );
}
