/** The map that is on the screen, for whoever is not part of it: commands, time line, compare. Null while no map is drawn. */

import { create } from "zustand";
import type { Guides } from "../../model/guides.ts";

/** What may be asked of the map; `map/handle.ts` has the whole of it. */
export interface MapAccess {
  fit(): void;
  zoom(factor: number): void;
  flyTo(key: string): void;
}

interface MapOnScreen {
  readonly handle: MapAccess | null;
  /** Places of the nodes drawn, by key, in the picture's units. */
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  /** What the layout draws beside them. */
  readonly guides: Guides | null;
  /** Groups that are outlined, with their names. */
  readonly groups: readonly {
    readonly label: string;
    readonly keys: readonly string[];
    /** Its place among all groups found, by which it has its colour. */
    readonly place: number;
  }[];
}

export const useMapAccess = create<MapOnScreen>()(() => ({
  handle: null,
  places: new Map(),
  guides: null,
  groups: [],
}));
