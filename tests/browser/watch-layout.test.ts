/** Progress of a layout that the server makes: asked for where the picture does not come, and forgotten when it has. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchLayout } from "../../src/browser/api/watch-layout.ts";
import { useLayoutProgress } from "../../src/browser/state/layout-progress.ts";

const share = () => useLayoutProgress.getState().share;

describe("watching a layout", () => {
  const asked: string[] = [];
  let answer: unknown;
  beforeEach(() => {
    vi.useFakeTimers();
    asked.length = 0;
    answer = { share: 0.5 };
    vi.stubGlobal("fetch", async (address: string) => {
      asked.push(address);
      return Response.json(answer);
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("asks nothing for what is there within a second", async () => {
    const stop = watchLayout("/api/graph?actor=a");
    await vi.advanceTimersByTimeAsync(900);
    stop();
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked).toEqual([]);
  });

  it("asks each second for what is not, and forgets what it heard in the end", async () => {
    const stop = watchLayout("/api/datasets/d/graph?actor=a");
    await vi.advanceTimersByTimeAsync(1100);
    expect([asked, share()]).toEqual([["/api/datasets/d/graph/progress?actor=a"], 0.5]);
    answer = { share: null };
    await vi.advanceTimersByTimeAsync(1000);
    expect([asked.length, share()]).toEqual([2, null]);
    answer = { share: 0.75 };
    await vi.advanceTimersByTimeAsync(1000);
    expect(share()).toBe(0.75);
    stop();
    expect(share()).toBeNull();
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked.length).toBe(3);
  });

  it("is silent where nothing sensible comes", async () => {
    answer = "broken";
    const stop = watchLayout("/api/graph");
    await vi.advanceTimersByTimeAsync(1100);
    expect([asked, share()]).toEqual([["/api/graph/progress"], null]);
    stop();
  });
});
