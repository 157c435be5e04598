/** What a panel is: one part of the page with its own place in the shell. */

import type { ComponentType } from "react";
import type { Selection } from "../state/selection.ts";

/**
 * `details`: the right column, shown while its `accepts` says yes to the selection.
 * `left`: the left column, opened by its id or its button there. `dock`: a strip under the map, opened by its id. `dialog`: in a modal titled by the label. `tab`: fills the page's middle.
 */
type Region = "details" | "left" | "dock" | "dialog" | "tab";

/** What the shell hands to a panel; everything else comes from the store and the API hooks. */
export interface PanelProps {
  /** Closes the panel (dialogs, left panels); details panels clear the selection by it. */
  readonly onClose: () => void;
}

export interface Panel {
  readonly id: string;
  /** Heading, in the interface's language. */
  readonly label: string;
  /** What the choice at the head of the left column calls it, where the label is too long. */
  readonly short?: string;
  readonly region: Region;
  /** A component, usually `lazy(() => import("./x.tsx").then((m) => ({ default: m.X })))`. */
  readonly component: ComponentType<PanelProps>;
  /** Only in region `left`: opened from elsewhere, and listed at the column's head only while it is open. */
  readonly quiet?: boolean;
  /** Only in region `details`: whether the panel shows this selection. */
  readonly accepts?: (selection: Selection) => boolean;
}
