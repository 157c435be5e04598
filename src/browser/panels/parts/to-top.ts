/** Brings an element to the top of the column that it scrolls in; what is around the column stays, as `scrollIntoView` would not have it. */

/** Room in pixels above it. */
const ABOVE = 8;

export function toTop(element: HTMLElement): void {
  let column = element.parentElement;
  while (
    column &&
    !(column.scrollHeight > column.clientHeight && /auto|scroll/.test(getComputedStyle(column).overflowY))
  )
    column = column.parentElement;
  if (column)
    column.scrollTop += element.getBoundingClientRect().top - column.getBoundingClientRect().top - ABOVE;
}
