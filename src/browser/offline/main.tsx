/** The page in a self-contained file: its dataset stands in the file itself, and it asks nothing of any other place. */

import "../no-eval.ts";
import "@mantine/core/styles.css";
import "../page.css";
import "../theme/targets.css";
import { EngineClient, type EngineWorker } from "../api/engine-client.ts";
import { answerAllBy } from "../api/transport.ts";
import { pieces } from "../engine/streams.ts";
import { startPage } from "../start-page.tsx";
import { fragmentBar } from "../state/address-bar.ts";
import { TEXTS } from "../texts.ts";
import { fromBase64, PARTS, type Start } from "./contents.ts";
import OfflineWorker from "./worker.ts?worker&inline";

const textOf = (id: string): string => document.getElementById(id)?.textContent ?? "";

async function archive(): Promise<Blob> {
  const packed = new Blob([fromBase64(textOf(PARTS.dataset))]);
  const parts: BlobPart[] = [];
  for await (const piece of pieces(packed.stream().pipeThrough(new DecompressionStream("gzip"))))
    parts.push(piece.slice());
  return new Blob(parts);
}

async function begin(): Promise<void> {
  const { address, id } = JSON.parse(textOf(PARTS.start)) as Start;
  const engine = new EngineClient(new OfflineWorker() as EngineWorker);
  const outcome = await engine.open([{ path: `${id}.zip`, blob: await archive() }], null, () => {});
  if (outcome.kind !== "opened")
    throw new Error(outcome.kind === "refused" ? outcome.problems[0]?.message : "");
  // The dataset has served its purpose as a text; it may be large.
  document.getElementById(PARTS.dataset)?.remove();
  answerAllBy(engine);
  startPage(fragmentBar(window, address));
}

begin().catch((error: unknown) => {
  // A page that says what is wrong, whatever it is.
  const words = document.createElement("p");
  words.setAttribute("role", "alert");
  words.textContent = `${TEXTS.offlineBroken} ${error instanceof Error ? error.message : String(error)}`;
  document.getElementById("root")?.replaceChildren(words);
});
