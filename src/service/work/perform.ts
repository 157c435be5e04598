/** Does a job by the same routes that answer requests: what a worker answers is what the server would have. */

import { PassageReader } from "../passages.ts";
import type { DatasetRoute } from "../route.ts";
import { ROUTES } from "../routes/registry.ts";
import type { ServedDataset } from "../served-dataset.ts";
import type { Checkpoint } from "./budget.ts";
import type { Job } from "./job.ts";

export interface Surroundings {
  readonly datasets: ReadonlyMap<string, ServedDataset>;
  readonly release: string;
  readonly checkpoint: Checkpoint;
  /** As in `Services`: the time of the job stands still. */
  readonly clock: () => number;
}

export interface Performed {
  readonly chunks: Iterable<Uint8Array>;
  readonly lasting: boolean;
}

const encoder = new TextEncoder();

/** The bytes of the answer. Throws what the route throws. */
export function performJob(job: Job, { datasets, release, checkpoint, clock }: Surroundings): Performed {
  const route = ROUTES.find(({ id, scope }) => id === job.route && scope === "dataset") as DatasetRoute;
  const get = (id: string | undefined): ServedDataset => {
    const found = datasets.get(id ?? "");
    if (!found) throw new Error(`the dataset ${id} was not handed over`);
    return found;
  };
  const reply = route.answer({
    parameters: undefined,
    pairs: job.pairs,
    path: job.path,
    accept: job.accept,
    isLocal: false,
    // Passages are read where requests come in, never here.
    principal: { name: "anonymous", passagesWithheld: "Passages are not shown here." },
    services: {
      catalogue: { ready: true, all: [...datasets.values()], get, pendingProblems: () => [] },
      passages: new PassageReader(null),
      release,
      now: () => job.now,
      clock,
      metrics: null,
      work: null,
    },
    dataset: get(job.datasets[0]),
    checkpoint,
  });
  if (reply.kind === "file") return { chunks: reply.chunks(), lasting: true };
  if (reply.kind === "text") {
    const text = reply.body();
    return { chunks: [typeof text === "string" ? encoder.encode(text) : text], lasting: true };
  }
  const body = reply.body();
  return {
    chunks: [encoder.encode(JSON.stringify(body))],
    lasting: reply.lasting?.(body) ?? true,
  };
}
