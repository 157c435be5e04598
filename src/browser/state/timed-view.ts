/** The view of other dates whose picture needs no places of its own, because the map's nodes stay where they are. Pure. */

import type { View } from "../../model/view.ts";
import type { Dates } from "./time.ts";

/** The cheapest of the layouts: nothing of it is looked at. */
const NO_LAYOUT = "circular";

export const bareView = (view: View, { since, until }: Dates): View => ({
  ...view,
  layout: NO_LAYOUT,
  filter: { ...view.filter, since, until },
});
