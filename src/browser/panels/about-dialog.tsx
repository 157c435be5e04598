/** The dialog that says what the data are, how they were made and what their limits are. */

import { Anchor, Button } from "@mantine/core";
import type { DatasetDescription } from "../../model/api.ts";
import { useDataset } from "../api/hooks.ts";
import { isOffline } from "../api/transport.ts";
import { PARTS } from "../offline/contents.ts";
import { PendingProblems } from "./about/problems.tsx";
import { SourceList } from "./about/source-list.tsx";
import { save } from "./export/png.ts";
import type { PanelProps } from "./panel.ts";
import { Answered } from "./parts/answered.tsx";
import { CopyButton } from "./parts/copy-button.tsx";
import { OpenOwn } from "./parts/open-own.tsx";
import { datasetCitation, releaseOf } from "./statements/citation.ts";
import { TEXTS } from "./texts.ts";
import { isoWords } from "./words/dates.ts";
import { listed, numberWord } from "./words/numbers.ts";
import "./panels.css";
import "./about/dialogs.css";

/** Reads the dataset by `useDataset`. */
export function AboutDialog(_: PanelProps) {
  const query = useDataset();
  return (
    <div className="sg-panel sg-dialog sg-about">
      <Answered query={query} lines={8}>
        {(dataset) => <About dataset={dataset} />}
      </Answered>
    </div>
  );
}

/** A self-contained file has them in itself. */
function saveNotices(): void {
  const text = document.getElementById(PARTS.notices)?.textContent ?? "";
  save(new Blob([text], { type: "text/plain" }), "third-party-notices.txt");
}

function About({ dataset }: { readonly dataset: DatasetDescription }) {
  const { counts, dates, passages } = dataset;
  const documents = dataset.sources.length;
  const citation = datasetCitation(dataset);
  return (
    <>
      <p className="sg-about-title">{dataset.title}</p>
      <p className="sg-line sg-lead">{TEXTS.asReported(numberWord(documents), documents)}</p>
      <PendingProblems problems={dataset.pendingProblems} />
      {dataset.description !== "" && <p className="sg-line">{dataset.description}</p>}

      <h3>{TEXTS.whatItIs}</h3>
      <ul>
        <li>{TEXTS.isEvidence}</li>
        <li>{TEXTS.isNoSample(numberWord(documents), documents)}</li>
        <li>{TEXTS.isNoSilence}</li>
        <li>{TEXTS.isNoVerdict}</li>
        <li>{TEXTS.sizeIsEvidence}</li>
      </ul>

      {dataset.method !== "" && (
        <>
          <h3>{TEXTS.method}</h3>
          <p className="sg-line sg-prose">{dataset.method}</p>
        </>
      )}
      <h3>{TEXTS.coding}</h3>
      <p className="sg-line">{TEXTS.codingWords}</p>

      <h3>{TEXTS.inNumbers}</h3>
      <p className="sg-line">
        {listed(
          Object.entries(TEXTS.countWords)
            .filter(([table]) => counts[table] !== undefined)
            .map(([table, words]) => `${(counts[table] ?? 0).toLocaleString("en-GB")} ${words}`),
        )}
        .{" "}
        {dates.first !== null &&
          dates.last !== null &&
          TEXTS.dateRange(isoWords(dates.first), isoWords(dates.last))}{" "}
        {dates.undated > 0 && TEXTS.undatedCount(dates.undated)}
      </p>

      <h3>{TEXTS.sources}</h3>
      <SourceList sources={dataset.sources} />

      <h3>{TEXTS.passages}</h3>
      <p className="sg-line">
        {passages.served ? TEXTS.passagesServed : TEXTS.passagesNotServed} {passages.reason}
      </p>

      <h3>{TEXTS.versionLicence}</h3>
      <p className="sg-line">
        {TEXTS.version(releaseOf(dataset))}{" "}
        {dataset.licences.map(({ name, title, path }) => (
          <span key={name || title}>
            {TEXTS.licenceOfData}{" "}
            {path.startsWith("https://") || path.startsWith("http://") ? (
              <Anchor underline="always" href={path} target="_blank" rel="noreferrer noopener" inherit>
                {title || name}
              </Anchor>
            ) : (
              title || name
            )}
            .{" "}
          </span>
        ))}
        {TEXTS.textsNotIncluded}
      </p>
      {dataset.contributors.length > 0 && (
        <p className="sg-line">
          {TEXTS.contributors}{" "}
          {dataset.contributors
            .map(({ title, roles }) => (roles.length > 0 ? `${title} (${roles.join(", ")})` : title))
            .join("; ")}
        </p>
      )}

      <h3>{TEXTS.howToCite}</h3>
      <p className="sg-line">{citation}</p>
      <CopyButton
        label={TEXTS.copyCitation}
        text={() => citation}
        done={TEXTS.citationCopied}
        variant="default"
      />

      <h3>{TEXTS.reportHeading}</h3>
      <p className="sg-line">{TEXTS.reportWords}</p>

      <OpenOwn />

      <h3>{TEXTS.program}</h3>
      <p className="sg-line">
        {isOffline() ? (
          <Button size="compact-sm" variant="default" onClick={saveNotices}>
            {TEXTS.notices}
          </Button>
        ) : (
          <Anchor
            underline="always"
            href="/assets/third-party-notices.txt"
            target="_blank"
            rel="noopener"
            inherit
          >
            {TEXTS.notices}
          </Anchor>
        )}
      </p>
    </>
  );
}
