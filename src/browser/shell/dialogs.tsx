/** The dialog that is open, if any: a panel of region `dialog`, or the sheet of keyboard shortcuts. */

import { Modal } from "@mantine/core";
import { Suspense } from "react";
import { panelById } from "../panels/registry.ts";
import { useExplorer } from "../state/store.ts";
import { TEXTS } from "../texts.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import classes from "./shell.module.css";
import { Shortcuts } from "./shortcuts.tsx";
import { Waiting } from "./states.tsx";

export function Dialogs() {
  const id = useExplorer((state) => state.panels.dialog);
  const { openDialog } = useExplorer.getState();
  const close = () => openDialog(null);
  const panel = id === null ? undefined : panelById(id);
  const title = id === "shortcuts" ? TEXTS.shortcuts : (panel?.label ?? "");
  return (
    <Modal.Root opened={id === "shortcuts" || panel?.region === "dialog"} onClose={close} size="lg">
      <Modal.Overlay />
      <Modal.Content>
        {/* Mantine's own Modal.Header would be a second banner of the page. */}
        <div className={classes["dialogHead"]}>
          <Modal.Title fw={650}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={TEXTS.close} />
        </div>
        <Modal.Body>
          <ErrorBoundary>
            {id === "shortcuts" ? (
              <Shortcuts />
            ) : (
              panel && (
                <Suspense fallback={<Waiting />}>
                  <panel.component onClose={close} />
                </Suspense>
              )
            )}
          </ErrorBoundary>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
