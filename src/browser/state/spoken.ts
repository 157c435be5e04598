/** A short message that the page shows for a moment and speaks, after an action that changes nothing else on the screen. */

import { create } from "zustand";

export const useSpoken = create<{ readonly text: string; readonly at: number }>()(() => ({
  text: "",
  at: 0,
}));

export const say = (text: string): void => useSpoken.setState(({ at }) => ({ text, at: at + 1 }));
