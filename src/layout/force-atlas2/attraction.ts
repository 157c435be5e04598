/** The forces that hold the picture together: springs along the edges, and gravity towards the origin. */

import type { Bodies, Springs } from "./bodies.ts";
import type { ForceSettings } from "./settings.ts";

/** Adds the pull of every edge to both its ends: strength · distance, or with `linLog` strength · log(1 + distance). */
export function attract(bodies: Bodies, springs: Springs, settings: ForceSettings): void {
  const { order, x, y, size, forceX, forceY } = bodies;
  const { start, end, strength } = springs;
  const { linLog, adjustSizes } = settings;
  for (let node = 0; node < order; node++) {
    const ownX = x[node] as number;
    const ownY = y[node] as number;
    const rowEnd = start[node + 1] as number;
    let pullX = 0;
    let pullY = 0;
    for (let at = start[node] as number; at < rowEnd; at++) {
      const other = end[at] as number;
      const dx = (x[other] as number) - ownX;
      const dy = (y[other] as number) - ownY;
      let factor = strength[at] as number;
      if (linLog || adjustSizes) {
        let distance = Math.sqrt(dx * dx + dy * dy);
        // Between discs only the gap counts; those that touch or overlap do not attract.
        if (adjustSizes) distance -= (size[node] as number) + (size[other] as number);
        if (distance <= 0) continue;
        if (linLog) factor *= Math.log(1 + distance) / distance;
      }
      pullX += dx * factor;
      pullY += dy * factor;
      forceX[other] = (forceX[other] as number) - dx * factor;
      forceY[other] = (forceY[other] as number) - dy * factor;
    }
    forceX[node] = (forceX[node] as number) + pullX;
    forceY[node] = (forceY[node] as number) + pullY;
  }
}

/** Adds the pull towards the origin: mass · gravity, with `strongGravity` times the distance. */
export function gravitate(bodies: Bodies, settings: ForceSettings): void {
  const { order, x, y, mass, forceX, forceY } = bodies;
  const { gravity, strongGravity } = settings;
  if (gravity === 0) return;
  for (let node = 0; node < order; node++) {
    const ownX = x[node] as number;
    const ownY = y[node] as number;
    let factor = (mass[node] as number) * gravity;
    if (!strongGravity) {
      const distance = Math.sqrt(ownX * ownX + ownY * ownY);
      if (distance === 0) continue;
      factor /= distance;
    }
    forceX[node] = (forceX[node] as number) - ownX * factor;
    forceY[node] = (forceY[node] as number) - ownY * factor;
  }
}
