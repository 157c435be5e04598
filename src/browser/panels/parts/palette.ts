/** The colours of the theme that is shown. */

import { PALETTES, type Palette } from "../../../view/appearance.ts";
import { useExplorer } from "../../state/store.ts";

export const usePalette = (): Palette => PALETTES[useExplorer((state) => state.view.theme)];
