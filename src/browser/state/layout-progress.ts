/** How far the layout of the picture is that is waited for, made by an engine in this browser or by the server. */

import { create } from "zustand";

/** `share`: 0 … 1; null = nothing is laid out, or not for long. */
export const useLayoutProgress = create<{ readonly share: number | null }>()(() => ({ share: null }));
