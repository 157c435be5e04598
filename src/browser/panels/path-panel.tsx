/** The left column for path questions and their answers. */

import type { PanelProps } from "./panel.ts";

/** Edits `draft`, asks by `ask`, marks by `choosePath`. */
export function PathPanel(_: PanelProps) {
  return <p>Path</p>;
}
