/** The dialog that says what the data are, how they were made and what their limits are. */

import type { PanelProps } from "./panel.ts";

/** Reads the dataset by `useDataset`. */
export function AboutDialog(_: PanelProps) {
  return <p>About</p>;
}
