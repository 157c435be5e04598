/** Links to a network as a file, made by the server with the same settings. */

import type { Pair } from "../../../view/parameters.ts";
import { apiPath } from "../../api/client.ts";
import { useExplorer } from "../../state/store.ts";
import { DownloadLink } from "../parts/download-link.tsx";
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
      {FORMATS.filter((format) => !(several && TEXTS.noFiles[format])).map((format) =>
        refused ? (
          // A link without an address is inert.
          // biome-ignore lint/a11y/useValidAnchor: it has one again once the settings are accepted
          <a key={format} className="sg-link" role="link" aria-disabled title={TEXTS.noFilesYet}>
            {TEXTS.fileNames[format]}
          </a>
        ) : (
          <DownloadLink
            key={format}
            path={apiPath(dataset, "networks", [...pairs, ["format", format]])}
            {...(format === "json" ? { name: "network.json" } : {})}
          >
            {TEXTS.fileNames[format]}
          </DownloadLink>
        ),
      )}
    </nav>
  );
}
