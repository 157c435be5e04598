/** What the page can ask of a map, whichever way it is drawn. */

import type { PlacedLabel } from "../../formats/svg/occupied.ts";
import type { Target } from "../state/pointer.ts";
import type { Padding, Sight } from "./camera.ts";
import type { Emphasis } from "./emphasis.ts";
import type { NodeGroup } from "./groups.ts";
import type { Point } from "./lasso.ts";
import type { Picture } from "./picture.ts";

/** What is where on the screen: pixels from the map's upper left corner. */
export interface Where {
  readonly sight: Sight;
  readonly nodes: readonly {
    readonly key: string;
    readonly x: number;
    readonly y: number;
    readonly radius: number;
  }[];
  readonly labels: readonly PlacedLabel[];
}

export interface MapHandle {
  /** Shows everything. */
  fit(): void;
  /** Brings these nodes in sight; does nothing when they are. */
  show(keys: ReadonlySet<string>): void;
  /** Enlarges (above 1) or reduces. */
  zoom(factor: number): void;
  /** Moves a node into the middle. */
  flyTo(key: string): void;
  /** Moves just so far that the target is not hidden. */
  reveal(target: Target): void;
  /** Keys of the nodes within a polygon on the screen (pixels from the map's upper left corner). */
  within(polygon: readonly Point[]): readonly string[];
  /** Where a node, or the middle of an edge, is on the screen; null when it is not on the map. */
  screenPlace(target: Target): Point | null;
  /** Goes where the camera stood before, or where another map's stands. */
  setSight(sight: Sight): void;
}

/** A ring around a node: full for the selected, dashed for the keyboard's mark. */
export interface Ring {
  readonly key: string;
  readonly dashed: boolean;
}

export interface MapProps {
  readonly picture: Picture;
  readonly theme: "light" | "dark";
  readonly emphasis: Emphasis | null;
  readonly rings: readonly Ring[];
  readonly padding: Padding;
  /** `padding` with what lies over the map for a while: what is looked at moves out from under it, and the scale stays. */
  readonly covered?: Padding;
  /** What stands over the map, in pixels from its upper left corner; no name is written under it. */
  readonly over?: readonly PlacedLabel[];
  /** Keys of nodes that must stay in sight when the map or what lies over it changes its size. */
  readonly held: ReadonlySet<string> | null;
  /** Another text means another picture: the camera shows all of it again. */
  readonly fitKey: string;
  /** While this text stays, a camera put by hand stays with what is selected, whatever `fitKey` becomes. */
  readonly arrangement?: string;
  /** Arriving with a selection, all is shown and not only what is around it. */
  readonly whole?: boolean;
  readonly onReady: (handle: MapHandle | null) => void;
  readonly onPoint: (target: Target | null) => void;
  /** `add`: with Ctrl or Shift, which add to what is selected. */
  readonly onPick: (target: Target | null, add: boolean) => void;
  readonly onOpen: (key: string) => void;
  readonly onPin: (key: string, at: Point) => void;
  /** Groups to be outlined; none by default. */
  readonly groups?: readonly NodeGroup[];
  /** Nodes cannot be dragged. */
  readonly locked?: boolean;
  /** Where the camera is to stand (`formatSight`); empty = where it shows everything, or where the reader moves it. */
  readonly camera?: string;
  /** The camera has come to rest; `byHand` when the reader has moved it since it was fitted. */
  readonly onCamera?: (sight: Sight, byHand: boolean) => void;
  /** The camera moves: called with every frame of a move, for maps that move together. */
  readonly onSight?: (sight: Sight) => void;
  /** The menu is asked for, by a right press on something or on the ground; `at` in pixels of the page. */
  readonly onMenu?: (target: Target | null, at: Point) => void;
}
