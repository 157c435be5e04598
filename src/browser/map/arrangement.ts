/** Which views have their nodes arranged alike: those that differ in filters alone, which a camera put by hand outlasts. Pure. */

import { DEFAULT_FILTER, type View } from "../../model/view.ts";
import { formatView } from "../../view/grammar.ts";

/** The same text for views that differ in their filters alone. */
export const arrangementOf = (view: View): string => formatView({ ...view, filter: DEFAULT_FILTER });
