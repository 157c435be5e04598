/** The layer over the map on which a lasso is drawn; there only while one is. */

import { type PointerEvent, useRef, useState } from "react";
import { setLasso } from "../state/map-mode.ts";
import { selectedNodes, selectionOf } from "../state/selection.ts";
import { useExplorer } from "../state/store.ts";
import type { MapHandle } from "./handle.ts";
import { extended, type Point } from "./lasso.ts";
import classes from "./map.module.css";
import { MAP_TEXTS } from "./texts.ts";

interface Props {
  readonly handle: MapHandle | null;
  /** That nothing was found, for those who do not see it; the map says what is selected. */
  readonly onDone: (words: string) => void;
}

export function LassoLayer({ handle, onDone }: Props) {
  const [line, setLine] = useState<readonly Point[]>([]);
  const pointer = useRef<number | null>(null);
  const placeOf = (event: PointerEvent): Point => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const end = (event: PointerEvent) => {
    if (event.pointerId !== pointer.current) return;
    pointer.current = null;
    setLine([]);
    setLasso(false);
    const found = line.length > 2 ? (handle?.within(line) ?? []) : [];
    const { selection, select } = useExplorer.getState();
    const add = event.shiftKey || event.ctrlKey || event.metaKey;
    const kept = add ? selectedNodes(selection) : [];
    if (found.length > 0) select(selectionOf([...kept, ...found]));
    else onDone(MAP_TEXTS.lassoFound(0));
    // As after a click on a node: the keys are the map's.
    document.getElementById("map")?.focus({ preventScroll: true });
  };
  return (
    <svg
      className={classes["lasso"]}
      data-lasso
      aria-hidden="true"
      onPointerDown={(event) => {
        if (event.button !== 0 || pointer.current !== null) return;
        // The press begins no selection of words, and takes the focus from nothing.
        event.preventDefault();
        pointer.current = event.pointerId;
        event.currentTarget.setPointerCapture(event.pointerId);
        setLine([placeOf(event)]);
      }}
      onPointerMove={(event) => {
        if (event.pointerId === pointer.current) setLine(extended(line, placeOf(event)));
      }}
      onPointerUp={end}
      onPointerCancel={() => {
        pointer.current = null;
        setLine([]);
      }}
    >
      {line.length > 1 && (
        <polygon
          points={line.map(({ x, y }) => `${x},${y}`).join(" ")}
          fill="currentColor"
          fillOpacity={0.12}
          stroke="currentColor"
          strokeWidth={2}
          strokeDasharray="6 4"
        />
      )}
    </svg>
  );
}
