/** `/metrics`: the text format, what is counted, and who may see it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Rivers, riversFolder } from "../support/rivers.ts";
import { startServer, type TestServer } from "./support.ts";

let rivers: Rivers;
let server: TestServer;
beforeAll(async () => {
  rivers = await riversFolder();
  server = await startServer([rivers.folder], { limit: true });
});
afterAll(async () => {
  await server.close();
  await rivers.remove();
});

/** Samples by name and labels as written. */
async function samples(): Promise<ReadonlyMap<string, number>> {
  const answer = await server.get("/metrics");
  expect(answer.status).toBe(200);
  expect(answer.headers["content-type"]).toBe("text/plain; version=0.0.4; charset=utf-8");
  const lines = answer.text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => {
      expect(line).toMatch(/^[a-z_]+(\{([a-z]+="(?:[^"\\\n]|\\.)*",?)+\})? -?[\d.e+-]+$/);
      const at = line.lastIndexOf(" ");
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}

describe("/metrics", () => {
  it("has a help and a type for every family, once", async () => {
    const { text } = await server.get("/metrics");
    const named = (word: string) =>
      [...text.matchAll(new RegExp(`^# ${word} (\\S+)`, "gm"))].map(([, name]) => name);
    expect(named("TYPE")).toEqual(named("HELP"));
    expect(new Set(named("TYPE")).size).toBe(named("TYPE").length);
  });

  it("counts requests by route, method and status", async () => {
    const before = await samples();
    await server.get("/api/paths?from=ada&to=dam");
    await server.get("/api/paths?from=nobody&to=dam");
    await server.get("/api/paths?from=ada&to=dam", { method: "HEAD" });
    await server.get("/nowhere/at/all");
    await server.get("/api/paths", { method: "BREW" }).catch(() => {});
    const after = await samples();
    const grown = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
    const total = (method: string, status: number) =>
      grown(`stancegraph_http_requests_total{route="findPaths",method="${method}",status="${status}"}`);
    expect([total("GET", 200), total("GET", 404), total("HEAD", 200)]).toEqual([1, 1, 1]);
    expect(grown('stancegraph_http_requests_total{route="other",method="GET",status="404"}')).toBe(1);
    const duration = "stancegraph_http_request_duration_seconds";
    expect(grown(`${duration}_count{route="findPaths"}`)).toBe(3);
    expect(after.get(`${duration}_bucket{route="findPaths",le="+Inf"}`)).toBe(
      after.get(`${duration}_count{route="findPaths"}`),
    );
    expect(after.get("stancegraph_http_requests_open")).toBe(1);
  });

  it("knows the datasets and the caches", async () => {
    await server.get("/api/graph");
    await server.get("/api/graph");
    const found = await samples();
    expect(found.get('stancegraph_dataset_records{dataset="rivers",table="actors"}')).toBeGreaterThan(3);
    expect(found.get('stancegraph_cache_hits_total{dataset="rivers",cache="answers"}')).toBeGreaterThan(0);
    expect(found.get("stancegraph_ready")).toBe(1);
  });

  it("is not limited", async () => {
    for (let at = 0; at < 300; at++) expect((await server.get("/metrics")).status).toBe(200);
  });

  it.each(["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"])(
    "is withheld behind a proxy (%s)",
    async (name) => {
      const answer = await server.get("/metrics", { headers: { [name]: "127.0.0.1" } });
      expect(answer.status).toBe(403);
      expect(answer.json()).toMatchObject({ code: "metrics-withheld" });
      expect(answer.text).not.toContain("process_cpu");
    },
  );
});
