/** How far the layout is that an engine in this browser is at; a server does not say. */

import { create } from "zustand";

/** `share`: 0 … 1; null = nothing is laid out here, or not for long. */
export const useLayoutProgress = create<{ readonly share: number | null }>()(() => ({ share: null }));
