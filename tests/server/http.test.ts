/** The exchange itself: headers, tags, methods, hosts, sizes, logs, readiness and shutdown. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import os from "node:os";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contentSecurityPolicy, isEmbedOrigin } from "../../src/server/headers.ts";
import { isLoopback } from "../../src/server/host-check.ts";
import { ListenFault, listen } from "../../src/server/listen.ts";
import { type Rivers, riversFolder } from "../support/rivers.ts";
import { startServer, type TestServer } from "./support.ts";

let rivers: Rivers;
let server: TestServer;
beforeAll(async () => {
  rivers = await riversFolder();
  server = await startServer([rivers.folder]);
});
afterAll(async () => {
  await server.close();
  await rivers.remove();
});

describe("headers", () => {
  it.each(["/api/graph", "/api/nothing", "/", "/healthz", "/api/docs"])(
    "are written out on %s",
    async (address) => {
      const { headers } = await server.get(address);
      expect(headers["content-security-policy"]).toBe(
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self' blob:; object-src 'none'; frame-ancestors 'self'",
      );
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("no-referrer");
      expect(headers["cache-control"]).toBe("no-cache");
      for (const name of [
        "x-powered-by",
        "strict-transport-security",
        "access-control-allow-origin",
        "x-frame-options",
      ])
        expect(headers[name]).toBeUndefined();
    },
  );
  it("let named origins frame the page", () => {
    expect(contentSecurityPolicy(["https://example.org"])).toMatch(
      /frame-ancestors 'self' https:\/\/example\.org$/,
    );
    for (const origin of ["https://example.org", "http://localhost:8080", "https://*.example.org"])
      expect(isEmbedOrigin(origin)).toBe(true);
    for (const origin of [
      "example.org",
      "https://a.org; script-src *",
      "https://a.org/x",
      "*",
      "'none'",
      "https://a b",
    ])
      expect(isEmbedOrigin(origin)).toBe(false);
  });
  it("allow no other site to read, whatever it asks with", async () => {
    const { headers, status } = await server.get("/api/graph", {
      method: "OPTIONS",
      headers: { Origin: "https://evil.example", "Access-Control-Request-Method": "GET" },
    });
    expect([status, headers["allow"]]).toEqual([204, "GET, HEAD"]);
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });
});

describe("tags", () => {
  it("are strong, and whoever has the answer gets 304 without a body", async () => {
    const first = await server.get("/api/graph");
    const tag = String(first.headers["etag"]);
    expect(tag).toMatch(/^"[\w-]+"$/);
    for (const given of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
      const again = await server.get("/api/graph?rollup=none", { headers: { "If-None-Match": given } });
      expect([again.status, again.bytes.length, again.headers["etag"]]).toEqual([304, 0, tag]);
    }
    expect((await server.get("/api/graph", { headers: { "If-None-Match": '"other"' } })).status).toBe(200);
  });
  it.each([
    "/api/dataset",
    "/api/actors",
    "/api/actors/ada",
    "/api/paths?from=ada&to=bo",
    "/api/export/gexf",
    "/api/openapi.json",
    "/api/docs",
    "/api/passages/s1",
  ])("%s has one of its own", async (address) => {
    const { headers } = await server.get(address);
    expect(
      (await server.get(address, { headers: { "If-None-Match": String(headers["etag"]) } })).status,
    ).toBe(304);
    expect(headers["etag"]).not.toBe((await server.get("/api/graph")).headers["etag"]);
  });
  it("differ by view, page and record", async () => {
    const addresses = [
      "/api/graph",
      "/api/graph?rollup=top",
      "/api/actors",
      "/api/actors?limit=1",
      "/api/actors?q=a",
      "/api/actors/ada",
      "/api/actors/bo",
      "/api/export/csv",
      "/api/export/csv?what=nodes",
    ];
    const tags = await Promise.all(
      addresses.map(async (address) => (await server.get(address)).headers["etag"]),
    );
    expect(new Set(tags).size).toBe(addresses.length);
  });
  it("are not given to errors", async () => {
    const tag = String((await server.get("/api/graph")).headers["etag"]);
    const refused = await server.get("/api/graph?actor=nobody", { headers: { "If-None-Match": tag } });
    expect([refused.status, refused.headers["etag"]]).toEqual([404, undefined]);
  });
  it("differ by content coding, and each is known again whatever is accepted now", async () => {
    const plain = await server.get("/api/graph");
    for (const [encoding, unpack] of [
      ["gzip", gunzipSync],
      ["br", brotliDecompressSync],
    ] as const) {
      const packed = await server.get("/api/graph", { headers: { "Accept-Encoding": encoding } });
      expect(packed.headers["content-encoding"]).toBe(encoding);
      const tag = String(packed.headers["etag"]);
      expect(tag).toBe(`${String(plain.headers["etag"]).slice(0, -1)}-${encoding}"`);
      for (const accepted of ["gzip", "br", "identity"]) {
        const again = await server.get("/api/graph", {
          headers: { "If-None-Match": tag, "Accept-Encoding": accepted },
        });
        expect([again.status, again.headers["etag"]]).toEqual([304, tag]);
        expect(again.headers["vary"]).toMatch(/accept-encoding/i);
      }
      expect(packed.headers["vary"]).toMatch(/accept-encoding/i);
      expect(unpack(packed.bytes).toString()).toBe(plain.text);
    }
    expect(plain.headers["content-encoding"]).toBeUndefined();
    const odd = `${String(plain.headers["etag"]).slice(0, -1)}-x"`;
    expect((await server.get("/api/graph", { headers: { "If-None-Match": odd } })).status).toBe(200);
    const gexf = await server.get("/api/export/gexf", { headers: { "Accept-Encoding": "gzip" } });
    expect(gunzipSync(gexf.bytes).toString()).toContain("</gexf>");
    expect(gexf.headers["etag"]).toMatch(/-gzip"$/);
  });
});

describe("methods", () => {
  it.each(["/api/graph", "/api/export/svg", "/healthz", "/", "/api/docs"])(
    "HEAD on %s is GET without the body",
    async (address) => {
      const [head, get] = [await server.get(address, { method: "HEAD" }), await server.get(address)];
      expect([head.status, head.bytes.length]).toEqual([get.status, 0]);
      for (const name of ["etag", "content-type", "cache-control"])
        expect(head.headers[name]).toBe(get.headers[name]);
    },
  );
  it("other than GET and HEAD are refused on the page too", async () => {
    for (const address of ["/", "/d/rivers"]) {
      const answer = await server.get(address, { method: "POST" });
      expect([answer.status, answer.headers["allow"]]).toEqual([405, "GET, HEAD"]);
    }
    expect((await server.get("/api/nothing", { method: "POST" })).status).toBe(404);
  });
});

describe("the Host header", () => {
  const from = (host: string) => server.get("/api/dataset", { headers: { Host: host } });
  it.each(["localhost", "localhost:3000", "127.0.0.1:1", "[::1]:80", "LOCALHOST"])(
    "may be %s on loopback",
    async (host) => {
      expect((await from(host)).status).toBe(200);
    },
  );
  it.each([
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.evil.example:80",
    "127.0.0.1@evil.example",
    "0.0.0.0",
  ])("may not be %s on loopback", async (host) => {
    const answer = await from(host);
    expect([answer.status, answer.json().code]).toEqual([421, "bad-host"]);
  });
  it("may be anything beyond loopback and behind a proxy", async () => {
    for (const options of [{ host: "0.0.0.0" }, { trustProxy: true }]) {
      const open = await startServer([rivers.folder], options);
      expect((await open.get("/api/dataset", { headers: { Host: "stances.example" } })).status).toBe(200);
      await open.close();
    }
  });
  it.each([
    ["127.0.0.1", true],
    ["127.9.9.9", true],
    ["::1", true],
    ["[::1]", true],
    ["localhost", true],
    ["0.0.0.0", false],
    ["::", false],
    ["192.168.1.2", false],
    ["127.example.org", false],
  ])("%s is loopback: %s", (host, loopback) => {
    expect(isLoopback(host)).toBe(loopback);
  });
});

describe("sizes", () => {
  it("an address over 8 kB is refused with the limit", async () => {
    const at = "/api/statements?q=";
    expect((await server.get(at + "a".repeat(8192 - at.length))).status).toBe(200);
    const answer = await server.get(at + "a".repeat(8193 - at.length));
    expect(answer.status).toBe(422);
    expect(answer.json()).toMatchObject({ code: "url-too-long", limit: 8192 });
  });
  it("headers without measure are refused in words too", async () => {
    const answer = await server.get("/healthz", { headers: { "X-Long": "a".repeat(70_000) } });
    expect(answer.status).toBe(431);
    expect(answer.json().code).toBe("headers-too-large");
  });
  /** What the server says to these very bytes, until it hangs up. */
  const said = (bytes: string): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(Number(new URL(server.url).port), "127.0.0.1", () => socket.write(bytes));
      let text = "";
      socket.on("data", (chunk) => {
        text += chunk;
      });
      socket.on("close", () => resolve(text));
    });
  it("what is no HTTP is refused in words too", async () => {
    expect(await said("nonsense\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 .*"code":"bad-request"/s);
  });
  it("a request that names no host is refused in words too", async () => {
    const text = await said("GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n");
    expect(text).toMatch(/^HTTP\/1\.1 400 .*application\/problem\+json.*"code":"bad-request"/s);
  });
  it("a request that names several hosts, or another one in its address, is refused", async () => {
    const { host } = new URL(server.url);
    const twice = `GET /healthz HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`;
    expect(await said(twice)).toMatch(/^HTTP\/1\.1 400 .*"code":"bad-request"/s);
    const asking = (target: string) =>
      said(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect(await asking("http://evil.example/healthz")).toMatch(/^HTTP\/1\.1 421 .*"code":"bad-host"/s);
    expect(await asking(`http://${host}/healthz`)).toMatch(/^HTTP\/1\.1 200 /);
  });
  it("what is expected beyond an answer is passed over", async () => {
    const host = new URL(server.url).host;
    const text = await said(
      `GET /healthz HTTP/1.1\r\nHost: ${host}\r\nExpect: wonders\r\nConnection: close\r\n\r\n`,
    );
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe("the log", () => {
  it("has one line a request, without its query", async () => {
    await server.get("/api/statements?q=very+private+words");
    const lines = server.log.map((line) => JSON.parse(line));
    expect(lines.at(-1)).toMatchObject({
      req: { method: "GET", path: "/api/statements" },
      res: { status: 200 },
    });
    expect(server.log.join("")).not.toContain("private");
  });
  it("says what went wrong inside; the answer does not", async () => {
    const broken = await startServer([rivers.folder], {
      now: () => {
        throw new Error("the clock is broken at /secret/place");
      },
    });
    const answer = await broken.get("/api/export/csv");
    expect([answer.status, answer.json().code]).toEqual([500, "internal-error"]);
    expect(answer.text).not.toMatch(/secret|clock|at .*:\d+/);
    expect(broken.log.join("")).toContain("/secret/place");
    await broken.close();
  });
});

describe("readiness", () => {
  it("is 503 until every dataset is loaded, while the server lives", async () => {
    const early = await startServer([]);
    expect((await early.get("/healthz")).json()).toEqual({ status: "loading", datasets: 0 });
    for (const address of ["/readyz", "/api/graph", "/api/datasets/rivers"]) {
      const answer = await early.get(address);
      expect([answer.status, answer.json().code, answer.headers["retry-after"]]).toEqual([
        503,
        "not-ready",
        "1",
      ]);
    }
    await early.close();
    expect((await server.get("/readyz")).json()).toEqual({ status: "ok", datasets: 1 });
  });
});

describe("the explorer", () => {
  it("says how to build it when it is not built, without anything from elsewhere", async () => {
    const answer = await server.get("/");
    expect(answer.status).toBe(503);
    expect(answer.headers["content-type"]).toMatch(/^text\/html/);
    expect(answer.text).toContain("npm run build");
  });
  it("is a page that is asked for anew and files that never change", async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), "explorer-"));
    await mkdir(path.join(folder, "assets"));
    await writeFile(path.join(folder, "index.html"), "<!doctype html><title>page</title>");
    await writeFile(path.join(folder, "assets", "main-abc.js"), "export {};");
    await writeFile(path.join(folder, "favicon.svg"), "<svg/>");
    const built = await startServer([rivers.folder], { explorer: folder });
    for (const [address, status] of [
      ["/", 200],
      ["/d/rivers", 200],
      ["/d/other", 404],
      // Opened in a browser before: its page says so.
      ["/d/~other", 200],
      ["/d/constructor", 404],
      ["/?rollup=top", 200],
    ] as const) {
      const page = await built.get(address);
      expect([page.status, page.headers["cache-control"]]).toEqual([status, "no-cache"]);
      expect(page.text).toContain("<title>page");
    }
    const script = await built.get("/assets/main-abc.js");
    expect(script.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(script.headers["content-type"]).toMatch(/javascript/);
    expect((await built.get("/favicon.svg")).headers["cache-control"]).toBe("no-cache");
    for (const address of [
      "/assets/gone.js",
      "/../package.json",
      "/%2e%2e/package.json",
      "/d/rivers/more",
      "/index.htm",
    ])
      expect((await built.get(address)).status).toBe(404);
    await built.close();
    await rm(folder, { recursive: true });
  });
});

describe("listening", () => {
  it("says when a port is taken or a host is not this machine's", async () => {
    const port = Number(new URL(server.url).port);
    await expect(listen(() => {}, "127.0.0.1", port)).rejects.toThrow(
      new ListenFault(`Port ${port} is in use; choose another with --port`),
    );
    await expect(listen(() => {}, "203.0.113.7", 0)).rejects.toThrow(
      /^Host 203\.0\.113\.7 is no address of this machine/,
    );
  });
  it("lets a request under way finish before it ends", async () => {
    let begun: () => void = () => {};
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    let finish: () => void = () => {};
    const slow = await listen(
      (_request, response) => {
        finish = () => response.end("done");
        begun();
      },
      "127.0.0.1",
      0,
    );
    const answer = fetch(slow.url).then((response) => response.text());
    await started;
    const closed = slow.close();
    await expect(fetch(slow.url)).rejects.toThrow();
    finish();
    expect(await answer).toBe("done");
    await closed;
  });
});
