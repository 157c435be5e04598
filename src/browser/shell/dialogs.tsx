/** The dialog that is open, if any: a panel of region `dialog`, or the sheet of keyboard shortcuts. */

import { Modal } from "@mantine/core";
import { Suspense } from "react";
import { panelById } from "../panels/registry.ts";
import { useExplorer } from "../state/store.ts";
import { TEXTS } from "../texts.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Shortcuts } from "./shortcuts.tsx";
import { Waiting } from "./states.tsx";

export function Dialogs() {
  const id = useExplorer((state) => state.panels.dialog);
  const { openDialog } = useExplorer.getState();
  const close = () => openDialog(null);
  const panel = id === null ? undefined : panelById(id);
  const title = id === "shortcuts" ? TEXTS.shortcuts : (panel?.label ?? "");
  return (
    <Modal
      opened={id === "shortcuts" || panel?.region === "dialog"}
      onClose={close}
      title={title}
      size="lg"
      closeButtonProps={{ "aria-label": TEXTS.close }}
    >
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
    </Modal>
  );
}
