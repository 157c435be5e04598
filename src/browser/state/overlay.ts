/** How much of the page the details sheet and the drawer of a small screen cover, so that the map can keep clear of them. */

import { create } from "zustand";

interface Covered {
  /** Pixels from the bottom and from the right edge of the map. */
  readonly bottom: number;
  readonly right: number;
  /** Pixels from the left edge of the map, and from the top of the page. */
  readonly left: number;
  readonly top: number;
}

interface OverlayState extends Covered {
  cover(room: Partial<Covered>): void;
}

export const useOverlay = create<OverlayState>()((set) => ({
  bottom: 0,
  right: 0,
  left: 0,
  top: 0,
  cover: (room) => set(room),
}));
