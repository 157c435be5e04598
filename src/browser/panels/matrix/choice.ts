/** What the Matrix tab is set to; kept while other tabs are looked at. */

import { create } from "zustand";
import type { Order } from "./order.ts";

interface MatrixChoice {
  readonly kind: "stance" | "agreement";
  readonly order: Order;
  readonly headings: boolean;
  /** Most rows and columns that are drawn. */
  readonly most: number;
  set(change: Partial<Omit<MatrixChoice, "set">>): void;
}

export const MOST = 150;

export const useMatrixChoice = create<MatrixChoice>()((set) => ({
  kind: "stance",
  order: "coalition",
  headings: true,
  most: MOST,
  set: (change) => set(change),
}));
