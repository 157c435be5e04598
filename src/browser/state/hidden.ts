/** Nodes that the reader has hidden on the map, and their text in the address: keys with `;` between. Pure. */

import { nodeKeys, type Report } from "./inner-rules.ts";

/** Keys of nodes. */
export type Hidden = ReadonlySet<string>;
const NONE: Hidden = new Set();

/** Keys hold no `;`, because ids do not. */
export const formatHidden = (hidden: Iterable<string>): string => [...new Set(hidden)].sort().join(";");

/** Reads what `formatHidden` writes; parts that are no keys are left out and reported. */
export const parseHidden = (text: string, report?: Report): Hidden =>
  text === "" ? NONE : new Set(nodeKeys(text, report));
