/** Nodes that were put somewhere by hand, and their text in the address: `actor:egypt=120,-35;issue:isf=0,4`. Pure. */

import { parseNodeKey } from "../../model/id.ts";
import { formatInner, parseInner } from "./inner-pairs.ts";
import { partsOf, type Report } from "./inner-rules.ts";

/** Places by node key, in the map's own units. */
export type Pins = ReadonlyMap<string, { readonly x: number; readonly y: number }>;
export const NO_PINS: Pins = new Map();

/** Places are rounded to whole units: a unit is a pixel at scale 1. */
export const formatPins = (pins: Pins): string =>
  formatInner([...pins].map(([key, { x, y }]) => [key, `${Math.round(x)},${Math.round(y)}`]));

/** Reads what `formatPins` writes; parts that are none are left out and reported. */
export function parsePins(text: string, report?: Report): Pins {
  if (text === "") return NO_PINS;
  const pins = new Map<string, { readonly x: number; readonly y: number }>();
  for (const part of partsOf(text)) {
    const [[key, place] = ["", ""]] = parseInner(part);
    const match = parseNodeKey(key) && /^(-?\d{1,7}),(-?\d{1,7})$/.exec(place);
    if (match) pins.set(key, { x: Number(match[1]), y: Number(match[2]) });
    else report?.(part, "Give each node as KEY=X,Y in whole numbers, with ; between.");
  }
  return pins;
}
