/** The dialog that lists the downloads of the current view. */

import { Anchor } from "@mantine/core";
import { useGraph } from "../api/hooks.ts";
import { useExplorer } from "../state/store.ts";
import { DOWNLOADS, exportHref } from "./export/links.ts";
import { PngButtons } from "./export/png-buttons.tsx";
import type { PanelProps } from "./panel.ts";
import { CopyButton } from "./parts/copy-button.tsx";
import { TEXTS } from "./texts.ts";
import "./panels.css";
import "./about/dialogs.css";

/** Reads `view` from the store. */
export function ExportMenu(_: PanelProps) {
  const view = useExplorer((state) => state.view);
  const dataset = useExplorer((state) => state.dataset);
  const graph = useGraph(view).data;
  return (
    <div className="sg-panel sg-dialog">
      <p className="sg-line">
        {TEXTS.exportIntro} {graph && <strong>{graph.attributes.description}</strong>}
      </p>
      <ul className="sg-list sg-downloads">
        {DOWNLOADS.map(({ id, format, further }) => (
          <li key={id}>
            <Anchor href={exportHref(dataset, format, view, further)} download className="sg-download">
              {TEXTS.downloads[id]?.name ?? id}
            </Anchor>
            <p className="sg-line sg-dim">{TEXTS.downloads[id]?.purpose}</p>
          </li>
        ))}
        <li>
          <p className="sg-download">{TEXTS.png}</p>
          <p className="sg-line sg-dim">{TEXTS.pngPurpose}</p>
          <PngButtons />
        </li>
        <li>
          <p className="sg-download">{TEXTS.link}</p>
          <p className="sg-line sg-dim">{TEXTS.linkPurpose}</p>
          <CopyButton
            label={TEXTS.copyLink}
            text={() => window.location.href}
            done={TEXTS.linkCopied}
            variant="default"
          />
        </li>
      </ul>
      <p className="sg-line">{TEXTS.noPassages}</p>
    </div>
  );
}
