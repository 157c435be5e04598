/** Whether two dates of a filter are the right way round, as the view's grammar asks. Pure. */

import { parseDate } from "../../model/date.ts";

/** True when both are dates and every day of `since` is after every day of `until`; such a filter is refused everywhere. */
export function crossed(since: string, until: string): boolean {
  const from = parseDate(since);
  const to = parseDate(until);
  return from !== null && to !== null && from.first > to.last;
}
