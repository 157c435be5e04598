/** The keys of the map: arrows walk, Enter selects, N goes round the neighbours and E round the lines, F + − 0 move the camera. */

import { type KeyboardEvent, useCallback, useRef } from "react";
import { type Target, usePointer } from "../state/pointer.ts";
import { useExplorer } from "../state/store.ts";
import type { MapHandle } from "./handle.ts";
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
}

/** A handler for the map's element. Keys with Ctrl, Alt or Meta are the browser's. */
export function useMapKeys({ picture, selected, handle }: Surroundings) {
  // The node whose neighbours N goes round, until another key is pressed.
  const hub = useRef<string | null>(null);
  // The node whose lines E goes round; where the walk goes on from a line.
  const edgeHub = useRef<string | null>(null);
  return useCallback(
    (event: KeyboardEvent) => {
      if (!picture || event.ctrlKey || event.altKey || event.metaKey) return;
      const pointer = usePointer.getState();
      const explorer = useExplorer.getState();
      const at = pointer.target ?? selected;
      const edge = at?.type === "edge" ? picture.edgeByKey.get(at.key) : undefined;
      const edgeEnd = edge && (edge.target === edgeHub.current ? edge.target : edge.source);
      const current = picture.nodeByKey.get((at?.type === "node" ? at.key : edgeEnd) ?? "");
      const walkTo = (node: PictureNode | null | undefined) => {
        if (!node) return;
        pointer.point({ type: "node", key: node.key });
        handle?.reveal({ type: "node", key: node.key });
      };
      const arrow = ARROWS.get(event.key);
      if (arrow) walkTo(current ? nearest(picture.nodes, current, arrow) : byImportance(picture)[0]);
      else if (event.key === "Enter" && at) explorer.select(at);
      else if (event.key === "n" || event.key === "N") {
        hub.current ??= selected?.type === "node" ? selected.key : (current?.key ?? null);
        if (hub.current === null) return;
        const round = neighboursByWeight(picture, hub.current);
        const place = round.findIndex(({ key }) => key === current?.key);
        const back = place <= 0 ? round.length - 1 : place - 1;
        walkTo(round[event.shiftKey ? back : (place + 1) % Math.max(1, round.length)]);
        event.preventDefault();
        return;
      } else if (event.key === "e" || event.key === "E") {
        if (!current) return;
        const round = edgesByWeight(picture, current.key);
        const place = round.findIndex(({ key }) => key === at?.key);
        const back = place <= 0 ? round.length - 1 : place - 1;
        const next = round[event.shiftKey ? back : (place + 1) % Math.max(1, round.length)];
        edgeHub.current = current.key;
        if (next) {
          pointer.point({ type: "edge", key: next.key });
          handle?.reveal({ type: "edge", key: next.key });
        }
      } else if (event.key === "f" || event.key === "F" || event.key === "0") handle?.fit();
      else if (event.key === "+" || event.key === "=") handle?.zoom(1.4);
      else if (event.key === "-") handle?.zoom(1 / 1.4);
      else if ((event.key === "p" || event.key === "P") && current) explorer.openPath({ from: current.key });
      else return;
      hub.current = null;
      event.preventDefault();
    },
    [picture, selected, handle],
  );
}
