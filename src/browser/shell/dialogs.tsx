/** The dialog that is open, if any: a panel of region `dialog`, the palette, or the sheet of keyboard shortcuts. */

import { Modal } from "@mantine/core";
import { type ComponentType, lazy, Suspense } from "react";
import { panelById } from "../panels/registry.ts";
import { useExplorer } from "../state/store.ts";
import { TEXTS } from "../texts.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Palette } from "./palette.tsx";
import classes from "./shell.module.css";
import { Waiting } from "./states.tsx";

/** Dialogs of the shell itself, which know the commands. */
const OWN: Readonly<
  Record<string, { readonly label: string; readonly component: ComponentType<{ onClose(): void }> }>
> = {
  palette: {
    label: TEXTS.palette,
    // Not lazy: what is typed right after the key that opens it is for its field.
    component: Palette,
  },
  shortcuts: {
    label: TEXTS.shortcuts,
    component: lazy(() => import("./shortcuts.tsx").then((m) => ({ default: m.Shortcuts }))),
  },
};

export function Dialogs() {
  const id = useExplorer((state) => state.panels.dialog);
  const { openDialog } = useExplorer.getState();
  const close = () => openDialog(null);
  const panel = id === null ? undefined : panelById(id);
  const dialog =
    id !== null && Object.hasOwn(OWN, id) ? OWN[id] : panel?.region === "dialog" ? panel : undefined;
  return (
    <Modal.Root opened={dialog !== undefined} onClose={close} size="lg">
      <Modal.Overlay />
      <Modal.Content>
        {/* Mantine's own Modal.Header would be a second banner of the page. */}
        <div className={classes["dialogHead"]}>
          <Modal.Title fw={650}>{dialog?.label}</Modal.Title>
          <Modal.CloseButton aria-label={TEXTS.close} />
        </div>
        <Modal.Body>
          <ErrorBoundary>
            {dialog && (
              <Suspense fallback={<Waiting />}>
                <dialog.component onClose={close} />
              </Suspense>
            )}
          </ErrorBoundary>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
