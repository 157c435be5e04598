/**
 * Undo and redo of everything that changes the view: filters, layout, question, tab, settings of panels, moved nodes. What is
 * selected and where the camera stands is not a step of its own. Kept beside the browser's history, which an undo also writes.
 */

import { create } from "zustand";
import { formatAddress, type Place } from "./address.ts";
import { useExplorer } from "./store.ts";

/** Steps kept. */
const MOST = 200;
/** Changes of one text setting within this many milliseconds are one step: a slider that is being moved. */
const ONE_MOVE_MS = 600;

interface UndoState {
  readonly past: readonly Place[];
  readonly future: readonly Place[];
}

export const useUndo = create<UndoState>()(() => ({ past: [], future: [] }));

const placeOf = ({ dataset, view, tab, selection, question, settings, embed }: Place): Place => ({
  dataset,
  view,
  tab,
  selection,
  question,
  settings,
  embed,
});

/** What makes two places the same step. */
const stepOf = (place: Place): string =>
  formatAddress({ ...place, selection: null, settings: { ...place.settings, camera: "" } });

/** Goes one step back; false when there is none. */
export function undo(): boolean {
  const { past, future } = useUndo.getState();
  const before = past.at(-1);
  if (!before) return false;
  useUndo.setState({ past: past.slice(0, -1), future: [placeOf(useExplorer.getState()), ...future] });
  moving = true;
  useExplorer.getState().putBack(before);
  moving = false;
  return true;
}

/** Takes an undo back; false when there is none. */
export function redo(): boolean {
  const { past, future } = useUndo.getState();
  const [next, ...rest] = future;
  if (!next) return false;
  useUndo.setState({ past: [...past, placeOf(useExplorer.getState())], future: rest });
  moving = true;
  useExplorer.getState().putBack(next);
  moving = false;
  return true;
}

/**
 * Back and Forward of the browser that lead to a step which is written down are that many undos or redos: an undo after Back goes
 * on backwards instead of returning to what Back has left. Null when they lead elsewhere.
 */
function travelled({ past, future }: UndoState, from: Place, to: Place): UndoState | null {
  const goal = stepOf(to);
  const back = past.findLastIndex((place) => stepOf(place) === goal);
  const on = future.findIndex((place) => stepOf(place) === goal);
  const here = placeOf(from);
  // The nearer one, where both lead there.
  if (back >= 0 && (on < 0 || past.length - back <= on + 1))
    return { past: past.slice(0, back), future: [...past.slice(back + 1), here, ...future] };
  if (on >= 0) return { past: [...past, here, ...future.slice(0, on)], future: future.slice(on + 1) };
  return null;
}

/** True while undo or redo itself changes the store. */
let moving = false;

/** Starts to write down steps; returns a function that stops. `now` in milliseconds. */
export function recordSteps(now: () => number): () => void {
  let lastReplace = Number.NEGATIVE_INFINITY;
  return useExplorer.subscribe((state, before) => {
    if (moving || !before.resolved) return;
    if (state.dataset !== before.dataset) return useUndo.setState({ past: [], future: [] });
    if (stepOf(state) === stepOf(before)) return;
    // Only what the address brings is not resolved yet.
    const there = state.resolved ? null : travelled(useUndo.getState(), before, state);
    if (there) return useUndo.setState(there);
    const sliding = state.step === "replace" && now() - lastReplace < ONE_MOVE_MS;
    lastReplace = state.step === "replace" ? now() : Number.NEGATIVE_INFINITY;
    if (sliding) return useUndo.setState({ future: [] });
    useUndo.setState(({ past }) => ({ past: [...past.slice(1 - MOST), placeOf(before)], future: [] }));
  });
}
