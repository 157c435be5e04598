/** Links to a network as a file, made by the server with the same settings. */

import type { Pair } from "../../../view/parameters.ts";
import { apiPath } from "../../api/client.ts";
import { useExplorer } from "../../state/store.ts";
import { NETWORK_TEXTS as TEXTS } from "./texts.ts";

const FORMATS = ["csv", "gexf", "graphml", "dl", "json"] as const;

export interface NetworkFilesProps {
  /** Settings and the pairs of the view. */
  readonly pairs: readonly Pair[];
  /** Several networks by time, or a list of events: some formats cannot hold them. */
  readonly several: boolean;
  /** The server refuses these settings: there is nothing to load. */
  readonly refused: boolean;
}

export function NetworkFiles({ pairs, several, refused }: NetworkFilesProps) {
  const dataset = useExplorer((state) => state.dataset);
  return (
    <nav aria-label={TEXTS.files} className="sg-network-files">
      {FORMATS.filter((format) => !(several && TEXTS.noFiles[format])).map((format) => (
        // A link without an address is inert.
        <a
          key={format}
          className="sg-link"
          {...(refused
            ? { role: "link", "aria-disabled": true, title: TEXTS.noFilesYet }
            : {
                href: apiPath(dataset, "networks", [...pairs, ["format", format]]),
                download: format === "json" ? "network.json" : "",
              })}
        >
          {TEXTS.fileNames[format]}
        </a>
      ))}
    </nav>
  );
}
