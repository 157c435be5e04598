/** What the pointer or the keyboard rests on, on the map, in the legend or in a list; never in the address. */

import { create } from "zustand";
import type { Polarity } from "../../model/vocabulary.ts";

/** A part of the map that a row of the legend stands for. */
export type Group =
  | { readonly by: "polarity"; readonly value: Polarity }
  | { readonly by: "kind"; readonly value: string }
  | { readonly by: "nodes"; readonly keys: readonly string[] }
  | { readonly by: "conditional" | "tentative" };

/** Something on the map: a node or an edge of the graph shown. */
export interface Target {
  readonly type: "node" | "edge";
  readonly key: string;
}

interface PointerState {
  readonly target: Target | null;
  readonly group: Group | null;
  /** Marks one node or edge on the map, or nothing; panels may call it when a row is hovered. */
  point(target: Target | null): void;
  /** Marks nothing any more where just that was marked, the same object; another mark stays. */
  leave(target: Target | null): void;
  pointGroup(group: Group | null): void;
}

export const usePointer = create<PointerState>()((set) => ({
  target: null,
  group: null,
  point: (target) => set({ target }),
  leave: (target) => set((state) => (state.target === target ? { target: null } : state)),
  pointGroup: (group) => set({ group }),
}));
