/** The one engine of the page, started when the first data are opened; what it opens becomes a dataset of the page. */

import { EngineClient, type EngineWorker } from "../../api/engine-client.ts";
import { answerBy } from "../../api/transport.ts";
import type { Choice, GivenFile, Outcome, Progress } from "../../engine/protocol.ts";
import { useLocal } from "../../state/local.ts";

let client: EngineClient | null = null;

function engine(): EngineClient {
  client ??= new EngineClient(
    new Worker(new URL("../../engine/worker.ts", import.meta.url), { type: "module" }) as EngineWorker,
  );
  return client;
}

/**
 * @param replaced id of a dataset opened before, in whose place this one comes; null = none
 * @throws HostError where the program fails; what is wrong with the data is an outcome
 */
export async function openData(
  files: readonly GivenFile[],
  choice: Choice | null,
  progress: (progress: Progress) => void,
  replaced: string | null = null,
): Promise<Outcome> {
  const host = engine();
  let outcome: Outcome;
  try {
    outcome = await host.open(files, choice, progress, replaced);
  } catch (error) {
    // One that could not be started is tried anew next time.
    if (useLocal.getState().datasets.length === 0) client = null;
    throw error;
  }
  if (outcome.kind === "opened") {
    const { id, summary } = outcome;
    answerBy(id, host);
    useLocal.setState(({ datasets }) => ({
      datasets: [...datasets.filter((one) => one.id !== replaced), { ...summary, id }],
    }));
  }
  return outcome;
}
