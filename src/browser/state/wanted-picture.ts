/** The picture of the screen that a command asked for, until Export has made it: its size in times of the screen's, 0 for SVG. */

import { create } from "zustand";

export const useWantedPicture = create<{ readonly scale: number | null }>()(() => ({ scale: null }));
