/**
 * What lies under the pointer on the WebGL map. Sigma looks when the pointer moves; the map may move under it as well, after which
 * it is looked up again where the pointer rests.
 */

import type Sigma from "sigma";
import type { MouseCoords } from "sigma/types";
import type { Target } from "../state/pointer.ts";
import type { EdgeItem } from "./drawn.ts";

/** What sigma remembers of the pointer: the name of a node or of an edge. */
interface Remembered {
  hoveredNode: string | null;
  hoveredEdge: string | null;
}

export interface Pointing {
  /** The map has moved, or shows something else: looks again, unless something is being dragged. */
  again(): void;
  /** Something is marked by other means: the pointer does not count until it moves. */
  yield(): void;
}

/** `tell` hears what lies under the pointer; `isDragging` says whether a button is held. */
export function follow(
  sigma: Sigma,
  tell: (target: Target | null) => void,
  isDragging: () => boolean,
): Pointing {
  const remembered = sigma as unknown as Remembered;
  const captor = sigma.getMouseCaptor();
  const canvas = sigma.getCanvases()["mouse"];
  /** The last move of a mouse over the map; null when it is elsewhere. */
  let last: MouseEvent | null = null;
  let isFinger = false;
  let told: Target | null = null;
  const point = (target: Target | null) => {
    told = target;
    tell(target);
  };
  const node = (key: string): Target => ({ type: "node", key });
  const edge = (name: string): Target => ({
    type: "edge",
    key: (sigma.getGraph().getEdgeAttributes(name) as EdgeItem).edge.key,
  });
  for (const kind of ["pointerdown", "pointermove"] as const)
    canvas?.addEventListener(kind, ({ pointerType }) => {
      isFinger = pointerType === "touch";
    });
  captor.on("mousemove", ({ original }) => {
    // Of a finger that is gone nothing stays there, though a mouse is said to have moved.
    last = original instanceof MouseEvent && !isFinger ? original : null;
  });
  sigma.on("enterNode", ({ node: key }) => point(node(key)));
  sigma.on("leaveNode", () => point(null));
  sigma.on("enterEdge", ({ edge: name }) => point(edge(name)));
  // Sigma leaves an edge only after it has entered the node at its end.
  sigma.on("leaveEdge", () => told?.type === "node" || point(null));
  sigma.on("leaveStage", () => {
    last = null;
    // Else it would not enter the same thing again.
    remembered.hoveredNode = null;
    remembered.hoveredEdge = null;
  });
  return {
    again() {
      if (!last || isDragging()) return;
      const { clientX, clientY } = last;
      if (document.elementFromPoint(clientX, clientY) !== canvas) return;
      const { left, top } = (canvas as HTMLElement).getBoundingClientRect();
      const at: MouseCoords = {
        x: clientX - left,
        y: clientY - top,
        original: last,
        sigmaDefaultPrevented: false,
        preventSigmaDefault: () => {},
      };
      // The first time it may only say what the pointer has left.
      captor.emit("mousemove", at);
      captor.emit("mousemove", at);
      // What is no longer in the graph is not left.
      if (told && remembered.hoveredNode === null && remembered.hoveredEdge === null) point(null);
    },
    yield() {
      last = null;
    },
  };
}
