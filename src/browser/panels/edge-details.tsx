/** The right column for an edge: the statements behind it. */

import type { PanelProps } from "./panel.ts";

/** Reads `selection` (an edge) and the graph of the view. */
export function EdgeDetails(_: PanelProps) {
  return <p>Edge</p>;
}
