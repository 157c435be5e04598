/** The tab with the statements of the view as a table. */

import type { PanelProps } from "./panel.ts";

/** Reads `view` from the store. */
export function TableTab(_: PanelProps) {
  return <p>Table</p>;
}
