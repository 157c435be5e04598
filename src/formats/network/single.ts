/** Formats that hold one network ask for it here. */

import type { Network, NetworkResult } from "../../analysis/networks/result.ts";
import { badSetting } from "../../analysis/networks/settings.ts";

/** The one network of a result. Throws when there are windows or only events; `format` is the name of what cannot hold them. */
export function singleNetwork({ settings, networks }: NetworkResult, format: string): Network {
  const [network] = networks;
  if (network && settings.window === "no") return network;
  throw badSetting(
    "format",
    "format-does-not-apply",
    settings.type === "event-list"
      ? `${format} holds a network, and an event list is none`
      : `${format} holds one network, and there are ${networks.length} windows`,
    "Use format csv or json, or ask for one network.",
  );
}
