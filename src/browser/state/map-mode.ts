/** How the map answers to the hand: whether nodes can be moved, and whether a lasso is being drawn. Never in the address. */

import { create } from "zustand";

interface MapMode {
  /** Nodes cannot be dragged and stay where they are when the view changes. */
  readonly locked: boolean;
  /** The next press on the map begins a lasso. */
  readonly lasso: boolean;
}

export const useMapMode = create<MapMode>()(() => ({ locked: false, lasso: false }));

export const toggleLock = (): void => useMapMode.setState(({ locked }) => ({ locked: !locked }));
export const setLasso = (lasso: boolean): void => useMapMode.setState({ lasso });
