/** Where notes, legend and buttons stand over the map, so that no name is written under them. */

import { type RefObject, useLayoutEffect, useState } from "react";
import type { PlacedLabel } from "../../formats/svg/occupied.ts";

const NONE: readonly PlacedLabel[] = [];

/** What is marked by `data-over` beside the map: `whole` for an element, `parts` for its children. */
const OVER = ":scope > [data-over=whole], :scope > [data-over=parts] > *";

/** Their boxes in pixels from the map's upper left corner, measured again whenever one of `sizes` changes. */
export function useOver(
  map: RefObject<HTMLElement | null>,
  sizes: readonly unknown[],
): readonly PlacedLabel[] {
  const [boxes, setBoxes] = useState(NONE);
  useLayoutEffect(() => {
    const element = map.current;
    const origin = element?.getBoundingClientRect();
    const over = element?.parentElement?.querySelectorAll(OVER);
    if (!origin || !over) return;
    const found = Array.from(over, (one): PlacedLabel => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return { key: "", text: "", left: left - origin.left, top: top - origin.top, width, height };
    }).filter(({ width, height }) => width > 0 && height > 0);
    setBoxes((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found));
  }, [map, ...sizes]);
  return boxes;
}
