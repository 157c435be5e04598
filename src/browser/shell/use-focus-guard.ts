/** Never leaves the keyboard without a place: when what has the focus is taken away, what stands nearest gets it, else the map or the tab. */

import { useEffect } from "react";
import { keepFocus } from "./focus.ts";

/** Parts of the page within which the nearest place is looked for. */
const PARTS = "section, nav, header, footer, [role=dialog]";
const PLACES =
  "h2[tabindex], button:not(:disabled), a[href], input:not(:disabled), select, summary, [tabindex='0']";

/** What is around an element up to the part that it belongs to, from inside. */
function around(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let at = element.parentElement; at; at = at.parentElement) {
    found.push(at);
    if (at.matches(PARTS)) return found;
  }
  return [];
}

/** What gets the focus within a part: its heading, else the first that can; not before the part has its content again. */
function placeIn(part: Element): HTMLElement | "wait" | null {
  if (!part.isConnected) return null;
  if (part.querySelector("[aria-busy=true]")) return "wait";
  const seen = [...part.querySelectorAll<HTMLElement>(PLACES)].filter((one) => one.checkVisibility());
  return seen.find((one) => one.matches("h2")) ?? seen[0] ?? null;
}

export function useFocusGuard(): void {
  useEffect(() => {
    let last: Element | null = null;
    let places: readonly Element[] = [];
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      last = target;
      places = around(target);
    };
    // The answer to a request may take a button away long after it was pressed, so no press can care for it.
    const observer = new MutationObserver(() => {
      if (!last || last.isConnected || document.activeElement !== document.body) return;
      last = null;
      keepFocus(...places.map((place) => () => placeIn(place)));
    });
    document.addEventListener("focusin", remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", remember);
      observer.disconnect();
    };
  }, []);
}
