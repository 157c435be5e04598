/** The right column for a node: profile, statements, neighbours, allies and opponents. */

import type { PanelProps } from "./panel.ts";

/** Reads `selection` (a node) and `view` from the store. */
export function NodeDetails(_: PanelProps) {
  return <p>Node</p>;
}
