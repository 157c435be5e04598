/** One request's way to the worker threads. */

import type { ServedDataset } from "../../service/served-dataset.ts";
import type { Job } from "../../service/work/job.ts";
import type { Work } from "../../service/work/work.ts";
import { entityTag } from "../etag.ts";
import type { Elsewhere } from "../respond.ts";
import { Questions } from "./questions.ts";

interface WholeAnswer {
  readonly bytes: Uint8Array;
  readonly lasting: boolean;
}

/** Makes the way of each request; equal ones share their work. */
export function elsewhereBy(work: Work): (job: Job, datasets: readonly ServedDataset[]) => Elsewhere {
  const questions = new Questions<WholeAnswer>();
  return (job, datasets) => ({
    whole: (signal, coding = "identity") => {
      const versions = datasets.map(({ dataset }) => dataset.version);
      const { now: _moment, ...asked } = job;
      return questions.answer(entityTag(JSON.stringify([asked, coding, versions])), signal, async (given) => {
        const chunks: Uint8Array[] = [];
        const lasting = await work.run({ ...job, coding }, datasets, given, (bytes) => {
          chunks.push(bytes);
        });
        const [only] = chunks;
        return { bytes: chunks.length === 1 && only ? only : Buffer.concat(chunks), lasting };
      });
    },
    stream: (signal, sink) => work.run(job, datasets, signal, sink),
  });
}
