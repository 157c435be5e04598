/** What a layout is: a pure, seeded function from a weighted graph to coordinates. */

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
}

export interface Coordinates {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export interface Layout {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Finite coordinates, y upwards; the same input gives the same output. */
  run(input: LayoutInput): Coordinates;
}
