/** The Graph tab: fetches the view's picture, draws it, and ties pointer, keyboard and selection to it. */

import { Button, Text, VisuallyHidden } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { DEFAULT_FILTER, DEFAULT_VIEW, type View } from "../../model/view.ts";
import { useGraph } from "../api/hooks.ts";
import { FilterChips } from "../filters/filter-chips.tsx";
import { CompactLegend } from "../legend/compact-legend.tsx";
import { SMALL_SCREEN } from "../shell/screen.ts";
import { Failure, Waiting } from "../shell/states.tsx";
import { useMapAccess } from "../state/map-access.ts";
import { useNames } from "../state/names.ts";
import { useOverlay } from "../state/overlay.ts";
import { formatPins, type Pins, parsePins } from "../state/pins.ts";
import { type Target, usePointer } from "../state/pointer.ts";
import { useExplorer } from "../state/store.ts";
import { TEXTS } from "../texts.ts";
import { freeRoom, NO_PADDING } from "./camera.ts";
import { hasWebgl2 } from "./capability.ts";
import { coarseAspect, compact } from "./compact.ts";
import { emphasisOf, targetOf } from "./emphasis.ts";
import { EmptyMap } from "./empty-map.tsx";
import type { MapHandle, Ring } from "./handle.ts";
import classes from "./map.module.css";
import { MapControls } from "./map-controls.tsx";
import { bestEvidenced, composePicture, type Picture, placed } from "./picture.ts";
import { useBox } from "./use-box.ts";
import { useMapKeys } from "./use-map-keys.ts";
import { describeEdge, describeNode } from "./walk.ts";

const WebglMap = lazy(() => import("./webgl-map.tsx").then((m) => ({ default: m.WebglMap })));
const SvgMap = lazy(() => import("./svg-map.tsx").then((m) => ({ default: m.SvgMap })));

/** Nodes of the first view on a small screen. */
const FEW = 25;

/** Room in pixels above and below the picture where nothing lies over it. */
const TOP_ROOM = 24;
const BOTTOM_ROOM = 20;
/** Distance in pixels of what lies over the map from its edge and from the picture. */
const GAP = 16;

/** The picture with nodes at the places where they were put by hand. */
const pinned = (picture: Picture, pins: Pins): Picture =>
  pins.size === 0
    ? picture
    : placed(
        picture,
        picture.nodes.map(({ key, x, y }) => pins.get(key) ?? { x, y }),
      );

/** The view that leaves out nothing but repeats and what is off the topic. */
const widest = (view: View): View => ({
  ...view,
  ego: DEFAULT_VIEW.ego,
  rollup: DEFAULT_VIEW.rollup,
  projection: DEFAULT_VIEW.projection,
  filter: { ...DEFAULT_FILTER, actors: "all", voice: "any" },
});

export function MapView() {
  const view = useExplorer((state) => state.view);
  const selection = useExplorer((state) => state.selection);
  const highlight = useExplorer((state) => state.highlight);
  const flight = useExplorer((state) => state.flight);
  const showAll = useExplorer((state) => state.showAll);
  const names = useNames();
  const { select, showEgo, setShowAll, setView, setSetting } = useExplorer.getState();
  const target = usePointer((state) => state.target);
  const group = usePointer((state) => state.group);
  const { point } = usePointer.getState();
  const small = useMediaQuery(SMALL_SCREEN, false, { getInitialValueInEffect: false });
  const graph = useGraph(view);
  const pinsText = useExplorer((state) => state.settings.pins);
  const pins = useMemo(() => parsePins(pinsText), [pinsText]);
  const [handle, setHandle] = useState<MapHandle | null>(null);
  const frame = useRef<HTMLElement>(null);

  const document = graph.data;
  const whole = useMemo(
    () => (document ? composePicture(document, view.theme, pins) : null),
    [document, view.theme, pins],
  );
  const kept = useMemo(
    () => new Set([...(highlight?.nodes ?? []), ...(selection?.type === "node" ? [selection.key] : [])]),
    [highlight, selection],
  );
  const [frameBox, frameSize] = useBox();
  const [topBox, topSize] = useBox();
  const [legendBox, legendSize] = useBox();
  const sheet = useOverlay();
  const top = Math.max(TOP_ROOM, topSize.height + GAP);
  const bottom = Math.max(BOTTOM_ROOM, legendSize.height + GAP);
  const room = freeRoom(
    { width: frameSize.width || window.innerWidth, height: frameSize.height || window.innerHeight },
    { ...NO_PADDING, top, bottom },
  );
  const aspect = coarseAspect(room.width, room.height);
  const padding = useMemo(
    () => ({ ...NO_PADDING, top, right: sheet.right, bottom: Math.max(bottom, sheet.bottom + GAP / 2) }),
    [top, bottom, sheet.right, sheet.bottom],
  );
  const reduced = small && !showAll && whole !== null && whole.nodes.length > FEW;
  const picture = useMemo(
    () => (reduced && whole ? pinned(compact(bestEvidenced(whole, FEW, kept), aspect), pins) : whole),
    [reduced, whole, kept, aspect, pins],
  );
  const emphasis = useMemo(
    () => picture && emphasisOf(picture, { pointed: target, group, highlight, selection }),
    [picture, target, group, highlight, selection],
  );
  const selected = picture && targetOf(picture, selection);
  const rings = useMemo((): readonly Ring[] => {
    const marked = selected?.type === "node" ? [{ key: selected.key, dashed: false }] : [];
    return target?.type === "node" && target.key !== selected?.key
      ? [...marked, { key: target.key, dashed: true }]
      : marked;
  }, [selected?.type, selected?.key, target]);
  const selectedKey = selected ? `${selected.type} ${selected.key}` : "";
  // biome-ignore lint/correctness/useExhaustiveDependencies: another selection or path is the event, whatever object carries it
  const held = useMemo(() => {
    const edge = selected?.type === "edge" ? picture?.edgeByKey.get(selected.key) : undefined;
    const ends = edge ? [edge.source, edge.target] : selected ? [selected.key] : [];
    const keys = new Set<string>([...(highlight?.nodes ?? []), ...ends]);
    return keys.size === 0 ? null : keys;
  }, [highlight, selectedKey]);

  useEffect(() => {
    useMapAccess.setState({ handle });
    return () => useMapAccess.setState({ handle: null });
  }, [handle]);
  useEffect(() => {
    if (flight) handle?.flyTo(flight.key);
  }, [flight, handle]);
  useEffect(() => {
    if (!held || !handle) return;
    // The details column opens first and takes its room.
    const timer = setTimeout(() => handle.show(held), 60);
    return () => clearTimeout(timer);
  }, [held, handle]);

  const onPick = useCallback(
    (picked: Target | null) => {
      frame.current?.focus({ preventScroll: true });
      select(picked);
    },
    [select],
  );
  const onPin = useCallback(
    (key: string, at: { readonly x: number; readonly y: number }) =>
      setSetting("pins", formatPins(new Map(parsePins(useExplorer.getState().settings.pins)).set(key, at))),
    [setSetting],
  );
  const onOpen = useCallback((key: string) => showEgo(key), [showEgo]);
  const onKeyDown = useMapKeys({ picture, selected, handle });

  if (graph.isPending) return <Waiting label={TEXTS.loadingMap} />;
  if (!picture || !document) return graph.error && <Failure error={graph.error} retry={graph.refetch} />;
  if (document.nodes.length === 0) return <EmptyMap total={document.attributes.counts.total} />;

  const missing = selection?.type === "node" && !whole?.nodeByKey.has(selection.key) ? selection.key : null;
  const spoken = target ?? selected;
  const node = spoken?.type === "node" ? picture.nodeByKey.get(spoken.key) : undefined;
  const edge = spoken?.type === "edge" ? picture.edgeByKey.get(spoken.key) : undefined;
  const Drawing = hasWebgl2() ? WebglMap : SvgMap;
  return (
    <section ref={frameBox} className={classes["frame"]} aria-label={TEXTS.map}>
      <div
        id="map"
        ref={frame as React.RefObject<HTMLDivElement>}
        className={classes["focus"]}
        role="application"
        aria-roledescription="network map"
        aria-label={document.attributes.description}
        aria-describedby="map-help"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the map is a widget with its own keys
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => point(null)}
        data-nodes={picture.nodes.length}
        data-edges={picture.edges.length}
        data-renderer={hasWebgl2() ? "webgl" : "svg"}
      >
        <Suspense fallback={<Waiting label={TEXTS.loadingMap} />}>
          <Drawing
            picture={picture}
            theme={view.theme}
            emphasis={emphasis}
            rings={rings}
            padding={padding}
            held={held}
            fitKey={`${document.attributes.version} ${document.attributes.view} ${reduced ? aspect : "all"}`}
            onReady={setHandle}
            onPoint={point}
            onPick={onPick}
            onOpen={onOpen}
            onPin={onPin}
          />
        </Suspense>
      </div>
      <VisuallyHidden id="map-help">{TEXTS.mapHelp}</VisuallyHidden>
      <VisuallyHidden aria-live="polite" role="status">
        {node ? describeNode(node) : edge ? describeEdge(picture, edge) : ""}
      </VisuallyHidden>
      <div ref={topBox} className={classes["top"]}>
        <FilterChips />
        {missing !== null && (
          <div className={classes["note"]} role="status">
            <Text size="xs">{TEXTS.notShown(names.node(missing))}</Text>
            <Button size="compact-xs" variant="light" onClick={() => setView(widest(view))}>
              {TEXTS.showIt}
            </Button>
          </div>
        )}
        {small && whole && whole.nodes.length > FEW && (
          <div className={classes["note"]}>
            <Text size="xs">{reduced ? TEXTS.bestOnly(picture.nodes.length, whole.nodes.length) : null}</Text>
            <Button size="compact-xs" variant="light" onClick={() => setShowAll(!showAll)}>
              {reduced ? TEXTS.showAll : TEXTS.showBest}
            </Button>
          </div>
        )}
      </div>
      <CompactLegend box={legendBox} />
      <MapControls handle={handle} pinned={pins.size > 0} onUnpin={() => setSetting("pins", "", "push")} />
    </section>
  );
}
