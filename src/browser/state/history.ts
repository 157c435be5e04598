/** Ties the store to the browser's history: changes are written into the address, Back and Forward are read from it. */

import { DEFAULT_VIEW, type Theme } from "../../model/view.ts";
import { formatAddress, parseAddress } from "./address.ts";
import { type ExplorerState, useExplorer } from "./store.ts";

/** The address of what the page shows. A theme that comes from the system is the reader's machine's, not the view's. */
export const addressOf = (state: ExplorerState): string =>
  formatAddress(state.ownTheme ? state : { ...state, view: { ...state.view, theme: DEFAULT_VIEW.theme } });

/** Reads the address into the store and keeps both in step; returns a function that stops. */
export function connectHistory(page: Window, preferredTheme: () => Theme): () => void {
  const read = () => {
    const { notices, ...place } = parseAddress(page.location.pathname, page.location.search);
    const asked = new URLSearchParams(page.location.search).has("theme");
    const view = asked ? place.view : { ...place.view, theme: preferredTheme() };
    useExplorer.getState().arrive({ ...place, view }, notices, asked);
  };
  read();
  const stop = useExplorer.subscribe((state, before) => {
    if (state.step === "none" || state === before) return;
    const address = addressOf(state);
    if (address === page.location.pathname + page.location.search) return;
    if (state.step === "push") page.history.pushState(null, "", address);
    else page.history.replaceState(null, "", address);
  });
  page.addEventListener("popstate", read);
  return () => {
    stop();
    page.removeEventListener("popstate", read);
  };
}
