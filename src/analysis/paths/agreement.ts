/** Signs of hops and what they say together (DESIGN §6). */

import type { Agreement, Hop } from "../../model/path.ts";
import { POLARITIES, type Polarity } from "../../model/vocabulary.ts";

/**
 * The polarity of a bundle: the signed one when its signed statements agree, `mixed` when they do not, `neutral` when all
 * statements are neutral, null when there is no statement (structure alone). Neutral statements do not dilute a sign.
 */
export function bundlePolarity(polarities: Iterable<Polarity>): Hop["polarity"] {
  const present = new Set(polarities);
  const signed = POLARITIES.filter(({ id, sign }) => sign !== 0 && present.has(id));
  if (signed.length > 1) return "mixed";
  return signed[0]?.id ?? (present.size > 0 ? "neutral" : null);
}

/**
 * The agreement of a path. Precedence: any mixed hop makes it `mixed`; else any hop without sign (neutral or structure) leaves
 * it null; else the product of the signs decides. A path of no hops has no sign: null.
 */
export function pathAgreement(hops: readonly Pick<Hop, "polarity">[]): Agreement | null {
  if (hops.length === 0) return null;
  if (hops.some(({ polarity }) => polarity === "mixed")) return "mixed";
  let product = 1;
  for (const { polarity } of hops) product *= POLARITIES.find(({ id }) => id === polarity)?.sign ?? 0;
  return product === 0 ? null : product > 0 ? "aligned" : "opposed";
}
