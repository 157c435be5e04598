/** The widths at which the page's layout changes, as media queries. */

/** Phones: one column, sheets instead of columns. */
export const SMALL_SCREEN = "(max-width: 699px)";
/** Narrow windows: the left column starts closed. */
export const NARROW_SCREEN = "(max-width: 999px)";
