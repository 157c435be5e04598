/** What of the page's address makes the picture of the map what it is: view, path, selection, look and what was moved by hand. Pure. */

import { formatAddress, type Place } from "../../state/address.ts";
import { NO_SETTINGS, type Settings } from "../../state/settings.ts";

/** The query of the address without what other tabs and panels keep there; short parameters first, as the line that names it may be cut. */
export function pictureQuery(place: Place): string {
  const { hidden, look, path, pins, relax } = place.settings;
  const settings: Settings = { ...NO_SETTINGS, hidden, look, path, pins, relax };
  const address = formatAddress({ ...place, settings, tab: "graph", embed: false });
  const at = address.indexOf("?");
  return at < 0
    ? ""
    : address
        .slice(at + 1)
        .split("&")
        .sort((a, b) => a.length - b.length)
        .join("&");
}
