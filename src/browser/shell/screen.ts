/** The widths at which the page's layout changes, as media queries. */

/** Phones, upright or lying: one column, sheets instead of columns. */
export const SMALL_SCREEN = "(max-width: 699px), (max-height: 500px) and (max-width: 999px)";
/** Screens without height to spare, as phones that lie. */
export const LOW_SCREEN = "(max-height: 500px) and (min-width: 480px)";
/** Where the map has room for a part of a large picture at first: phones, and low windows, as a usual one is at 200 % zoom. */
export const FEW_SCREEN = `${SMALL_SCREEN}, (max-height: 600px) and (max-width: 1099px)`;
/** Narrow windows: the left column starts closed. */
export const NARROW_SCREEN = "(max-width: 999px)";

/** An embedded page has no columns beside the map: details lie over it sooner. */
export const EMBEDDED_SMALL = "(max-width: 899px)";
