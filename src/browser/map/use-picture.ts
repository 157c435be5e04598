/** The picture that the map draws: the view's graph in the page's colours, its nodes where layout, hand and lock put them. */

import { useEffect, useMemo, useRef } from "react";
import type { View } from "../../model/view.ts";
import type { GraphDocument } from "../api/client.ts";
import type { Dressing } from "../look/dressing.ts";
import { useDressing } from "../look/use-look.ts";
import { parseHidden } from "../state/hidden.ts";
import { useMapMode } from "../state/map-mode.ts";
import { NO_PINS, parsePins } from "../state/pins.ts";
import { useExplorer } from "../state/store.ts";
import type { Size } from "./camera.ts";
import { bestEvidenced, composePicture, type Picture } from "./picture.ts";
import { keepPlaces, pinned, withoutHidden } from "./places.ts";
import { relaxed } from "./relax.ts";
import { ringed } from "./ring.ts";
import { useCompact } from "./use-compact.ts";

interface Shown {
  /** Everything that the view shows, without what is hidden. */
  readonly whole: Picture | null;
  /** What is drawn of it: on a small screen the best-evidenced part, at first. */
  readonly picture: Picture | null;
  readonly reduced: boolean;
  /** Nodes of the view that are hidden. */
  readonly hidden: readonly string[];
  /** True when nodes were put somewhere by hand. */
  readonly moved: boolean;
  /** How nodes and edges are dressed beyond the theme. */
  readonly dressing: Dressing;
}

interface Room {
  readonly small: boolean;
  /** Width over height. */
  readonly aspect: number;
  /** The room to draw a ring out to, in pixels. */
  readonly free: Size;
  /** Nodes of the first view on a small screen. */
  readonly few: number;
  /** Whether only some nodes are named, as beside a selection. */
  readonly thinned: boolean;
  /** Nodes that are drawn however small the screen. */
  readonly kept: ReadonlySet<string>;
}

export function usePicture(document: GraphDocument | undefined, view: View, room: Room): Shown {
  const { small, aspect, few, kept, free: size, thinned } = room;
  const { theme, layout } = view;
  const dressing = useDressing(document, view);
  const pinsText = useExplorer((state) => state.settings.pins);
  const hiddenText = useExplorer((state) => state.settings.hidden);
  const relax = useExplorer((state) => state.settings.relax === "1");
  const showAll = useExplorer((state) => state.showAll);
  const locked = useMapMode((state) => state.locked);
  const pins = useMemo(() => parsePins(pinsText), [pinsText]);
  const hidden = useMemo(() => parseHidden(hiddenText), [hiddenText]);

  const dressed = useMemo(
    () => (document ? composePicture(document, theme, NO_PINS, dressing) : null),
    [document, theme, dressing],
  );
  const composed = useMemo(() => dressed && ringed(dressed, size, thinned), [dressed, size, thinned]);
  const whole = useMemo(() => composed && withoutHidden(composed, hidden), [composed, hidden]);
  const reduced = small && !showAll && whole !== null && whole.nodes.length > few;
  const compact = useCompact(small && !showAll);
  // Columns and axes are laid out anew on a narrow screen even where nothing is left out.
  const isFitted = small && !showAll && (reduced || (whole?.guides ?? null) !== null);
  const free = useMemo(() => {
    if (!isFitted || !whole) return whole;
    const part = reduced ? bestEvidenced(whole, few, kept) : whole;
    return compact ? ringed(compact(part, aspect, layout), size, thinned) : null;
  }, [isFitted, reduced, whole, few, kept, aspect, size, layout, compact, thinned]);
  // Where the nodes stood when they were locked, and have stood since.
  const places = useRef<ReadonlyMap<string, Place> | null>(null);
  const picture = useMemo(() => {
    const base = free && locked && places.current ? keepPlaces(free, places.current) : free;
    return base && (relax ? relaxed(base, pins) : pinned(base, pins));
  }, [free, locked, relax, pins]);
  useEffect(() => {
    if (!picture) return;
    const now = picture.nodes.map(({ key, x, y }) => [key, { x, y }] as const);
    // A lock remembers those that a filter leaves out for now.
    places.current = new Map<string, Place>([...(locked ? (places.current ?? []) : []), ...now]);
  }, [picture, locked]);

  return {
    whole,
    picture,
    reduced,
    hidden: useMemo(
      () => (composed ? composed.nodes.flatMap(({ key }) => (hidden.has(key) ? [key] : [])) : []),
      [composed, hidden],
    ),
    moved: pins.size > 0,
    dressing,
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
}
