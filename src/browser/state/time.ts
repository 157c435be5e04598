/**
 * The time line while it is being used: the dates under the reader's hand or played, which are not yet the view's; and whether
 * the map keeps its nodes where the whole time puts them. Never in the address: what is settled is the view's date filter.
 */

import { create } from "zustand";
import type { Filter, View } from "../../model/view.ts";
import { useExplorer } from "./store.ts";

/** `since` and `until` as a filter has them. */
export type Dates = Pick<Filter, "since" | "until">;
export const NO_DATES: Dates = { since: "", until: "" };

interface TimeState {
  /** Dates that are tried out; null = those of the view. */
  readonly window: Dates | null;
  readonly playing: boolean;
  /** True once dates were changed on the time line: the map then keeps its places until it is arranged anew. */
  readonly steady: boolean;
}

export const useTime = create<TimeState>()(() => ({ window: null, playing: false, steady: false }));

/** The view with other dates. */
export const withDates = (view: View, { since, until }: Dates): View => ({
  ...view,
  filter: { ...view.filter, since, until },
});

/** Dates that the map shows: those tried out, else the view's. */
export function useShownDates({ filter: { since, until } }: View): Dates {
  const window = useTime((state) => state.window);
  return window ?? { since, until };
}

/** Tries dates out: the map shows them, the address does not have them yet. */
export const tryDates = (window: Dates): void => useTime.setState({ window, steady: true });

/** Makes the dates tried out those of the view, if they differ; one step of undo. */
export function settleDates(): void {
  const { window } = useTime.getState();
  if (!window) return;
  const { view, setFilter } = useExplorer.getState();
  if (view.filter.since !== window.since || view.filter.until !== window.until) setFilter(window);
  useTime.setState({ window: null });
}

/** Starts or stops playing; what was reached becomes the view's. */
export function togglePlay(): void {
  const playing = !useTime.getState().playing;
  useTime.setState({ playing });
  if (!playing) settleDates();
}

/** Stops playing, and what is seen becomes the view's. */
export function holdTime(): void {
  useTime.setState({ playing: false });
  settleDates();
}

/** No dates any more, and nothing playing. */
export function clearDates(): void {
  useTime.setState({ playing: false, window: NO_DATES });
  settleDates();
}

/** Lets the layout place the nodes of the dates shown. */
export const arrangeAnew = (): void => useTime.setState({ steady: false });
