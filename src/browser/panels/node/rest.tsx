/** Says of a list that it is cut. */

import { TEXTS } from "../texts.ts";

export function Rest({ listed, total }: { readonly listed: number; readonly total: number }) {
  return total > listed ? <p className="sg-line sg-dim">{TEXTS.restLeftOut(listed, total)}</p> : null;
}
