/** Ties the store to the browser's history: changes are written into the address, Back and Forward are read from it. */

import { DEFAULT_VIEW, type Theme } from "../../model/view.ts";
import { formatAddress, parseAddress } from "./address.ts";
import type { AddressBar } from "./address-bar.ts";
import { type ExplorerState, useExplorer } from "./store.ts";

/** The address of what the page shows. A theme that comes from the system is the reader's machine's, not the view's. */
export const addressOf = (state: ExplorerState): string =>
  formatAddress(state.ownTheme ? state : { ...state, view: { ...state.view, theme: DEFAULT_VIEW.theme } });

/** Reads the address into the store and keeps both in step; returns a function that stops. */
export function connectHistory(bar: AddressBar, preferredTheme: () => Theme): () => void {
  const read = () => {
    const { path, search } = bar.read();
    const { notices, ...place } = parseAddress(path, search);
    const asked = new URLSearchParams(search).has("theme");
    const view = asked ? place.view : { ...place.view, theme: preferredTheme() };
    useExplorer.getState().arrive({ ...place, view }, notices, asked);
  };
  read();
  const stop = useExplorer.subscribe((state, before) => {
    if (state.step === "none" || state === before) return;
    const address = addressOf(state);
    const { path, search } = bar.read();
    if (address !== path + search) bar.write(address, state.step);
  });
  const deafen = bar.listen(read);
  return () => {
    stop();
    deafen();
  };
}
