/** The right column for one statement and its passage. */

import type { PanelProps } from "./panel.ts";

/** Reads `selection` (a statement). */
export function StatementDetails(_: PanelProps) {
  return <p>Statement</p>;
}
