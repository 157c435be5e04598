/** The one tab stop of a grid and the keys that move it (WAI-ARIA grid pattern), kept in the page itself: cells are many. */

import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef } from "react";
import { moved } from "./grid-moves.ts";
import type { GridPlace } from "./grid-types.ts";

/** The cell that an element is or lies in. */
function placeOf(target: EventTarget | null): GridPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-r]") : null;
  if (!cell) return null;
  return { row: Number(cell.dataset["r"]), column: Number(cell.dataset["c"]) };
}

export function useGridKeys(table: RefObject<HTMLTableElement | null>, rows: number, columns: number) {
  const lit = useRef<readonly Element[]>([]);
  const cellAt = useCallback(
    ({ row, column }: GridPlace) =>
      table.current?.querySelector<HTMLElement>(`[data-r="${row}"][data-c="${column}"]`) ?? null,
    [table],
  );
  /** Makes a cell the tab stop. */
  const stopAt = useCallback(
    (cell: HTMLElement) => {
      for (const other of table.current?.querySelectorAll<HTMLElement>("[data-r][tabindex='0']") ?? [])
        if (other !== cell) other.tabIndex = -1;
      cell.tabIndex = 0;
    },
    [table],
  );
  // Another order or filter may have taken the tab stop away.
  useEffect(() => {
    const stops = table.current?.querySelectorAll<HTMLElement>("[data-r][tabindex='0']");
    if (stops?.length === 1) return;
    const first =
      table.current?.querySelector<HTMLElement>("td.sg-grid-full") ?? cellAt({ row: 0, column: 0 });
    if (first) stopAt(first);
  });
  const moveTo = (place: GridPlace) => {
    const cell = cellAt(place);
    if (!cell) return;
    stopAt(cell);
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  return {
    placeOf,
    moveTo,
    onKeyDown(event: KeyboardEvent) {
      const from = placeOf(event.target);
      if (!from || event.altKey || event.metaKey) return;
      const isFull = (place: GridPlace) => cellAt(place)?.classList.contains("sg-grid-full") ?? false;
      const next = moved(from, event, { rows, columns, isFull });
      if (!next) return;
      event.preventDefault();
      moveTo(next);
    },
    /** Marks the headers of a place, and no others. */
    light(place: GridPlace | null) {
      for (const header of lit.current) header.classList.remove("sg-grid-lit");
      lit.current = place
        ? [cellAt({ row: place.row, column: -1 }), cellAt({ row: -1, column: place.column })].filter(
            (header) => header !== null,
          )
        : [];
      for (const header of lit.current) header.classList.add("sg-grid-lit");
    },
  };
}
