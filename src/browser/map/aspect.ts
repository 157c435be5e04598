/** Proportions of the screen. Pure. */

/** Width over height of a part of the screen, in steps of a fifth, so that a slight change of size moves no node. */
export function coarseAspect(width: number, height: number): number {
  const aspect = Math.min(6, Math.max(0.3, width / Math.max(1, height)));
  return Math.exp(Math.round(Math.log(aspect) * 5) / 5);
}
