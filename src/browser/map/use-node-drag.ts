/** Moving nodes by the mouse on the SVG map: they stay where they are put, as on the WebGL map. */

import { type PointerEvent, useCallback, useRef } from "react";
import type { MapProps } from "./handle.ts";
import type { Camera } from "./use-sight.ts";

/** Pixels that the pointer may move during a click. */
const CLICK_ROOM = 3;

/** A handler for `pointerdown` on a node. A finger pans the map instead: small screens are full of nodes. */
export function useNodeDrag(
  camera: Camera,
  { picture, onPin, locked = false }: Pick<MapProps, "picture" | "onPin" | "locked">,
) {
  const latest = useRef({ camera, picture, onPin, locked });
  latest.current = { camera, picture, onPin, locked };
  return useCallback((event: PointerEvent, key: string) => {
    if (event.pointerType !== "mouse" || event.button !== 0 || latest.current.locked) return;
    const from = latest.current.picture.nodeByKey.get(key);
    if (!from) return;
    event.stopPropagation();
    latest.current.camera.press();
    const start = { x: event.clientX, y: event.clientY };
    const move = (to: globalThis.PointerEvent) => {
      const [dx, dy] = [to.clientX - start.x, to.clientY - start.y];
      const now = latest.current;
      if (!now.camera.dragged() && Math.hypot(dx, dy) <= CLICK_ROOM) return;
      now.camera.markDragged();
      const { scale } = now.camera.sight;
      now.onPin(key, { x: from.x + dx / scale, y: from.y - dy / scale });
    };
    const end = () => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", end);
      window.removeEventListener("pointercancel", end);
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", end);
    window.addEventListener("pointercancel", end);
  }, []);
}
