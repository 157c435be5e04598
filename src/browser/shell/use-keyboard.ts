/** The keys of the whole page. Single letters count only while the map or a list has the focus (WCAG 2.1.4). */

import { useEffect } from "react";
import { isTyping } from "../search/search-box.tsx";
import type { Tab } from "../state/address.ts";
import { usePointer } from "../state/pointer.ts";
import { useExplorer } from "../state/store.ts";
import { keepFocus } from "./focus.ts";

/** Where single letters are commands: the map, and lists that say so by `data-keys`. */
const takesLetters = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest("#map, [data-keys], [role=tablist], [role=tabpanel]") !== null;

/** Opens a tab and takes the focus along, which would be lost with the part that is hidden. */
function openTab(tab: Tab): void {
  useExplorer.getState().setTab(tab);
  requestAnimationFrame(() => {
    const goal = tab === "graph" ? "#map" : "[role=tab][aria-selected=true]";
    document.querySelector<HTMLElement>(goal)?.focus({ preventScroll: true });
  });
}

export function useKeyboard(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const explorer = useExplorer.getState();
      const { panels } = explorer;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "b") {
        event.preventDefault();
        explorer.setPanels({ left: !panels.left });
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape" && panels.dialog === null) {
        if (usePointer.getState().target) usePointer.getState().point(null);
        else if (explorer.selection) explorer.select(null);
        else if (explorer.highlight) explorer.choosePath(null);
        else if (panels.leftPanel === "path") explorer.closePath();
        keepFocus();
        return;
      }
      if (isTyping(event.target) || !takesLetters(event.target)) return;
      if (event.key === "g" || event.key === "G") openTab("graph");
      else if (event.key === "x" || event.key === "X") openTab("matrix");
      else if (event.key === "t" || event.key === "T") openTab("table");
      else if (event.key === "?") explorer.openDialog("shortcuts");
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
