/** A network drawn as the map draws, with pointer, zoom and the selection of the page. Its twin for other senses is the matrix. */

import { lazy, Suspense, useCallback, useMemo, useRef, useState } from "react";
import { coarseAspect, keptAspect } from "../../map/aspect.ts";
import { freeRoom, NO_PADDING } from "../../map/camera.ts";
import { hasWebgl2 } from "../../map/capability.ts";
import type { MapHandle } from "../../map/handle.ts";
import { MapControls } from "../../map/map-controls.tsx";
import type { Picture } from "../../map/picture.ts";
import { useBox } from "../../map/use-box.ts";
import { useMarked } from "../../map/use-marked.ts";
import type { Target } from "../../state/pointer.ts";
import { useExplorer } from "../../state/store.ts";
import { Waiting } from "../parts/answered.tsx";

const WebglMap = lazy(() => import("../../map/webgl-map.tsx").then((m) => ({ default: m.WebglMap })));
const SvgMap = lazy(() => import("../../map/svg-map.tsx").then((m) => ({ default: m.SvgMap })));

export interface NetworkDrawingProps {
  readonly picture: Picture;
  /** What a screen reader says for it. */
  readonly label: string;
  readonly onPoint: (target: Target | null) => void;
  /** A press of a line, by its key; null of none. */
  readonly onLine: (key: string | null) => void;
  /** What `useFrame` gave: the element's ref, and the proportions for which the picture is laid out. */
  readonly frame: Frame;
}

export interface Frame {
  readonly ref: (element: HTMLElement | null) => void;
  readonly aspect: number;
}

const nothing = () => {};
/** The buttons stand at the right. */
const PADDING = { ...NO_PADDING, right: 44 };
/** Proportions to begin with, before the element is there. */
const USUAL = 1.5;

/** The frame of a drawing: its proportions, which follow large changes of its size. */
export function useFrame(): Frame {
  const [ref, size] = useBox();
  const laidOutFor = useRef<number | null>(null);
  if (size.width > 0) {
    const room = freeRoom(size, PADDING);
    laidOutFor.current = keptAspect(laidOutFor.current, coarseAspect(room.width, room.height));
  }
  return { ref, aspect: laidOutFor.current ?? USUAL };
}

export function NetworkDrawing({ picture, label, onPoint, onLine, frame }: NetworkDrawingProps) {
  const theme = useExplorer((state) => state.view.theme);
  const selection = useExplorer((state) => state.selection);
  const { select } = useExplorer.getState();
  const [handle, setHandle] = useState<MapHandle | null>(null);
  const [pointed, setPointed] = useState<Target | null>(null);
  // The selection of the page may be of nodes that are in another order here.
  const marked = useMemo((): Target | null => {
    if (selection?.type === "node" && picture.nodeByKey.has(selection.key)) return selection;
    if (selection?.type !== "pair") return null;
    const { from, to } = selection;
    const edge = picture.edges.find(
      ({ source, target }) => (source === from && target === to) || (source === to && target === from),
    );
    return edge ? { type: "edge", key: edge.key } : null;
  }, [selection, picture]);
  const { emphasis, rings } = useMarked(picture, pointed, marked);
  const point = useCallback(
    (target: Target | null) => {
      setPointed(target);
      onPoint(target);
    },
    [onPoint],
  );
  const pick = useCallback(
    (target: Target | null) => {
      onLine(target?.type === "edge" ? target.key : null);
      if (!target) return select(null);
      if (target.type === "node") return isMade(target.key) ? undefined : select(target);
      const edge = picture.edgeByKey.get(target.key);
      if (edge && !isMade(edge.source) && !isMade(edge.target))
        select({ type: "pair", from: edge.source, to: edge.target });
    },
    [picture, select, onLine],
  );
  const held = useMemo(() => (marked ? new Set([marked.key]) : null), [marked]);
  const Stage = hasWebgl2() ? WebglMap : SvgMap;
  return (
    <div ref={frame.ref} className="sg-network-drawing">
      <div role="img" aria-label={label} className="sg-network-stage" data-edges={picture.edges.length}>
        <Suspense fallback={<Waiting />}>
          <Stage
            picture={picture}
            theme={theme}
            emphasis={emphasis}
            rings={rings}
            padding={PADDING}
            held={held}
            fitKey={`${picture.nodes.map(({ key }) => key).join(" ")} ${picture.edges.length} ${frame.aspect}`}
            whole
            onReady={setHandle}
            onPoint={point}
            onPick={pick}
            onOpen={nothing}
            onPin={nothing}
          />
        </Suspense>
      </div>
      <MapControls handle={handle} plain />
    </div>
  );
}

/** True for the key of a row or column that is no node of the map. */
const isMade = (key: string): boolean => /^(actor:row|issue:column):/.test(key);
