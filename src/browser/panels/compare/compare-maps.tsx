/** Two maps side by side: the same node at the same place in both, and one camera for both. */

import { type ComponentProps, lazy, Suspense, useCallback, useMemo, useRef, useState } from "react";
import { coarseAspect, keptAspect, keptRoom } from "../../map/aspect.ts";
import { freeRoom, NO_PADDING, type Sight, type Size } from "../../map/camera.ts";
import { hasWebgl2 } from "../../map/capability.ts";
import type { MapHandle } from "../../map/handle.ts";
import { linesNote } from "../../map/lines.ts";
import { MapControls } from "../../map/map-controls.tsx";
import type { Picture } from "../../map/picture.ts";
import { ringed } from "../../map/ring.ts";
import { stretched } from "../../map/stretch.ts";
import { useBox } from "../../map/use-box.ts";
import { useMarked } from "../../map/use-marked.ts";
import { type Target, usePointer } from "../../state/pointer.ts";
import type { Selection } from "../../state/selection.ts";
import { useExplorer } from "../../state/store.ts";
import { Waiting } from "../parts/answered.tsx";
import { COMPARE_TEXTS as TEXTS } from "./texts.ts";
import type { SidePicture } from "./use-sides.ts";

const WebglMap = lazy(() => import("../../map/webgl-map.tsx").then((m) => ({ default: m.WebglMap })));
const SvgMap = lazy(() => import("../../map/svg-map.tsx").then((m) => ({ default: m.SvgMap })));

export interface CompareMapsProps {
  readonly sides: readonly (SidePicture | null)[];
  readonly labels: readonly string[];
  /** Another text means other maps, which are shown whole. */
  readonly drawn: string;
  /** What is drawn is still that of another choice, whose numbers are not given for this one. */
  readonly pending: boolean;
}

/** The buttons stand at the right. */
const PADDING = { ...NO_PADDING, top: 8, right: 44, bottom: 8 };
const nothing = () => {};

export function CompareMaps({ sides, labels, drawn, pending }: CompareMapsProps) {
  const handles = useRef<(MapHandle | null)[]>([null, null]);
  const onReady = useMemo(
    () =>
      [0, 1].map((at) => (handle: MapHandle | null) => {
        handles.current[at] = handle;
      }),
    [],
  );
  // Each map follows the other; the sight that both have ends it.
  const common = useRef("");
  const onSight = useMemo(
    () =>
      [0, 1].map((at) => (sight: Sight) => {
        const name = sightName(sight);
        if (name === common.current) return;
        common.current = name;
        handles.current[1 - at]?.setSight(sight);
      }),
    [],
  );
  const both = useCallback((act: (handle: MapHandle) => void) => {
    // The other one follows.
    const first = handles.current.find((handle) => handle !== null);
    if (first) act(first);
  }, []);
  const handle = useMemo(
    (): Pick<MapHandle, "fit" | "zoom"> => ({
      fit: () => both((one) => one.fit()),
      zoom: (factor) => both((one) => one.zoom(factor)),
    }),
    [both],
  );
  // Both frames have the same size: both pictures are drawn out alike.
  const [box, size] = useBox();
  const laidOutFor = useRef<number | null>(null);
  const room = freeRoom(size, PADDING);
  const aspect =
    size.width > 0 ? keptAspect(laidOutFor.current, coarseAspect(room.width, room.height)) : null;
  laidOutFor.current = aspect;
  const drawnOutTo = useRef<Size | null>(null);
  const free = size.width > 0 ? keptRoom(drawnOutTo.current, room) : room;
  if (size.width > 0) drawnOutTo.current = free;
  return (
    <div className="sg-compare-maps">
      {sides.map((side, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the first and the second map never change places
        <figure key={at}>
          <figcaption>
            <strong>
              <bdi>{labels[at]}</bdi>
            </strong>{" "}
            {side && !pending && (
              <span className="sg-dim">
                {side.nodes === 0 ? TEXTS.nothing : TEXTS.mapCounts(side.nodes, side.statements)}
              </span>
            )}
            {side && !pending && <LinesNote picture={side.picture} />}
          </figcaption>
          <div className="sg-compare-stage" ref={at === 0 ? box : undefined}>
            {side && aspect !== null && (
              <Stage
                side={side}
                aspect={aspect}
                free={free}
                label={labels[at] ?? ""}
                drawn={drawn}
                onReady={onReady[at] as (handle: MapHandle | null) => void}
                onSight={onSight[at] as (sight: Sight) => void}
              />
            )}
          </div>
        </figure>
      ))}
      <div className="sg-compare-controls">
        <MapControls handle={handle as MapHandle} plain />
      </div>
    </div>
  );
}

/** Says that not all lines are drawn, where they are many. */
function LinesNote({ picture }: { readonly picture: Picture }) {
  const words = linesNote(picture);
  return words === null ? null : (
    <p role="status" className="sg-line sg-dim">
      {words}
    </p>
  );
}

/** Rounded, so that what comes back from the other map counts as the same. */
const sightName = ({ x, y, scale }: Sight): string =>
  `${x.toFixed(1)} ${y.toFixed(1)} ${scale.toPrecision(4)}`;

interface StageProps {
  readonly side: SidePicture;
  /** Proportions to which the picture is drawn out. */
  readonly aspect: number;
  /** The room to draw a ring out to, in pixels. */
  readonly free: Size;
  readonly label: string;
  readonly drawn: string;
  readonly onReady: (handle: MapHandle | null) => void;
  readonly onSight: (sight: Sight) => void;
}

/** What the page's selection is on one of these maps. */
function targetOn(picture: Picture, selection: Selection | null): Target | null {
  if (selection?.type === "node") return picture.nodeByKey.has(selection.key) ? selection : null;
  if (selection?.type === "edge") return picture.edgeByKey.has(selection.key) ? selection : null;
  if (selection?.type !== "pair") return null;
  const edge = picture.edges.find(
    ({ source, target }) => source === selection.from && target === selection.to,
  );
  return edge ? { type: "edge", key: edge.key } : null;
}

function Stage({ side, aspect, free, label, drawn, onReady, onSight }: StageProps) {
  const picture = useMemo(() => ringed(stretched(side.picture, aspect), free), [side.picture, aspect, free]);
  const theme = useExplorer((state) => state.view.theme);
  const selection = useExplorer((state) => state.selection);
  const { select } = useExplorer.getState();
  // What is pointed at on one map is marked on the other too.
  const pointed = usePointer((state) => state.target);
  const { point } = usePointer.getState();
  const [ready, setReady] = useState(false);
  const marked = useMemo(() => targetOn(picture, selection), [picture, selection]);
  const { emphasis, rings } = useMarked(picture, pointed, marked);
  const pick = useCallback(
    (target: Target | null) => {
      const edge = target?.type === "edge" ? picture.edgeByKey.get(target.key) : undefined;
      // A pair opens all that is reported between the two, in whichever part it stands.
      if (edge?.target.startsWith("issue:")) select({ type: "pair", from: edge.source, to: edge.target });
      else select(target);
    },
    [picture, select],
  );
  const Drawing: typeof WebglMap = hasWebgl2() ? WebglMap : SvgMap;
  const props: ComponentProps<typeof WebglMap> = {
    picture,
    theme,
    emphasis,
    rings,
    padding: PADDING,
    held: null,
    fitKey: `${drawn} ${aspect} ${picture.guides?.ring?.x ?? ""}`,
    onReady: (handle) => {
      onReady(handle);
      setReady(handle !== null);
    },
    onPoint: point,
    onPick: pick,
    onOpen: nothing,
    onPin: nothing,
    locked: true,
    onSight,
  };
  return (
    <div
      role="img"
      aria-label={TEXTS.map(label, side.nodes, picture.edges.length)}
      className="sg-compare-map"
      data-nodes={side.nodes}
      data-edges={picture.edges.length}
      data-ready={ready}
    >
      <Suspense fallback={<Waiting />}>
        <Drawing {...props} />
      </Suspense>
    </div>
  );
}
