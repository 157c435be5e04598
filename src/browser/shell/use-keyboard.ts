/** The keys of the whole page, as the commands name them. Single letters count only while the map or a list has the focus (WCAG 2.1.4). */

import { useEffect } from "react";
import { keyText } from "../commands/command.ts";
import { commandOfKey } from "../commands/registry.ts";
import { NO_PATH } from "../state/chosen-path.ts";
import { setLasso, useMapMode } from "../state/map-mode.ts";
import { usePaletteText } from "../state/palette-text.ts";
import { usePointer } from "../state/pointer.ts";
import { isComplete } from "../state/question.ts";
import { useExplorer } from "../state/store.ts";
import { keepFocus } from "./focus.ts";
import { isTyping } from "./typing.ts";

/** Where single letters are commands: the map, and lists that say so by `data-keys`. */
const takesLetters = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest("#map, [data-keys], [role=tablist], [role=tabpanel]") !== null;

/** Escape takes away one thing after the other. */
function clearOne(): void {
  const explorer = useExplorer.getState();
  const { panels } = explorer;
  if (panels.dialog !== null) return;
  if (useMapMode.getState().lasso) setLasso(false);
  else if (explorer.selection) {
    // The mouse still rests on what was clicked: its mark is no step of its own.
    usePointer.getState().point(null);
    explorer.select(null);
  } else if (usePointer.getState().target) usePointer.getState().point(null);
  else if (explorer.highlight && isComplete(explorer.question)) explorer.choosePath(NO_PATH);
  else if (explorer.highlight) explorer.mark(null);
  else if (panels.leftPanel === "path") explorer.closePath();
  else if (explorer.tab === "graph" && explorer.view.ego.length > 0) explorer.setView({ ego: [], depth: 1 });
  keepFocus();
}

/** By the way of the event, because a dialog that it has closed may be gone already. */
const inDialog = (event: Event): boolean =>
  event.composedPath().some((one) => one instanceof Element && one.matches("[role=dialog]"));

/**
 * Between the key that opens the palette and its field some frames pass, in which keys would still go to the map: they are the
 * field's.
 */
function typeAhead(event: KeyboardEvent): void {
  if (useExplorer.getState().panels.dialog !== "palette" || inDialog(event)) return;
  if (event.ctrlKey || event.altKey || event.metaKey || event.key === "Escape") return;
  if (event.key.length === 1) usePaletteText.setState(({ text }) => ({ text: text + event.key }));
  else if (event.key === "Backspace") usePaletteText.setState(({ text }) => ({ text: text.slice(0, -1) }));
  else if (event.key === "Enter") usePaletteText.setState({ entered: true });
  event.preventDefault();
  event.stopPropagation();
}

export function useKeyboard(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const key = keyText(event);
      // A dialog is closed by it, and may have been a moment ago; what is behind stays.
      if (key === "Escape") return inDialog(event) ? undefined : clearOne();
      const command = commandOfKey(key);
      if (!command) return;
      const explorer = useExplorer.getState();
      if (command.available?.(explorer) === false) return;
      // A text field has its own undo and its own letters; what is pressed with Ctrl beyond that is the page's.
      if (isTyping(event.target) && !(event.ctrlKey || event.metaKey)) return;
      if (isTyping(event.target) && /^Ctrl (Shift )?[ZY]$/.test(key)) return;
      if (command.scope === "list" && !takesLetters(event.target)) return;
      if (explorer.panels.dialog !== null && !command.id.startsWith("palette")) return;
      event.preventDefault();
      command.run?.(explorer);
    };
    window.addEventListener("keydown", typeAhead, { capture: true });
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener("keydown", typeAhead, { capture: true });
      window.removeEventListener("keydown", onKey);
    };
  }, []);
}
