/** Agreement of two coders on values they gave to the same units. */

/** The values of one unit: first coder, second coder. */
export type ValuePair = readonly [string, string];

/** Share of units with equal values; null without units. */
export function percentAgreement(pairs: readonly ValuePair[]): number | null {
  if (pairs.length === 0) return null;
  return pairs.filter(([a, b]) => a === b).length / pairs.length;
}

const countOf = (values: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

/**
 * κ = (p_o − p_e) / (1 − p_e), p_e = Σ over values of the product of the coders' shares (J. Cohen, "A coefficient of agreement for
 * nominal scales", 1960). Null without units, and where both coders gave one and the same value throughout.
 */
export function cohensKappa(pairs: readonly ValuePair[]): number | null {
  const observed = percentAgreement(pairs);
  if (observed === null) return null;
  const first = countOf(pairs.map(([a]) => a));
  const second = countOf(pairs.map(([, b]) => b));
  let expected = 0;
  for (const [value, count] of first) expected += count * (second.get(value) ?? 0);
  // Whole numbers up to here, so that complete agreement by chance is seen exactly.
  if (expected === pairs.length ** 2) return null;
  const chance = expected / pairs.length ** 2;
  return (observed - chance) / (1 - chance);
}

/** Squared distance of two values, given how often each value occurs. */
type Metric = (a: number, b: number) => number;

function ordinalMetric(counts: readonly number[]): Metric {
  return (a, b) => {
    const [low, high] = a < b ? [a, b] : [b, a];
    let between = 0;
    for (let at = low; at <= high; at++) between += counts[at] as number;
    return (between - ((counts[low] as number) + (counts[high] as number)) / 2) ** 2;
  };
}

/**
 * α = 1 − D_o / D_e (K. Krippendorff, "Content Analysis", 2004), for two coders without missing values. `nominal`: all different
 * values are equally far apart; `ordinal`: by the ranks of the values, which are numbers. Null without units or variation.
 */
export function krippendorffsAlpha(pairs: readonly ValuePair[], level: "nominal" | "ordinal"): number | null {
  const all = pairs.flat();
  const values = [...new Set(all)].sort((a, b) => (level === "ordinal" ? Number(a) - Number(b) : 0));
  const place = new Map(values.map((value, at) => [value, at]));
  const occurrences = countOf(all);
  const counts = values.map((value) => occurrences.get(value) as number);
  const metric: Metric = level === "ordinal" ? ordinalMetric(counts) : (a, b) => (a === b ? 0 : 1);
  let expected = 0;
  for (let a = 0; a < values.length; a++)
    for (let b = 0; b < values.length; b++)
      expected += (counts[a] as number) * (counts[b] as number) * metric(a, b);
  if (expected === 0) return null;
  let observed = 0;
  for (const [a, b] of pairs) observed += 2 * metric(place.get(a) as number, place.get(b) as number);
  return 1 - ((all.length - 1) * observed) / expected;
}
