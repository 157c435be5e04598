/** How many statements are shown at a time: few at first, more each time that more are asked for. Pure. */

const FIRST = 20;
/** As many cards as are made without holding up the page. */
const MOST = 60;

/** @param pages that are there already */
export const pageSize = (pages: number): number => Math.min(MOST, FIRST * 2 ** pages);

/** How many stand in the first pages. */
export const shownIn = (pages: number): number =>
  Array.from({ length: pages }, (_, at) => pageSize(at)).reduce((sum, size) => sum + size, 0);
