/** A camera for the SVG map: size of the element, sight, panning by drag, zooming by wheel. */

import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import {
  clampScale,
  fitSight,
  formatSight,
  type Padding,
  parseSight,
  type Sight,
  type Size,
  withMargin,
} from "./camera.ts";
import type { MapProps } from "./handle.ts";
import { extent, type Picture } from "./picture.ts";

export interface Camera {
  readonly size: Size;
  readonly sight: Sight;
  readonly setSight: (sight: Sight) => void;
  readonly fit: () => void;
  readonly zoom: (factor: number) => void;
  /** Handlers for the element; a drag of more than three pixels is no click. */
  readonly drag: {
    onPointerDown(event: PointerEvent): void;
    onPointerMove(event: PointerEvent): void;
    onPointerUp(event: PointerEvent): void;
  };
  readonly dragged: () => boolean;
  /** A press on a node begins, or has become a drag: the click that ends it is none. */
  readonly press: () => void;
  readonly markDragged: () => void;
}

/** Milliseconds without a move of the camera after which it has come to rest. */
const REST_MS = 120;

export function useSight(
  element: RefObject<SVGSVGElement | null>,
  picture: Picture,
  padding: Padding,
  { fitKey, camera = "", onCamera, onSight }: Pick<MapProps, "fitKey" | "camera" | "onCamera" | "onSight">,
): Camera {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const [sight, setSight] = useState<Sight>({ x: 0, y: 0, scale: 1 });
  const grip = useRef<{ x: number; y: number; moved: number } | null>(null);
  const wasDragged = useRef(false);
  // Whether the camera was moved since everything was shown; the map then keeps still.
  const moved = useRef(false);

  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0)
        setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);

  const fit = useCallback(() => {
    moved.current = false;
    setSight(fitSight(extent(picture), size, withMargin(padding, picture.guides)));
  }, [picture, size, padding]);
  const latestFit = useRef(fit);
  latestFit.current = fit;
  // What the page was told last about the camera: an address that says the same asks for nothing.
  const told = useRef("");
  const asked = useRef(camera);
  asked.current = camera;
  // Coming back from behind another tab it goes where it stood, by the address.
  useEffect(
    () => () => {
      told.current = "";
    },
    [],
  );
  /** Goes where the address says, when that is news; else shows everything. */
  const begin = useCallback(() => {
    const wanted = asked.current === told.current ? null : parseSight(asked.current);
    if (!wanted) return latestFit.current();
    moved.current = true;
    setSight(wanted);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view is the event
  useEffect(() => begin(), [begin, fitKey]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the size of the map, or of what lies over it, has changed
  useEffect(() => {
    if (!moved.current) latestFit.current();
  }, [size, padding]);
  useEffect(() => {
    if (camera !== "" && camera !== told.current) begin();
    told.current = camera;
  }, [camera, begin]);
  const report = useRef({ onCamera, onSight });
  report.current = { onCamera, onSight };
  useEffect(() => {
    report.current.onSight?.(sight);
    const timer = setTimeout(() => {
      told.current = moved.current ? formatSight(sight) : "";
      report.current.onCamera?.(sight, moved.current);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [sight]);

  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const factor = Math.exp(-event.deltaY / 400);
      moved.current = true;
      setSight((before) => ({ ...before, scale: clampScale(before.scale * factor) }));
    };
    target.addEventListener("wheel", onWheel, { passive: false });
    return () => target.removeEventListener("wheel", onWheel);
  }, [element]);

  return {
    size,
    sight,
    setSight: (next) => {
      moved.current = true;
      setSight(next);
    },
    fit,
    zoom: (factor) => {
      moved.current = true;
      setSight((before) => ({ ...before, scale: clampScale(before.scale * factor) }));
    },
    drag: {
      onPointerDown(event) {
        grip.current = { x: event.clientX, y: event.clientY, moved: 0 };
        wasDragged.current = false;
      },
      onPointerMove(event) {
        const held = grip.current;
        if (!held || event.buttons === 0) return;
        const dx = event.clientX - held.x;
        const dy = event.clientY - held.y;
        grip.current = { x: event.clientX, y: event.clientY, moved: held.moved + Math.hypot(dx, dy) };
        if (grip.current.moved <= 3) return;
        wasDragged.current = true;
        moved.current = true;
        setSight((before) => ({
          ...before,
          x: before.x - dx / before.scale,
          y: before.y + dy / before.scale,
        }));
      },
      onPointerUp() {
        grip.current = null;
      },
    },
    dragged: () => wasDragged.current,
    press: () => {
      wasDragged.current = false;
    },
    markDragged: () => {
      wasDragged.current = true;
    },
  };
}
