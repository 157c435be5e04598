/** What differs between the screen and a report of it, in words. Pure. */

import { parseHidden } from "../../state/hidden.ts";
import { REPORT_TEXTS as T } from "./texts.ts";

/** @param hidden the setting; @param tab the tab that is open */
export function reportNotes(hidden: string, tab: string): readonly string[] {
  const { size } = parseHidden(hidden);
  return [...(size > 0 ? [T.hidden(size)] : []), ...(tab === "compare" ? [T.compare] : [])];
}
