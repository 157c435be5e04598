/** The keys of the whole page, as the commands name them. Single letters count only while the map or a list has the focus (WCAG 2.1.4). */

import { useEffect } from "react";
import { keyText } from "../commands/command.ts";
import { commandOfKey } from "../commands/registry.ts";
import { NO_PATH } from "../state/chosen-path.ts";
import { setLasso, useMapMode } from "../state/map-mode.ts";
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
  else if (usePointer.getState().target) usePointer.getState().point(null);
  else if (explorer.selection) explorer.select(null);
  else if (explorer.highlight && isComplete(explorer.question)) explorer.choosePath(NO_PATH);
  else if (explorer.highlight) explorer.mark(null);
  else if (panels.leftPanel === "path") explorer.closePath();
  else if (explorer.tab === "graph" && explorer.view.ego.length > 0) explorer.setView({ ego: [], depth: 1 });
  keepFocus();
}

export function useKeyboard(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const key = keyText(event);
      if (key === "Escape") return clearOne();
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
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
