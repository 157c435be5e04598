/** Equal questions asked at the same time are answered once: each asker waits for the same work. */

import { Abandoned } from "../../service/work/budget.ts";

interface Shared<Answer> {
  readonly answer: Promise<Answer>;
  readonly work: AbortController;
  askers: number;
}

export class Questions<Answer> {
  private readonly open = new Map<string, Shared<Answer>>();

  /**
   * The answer to a question; `ask` is called unless the same is being answered. The work is given up when all its askers are gone.
   * Rejects with `Abandoned` for an asker who has gone.
   */
  async answer(
    question: string,
    signal: AbortSignal,
    ask: (signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer> {
    const shared = this.open.get(question) ?? this.begin(question, ask);
    shared.askers++;
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        if (--shared.askers === 0) shared.work.abort();
        reject(new Abandoned("nobody waits for the answer"));
      };
      if (signal.aborted) return leave();
      signal.addEventListener("abort", leave, { once: true });
      shared.answer.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
    });
  }

  private begin(question: string, ask: (signal: AbortSignal) => Promise<Answer>): Shared<Answer> {
    const work = new AbortController();
    const forget = (): void => {
      if (this.open.get(question) === shared) this.open.delete(question);
    };
    // Given up work is no answer for whoever asks next.
    work.signal.addEventListener("abort", forget, { once: true });
    const shared: Shared<Answer> = { answer: ask(work.signal), work, askers: 0 };
    this.open.set(question, shared);
    shared.answer.then(forget, forget);
    return shared;
  }
}
