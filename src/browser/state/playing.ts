/** Which scene of the story is on the screen; null while none is played. Not in the address: the scene's own view is. */

import { create } from "zustand";

export const usePlaying = create<{ readonly at: number | null }>()(() => ({ at: null }));
