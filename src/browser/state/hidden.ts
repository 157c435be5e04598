/** Nodes that the reader has hidden on the map, and their text in the address: keys with `;` between. Pure. */

import { parseNodeKey } from "../../model/id.ts";

/** Keys of nodes. */
export type Hidden = ReadonlySet<string>;
const NONE: Hidden = new Set();

/** Keys hold no `;`, because ids do not. */
export const formatHidden = (hidden: Iterable<string>): string => [...new Set(hidden)].sort().join(";");

/** Reads what `formatHidden` writes; parts that are no keys are left out. */
export function parseHidden(text: string): Hidden {
  if (text === "") return NONE;
  return new Set(text.split(";").filter((key) => parseNodeKey(key) !== null));
}
