/** CONCOR: actors with alike profiles of positions, split in two by correlations of correlations. */

/** Rounds after which correlations count as settled. */
const MOST_ROUNDS = 200;
/** All correlations this near to 1 or −1 are settled. */
const SETTLED = 1e-9;

/** Pearson correlations of rows; one without variation correlates with nothing but itself. */
function correlations(rows: readonly Float64Array[]): Float64Array[] {
  const scaled = rows.map((row) => {
    const mean = row.reduce((sum, value) => sum + value, 0) / row.length;
    const centred = row.map((value) => value - mean);
    const length = Math.sqrt(centred.reduce((sum, value) => sum + value * value, 0));
    return length < 1e-12 ? centred.fill(0) : centred.map((value) => value / length);
  });
  return scaled.map((one, at) =>
    Float64Array.from(scaled, (other, place) => {
      if (place === at) return 1;
      let sum = 0;
      for (let column = 0; column < one.length; column++)
        sum += (one[column] as number) * (other[column] as number);
      return Math.max(-1, Math.min(1, sum));
    }),
  );
}

/** The two halves of some rows: those that end up with the first, and the others. */
function halves(profiles: readonly Float64Array[]): readonly [readonly number[], readonly number[]] {
  let current = correlations(profiles);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (current.every((row) => row.every((value) => Math.abs(Math.abs(value) - 1) < SETTLED))) break;
    current = correlations(current);
  }
  const first = current[0] ?? new Float64Array(0);
  const places = [...profiles.keys()];
  return [
    places.filter((at) => (first[at] as number) > 0),
    places.filter((at) => (first[at] as number) <= 0),
  ];
}

/**
 * Groups after `splits` rounds of splitting each in two, from the profiles of all (R. L. Breiger, S. A. Boorman and P. Arabie, "An
 * algorithm for clustering relational data", J. Mathematical Psychology 12, 1975). A group that does not split stays.
 */
export function concor(profiles: readonly Float64Array[], splits: number): Int32Array {
  let groups: readonly (readonly number[])[] = [[...profiles.keys()]];
  for (let split = 0; split < splits; split++)
    groups = groups.flatMap((members) => {
      if (members.length < 3) return [members];
      const [one, two] = halves(members.map((member) => profiles[member] as Float64Array));
      return [one, two]
        .filter((half) => half.length > 0)
        .map((half) => half.map((at) => members[at] as number));
    });
  const group = new Int32Array(profiles.length);
  for (const [own, members] of groups.entries()) for (const member of members) group[member] = own;
  return group;
}
