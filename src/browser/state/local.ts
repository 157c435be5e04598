/** Datasets that were opened in this browser, and files on their way to the dialog that opens them. Nothing of it is kept or sent. */

import { create } from "zustand";
import type { DatasetSummary } from "../../model/api.ts";
import type { GivenFile } from "../engine/protocol.ts";

interface LocalState {
  /** In the order in which they were opened; ids are those of addresses. */
  readonly datasets: readonly DatasetSummary[];
  /** What was dropped on the page, or chosen outside the dialog, and is not looked at yet. */
  readonly given: Promise<readonly GivenFile[]> | null;
}

export const useLocal = create<LocalState>()(() => ({ datasets: [], given: null }));

export const isLocal = (id: string | null): boolean =>
  id !== null && useLocal.getState().datasets.some((dataset) => dataset.id === id);
