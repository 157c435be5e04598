/** The dialog by which the view is taken elsewhere: link, report, pictures, files. */

import { NativeSelect } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Reduction } from "../../model/graph.ts";
import { useGraph } from "../api/hooks.ts";
import { isOffline } from "../api/transport.ts";
import { isPart } from "../map/detail.ts";
import { parseHidden } from "../state/hidden.ts";
import { isLocal } from "../state/local.ts";
import { isComplete } from "../state/question.ts";
import { useExplorer } from "../state/store.ts";
import { holdTime } from "../state/time.ts";
import { DOWNLOADS, exportHref, heldBy, viewInWords } from "./export/links.ts";
import { OfflineFile } from "./export/offline-file.tsx";
import { PngButtons } from "./export/png-buttons.tsx";
import type { PanelProps } from "./panel.ts";
import { CopyButton } from "./parts/copy-button.tsx";
import { DownloadLink } from "./parts/download-link.tsx";
import { OpenOwn } from "./parts/open-own.tsx";
import { reportNotes } from "./report/notes.ts";
import { embedSnippet } from "./share/embed.ts";
import { ReportButtons } from "./share/report-buttons.tsx";
import { TEXTS } from "./texts.ts";
import "./panels.css";
import "./about/dialogs.css";

/** A path question that was asked comes before what is selected. */
const reportOf = (selected: boolean, asked: boolean): string =>
  asked ? TEXTS.reportOfPaths : selected ? TEXTS.reportOfSelection : TEXTS.reportOfView;

interface HoldsProps {
  readonly part: Reduction;
  readonly onlyDrawn: boolean;
  readonly onChange: (onlyDrawn: boolean) => void;
}

/** Whether files hold all of a large view, or the part of it that the map draws. */
function Holds({ part: { of, shown }, onlyDrawn, onChange }: HoldsProps) {
  return (
    <NativeSelect
      size="xs"
      mb={10}
      label={TEXTS.holds}
      description={TEXTS.holdsAlways}
      value={onlyDrawn ? "part" : "whole"}
      onChange={(event) => onChange(event.currentTarget.value === "part")}
      data={[
        { value: "whole", label: TEXTS.holdsWhole(of.nodes, of.edges) },
        { value: "part", label: TEXTS.holdsPart(shown.nodes, shown.edges) },
      ]}
    />
  );
}

/** Reads view, selection and question from the store. */
export function ExportMenu(_: PanelProps) {
  const view = useExplorer((state) => state.view);
  const dataset = useExplorer((state) => state.dataset);
  const selected = useExplorer((state) => state.selection !== null);
  const asked = useExplorer((state) => isComplete(state.question));
  const hiddenText = useExplorer((state) => state.settings.hidden);
  const hidden = parseHidden(hiddenText).size;
  const tab = useExplorer((state) => state.tab);
  // Files are of the view: what was tried out on the time line, or is playing, becomes it.
  useEffect(() => holdTime(), []);
  const graph = useGraph(view).data;
  const reduced = graph?.attributes.reduced;
  const part = isPart(reduced) ? reduced : null;
  const [onlyDrawn, setOnlyDrawn] = useState(false);
  return (
    <div className="sg-panel sg-dialog">
      <p className="sg-line">
        {TEXTS.exportIntro} {graph && <strong>{viewInWords(graph.attributes)}</strong>}
      </p>
      {isLocal(dataset) && <p className="sg-line">{TEXTS.localLink}</p>}
      {!isLocal(dataset) && !isOffline() && (
        <>
          <h3>{TEXTS.shareLink}</h3>
          <p className="sg-line sg-dim">{TEXTS.linkPurpose}</p>
          <div className="sg-actions">
            <CopyButton
              label={TEXTS.copyLink}
              text={() => window.location.href}
              done={TEXTS.linkCopied}
              variant="default"
            />
            <CopyButton
              label={TEXTS.copyEmbed}
              text={() => embedSnippet(window.location.href, document.title)}
              done={TEXTS.embedCopied}
              variant="default"
            />
          </div>
          <p className="sg-line sg-dim">{TEXTS.embedPurpose}</p>
        </>
      )}

      <h3>{TEXTS.report}</h3>
      <p className="sg-line sg-dim">{reportOf(selected, asked)}</p>
      {reportNotes(hiddenText, tab).map((note) => (
        <p key={note} className="sg-line" role="note">
          {note}
        </p>
      ))}
      <ReportButtons />

      <h3>{TEXTS.files}</h3>
      {hidden > 0 && (
        <p className="sg-line" role="note">
          {TEXTS.hiddenInFiles(hidden)}
        </p>
      )}
      {part && <Holds part={part} onlyDrawn={onlyDrawn} onChange={setOnlyDrawn} />}
      <ul className="sg-list sg-downloads">
        {DOWNLOADS.map(({ id, format, further }) => (
          <li key={id}>
            <DownloadLink
              path={exportHref(dataset, format, part ? heldBy(view, format, onlyDrawn) : view, further)}
              className="sg-link sg-download"
            >
              {TEXTS.downloads[id]?.name ?? id}
            </DownloadLink>
            <p className="sg-line sg-dim">{TEXTS.downloads[id]?.purpose}</p>
          </li>
        ))}
        <li>
          <p className="sg-download">{TEXTS.screenPicture}</p>
          <p className="sg-line sg-dim">{TEXTS.screenPurpose}</p>
          <PngButtons />
        </li>
        <OfflineFile />
      </ul>
      <p className="sg-line">{TEXTS.noPassages}</p>
      <OpenOwn />
    </div>
  );
}
