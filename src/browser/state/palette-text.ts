/** What is typed into the palette: kept here because keys may come before its field is on the screen. */

import { create } from "zustand";

interface PaletteText {
  readonly text: string;
  /** Enter came before the field too. */
  readonly entered: boolean;
}

export const EMPTY_PALETTE: PaletteText = { text: "", entered: false };

export const usePaletteText = create<PaletteText>()(() => EMPTY_PALETTE);
