/** The dialog that lists the downloads of the current view. */

import type { PanelProps } from "./panel.ts";

/** Reads `view` from the store. */
export function ExportMenu(_: PanelProps) {
  return <p>Export</p>;
}
