/** A picture of nodes on a ring, drawn out to the room of the map. Pure. */

import { ringFor, ringPlaces } from "../../formats/svg/ring.ts";
import { ringRoom, type Size } from "./camera.ts";
import { type Picture, placed } from "./picture.ts";

/**
 * The picture with its ring, if it has one, as its names need it in a room of so many pixels; any other as it is.
 * @param isThinned whether only some of the names are written, as beside a selection
 */
export function ringed(picture: Picture, free: Size, isThinned = false): Picture {
  const { nodes, guides } = picture;
  if (!guides?.ring) return picture;
  const names = nodes.map(({ label }) => label);
  const ring = ringFor(names, ringRoom(free), guides.ring, isThinned);
  return { ...placed(picture, ringPlaces(nodes, guides.ring, ring)), guides: { ...guides, ring } };
}
