/** Which rows of a long table are drawn: those in sight of its scrolling box and a few around them. */

import {
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useState,
} from "react";
import { RowHeights } from "./row-heights.ts";

/** Rows drawn beyond the edges. */
const AROUND = 12;
const GUESS_PX = 49;

export interface VirtualRows {
  /** First row drawn, and the one after the last. */
  readonly first: number;
  readonly end: number;
  /** Room in pixels above and below the rows drawn. */
  readonly before: number;
  readonly after: number;
  /** Brings a row in sight; it is drawn after the next frame. */
  reveal(row: number): void;
}

/**
 * @param box the element that scrolls; its rows carry `data-at` with their number
 * @param reset another value: other rows, whose heights are not known
 * @param head height of what stays in place at the top of the box, in pixels
 */
export function useVirtualRows(
  box: RefObject<HTMLElement | null>,
  count: number,
  reset: unknown,
  head: number,
): VirtualRows {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows need other heights
  const heights = useMemo(() => new RowHeights(0, GUESS_PX), [reset]);
  heights.resize(count);
  const [sight, setSight] = useState({ top: 0, height: 800 });
  const [, remeasured] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let frame = 0;
    const look = () => {
      frame = 0;
      setSight({ top: element.scrollTop, height: element.clientHeight });
    };
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    look();
    element.addEventListener("scroll", later, { passive: true });
    const observer = new ResizeObserver(later);
    observer.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener("scroll", later);
      observer.disconnect();
    };
  }, [box]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows begin at the top
  useEffect(() => {
    // No value: browsers give a promise, which React would take for what cleans up.
    void box.current?.scrollTo({ top: 0 });
  }, [reset, box]);
  useLayoutEffect(() => {
    let changed = false;
    for (const row of box.current?.querySelectorAll<HTMLElement>("tr[data-at]") ?? [])
      changed = heights.measured(Number(row.dataset["at"]), row.getBoundingClientRect().height) || changed;
    if (changed) remeasured();
  });
  const first = Math.max(0, heights.rowAt(sight.top) - AROUND);
  const end = Math.min(count, heights.rowAt(sight.top + sight.height) + 1 + AROUND);
  const reveal = useCallback(
    (row: number) => {
      const element = box.current;
      if (!element) return;
      const [top, bottom] = [heights.top(row), heights.top(row + 1)];
      if (top < element.scrollTop) element.scrollTop = top;
      else if (bottom + head > element.scrollTop + element.clientHeight)
        element.scrollTop = bottom + head - element.clientHeight;
      setSight({ top: element.scrollTop, height: element.clientHeight });
    },
    [box, heights, head],
  );
  return { first, end, before: heights.top(first), after: heights.top(count) - heights.top(end), reveal };
}
