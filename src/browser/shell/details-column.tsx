/** The right column, or the sheet from below on small screens: the panel that accepts the selection. */

import { ActionIcon } from "@mantine/core";
import { Suspense } from "react";
import { PANELS } from "../panels/registry.ts";
import { formatSelection, type Selection } from "../state/selection.ts";
import { useExplorer } from "../state/store.ts";
import { TEXTS } from "../texts.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Icon } from "./icons.tsx";
import classes from "./shell.module.css";
import { Waiting } from "./states.tsx";

interface Props {
  readonly selection: Selection;
  readonly small: boolean;
}

export function DetailsColumn({ selection, small }: Props) {
  const { select } = useExplorer.getState();
  const panel = PANELS.find(({ region, accepts }) => region === "details" && accepts?.(selection));
  if (!panel) return null;
  const close = () => select(null);
  return (
    <section className={classes[small ? "sheet" : "details"]} aria-label={TEXTS.details}>
      <ActionIcon
        variant="subtle"
        color="gray"
        className={classes["closeDetails"] ?? ""}
        aria-label={TEXTS.closeDetails}
        onClick={close}
      >
        <Icon name="close" />
      </ActionIcon>
      <ErrorBoundary key={formatSelection(selection)}>
        <Suspense fallback={<Waiting />}>
          <panel.component onClose={close} />
        </Suspense>
      </ErrorBoundary>
    </section>
  );
}
