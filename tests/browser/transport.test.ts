/** Who answers a path, and the talk with the engine. */
import { describe, expect, it } from "vitest";
import { ApiError, apiPath, fetchJson } from "../../src/browser/api/client.ts";
import { EngineClient, type EngineWorker } from "../../src/browser/api/engine-client.ts";
import { answerBy, ask, type Host, HostError, hostOf } from "../../src/browser/api/transport.ts";
import type { FromEngine, ToEngine } from "../../src/browser/engine/protocol.ts";
import { useLayoutProgress } from "../../src/browser/state/layout-progress.ts";

const encoder = new TextEncoder();
const hostThat = (answer: Host["ask"]): Host => ({ ask: answer });
const json = (status: number, body: unknown) => ({
  status,
  mediaType: "application/json",
  fileName: null,
  bytes: encoder.encode(JSON.stringify(body)),
});

describe("the transport", () => {
  it("asks the host of the dataset that a path names, and the server for all others", async () => {
    const asked: string[] = [];
    answerBy(
      "~a b",
      hostThat(async (path, accept) => {
        asked.push(`${path} ${accept}`);
        return json(200, { here: true });
      }),
    );
    expect(hostOf("/api/graph")).toBeNull();
    expect(hostOf("/api/datasets")).toBeNull();
    expect(hostOf("/api/datasets/~a")).toBeNull();
    const path = apiPath("~a b", "graph", [["rollup", "body"]]);
    expect(await fetchJson(path)).toEqual({ here: true });
    expect(asked).toEqual([`${path} application/json, application/problem+json`]);
    expect(hostOf(apiPath("~a b", "dataset"))).not.toBeNull();
  });

  it("gives problems as a server does, and tells when the engine broke", async () => {
    answerBy(
      "~p",
      hostThat(async () => json(404, { code: "unknown-node", detail: "No x", remedy: "Use y" })),
    );
    const error = await fetchJson(apiPath("~p", "graph")).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 404, code: "unknown-node", remedy: "Use y" });
    answerBy(
      "~q",
      hostThat(() => Promise.reject(new HostError("out of memory"))),
    );
    const broken = await fetchJson(apiPath("~q", "graph")).catch((caught: unknown) => caught);
    expect(broken).toMatchObject({ code: "engine-broken", message: "out of memory" });
  });

  it("knows how far a layout here is, until the answer is there", async () => {
    const shares: (number | null)[] = [];
    const stop = useLayoutProgress.subscribe(({ share }) => shares.push(share));
    answerBy(
      "~l",
      hostThat(async (_path, _accept, drawing) => {
        drawing?.(0.25);
        drawing?.(0.5);
        return json(200, {});
      }),
    );
    await fetchJson(apiPath("~l", "graph"));
    stop();
    expect(shares).toEqual([0.25, 0.5, null]);
  });

  it("says nothing to an asker who has gone", async () => {
    const gone = new AbortController();
    answerBy(
      "~g",
      hostThat(async () => {
        gone.abort();
        return json(200, {});
      }),
    );
    await expect(ask(apiPath("~g", "graph"), { signal: gone.signal })).rejects.toThrow(/abort/i);
  });
});

/** A worker that does as it is told. */
function puppet() {
  const heard = new Map<string, (event: never) => void>();
  const orders: ToEngine[] = [];
  const worker: EngineWorker = {
    postMessage: (order) => orders.push(order),
    addEventListener: (type: string, listener: (event: never) => void) => void heard.set(type, listener),
  };
  return {
    worker,
    orders,
    say: (data: FromEngine) => heard.get("message")?.({ data } as never),
    breakOff: () => heard.get("error")?.(new Event("error") as never),
  };
}

describe("the engine's client", () => {
  it("gives each answer to its asker, whatever the order", async () => {
    const { worker, orders, say } = puppet();
    const client = new EngineClient(worker);
    const [one, two] = [client.ask("/api/a", "x"), client.ask("/api/b", "x")];
    expect(orders.map((order) => (order.kind === "ask" ? order.path : ""))).toEqual(["/api/a", "/api/b"]);
    say({ kind: "answer", number: 1, answer: json(200, 2) });
    say({ kind: "answer", number: 0, answer: json(200, 1) });
    expect([(await one).bytes, (await two).bytes].map((bytes) => new TextDecoder().decode(bytes))).toEqual([
      "1",
      "2",
    ]);
  });

  it("tells of progress, outcomes and failures; after a break every question fails", async () => {
    // ErrorEvent is the browser's.
    Object.assign(globalThis, { ErrorEvent: class extends Event {} });
    const { worker, say, breakOff } = puppet();
    const client = new EngineClient(worker);
    const stages: string[] = [];
    const opening = client.open([], null, ({ stage }) => stages.push(stage));
    say({ kind: "progress", number: 0, progress: { stage: "checking", share: null } });
    say({ kind: "outcome", number: 0, outcome: { kind: "refused", problems: [] } });
    expect(await opening).toEqual({ kind: "refused", problems: [] });
    expect(stages).toEqual(["checking"]);
    const failing = client.open([], null, () => {});
    say({ kind: "failed", number: 1, message: "no memory" });
    await expect(failing).rejects.toThrow("no memory");
    const waiting = client.ask("/api/a", "");
    breakOff();
    await expect(waiting).rejects.toThrow(HostError);
    await expect(client.ask("/api/a", "")).rejects.toThrow(HostError);
  });
});
