/** The widths at which the page's layout changes, as media queries. */

/** Phones, upright or lying: one column, sheets instead of columns. */
export const SMALL_SCREEN = "(max-width: 699px), (max-height: 500px) and (max-width: 999px)";
/** Narrow windows: the left column starts closed. */
export const NARROW_SCREEN = "(max-width: 999px)";

/** An embedded page has no columns beside the map: details lie over it sooner. */
export const EMBEDDED_SMALL = "(max-width: 899px)";
