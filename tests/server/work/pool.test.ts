/** Worker threads: the same answers as without, refusals, and what happens when they are late, broken or no longer wanted. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import os, { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { WorkPool } from "../../../src/server/work/pool.ts";
import { HOUSE_FOLDER } from "../../support/house.ts";
import { largePackage } from "../../support/large-package.ts";
import { ROOT } from "../../support/require.ts";
import { startServer, type TestServer } from "../support.ts";

const script = pathToFileURL(path.join(ROOT, "scripts/source-worker.js"));

const COSTLY = [
  "/api/graph",
  "/api/graph?projection=agreement&rollup=body",
  "/api/analysis/balance",
  "/api/analysis/reliability?other=gaza-stabilization-force",
  "/api/networks?type=two-mode&rows=actor&columns=issue&window=months&windowSize=2",
  "/api/networks?type=one-mode&rows=actor&columns=issue&window=years&windowSize=1&format=csv",
  "/api/export/gexf",
  "/api/export/csv?what=statements",
];

describe("worker threads", () => {
  let alone: TestServer;
  let helped: TestServer;
  let pool: WorkPool;
  beforeAll(async () => {
    pool = new WorkPool({ script, release: "1.2.3", size: 1, onCrash: () => {} });
    [alone, helped] = await Promise.all([
      startServer([HOUSE_FOLDER]),
      startServer([HOUSE_FOLDER], { work: pool }),
    ]);
  });
  afterAll(async () => {
    await Promise.all([alone.close(), helped.close(), pool.close()]);
  });

  it.each(COSTLY)("answer %s as the server itself would, and do it", async (address) => {
    const before = pool.state.outcomes["done"] as number;
    const [one, other] = await Promise.all([alone.get(address), helped.get(address)]);
    expect(other.status).toBe(200);
    expect(other.bytes.equals(one.bytes)).toBe(true);
    for (const name of ["etag", "content-type", "content-disposition", "vary"])
      expect(other.headers[name], name).toEqual(one.headers[name]);
    expect(pool.state.outcomes["done"]).toBe(before + 1);
  });

  it.skipIf(process.platform !== "linux")("stand back behind what is answered at once", async () => {
    await helped.get(COSTLY[0] as string);
    const priorities = readdirSync("/proc/self/task").map((thread) => {
      const stat = readFileSync(`/proc/self/task/${thread}/stat`, "utf8");
      // The 19th value, of which two stand before the name in parentheses.
      return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[16]);
    });
    expect(Math.max(...priorities)).toBeGreaterThan(os.getPriority());
  });

  it("give the same faults", async () => {
    for (const address of [
      "/api/networks?type=one-mode&rows=nothing&columns=issue&window=days&windowSize=1",
      "/api/networks?type=one-mode&rows=actor&columns=issue&window=seconds&windowSize=1",
    ]) {
      const [one, other] = await Promise.all([alone.get(address), helped.get(address)]);
      expect([400, 422]).toContain(other.status);
      expect(other.json()).toEqual(one.json());
    }
  });

  it("do equal questions once, and have the answer kept", async () => {
    const before = pool.state.outcomes["done"] as number;
    const address = "/api/graph?theme=dark";
    const answers = await Promise.all(Array.from({ length: 12 }, () => helped.get(address)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await helped.get(address)).status).toBe(200);
    expect(pool.state.outcomes["done"]).toBe(before + 1);
  });

  it("refuse what is too much, and go on", async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, at) => helped.get(`/api/graph?minConfidence=0.0${at + 10}`)),
    );
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(60);
    for (const answer of refused) {
      expect(answer.status).toBe(503);
      expect(answer.json()).toMatchObject({ code: "busy" });
      expect(answer.headers["retry-after"]).toMatch(/^\d+$/);
    }
    expect((await helped.get("/api/graph?minConfidence=0.9")).status).toBe(200);
  });

  it("leave a path question its answer while they work", async () => {
    const heavy = helped.get("/api/analysis/backbone");
    const answer = await helped.get("/api/paths?from=pakistan&to=hamas");
    expect(answer.status).toBe(200);
    expect(pool.state.running).toBe(1);
    expect((await heavy).status).toBe(200);
  });

  it("drop what nobody waits for", async () => {
    const before = pool.state.outcomes["abandoned"] as number;
    const waiting = helped.get("/api/analysis/backbone");
    const { hostname, port } = new URL(helped.url);
    await new Promise<void>((resolve) => {
      const gone = request({ hostname, port, path: "/api/graph?minConfidence=0.123" }, () => {});
      gone.on("error", () => resolve());
      gone.end();
      setTimeout(() => gone.destroy(new Error("away")), 100);
    });
    await waiting;
    await expect.poll(() => pool.state.outcomes["abandoned"]).toBe(before + 1);
    expect(pool.state).toMatchObject({ waiting: 0, running: 0 });
  });
});

describe("worker threads that fail", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "workers-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let started: { server: TestServer; pool: WorkPool } | null = null;
  afterEach(async () => {
    await started?.pool.close();
    await started?.server.close();
  });

  /** A server whose threads run this program. */
  async function serve(
    code: string,
    patience = 20_000,
    mostWait = 20_000,
  ): Promise<{ server: TestServer; pool: WorkPool; crashes: unknown[] }> {
    const file = path.join(folder, `${code.length}.mjs`);
    writeFileSync(file, `import { parentPort } from "node:worker_threads";\n${code}\n`);
    const crashes: unknown[] = [];
    const pool = new WorkPool({
      script: pathToFileURL(file),
      release: "1.2.3",
      size: 1,
      patience,
      mostWait,
      onCrash: (error) => crashes.push(error),
    });
    const server = await startServer([HOUSE_FOLDER], { work: pool });
    started = { server, pool };
    return { server, pool, crashes };
  }

  it("are replaced when they break", async () => {
    const { server, pool, crashes } = await serve(
      'parentPort.on("message", ({ kind }) => { if (kind === "job") process.exit(3); });',
    );
    for (const times of [1, 2]) {
      const answer = await server.get("/api/graph");
      expect(answer.status).toBe(500);
      expect(answer.json()).toMatchObject({ code: "internal-error" });
      expect(crashes).toHaveLength(times);
    }
    expect(pool.state.threads).toBe(0);
    expect((await server.get("/api/paths?from=pakistan&to=hamas")).status).toBe(200);
  });

  it("are replaced when they throw", async () => {
    const { server, crashes } = await serve(
      'parentPort.on("message", ({ kind }) => { if (kind === "job") throw new Error("of its own"); });',
    );
    expect((await server.get("/api/graph")).status).toBe(500);
    expect(String(crashes[0])).toContain("of its own");
  });

  it("are ended when they give nothing for too long", async () => {
    const { server, pool } = await serve(
      'parentPort.on("message", ({ kind }) => { if (kind === "job") for (;;); });',
      500,
    );
    const answer = await server.get("/api/analysis/balance");
    expect(answer.status).toBe(422);
    expect(answer.json()).toMatchObject({ code: "time-budget", limit: 10_000 });
    expect(pool.state).toMatchObject({ threads: 0, running: 0 });
  });

  it("hold up nobody who waits for something quick", async () => {
    const { server, pool } = await serve(
      `parentPort.on("message", ({ kind, number, job }) => {
        if (kind !== "job") return;
        if (job.pace !== "quick") for (;;);
        parentPort.postMessage({ kind: "chunk", number, bytes: new TextEncoder().encode("{}") });
        parentPort.postMessage({ kind: "done", number, lasting: true });
      });`,
      2500,
    );
    const stuck = server.get("/api/analysis/balance");
    const waiting = server.get("/api/export/gexf");
    for (const address of ["/api/graph", "/api/graph?theme=dark"])
      expect((await server.get(address)).text).toBe("{}");
    expect(pool.state).toMatchObject({ threads: 2, running: 1, waiting: 1 });
    expect((await stuck).status).toBe(422);
    expect((await waiting).status).toBe(422);
  });

  it("say how far the layout of a picture is, to whoever asks for the same picture", async () => {
    const { server } = await serve(
      `parentPort.on("message", ({ kind, number, job }) => {
        if (kind !== "job") return;
        parentPort.postMessage({ kind: "layout", number, share: 0.25 });
        setTimeout(() => {
          parentPort.postMessage({ kind: "chunk", number, bytes: new TextEncoder().encode("{}") });
          parentPort.postMessage({ kind: "done", number, lasting: true });
        }, 1500);
      });`,
    );
    const share = async (query: string) => (await server.get(`/api/graph/progress?${query}`)).json().share;
    const picture = server.get("/api/graph?issue=isf-deployed&actor=pakistan,hamas");
    await expect.poll(() => share("actor=actor:pakistan&actor=hamas&issue=isf-deployed")).toBe(0.25);
    expect(await share("actor=pakistan")).toBeNull();
    await picture;
    expect(await share("actor=pakistan,hamas&issue=isf-deployed")).toBeNull();
  });

  it("end a job that does not stop, and nobody else's", async () => {
    const { server, pool } = await serve(
      `parentPort.on("message", ({ kind, number, job }) => {
        if (kind !== "job") return;
        parentPort.postMessage({ kind: "chunk", number, bytes: new TextEncoder().encode("{}") });
        if (job.route === "exportGraph") for (;;);
        setTimeout(() => parentPort.postMessage({ kind: "done", number, lasting: true }), 50);
      });`,
    );
    const { hostname, port } = new URL(server.url);
    const others: Promise<{ status: number }>[] = [];
    await new Promise<void>((resolve) => {
      const file = request({ hostname, port, path: "/api/export/gexf" }, (answer) => {
        answer.on("error", () => resolve());
        for (const seed of [1, 2]) others.push(server.get(`/api/analysis/centrality?seed=${seed}`));
        setTimeout(() => file.destroy(new Error("away")), 200);
      });
      file.on("error", () => resolve());
      file.end();
    });
    for (const { status } of await Promise.all(others)) expect(status).toBe(200);
    expect(pool.state.outcomes).toMatchObject({ abandoned: 1, done: 2, late: 0, crashed: 0 });
  });

  it("work at one job at a time", async () => {
    const { server } = await serve(
      `let open = 0;
      parentPort.on("message", ({ kind, number }) => {
        if (kind !== "job") return;
        if (++open > 1) process.exit(3);
        parentPort.postMessage({ kind: "chunk", number, bytes: new TextEncoder().encode("{}") });
        setTimeout(() => {
          open--;
          parentPort.postMessage({ kind: "done", number, lasting: true });
        }, 30);
      });`,
    );
    const answers = await Promise.all(
      Array.from({ length: 9 }, (_, at) => server.get(`/api/analysis/centrality?seed=${at + 1}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  });

  it("give a file again to the thread after theirs, from where it was", async () => {
    // The first thread sends all that it may of a file and pauses; the next job breaks it.
    const { server, crashes } = await serve(
      `import { writeFileSync, existsSync } from "node:fs";
      const mark = new URL("broke-once", import.meta.url);
      parentPort.on("message", async ({ kind, number, job }) => {
        if (kind !== "job") return;
        if (job.route !== "exportGraph") {
          writeFileSync(mark, "");
          process.exit(3);
        }
        const again = existsSync(mark);
        for (let at = 0; at < (again ? 12 : 8); at++)
          parentPort.postMessage({ kind: "chunk", number, bytes: new Uint8Array(1000 + (again ? 0 : 1)).fill(65 + at) });
        if (again) parentPort.postMessage({ kind: "done", number, lasting: true });
      });`,
    );
    const file = server.get("/api/export/gexf");
    expect((await server.get("/api/analysis/balance")).status).toBe(500);
    const { status, bytes } = await file;
    expect(status).toBe(200);
    // 8 pieces of the first thread, and what the second gives beyond their length.
    expect(bytes.length).toBe(12_000);
    expect(bytes[8007]).toBe(72);
    expect(bytes[8008]).toBe(73);
    expect(crashes).toHaveLength(1);
  });

  it("refuse what has waited too long", async () => {
    const { server, pool } = await serve(
      'parentPort.on("message", ({ kind }) => { if (kind === "job") for (;;); });',
      3000,
      300,
    );
    const stuck = server.get("/api/analysis/balance");
    const answer = await server.get("/api/analysis/centrality");
    expect(answer.status).toBe(503);
    expect(answer.json()).toMatchObject({ code: "busy" });
    expect(answer.headers["retry-after"]).toBe("10");
    expect(pool.state).toMatchObject({ waiting: 0, running: 1 });
    expect((await stuck).status).toBe(422);
  });

  it("are told that the server stops, whether they wait or are worked at", async () => {
    const { server, pool } = await serve('parentPort.on("message", () => {});');
    const answers = ["balance", "centrality", "change"].map((name) => server.get(`/api/analysis/${name}`));
    while (pool.state.running + pool.state.waiting < 3)
      await new Promise((resolve) => setTimeout(resolve, 10));
    await pool.close();
    for (const answer of await Promise.all(answers)) {
      expect(answer.status).toBe(503);
      expect(answer.json()).toMatchObject({ code: "busy", detail: "The server is stopping" });
    }
  });

  it("cut off a file that is half sent", async () => {
    const { server } = await serve(
      'parentPort.on("message", ({ kind, number }) => { if (kind !== "job") return; parentPort.postMessage({ kind: "chunk", number, bytes: new Uint8Array(70000) }); setTimeout(() => process.exit(1), 100); });',
    );
    await expect(server.get("/api/export/gexf")).rejects.toThrow(/aborted|hang up|terminated/);
  });
});

describe("a long layout", () => {
  it("says how far it is while it is made", async () => {
    const data = await largePackage({ actors: 1500, issues: 500, pairs: 6000 });
    const pool = new WorkPool({ script, release: "1.2.3", size: 1, onCrash: () => {} });
    const server = await startServer([data.folder], { work: pool });
    try {
      let there = false;
      const picture = server.get("/api/graph").then(({ status }) => {
        there = true;
        return status;
      });
      const shares: number[] = [];
      while (!there) {
        const { share } = (await server.get("/api/graph/progress")).json();
        if (share !== null) shares.push(share);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect(await picture).toBe(200);
      expect(shares.length).toBeGreaterThan(0);
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      expect(Math.max(...shares)).toBeLessThanOrEqual(1);
    } finally {
      await server.close();
      await pool.close();
      await data.remove();
    }
  });
});

describe("a long file", () => {
  it("lets other work in between, while its asker takes nothing", async () => {
    const pool = new WorkPool({ script, release: "1.2.3", size: 1, onCrash: () => {} });
    const server = await startServer([HOUSE_FOLDER], { work: pool });
    const { hostname, port } = new URL(server.url);
    try {
      const file = await new Promise<IncomingMessage>((resolve, reject) => {
        request(
          { hostname, port, path: "/api/export/gexf?projection=agreement&actors=all&voice=any" },
          resolve,
        )
          .on("error", reject)
          .end();
      });
      expect(file.statusCode).toBe(200);
      expect((await server.get("/api/analysis/counts")).status).toBe(200);
      let bytes = 0;
      for await (const chunk of file) bytes += (chunk as Buffer).length;
      expect(bytes).toBeGreaterThan(100_000);
    } finally {
      await server.close();
      await pool.close();
    }
  });
});
