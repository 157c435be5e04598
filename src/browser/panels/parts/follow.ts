/** Following a link inside a panel: selects its goal and takes the focus along to the heading that then appears. */

import { useEffect, useRef } from "react";
import type { Selection } from "../../state/selection.ts";
import { useExplorer } from "../../state/store.ts";

/** True between a click on a link in a panel and the heading that takes the focus. */
let followed = false;

/** Selects a node and moves the map to it. */
export function followNode(key: string): void {
  followed = true;
  useExplorer.getState().goTo(key);
}

/** Selects an edge or a statement. */
export function follow(selection: Selection): void {
  followed = true;
  useExplorer.getState().select(selection);
}

/**
 * The ref of a panel's heading (`tabIndex={-1}`). It takes the focus when the panel's subject changed by a link inside a panel,
 * never when it was picked on the map, where the keyboard goes on walking.
 */
export function useHeadingFocus(subject: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the effect is about the change of subject
  useEffect(() => {
    if (!followed) return;
    followed = false;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "nearest" });
  }, [subject]);
  return heading;
}
