/** The Graph tab: fetches the view's picture, draws it, and ties pointer, keyboard and selection to it. */

import { VisuallyHidden } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type CSSProperties, lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useDirectory } from "../api/hooks.ts";
import { CompactLegend } from "../legend/compact-legend.tsx";
import { FEW_SCREEN } from "../shell/screen.ts";
import { FOLDED } from "../shell/sheet-height.ts";
import { Failure } from "../shell/states.tsx";
import { useMapAccess } from "../state/map-access.ts";
import { useMapMode } from "../state/map-mode.ts";
import { useOverlay } from "../state/overlay.ts";
import { formatPins, parsePins } from "../state/pins.ts";
import { type Target, usePointer } from "../state/pointer.ts";
import { selectedNodes, toggled } from "../state/selection.ts";
import { useExplorer } from "../state/store.ts";
import { TEXTS } from "../texts.ts";
import { arrangementOf } from "./arrangement.ts";
import { coarseAspect, fewFor, keptAspect, keptRoom, roomAbove } from "./aspect.ts";
import { formatSight, freeRoom, NO_PADDING, type Sight, type Size } from "./camera.ts";
import { hasWebgl2 } from "./capability.ts";
import { detailNote } from "./detail.ts";
import { placeless } from "./drawable.ts";
import { emphasisOf, targetOf } from "./emphasis.ts";
import { EmptyMap } from "./empty-map.tsx";
import { neighboursIn, selectedEnds } from "./expanded.ts";
import { useFirstPicture } from "./first-picture.ts";
import { nextDepth } from "./grow.ts";
import type { MapHandle, Ring } from "./handle.ts";
import type { Point } from "./lasso.ts";
import { LassoLayer } from "./lasso-layer.tsx";
import { isThinned, mainLines } from "./lines.ts";
import classes from "./map.module.css";
import { MapControls } from "./map-controls.tsx";
import type { MenuRequest } from "./map-menu.tsx";
import { MapNotes } from "./map-notes.tsx";
import { MapWaiting } from "./map-waiting.tsx";
import { MAP_TEXTS } from "./texts.ts";
import { useBox } from "./use-box.ts";
import { useGroups } from "./use-groups.ts";
import { useMapKeys } from "./use-map-keys.ts";
import { useOver } from "./use-over.ts";
import { usePicture } from "./use-picture.ts";
import { useStanding, useTimedGraph } from "./use-timed.ts";
import { describeEdge, describeNode } from "./walk.ts";

const WebglMap = lazy(() => import("./webgl-map.tsx").then((m) => ({ default: m.WebglMap })));
const SvgMap = lazy(() => import("./svg-map.tsx").then((m) => ({ default: m.SvgMap })));
const MapMenu = lazy(() => import("./map-menu.tsx").then((m) => ({ default: m.MapMenu })));

/** Room in pixels above and below the picture where nothing lies over it. */
const TOP_ROOM = 24;
const BOTTOM_ROOM = 20;
/** Distance in pixels of what lies over the map from its edge and from the picture. */
const GAP = 16;
/** Milliseconds of rest after which the camera's place is written into the address. */
const CAMERA_MS = 300;

const isInMenu = (place: EventTarget | null): boolean =>
  place instanceof Element && place.closest("[role=menu]") !== null;

export function MapView() {
  const view = useExplorer((state) => state.view);
  const selection = useExplorer((state) => state.selection);
  const embed = useExplorer((state) => state.embed);
  const highlight = useExplorer((state) => state.highlight);
  const flight = useExplorer((state) => state.flight);
  const camera = useExplorer((state) => state.settings.camera);
  const { select, showEgo, setSetting } = useExplorer.getState();
  const { locked, lasso } = useMapMode();
  const target = usePointer((state) => state.target);
  const group = usePointer((state) => state.group);
  const { point } = usePointer.getState();
  const small = useMediaQuery(FEW_SCREEN, false, { getInitialValueInEffect: false });
  const actors = useDirectory().data?.actors.length;
  const { graph, whole: document, part } = useTimedGraph(view);
  const [handle, setHandle] = useState<MapHandle | null>(null);
  const [menu, setMenu] = useState<MenuRequest | null>(null);
  const [said, setSaid] = useState("");
  const frame = useRef<HTMLElement>(null);

  const kept = useMemo(
    () =>
      new Set([
        ...(highlight?.nodes ?? []),
        ...selectedEnds(document?.edges ?? [], selection),
        ...view.expand,
        ...neighboursIn(document?.edges ?? [], view.expand),
      ]),
    [highlight, selection, document, view.expand],
  );
  const [frameBox, frameSize] = useBox();
  const [topBox, topSize] = useBox();
  const [legendBox, legendSize] = useBox();
  const [controlsBox, controlsSize] = useBox();
  const sheet = useOverlay();
  // The buttons stand in a column at the right, or in a row above where the screen is low.
  const upright = controlsSize.height > controlsSize.width;
  const side = upright ? controlsSize.width + GAP / 2 : 0;
  const top = Math.max(TOP_ROOM, topSize.height + GAP, upright ? 0 : controlsSize.height + GAP);
  const bottom = Math.max(BOTTOM_ROOM, legendSize.height + GAP);
  const room = freeRoom(
    { width: frameSize.width || window.innerWidth, height: frameSize.height || window.innerHeight },
    { ...NO_PADDING, top, right: side, bottom },
  );
  const few = fewFor(window.innerWidth, window.innerHeight);
  const laidOutFor = useRef<number | null>(null);
  const aspect = keptAspect(laidOutFor.current, coarseAspect(room.width, room.height));
  laidOutFor.current = aspect;
  const drawnOutTo = useRef<Size | null>(null);
  const free = keptRoom(drawnOutTo.current, room);
  drawnOutTo.current = free;
  const padding = useMemo(() => ({ ...NO_PADDING, top, right: side, bottom }), [top, bottom, side]);
  const covered = useMemo(
    () => ({
      ...padding,
      top: Math.max(
        roomAbove({ top, notes: topSize.height, controls: upright ? 0 : controlsSize.height }, sheet.right),
        sheet.top - (frame.current?.getBoundingClientRect().top ?? 0) + GAP,
      ),
      left: sheet.left,
      right: side + sheet.right,
      bottom: Math.max(bottom, sheet.bottom + GAP / 2),
    }),
    [padding, top, bottom, side, upright, topSize.height, controlsSize.height, sheet],
  );
  const over = useOver(frame, [topSize, legendSize, controlsSize, frameSize, sheet, document !== undefined]);
  const arranged = usePicture(document, view, {
    small,
    aspect,
    few,
    kept,
    free,
    thinned: !small && selection !== null,
  });
  const { whole, reduced, hidden } = arranged;
  const picture = useStanding(arranged, part, view.theme);
  const groups = useGroups(picture, view);
  const emphasis = useMemo(
    () => picture && emphasisOf(picture, { pointed: target, group, highlight, selection }),
    [picture, target, group, highlight, selection],
  );
  const selected = picture && targetOf(picture, selection);
  const without = useMemo(() => placeless({ whole: document, part }), [document, part]);
  const rings = useMemo((): readonly Ring[] => {
    const marked = selectedNodes(selection).map((key): Ring => ({ key, dashed: false }));
    return target?.type === "node" && !marked.some(({ key }) => key === target.key)
      ? [...marked, { key: target.key, dashed: true }]
      : marked;
  }, [selection, target]);
  const selectedKey = selected ? `${selected.type} ${selected.key}` : selectedNodes(selection).join(";");
  // biome-ignore lint/correctness/useExhaustiveDependencies: another selection or path is the event, whatever object carries it
  const held = useMemo(() => {
    const edge = selected?.type === "edge" ? picture?.edgeByKey.get(selected.key) : undefined;
    const ends = edge ? [edge.source, edge.target] : selectedNodes(selection);
    const keys = new Set<string>([...(highlight?.nodes ?? []), ...ends]);
    return keys.size === 0 ? null : keys;
  }, [highlight, selectedKey]);

  useEffect(() => {
    useMapAccess.setState({ handle });
    return () => useMapAccess.setState({ handle: null });
  }, [handle]);
  useEffect(
    () => useMapAccess.setState({ places: picture?.nodeByKey ?? new Map(), guides: picture?.guides ?? null }),
    [picture],
  );
  useEffect(() => useMapAccess.setState({ groups: groups.groups }), [groups.groups]);
  // What was said of a selection is no longer so.
  useEffect(() => {
    if (selection === null) setSaid("");
  }, [selection]);
  useEffect(() => {
    if (!flight || !handle) return;
    handle.flyTo(flight.key);
    // Else the next map, after another tab or an empty view, would fly there again.
    useExplorer.setState({ flight: null, step: "none" });
  }, [flight, handle]);
  useEffect(() => {
    if (!held || !handle) return;
    // The details column opens first and takes its room.
    const timer = setTimeout(() => handle.show(held), 60);
    return () => clearTimeout(timer);
  }, [held, handle]);

  const onPick = useCallback(
    (picked: Target | null, add: boolean) => {
      frame.current?.focus({ preventScroll: true });
      if (!add) return select(picked);
      if (picked?.type === "node") select(toggled(useExplorer.getState().selection, picked.key));
    },
    [select],
  );
  const onPin = useCallback(
    (key: string, at: Point) =>
      setSetting("pins", formatPins(new Map(parsePins(useExplorer.getState().settings.pins)).set(key, at))),
    [setSetting],
  );
  const onOpen = useCallback(
    (key: string) => showEgo(key, nextDepth(useExplorer.getState().view, key)),
    [showEgo],
  );
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const onCamera = useCallback(
    (sight: Sight, byHand: boolean) => {
      clearTimeout(rest.current);
      rest.current = setTimeout(() => {
        const text = byHand ? formatSight(sight) : "";
        if (useExplorer.getState().settings.camera !== text) setSetting("camera", text);
      }, CAMERA_MS);
    },
    [setSetting],
  );
  useEffect(() => () => clearTimeout(rest.current), []);
  const onMenu = useCallback((about: Target | null, at: Point) => {
    frame.current?.focus({ preventScroll: true });
    setMenu({ target: about, at });
  }, []);
  const onMenuClosed = useCallback(() => {
    setMenu(null);
    const onFocus = ({ target: place }: FocusEvent) => place !== frame.current && point(null);
    window.addEventListener("focusin", onFocus, { once: true });
  }, [point]);
  const onKeyDown = useMapKeys({ picture, selected, handle, frame, onMenu });

  useFirstPicture(handle !== null || graph.error !== null || document?.nodes.length === 0);

  if (graph.isPending) return <MapWaiting />;
  if (!picture || !whole || !document)
    return graph.error ? <Failure error={graph.error} retry={graph.refetch} /> : <MapWaiting />;
  if (document.nodes.length === 0) return <EmptyMap total={document.attributes.counts.total} />;

  const [only, ...more] = selectedNodes(selection);
  const chosen = more.length === 0 ? picture.nodeByKey.get(only ?? "") : undefined;
  const fewer =
    small && whole.nodes.length > few
      ? { drawn: picture.nodes.length, all: whole.nodes.length, reduced }
      : null;
  // Dates that are tried out leave this of it, at the places of the whole.
  const shown = part ?? document;
  const detail = detailNote(
    {
      attributes: shown.attributes,
      size: { nodes: shown.nodes.length, edges: shown.edges.length },
      placeless: without,
      strongest: isThinned(picture) ? mainLines(picture).length : null,
    },
    {
      view,
      selected: chosen ? { key: chosen.key, label: chosen.label } : null,
      grouped: groups.by !== null,
      actors,
      few: fewer,
    },
  );
  const spoken = target ?? selected;
  const node = spoken?.type === "node" ? picture.nodeByKey.get(spoken.key) : undefined;
  const edge = spoken?.type === "edge" ? picture.edgeByKey.get(spoken.key) : undefined;
  const Drawing = hasWebgl2() ? WebglMap : SvgMap;
  return (
    <section
      ref={frameBox}
      className={classes["frame"]}
      data-embed={embed || undefined}
      data-covered={sheet.right > 0 || undefined}
      aria-label={TEXTS.map}
      style={
        {
          "--cover": `${sheet.right}px`,
          // A sheet that is folded leaves room for what stands at the edge.
          "--cover-below": `${sheet.bottom <= FOLDED ? sheet.bottom : 0}px`,
        } as CSSProperties
      }
    >
      <div
        id="map"
        ref={frame as React.RefObject<HTMLDivElement>}
        className={classes["focus"]}
        role="application"
        aria-roledescription="network map"
        aria-label={shown.attributes.description}
        aria-describedby="map-help"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the map is a widget with its own keys
        tabIndex={0}
        onKeyDown={onKeyDown}
        // The menu is about what is marked, which the keys go on from when it has closed.
        onBlur={({ relatedTarget }) => !isInMenu(relatedTarget) && point(null)}
        data-nodes={picture.nodes.filter(({ trace }) => !trace).length}
        data-edges={picture.edges.length}
        data-renderer={hasWebgl2() ? "webgl" : "svg"}
      >
        <Suspense fallback={<MapWaiting />}>
          <Drawing
            picture={picture}
            theme={view.theme}
            emphasis={emphasis}
            rings={rings}
            groups={groups.groups}
            padding={padding}
            covered={covered}
            over={over}
            held={held}
            locked={locked}
            camera={camera}
            fitKey={`${document.attributes.version} ${document.attributes.view} ${reduced ? aspect : "all"} ${picture.guides?.ring?.x ?? ""}`}
            arrangement={arrangementOf(view)}
            onReady={setHandle}
            onPoint={point}
            onPick={onPick}
            onOpen={onOpen}
            onPin={onPin}
            onCamera={onCamera}
            onMenu={onMenu}
          />
        </Suspense>
      </div>
      {lasso && <LassoLayer handle={handle} onDone={setSaid} />}
      <VisuallyHidden id="map-help">{TEXTS.mapHelp}</VisuallyHidden>
      <VisuallyHidden aria-live="polite" role="status">
        {node
          ? describeNode(node)
          : edge
            ? describeEdge(picture, edge)
            : more.length > 0
              ? MAP_TEXTS.lassoFound(more.length + 1)
              : said}
      </VisuallyHidden>
      <MapNotes
        box={topBox}
        missing={selectedNodes(selection).filter((key) => !whole.nodeByKey.has(key))}
        hidden={hidden}
        groups={groups}
        guides={
          document.attributes.guides
            ? {
                notes: document.attributes.guides.notes,
                aside: document.attributes.guides.aside.length > 0,
              }
            : null
        }
        lines={{ drawn: mainLines(picture).length, all: picture.edges.length }}
        detail={detail}
        few={fewer}
      />
      <CompactLegend box={legendBox} />
      <MapControls box={controlsBox} handle={handle} plain={embed} />
      {menu && (
        <Suspense fallback={null}>
          <MapMenu {...menu} picture={picture} onClose={onMenuClosed} say={setSaid} />
        </Suspense>
      )}
    </section>
  );
}
