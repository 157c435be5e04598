/** What a layout draws beside the nodes: columns, axes, ticks and their words, in the coordinates of the nodes (y upwards). */

/** A straight line; `strong` for an axis, else faint. */
export interface GuideLine {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly strong: boolean;
}

/** Words at a place. */
export interface GuideText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  /** Whether its lines end at the place or begin there. */
  readonly grows: "up" | "down";
  /** Width to keep to, in the unit of the coordinates; longer texts are broken, then shortened. */
  readonly room: number;
  readonly strong: boolean;
}

/** An ellipse around the origin on which nodes stand, by its half axes; names run outwards from it. */
export interface Ring {
  readonly x: number;
  readonly y: number;
  /** Pixels to keep free for names at the left and right edge, and at the upper and lower one, at any scale. */
  readonly beside: number;
  readonly above: number;
}

export interface Guides {
  readonly lines: readonly GuideLine[];
  readonly texts: readonly GuideText[];
  /** What is left out or set aside and why, in sentences. */
  readonly notes: readonly string[];
  /** Keys of nodes that are set aside: they have places, but a drawing leaves them out and says so by `notes`. */
  readonly aside: readonly string[];
  /**
   * Where names stand: `around` their nodes where there is room, or turned outwards from a `ring`; `outwards`, on the side away from
   * the picture's middle line and in one line. Edges between nodes of one side are bent towards the middle then.
   */
  readonly labels: "around" | "outwards";
  /** Pixels to keep free for names at the left and right edge, at any scale. */
  readonly margin: number;
  /** Present when nodes stand on one. */
  readonly ring?: Ring;
  /** What the layout orders by, for each node in order: a mean position from −1 to 1, or a day. Null = the node has none. */
  readonly values?: readonly (number | null)[];
}
