/** The map in WebGL as a component: keeps one scene in step with its properties. */

import { useEffect, useRef } from "react";
import { wantsStillness } from "./capability.ts";
import type { MapProps } from "./handle.ts";
import classes from "./map.module.css";
import { Scene } from "./scene.ts";

/** Fills its parent. Loaded only where WebGL 2 works. */
export function WebglMap(props: MapProps) {
  const container = useRef<HTMLDivElement>(null);
  const scene = useRef<Scene | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const fitted = useRef("");

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const made = new Scene(
      element,
      {
        onPoint: (target) => latest.current.onPoint(target),
        onPick: (target) => latest.current.onPick(target),
        onOpen: (key) => latest.current.onOpen(key),
        onPin: (key, at) => latest.current.onPin(key, at),
      },
      wantsStillness,
    );
    scene.current = made;
    fitted.current = "";
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0 && entry.contentRect.height > 0)
        made.resized(latest.current.held);
    });
    observer.observe(element);
    latest.current.onReady({
      fit: () => made.fit(true),
      show: (keys) => made.show(keys),
      zoom: (factor) => made.zoom(factor),
      flyTo: (key) => made.flyTo(key),
      reveal: (target) => made.reveal(target),
    });
    return () => {
      observer.disconnect();
      scene.current = null;
      latest.current.onReady(null);
      made.kill();
    };
  }, []);

  const { picture, theme, emphasis, rings, padding, fitKey } = props;
  useEffect(() => scene.current?.setPadding(padding, latest.current.held), [padding]);
  useEffect(() => {
    // Arriving with a selection, the page shows it and what is around it.
    const around = fitted.current === "" ? (latest.current.emphasis?.nodes ?? null) : null;
    scene.current?.setPicture(picture, fitted.current !== fitKey, around);
    fitted.current = fitKey;
  }, [picture, fitKey]);
  useEffect(() => scene.current?.setLook({ theme, emphasis, rings }), [theme, emphasis, rings]);

  return <div ref={container} className={classes["stage"]} />;
}
