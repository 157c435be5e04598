/** The worker's side of the talk: takes orders one after the other and answers each. */

import { LOCAL_MARK } from "../../model/id.ts";
import { datasetSummary } from "../../view/records/dataset-description.ts";
import { Engine } from "./engine.ts";
import type { OpenRequest, ReadData } from "./open/read.ts";
import type { FromEngine, Outcome, ToEngine } from "./protocol.ts";

/** The part of a worker's own scope that is used. */
export interface Port {
  postMessage(message: FromEngine, transfer: Transferable[]): void;
  addEventListener(type: "message", listener: (event: MessageEvent<ToEngine>) => void): void;
}

/** Milliseconds between two reports of progress. */
const PROGRESS_MS = 100;

/** @param open the ways of opening that there are here */
export function serveEngine(
  port: Port,
  open: (request: Omit<OpenRequest, "sqlite">) => Promise<ReadData>,
): void {
  const send = (message: FromEngine, transfer: Transferable[] = []): void =>
    port.postMessage(message, transfer);
  /** The order at which the engine works. */
  let current = 0;
  let drawn = Number.NEGATIVE_INFINITY;
  const engine = new Engine({ now: () => Date.now(), steady: () => performance.now() }, (share) => {
    if (performance.now() - drawn < PROGRESS_MS) return;
    drawn = performance.now();
    send({ kind: "progress", number: current, progress: { stage: "drawing", share } });
  });

  const outcomeOf = async ({
    number,
    files,
    choice,
    replaced,
  }: Extract<ToEngine, { kind: "open" }>): Promise<Outcome> => {
    let told = Number.NEGATIVE_INFINITY;
    let stage = "";
    const read = await open({
      files,
      choice,
      progress(progress) {
        if (progress.stage === stage && performance.now() - told < PROGRESS_MS) return;
        told = performance.now();
        stage = progress.stage;
        send({ kind: "progress", number, progress });
      },
    });
    if (read.kind !== "read") return read;
    send({ kind: "progress", number, progress: { stage: "preparing", share: null } });
    current = number;
    if (replaced !== null) engine.remove(replaced);
    const { id, served } = engine.add(`${LOCAL_MARK}${read.dataset.id}`, read.dataset, read.texts);
    const { warnings, dna } = read;
    return {
      kind: "opened",
      id,
      summary: datasetSummary(served.index),
      warnings,
      ...(dna ? { dna } : {}),
    };
  };

  port.addEventListener("message", ({ data: order }) => {
    const { number } = order;
    const failed = (error: unknown): void => {
      // Seen by whoever looks into the browser's console, as any error of the page.
      reportError(error);
      send({ kind: "failed", number, message: error instanceof Error ? error.message : String(error) });
    };
    if (order.kind === "ask") {
      current = number;
      const answer = engine.ask(order.path, order.accept, (error) => reportError(error));
      send({ kind: "answer", number, answer }, [answer.bytes.buffer]);
    } else outcomeOf(order).then((outcome) => send({ kind: "outcome", number, outcome }), failed);
  });
}
