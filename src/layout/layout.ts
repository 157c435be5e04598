/** What a layout is: a pure, seeded function from a weighted graph to coordinates, and to the guides that explain them. */

import type { Guides } from "../model/guides.ts";

/** A graph as numbers. All arrays over nodes have the same length, those over edges likewise. */
export interface LayoutInput {
  /** Radius of each node, in the unit of the coordinates. */
  readonly size: Float64Array;
  /** Width and height to keep free for each node's label, in the same unit; 0 = none. */
  readonly labelWidth: Float64Array;
  readonly labelHeight: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weight: Float64Array;
  /** 0 for actors, 1 for issues. */
  readonly group: Uint8Array;
  /** What a layout with `orders` goes by, for each node; NaN = the node has none. */
  readonly value?: Float64Array;
  /** The issue chosen, for a layout with `needsIssue`; `node` is −1 when it is not among the nodes. */
  readonly focus?: { readonly node: number; readonly label: string };
  /** Hears the least share of the work that is done, 0 … 1, where it takes long: it may be through sooner. */
  readonly onProgress?: (share: number) => void;
  /** The room in pixels that the picture is made for; it fits others too. */
  readonly room?: Room;
}

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** The middle of a window of 1280 × 800 pixels, without what stands around it. */
export const USUAL_ROOM: Room = { width: 960, height: 520 };

export interface Coordinates {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Guides with node numbers in place of keys. */
export interface LayoutGuides extends Omit<Guides, "aside" | "values"> {
  readonly aside: readonly number[];
}

export interface Placement extends Coordinates {
  readonly guides?: LayoutGuides;
}

/** Finite coordinates, y upwards; the same input gives the same output. */
export type LayoutRun = (input: LayoutInput) => Placement;
