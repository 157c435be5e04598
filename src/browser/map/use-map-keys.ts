/**
 * The keys of the map: arrows walk, Enter selects, with Ctrl it adds, N goes round the neighbours and E round the
 * lines, D opens surroundings, M the menu, L the lasso, F + − 0 move the camera.
 */

import { type KeyboardEvent, type RefObject, useCallback, useRef } from "react";
import { setLasso, useMapMode } from "../state/map-mode.ts";
import { type Target, usePointer } from "../state/pointer.ts";
import { selectedNodes, toggled } from "../state/selection.ts";
import { useExplorer } from "../state/store.ts";
import { nextDepth } from "./grow.ts";
import type { MapHandle } from "./handle.ts";
import type { Point } from "./lasso.ts";
import { byImportance, type Picture, type PictureNode } from "./picture.ts";
import { type Direction, edgesByWeight, nearest, neighboursByWeight } from "./walk.ts";

const ARROWS: ReadonlyMap<string, Direction> = new Map([
  ["ArrowLeft", "left"],
  ["ArrowRight", "right"],
  ["ArrowUp", "up"],
  ["ArrowDown", "down"],
]);

interface Surroundings {
  readonly picture: Picture | null;
  readonly selected: Target | null;
  readonly handle: MapHandle | null;
  readonly frame: RefObject<HTMLElement | null>;
  readonly onMenu: (target: Target | null, at: Point) => void;
}

/** A handler for the map's element. Keys with Ctrl, Alt or Meta are the browser's, but for Ctrl with Enter. */
export function useMapKeys({ picture, selected, handle, frame, onMenu }: Surroundings) {
  // The node whose neighbours N goes round, until another key is pressed.
  const hub = useRef<string | null>(null);
  // The node whose lines E goes round; where the walk goes on from a line.
  const edgeHub = useRef<string | null>(null);
  return useCallback(
    (event: KeyboardEvent) => {
      const adding = event.key === "Enter" && (event.ctrlKey || event.metaKey);
      if (!picture || (!adding && (event.ctrlKey || event.altKey || event.metaKey))) return;
      const pointer = usePointer.getState();
      const explorer = useExplorer.getState();
      const several = selectedNodes(explorer.selection);
      const last = several.at(-1);
      const fallback = selected ?? (last === undefined ? null : ({ type: "node", key: last } as const));
      const at = pointer.target ?? fallback;
      const edge = at?.type === "edge" ? picture.edgeByKey.get(at.key) : undefined;
      const edgeEnd = edge && (edge.target === edgeHub.current ? edge.target : edge.source);
      const current = picture.nodeByKey.get((at?.type === "node" ? at.key : edgeEnd) ?? "");
      const walkTo = (node: PictureNode | null | undefined) => {
        if (!node) return;
        pointer.point({ type: "node", key: node.key });
        handle?.reveal({ type: "node", key: node.key });
      };
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const arrow = ARROWS.get(event.key);
      if (arrow) walkTo(current ? nearest(picture.nodes, current, arrow) : byImportance(picture)[0]);
      else if (adding) {
        if (current) explorer.select(toggled(explorer.selection, current.key));
      } else if (key === "Enter" && at) explorer.select(at);
      else if (key === "n") {
        hub.current ??= selected?.type === "node" ? selected.key : (current?.key ?? null);
        if (hub.current === null) return;
        const round = neighboursByWeight(picture, hub.current);
        const place = round.findIndex((one) => one.key === current?.key);
        const back = place <= 0 ? round.length - 1 : place - 1;
        walkTo(round[event.shiftKey ? back : (place + 1) % Math.max(1, round.length)]);
        event.preventDefault();
        return;
      } else if (key === "e") {
        if (!current) return;
        const round = edgesByWeight(picture, current.key);
        const place = round.findIndex((one) => one.key === at?.key);
        const back = place <= 0 ? round.length - 1 : place - 1;
        const next = round[event.shiftKey ? back : (place + 1) % Math.max(1, round.length)];
        edgeHub.current = current.key;
        if (next) {
          pointer.point({ type: "edge", key: next.key });
          handle?.reveal({ type: "edge", key: next.key });
        }
      } else if (key === "d" && current) explorer.showEgo(current.key, nextDepth(explorer.view, current.key));
      else if (key === "m" || key === "ContextMenu" || (key === "F10" && event.shiftKey)) {
        const box = frame.current?.getBoundingClientRect();
        const place = at && handle?.screenPlace(at);
        // About the map itself where nothing is marked: its menu opens in the middle.
        const from = place ?? { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) / 2 };
        onMenu(place ? at : null, { x: (box?.left ?? 0) + from.x, y: (box?.top ?? 0) + from.y });
      } else if (key === "l") setLasso(!useMapMode.getState().lasso);
      else if (key === "f" || key === "0") handle?.fit();
      else if (key === "+" || key === "=") handle?.zoom(1.4);
      else if (key === "-") handle?.zoom(1 / 1.4);
      else if (key === "p" && current) explorer.openPath({ from: current.key });
      else return;
      hub.current = null;
      event.preventDefault();
    },
    [picture, selected, handle, frame, onMenu],
  );
}
