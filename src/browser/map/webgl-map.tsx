/** The map in WebGL as a component: keeps one scene in step with its properties. */

import { useEffect, useRef } from "react";
import type { PlacedLabel } from "../../formats/svg/occupied.ts";
import { formatSight, parseSight } from "./camera.ts";
import { wantsStillness } from "./capability.ts";
import type { NodeGroup } from "./groups.ts";
import type { MapProps } from "./handle.ts";
import classes from "./map.module.css";
import { Scene } from "./scene.ts";

const NOTHING: readonly PlacedLabel[] = [];
const NO_GROUPS: readonly NodeGroup[] = [];

/** Fills its parent. Loaded only where WebGL 2 works. */
export function WebglMap(props: MapProps) {
  const container = useRef<HTMLDivElement>(null);
  const scene = useRef<Scene | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const fitted = useRef("");
  const arranged = useRef("");
  // The selection that the page was opened with, which the camera went to.
  const cameWith = useRef<MapProps["held"]>(null);
  // What the page was told last about the camera: an address that says the same asks for nothing.
  const told = useRef("");
  // How the camera stood when the map was put away, as behind another tab, and under which properties.
  const left = useRef<{
    readonly stood: ReturnType<Scene["kill"]>;
    readonly camera: string;
    readonly fitKey: string;
  } | null>(null);

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const made = new Scene(
      element,
      {
        onPoint: (target) => latest.current.onPoint(target),
        onPick: (target, add) => latest.current.onPick(target, add),
        onOpen: (key) => latest.current.onOpen(key),
        onPin: (key, at) => latest.current.onPin(key, at),
        onSight: (sight) => latest.current.onSight?.(sight),
        onMenu: (target, at) => latest.current.onMenu?.(target, at),
        onCamera: (sight, byHand) => {
          told.current = byHand ? formatSight(sight) : "";
          latest.current.onCamera?.(sight, byHand);
        },
      },
      wantsStillness,
    );
    scene.current = made;
    fitted.current = "";
    told.current = "";
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0 && entry.contentRect.height > 0)
        made.resized(latest.current.held);
    });
    observer.observe(element);
    latest.current.onReady({
      fit: () => made.fitFree(),
      show: (keys) => made.show(keys),
      zoom: (factor) => made.zoom(factor),
      flyTo: (key) => made.flyTo(key),
      reveal: (target) => made.reveal(target),
      within: (polygon) => made.within(polygon),
      screenPlace: (target) => made.screenPlace(target),
      setSight: (sight) => made.setSight(sight),
    });
    return () => {
      observer.disconnect();
      scene.current = null;
      latest.current.onReady(null);
      const { camera: asked = "", fitKey: key } = latest.current;
      left.current = { stood: made.kill(), camera: asked, fitKey: key };
    };
  }, []);

  const { picture, theme, emphasis, rings, padding, fitKey, groups = NO_GROUPS, locked = false } = props;
  const { camera = "", covered = padding, over = NOTHING } = props;
  useEffect(() => scene.current?.setPadding(padding, covered, latest.current.held), [padding, covered]);
  useEffect(() => {
    const { camera: asked = "", emphasis: marked, whole = false, held, arrangement = "" } = latest.current;
    const sight = asked === told.current ? null : parseSight(asked);
    const isNew = fitted.current === "";
    // Arriving with a selection, the page shows it and what is around it.
    let around: Parameters<Scene["setPicture"]>[2] =
      sight ?? (isNew && !whole ? (marked?.nodes ?? null) : null);
    if (isNew && left.current?.camera === asked && left.current.fitKey === fitKey) {
      // Coming back it shows what it did.
      around = left.current.stood;
      told.current = asked;
    }
    if (isNew) cameWith.current = held;
    const isOther = fitted.current !== fitKey;
    const isByHand = asked !== "" && asked === told.current;
    const isHeld = held !== null && [...held].some((key) => picture.nodeByKey.has(key));
    const stays = !isNew && isByHand && isHeld && arranged.current === arrangement;
    // So it does under other dates and filters, until the reader goes elsewhere or selects something else.
    if (!isNew && held !== null && held === cameWith.current && arranged.current === arrangement)
      around ??= "same";
    scene.current?.setPicture(picture, isOther && !stays, around);
    if (isOther && stays) scene.current?.show(held, false);
    if (isOther) arranged.current = arrangement;
    fitted.current = fitKey;
  }, [picture, fitKey]);
  useEffect(() => {
    const sight = camera === told.current ? null : parseSight(camera);
    told.current = camera;
    if (sight) scene.current?.setSight(sight);
  }, [camera]);
  useEffect(
    () => scene.current?.setLook({ theme, emphasis, rings, groups, over }),
    [theme, emphasis, rings, groups, over],
  );
  useEffect(() => {
    if (scene.current) scene.current.locked = locked;
  }, [locked]);

  return <div ref={container} className={classes["stage"]} data-map-stage />;
}
