/** Width and height of an element on the page, kept up to date. */

import { useCallback, useRef, useState } from "react";
import type { Size } from "./camera.ts";

const NOTHING: Size = { width: 0, height: 0 };

/** A ref for the element, and its size with borders; nothing while it is not there. */
export function useBox(): readonly [ref: (element: HTMLElement | null) => void, size: Size] {
  const [size, setSize] = useState(NOTHING);
  const observer = useRef<ResizeObserver | null>(null);
  const ref = useCallback((element: HTMLElement | null) => {
    observer.current?.disconnect();
    observer.current = null;
    if (!element) return setSize(NOTHING);
    const measure = () => {
      const { offsetWidth: width, offsetHeight: height } = element;
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    };
    observer.current = new ResizeObserver(measure);
    observer.current.observe(element);
    measure();
  }, []);
  return [ref, size];
}
