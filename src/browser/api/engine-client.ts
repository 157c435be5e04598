/** The page's side of the talk with its engine. Fetched only when data are opened here. */

import type { Choice, FromEngine, GivenFile, Outcome, Progress, ToEngine } from "../engine/protocol.ts";
import { type Answer, type Host, HostError } from "./transport.ts";

interface Waiting {
  resolve(value: Answer | Outcome): void;
  reject(error: Error): void;
  progress?(progress: Progress): void;
}

/** The part of a Worker that is used. */
export interface EngineWorker {
  postMessage(message: ToEngine): void;
  addEventListener(type: "message", listener: (event: MessageEvent<FromEngine>) => void): void;
  addEventListener(type: "error" | "messageerror", listener: (event: Event) => void): void;
}

export class EngineClient implements Host {
  private readonly worker: EngineWorker;
  private readonly waiting = new Map<number, Waiting>();
  private numbers = 0;
  private broken: HostError | null = null;

  constructor(worker: EngineWorker) {
    this.worker = worker;
    worker.addEventListener("message", ({ data }) => this.hear(data));
    const broke = (event: Event): void => {
      const words =
        event instanceof ErrorEvent && event.message !== ""
          ? event.message
          : "The engine of this page could not be started";
      this.broken = new HostError(words);
      for (const one of this.waiting.values()) one.reject(this.broken);
      this.waiting.clear();
    };
    worker.addEventListener("error", broke);
    worker.addEventListener("messageerror", broke);
  }

  ask(path: string, accept: string, drawing: (share: number | null) => void = () => {}): Promise<Answer> {
    return this.send(
      (number) => ({ kind: "ask", number, path, accept }),
      ({ share }) => drawing(share),
    ) as Promise<Answer>;
  }

  /** Opens files, in place of the dataset `replaced` where that is one; rejects only where the program itself fails. */
  open(
    files: readonly GivenFile[],
    choice: Choice | null,
    progress: (progress: Progress) => void,
    replaced: string | null = null,
  ): Promise<Outcome> {
    return this.send(
      (number) => ({ kind: "open", number, files, choice, replaced }),
      progress,
    ) as Promise<Outcome>;
  }

  private send(
    order: (number: number) => ToEngine,
    progress?: (progress: Progress) => void,
  ): Promise<Answer | Outcome> {
    return new Promise((resolve, reject) => {
      if (this.broken) {
        reject(this.broken);
        return;
      }
      const number = this.numbers++;
      this.waiting.set(number, { resolve, reject, ...(progress ? { progress } : {}) });
      this.worker.postMessage(order(number));
    });
  }

  private hear(message: FromEngine): void {
    const waiting = this.waiting.get(message.number);
    if (!waiting) return;
    if (message.kind === "progress") {
      waiting.progress?.(message.progress);
      return;
    }
    this.waiting.delete(message.number);
    if (message.kind === "answer") waiting.resolve(message.answer);
    else if (message.kind === "outcome") waiting.resolve(message.outcome);
    else waiting.reject(new HostError(message.message));
  }
}
