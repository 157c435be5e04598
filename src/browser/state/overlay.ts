/** How much of the page the details sheet of a small screen covers, so that the map can keep clear of it. */

import { create } from "zustand";

interface OverlayState {
  /** Pixels from the bottom and from the right edge of the map. */
  readonly bottom: number;
  readonly right: number;
  cover(room: { readonly bottom: number; readonly right: number }): void;
}

export const useOverlay = create<OverlayState>()((set) => ({
  bottom: 0,
  right: 0,
  cover: (room) => set(room),
}));
