/** The grip at the top of the sheet: dragged, it makes the sheet taller or folds it. By keyboard the button beside it folds. */

import { type PointerEvent, useRef } from "react";
import classes from "./sheet.module.css";
import { draggedHeight } from "./sheet-height.ts";

interface Props {
  /** The sheet's height now, in pixels. */
  readonly heightOf: () => number;
  readonly onHeight: (height: number) => void;
  /** The grip is let go, with the last height. */
  readonly onRest: (height: number) => void;
}

export function SheetGrip({ heightOf, onHeight, onRest }: Props) {
  const grip = useRef<{ readonly y: number; readonly before: number; height: number } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const before = heightOf();
    grip.current = { y: event.clientY, before, height: before };
  };
  const onPointerMove = (event: PointerEvent) => {
    const held = grip.current;
    if (!held) return;
    held.height = draggedHeight(held.before, held.y - event.clientY, window.innerHeight);
    onHeight(held.height);
  };
  const release = () => {
    if (grip.current) onRest(grip.current.height);
    grip.current = null;
  };
  return (
    <div
      className={classes["grip"]}
      aria-hidden="true"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={release}
      onPointerCancel={release}
    />
  );
}
