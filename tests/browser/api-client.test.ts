import { afterEach, describe, expect, it, vi } from "vitest";
import { ApiError, apiPath, fetchJson } from "../../src/browser/api/client.ts";

afterEach(() => vi.unstubAllGlobals());

const answer = (status: number, body: string, type = "application/json") =>
  vi.stubGlobal("fetch", async () => new Response(body, { status, headers: { "content-type": type } }));
const failure = async () => {
  const error: unknown = await fetchJson("/api/graph").catch((caught: unknown) => caught);
  if (!(error instanceof ApiError)) throw new Error("no ApiError");
  return error;
};

describe("paths of the API", () => {
  it("are short for the first dataset and long for a chosen one", () => {
    expect(apiPath(null, "graph", [["ego", "actor:a"]])).toBe("/api/graph?ego=actor:a");
    expect(apiPath("a b", "graph")).toBe("/api/datasets/a%20b/graph");
    expect(apiPath(null, "dataset")).toBe("/api/dataset");
    expect(apiPath("x", "dataset")).toBe("/api/datasets/x");
  });
});

describe("answers", () => {
  it("are JSON when all is well", async () => {
    answer(200, '{"a":1}');
    expect(await fetchJson("/api/graph")).toEqual({ a: 1 });
  });

  it("become one kind of error with code, parameter and remedy", async () => {
    answer(
      400,
      '{"title":"Bad","status":400,"detail":"k is 0","code":"bad-parameter","parameter":"k","remedy":"Give 1."}',
    );
    expect(await failure()).toMatchObject({
      status: 400,
      code: "bad-parameter",
      parameter: "k",
      remedy: "Give 1.",
      message: "k is 0",
    });
  });

  it("have a remedy even when the server sends no problem, or nothing at all", async () => {
    answer(502, "<html>", "text/html");
    expect((await failure()).remedy).not.toBe("");
    answer(200, "not json");
    expect((await failure()).status).toBe(200);
    vi.stubGlobal("fetch", async () => {
      throw new TypeError("network");
    });
    expect(await failure()).toMatchObject({ status: 0, code: "no-answer" });
  });
});
