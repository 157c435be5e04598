/** A button that makes one HTML file of page, dataset and view, which opens from disk without a server. */

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, apiPath, fetchAnswer } from "../../api/client.ts";
import { useDataset } from "../../api/hooks.ts";
import { isOffline } from "../../api/transport.ts";
import { MOST_STATEMENTS, offlineFile, roughBytes, toBase64 } from "../../offline/contents.ts";
import { addressOf } from "../../state/history.ts";
import { useExplorer } from "../../state/store.ts";
import { TEXTS } from "../texts.ts";
import { save } from "./png.ts";

/** The program of such files, and what it weighs: static files beside the page. */
const PROGRAM = "/offline.txt";
const WEIGHT = "/offline.json";

async function gzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const bytesOf = async (response: Response): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await response.arrayBuffer());

export function OfflineFile() {
  const dataset = useDataset().data;
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const weight = useQuery({
    queryKey: ["offline-weight"],
    enabled: !isOffline(),
    queryFn: async () => {
      const response = await fetch(WEIGHT).catch(() => null);
      const found = response?.ok
        ? ((await response.json().catch(() => null)) as { bytes?: number } | null)
        : null;
      return found?.bytes ?? null;
    },
  }).data;
  if (isOffline() || !dataset) return null;
  const statements = dataset.counts["statements"] ?? 0;
  const tooLarge = statements > MOST_STATEMENTS;
  const make = async () => {
    setBusy(true);
    setSaid("");
    try {
      const state = useExplorer.getState();
      const [program, archive] = await Promise.all([
        fetchAnswer(PROGRAM, "text/plain, */*", (response) => response.text()),
        fetchAnswer(apiPath(state.dataset, "package"), "application/zip, application/problem+json", bytesOf),
      ]);
      const start = { address: addressOf({ ...state, dataset: null, embed: false }), id: dataset.id };
      const parts = offlineFile(
        program,
        `${dataset.title} – Stancegraph`,
        start,
        toBase64(await gzipped(archive)),
      );
      save(new Blob([...parts], { type: "text/html" }), `${dataset.id}.html`);
      setSaid(TEXTS.offlineSaved);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setSaid(`${error.message} ${error.remedy}`);
    } finally {
      setBusy(false);
    }
  };
  return (
    <li>
      <p className="sg-download">{TEXTS.offline}</p>
      <p className="sg-line sg-dim">{TEXTS.offlinePurpose}</p>
      {weight === null || tooLarge ? (
        <p className="sg-line">{tooLarge ? TEXTS.offlineTooLarge(MOST_STATEMENTS) : TEXTS.offlineNotBuilt}</p>
      ) : (
        <div className="sg-actions">
          <Button size="compact-sm" variant="default" loading={busy} onClick={() => void make()}>
            {TEXTS.offlineMake(weight === undefined ? null : roughBytes(weight, statements))}
          </Button>
        </div>
      )}
      <p role="status" className="sg-line">
        {said}
      </p>
    </li>
  );
}
