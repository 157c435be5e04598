/** A link to a file of the API. Where no server has the data, the file is made here and handed to the reader's downloads. */

import type { ReactNode } from "react";
import { hostOf } from "../../api/transport.ts";
import { saveFrom } from "../export/download.ts";

export interface DownloadLinkProps {
  /** Path below `/api`, with its query. */
  readonly path: string;
  /** The name of the file; without it, the one that the answer has. */
  readonly name?: string;
  readonly className?: string;
  readonly label?: string;
  readonly children: ReactNode;
}

export function DownloadLink({ path, name = "", className = "sg-link", label, children }: DownloadLinkProps) {
  return (
    <a
      href={path}
      download={name}
      className={className}
      {...(label === undefined ? {} : { "aria-label": label })}
      onClick={(event) => {
        const host = hostOf(path);
        if (!host) return;
        event.preventDefault();
        void saveFrom(host, path, name);
      }}
    >
      {children}
    </a>
  );
}
