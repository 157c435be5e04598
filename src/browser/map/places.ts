/** Where the nodes of a picture stand beside the layout's own places: put by hand, kept under a lock, or not drawn at all. Pure. */

import type { Hidden } from "../state/hidden.ts";
import type { Pins } from "../state/pins.ts";
import { assemble, type Picture, placed } from "./picture.ts";
import { withSizesOf } from "./sizes.ts";

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The picture with nodes at the places where they were put by hand. */
export const pinned = (picture: Picture, pins: Pins): Picture =>
  picture.nodes.some(({ key }) => pins.has(key))
    ? withSizesOf(
        picture,
        placed(
          picture,
          picture.nodes.map(({ key, x, y }) => pins.get(key) ?? { x, y }),
        ),
      )
    : picture;

/** The picture without the hidden nodes and their edges. */
export function withoutHidden(picture: Picture, hidden: Hidden): Picture {
  if (!picture.nodes.some(({ key }) => hidden.has(key))) return picture;
  return assemble(
    picture.nodes.filter(({ key }) => !hidden.has(key)),
    picture.edges.filter(({ source, target }) => !hidden.has(source) && !hidden.has(target)),
    picture.guides,
  );
}

/** Distance in the picture's units at which newcomers stand around the middle of their neighbours. */
const BESIDE = 60;
/** The golden angle: newcomers at the same place go round it without meeting. */
const TURN = Math.PI * (3 - Math.sqrt(5));

/**
 * The picture with every node that had a place there; one that is new stands beside the middle of its neighbours, or where
 * the layout puts it when none of them has a place. Deterministic.
 */
export function keepPlaces(picture: Picture, places: ReadonlyMap<string, Place>): Picture {
  let newcomers = 0;
  const at = picture.nodes.map(({ key, x, y }): Place => {
    const kept = places.get(key);
    if (kept) return kept;
    const around = (picture.incident.get(key) ?? []).flatMap(
      ({ source, target }) => places.get(source === key ? target : source) ?? [],
    );
    if (around.length === 0) return { x, y };
    const angle = TURN * newcomers++;
    const mean = (of: "x" | "y") => around.reduce((sum, place) => sum + place[of], 0) / around.length;
    return { x: mean("x") + BESIDE * Math.cos(angle), y: mean("y") + BESIDE * Math.sin(angle) };
  });
  return withSizesOf(picture, placed(picture, at));
}
