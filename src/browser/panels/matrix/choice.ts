/** What the Matrix tab is set to, from the address and back into it. */

import { useMemo } from "react";
import { useExplorer } from "../../state/store.ts";
import { formatMatrixSettings, type MatrixSettings, parseMatrixSettings } from "./settings.ts";

/** Each change is an entry of the history, so that Back and undo take it away. */
function set(change: Partial<MatrixSettings>): void {
  const { settings, setSetting } = useExplorer.getState();
  setSetting("matrix", formatMatrixSettings({ ...parseMatrixSettings(settings.matrix), ...change }), "push");
}

export function useMatrixChoice(): MatrixSettings & { readonly set: typeof set } {
  const text = useExplorer((state) => state.settings.matrix);
  return useMemo(() => ({ ...parseMatrixSettings(text), set }), [text]);
}
