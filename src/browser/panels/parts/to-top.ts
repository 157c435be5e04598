/** Moves the column that an element scrolls in; what is around the column stays, as `scrollIntoView` would not have it. */

/** Room in pixels above it, and below it where it would end under the edge. */
const ROOM = 8;

/** What scrolls around an element; null where nothing does. */
function columnOf(element: HTMLElement): HTMLElement | null {
  let column = element.parentElement;
  while (
    column &&
    !(column.scrollHeight > column.clientHeight && /auto|scroll/.test(getComputedStyle(column).overflowY))
  )
    column = column.parentElement;
  return column;
}

/** Brings an element to the top of its column. */
export function toTop(element: HTMLElement): void {
  const column = columnOf(element);
  if (column)
    column.scrollTop += element.getBoundingClientRect().top - column.getBoundingClientRect().top - ROOM;
}

/** Moves the column as little as brings the whole element into sight, or its beginning where it is taller. */
export function intoSight(element: HTMLElement): void {
  const column = columnOf(element);
  if (!column) return;
  const [own, all] = [element.getBoundingClientRect(), column.getBoundingClientRect()];
  const below = own.bottom + ROOM - all.bottom;
  const above = own.top - ROOM - all.top;
  if (above < 0 || below > 0) column.scrollTop += above < 0 ? above : Math.min(below, above);
}
