/** Up to what size groups of actors are looked for: the analyses refuse beyond, and the page asks for nothing beyond. */

/** Statements of a view, for analyses over HTTP whose work grows faster than these. */
export const MOST_GROUPED_STATEMENTS = 250_000;

/** Actors that take a side in it: those whose matrix of ties fits comfortably, and those that can be joined one by one. */
export const MOST_GROUPED_ACTORS = { community: 3000, coalition: 1000 } as const;
