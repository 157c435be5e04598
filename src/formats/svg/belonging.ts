/** Whose a name seems to be: how near a disc stands to a name, and how well it stands where one looks for the owner. Pure; shared with the map in the page. */

/** A name's box by its upper left corner, y downwards. */
interface NameBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Owner {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** How much a pixel counts by which a disc stands above or below the middle of a line that it is beside. */
const OFF_LINE = 0.5;
/** How much one counts by which it stands left or right of the middle of a name that it is under or over. */
const OFF_MIDDLE = 0.12;
/** By how many pixels the owner must seem nearer than any other: with room to spare, and the least. */
export const LEAD = 2.5;
export const LEAST_LEAD = 1.5;

/** Pixels between a box and the rim of a disc; 0 when they touch. */
export function rimDistance({ left, top, width, height }: NameBox, { x, y, radius }: Owner): number {
  const dx = Math.max(left - x, 0, x - left - width);
  const dy = Math.max(top - y, 0, y - top - height);
  return Math.max(0, Math.hypot(dx, dy) - radius);
}

/** The same and what is lost by standing aslant: a disc at the beginning of a line is read with it, one at its corner less so. */
export function seemingDistance(box: NameBox, disc: Owner): number {
  const beside = disc.x < box.left || disc.x > box.left + box.width;
  const aslant = beside
    ? OFF_LINE * Math.abs(disc.y - box.top - box.height / 2)
    : OFF_MIDDLE * Math.abs(disc.x - box.left - box.width / 2);
  return rimDistance(box, disc) + aslant;
}

/** Whether a name could be taken for that of another disc: this one is as near, or seems nearer than the own one and `lead` pixels. */
export const isMisread = (box: NameBox, own: Owner, other: Owner, lead: number): boolean =>
  rimDistance(box, other) <= rimDistance(box, own) ||
  seemingDistance(box, other) < seemingDistance(box, own) + lead;
