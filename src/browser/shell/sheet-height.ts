/** How tall the sheet of a small screen is while and after its grip is dragged. Pure. */

/** Pixels of the sheet when only its heading shows. */
export const FOLDED = 52;
/** Below so many pixels a sheet that is let go folds. */
const FOLDS_BELOW = 120;
/** Share of the page that stays free of it, so that what is selected can be seen. */
const FREE = 0.2;

/** Where a drag of `up` pixels takes the sheet: in pixels, between its heading and four fifths of the page. */
export const draggedHeight = (before: number, up: number, page: number): number =>
  Math.max(FOLDED, Math.min(Math.round(page * (1 - FREE)), Math.round(before + up)));

/** What the sheet is when it is let go at a height: folded, or as tall as that. */
export const restingHeight = (
  height: number,
): { readonly folded: boolean; readonly height: number | null } =>
  height < FOLDS_BELOW ? { folded: true, height: null } : { folded: false, height };
