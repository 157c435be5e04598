/** What the page can ask of a map, whichever way it is drawn. */

import type { Target } from "../state/pointer.ts";
import type { Padding } from "./camera.ts";
import type { Emphasis } from "./emphasis.ts";
import type { Picture } from "./picture.ts";

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
  /** Keys of nodes that must stay in sight when the map or what lies over it changes its size. */
  readonly held: ReadonlySet<string> | null;
  /** Another text means another picture: the camera shows all of it again. */
  readonly fitKey: string;
  readonly onReady: (handle: MapHandle | null) => void;
  readonly onPoint: (target: Target | null) => void;
  readonly onPick: (target: Target | null) => void;
  readonly onOpen: (key: string) => void;
  readonly onPin: (key: string, at: { readonly x: number; readonly y: number }) => void;
}
