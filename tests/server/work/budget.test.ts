/** Time budgets, and equal questions answered once. */
import { describe, expect, it } from "vitest";
import { Fault } from "../../../src/model/problem.ts";
import { Questions } from "../../../src/server/work/questions.ts";
import { Abandoned, checkpoint } from "../../../src/service/work/budget.ts";

describe("a checkpoint", () => {
  it("throws when the budget is spent", () => {
    let time = 5;
    const check = checkpoint(100, () => time);
    time = 105;
    expect(check).not.toThrow();
    time = 106;
    expect(check).toThrow(Fault);
    expect(check).toThrow(/0.1 seconds/);
  });
  it("throws when nobody waits", () => {
    const stop = new Int32Array(new SharedArrayBuffer(4));
    const check = checkpoint(100, () => 0, stop);
    expect(check).not.toThrow();
    Atomics.store(stop, 0, 1);
    expect(check).toThrow(Abandoned);
  });
});

describe("equal questions", () => {
  const never = () => new AbortController().signal;

  it("are asked once while they are open, and anew after", async () => {
    const questions = new Questions<number>();
    let asked = 0;
    const ask = async () => ++asked;
    const [a, b] = await Promise.all([
      questions.answer("x", never(), ask),
      questions.answer("x", never(), ask),
    ]);
    expect([a, b]).toEqual([1, 1]);
    expect(await questions.answer("x", never(), ask)).toBe(2);
    expect(await questions.answer("y", never(), ask)).toBe(3);
  });

  it("are given up when the last asker has gone, not before", async () => {
    const questions = new Questions<number>();
    const [one, other] = [new AbortController(), new AbortController()];
    let given: AbortSignal | null = null;
    const ask = (signal: AbortSignal) => {
      given = signal;
      return new Promise<number>(() => {});
    };
    const first = questions.answer("x", one.signal, ask);
    const second = questions.answer("x", other.signal, ask);
    one.abort();
    await expect(first).rejects.toBeInstanceOf(Abandoned);
    expect(given).toMatchObject({ aborted: false });
    other.abort();
    await expect(second).rejects.toBeInstanceOf(Abandoned);
    expect(given).toMatchObject({ aborted: true });
    expect(await questions.answer("x", never(), async () => 7)).toBe(7);
  });

  it("share a failure, which is not kept", async () => {
    const questions = new Questions<number>();
    const fail = () => Promise.reject(new Error("no"));
    await expect(questions.answer("x", never(), fail)).rejects.toThrow("no");
    expect(await questions.answer("x", never(), async () => 1)).toBe(1);
  });
});
