/** Content negotiation. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeGraph } from "../../src/formats/columns/document.ts";
import { preferredType } from "../../src/service/accept.ts";
import { type Rivers, riversFolder } from "../support/rivers.ts";
import { startServer, type TestServer } from "./support.ts";

const JSON_TYPE = "application/json";
const COLUMNS = "application/vnd.stancegraph.columns";

describe("the preferred type", () => {
  it.each([
    ["", JSON_TYPE],
    ["*/*", JSON_TYPE],
    ["application/*", JSON_TYPE],
    ["text/html, */*;q=0.1", JSON_TYPE],
    [COLUMNS, COLUMNS],
    [COLUMNS.toUpperCase(), COLUMNS],
    [`${COLUMNS}, application/json;q=0.9`, COLUMNS],
    [`${COLUMNS};q=0.5, application/json`, JSON_TYPE],
    [`application/json;q=0, ${COLUMNS}`, COLUMNS],
    ["application/json;q=0, */*", COLUMNS],
    [`application/json;q=0.2, application/*;q=0.5`, COLUMNS],
    ["application/json, application/problem+json", JSON_TYPE],
    ["text/html", null],
    ["application/json;q=0", null],
    ["application/json;q=nonsense", null],
    [";;,,", JSON_TYPE],
  ])("of %j is %s", (header, expected) => {
    expect(preferredType(header, [JSON_TYPE, COLUMNS])).toBe(expected);
  });
});

describe("/api/graph", () => {
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
  const get = (accept: string, more: Record<string, string> = {}, method = "GET") =>
    server.get("/api/graph?structure=1", { method, headers: { accept, ...more } });

  it("gives the same as JSON and as columns, each with its own tag", async () => {
    const [json, columns] = [await get("*/*"), await get(COLUMNS)];
    expect(json.headers["content-type"]).toMatch(/^application\/json/);
    expect(columns.headers["content-type"]).toBe(COLUMNS);
    expect(JSON.parse(JSON.stringify(decodeGraph(columns.bytes)))).toEqual(json.json());
    expect(columns.headers["etag"]).not.toBe(json.headers["etag"]);
    for (const { headers } of [json, columns]) expect(String(headers["vary"])).toMatch(/\bAccept\b(?!-)/);
  });

  it("answers conditional requests and HEAD for columns", async () => {
    const { headers, bytes } = await get(COLUMNS);
    const known = await get(COLUMNS, { "if-none-match": String(headers["etag"]) });
    expect([known.status, known.bytes.length]).toEqual([304, 0]);
    expect(String(known.headers["vary"])).toMatch(/\bAccept\b(?!-)/);
    expect((await get("*/*", { "if-none-match": String(headers["etag"]) })).status).toBe(200);
    const head = await get(COLUMNS, {}, "HEAD");
    expect([head.status, head.bytes.length]).toEqual([200, 0]);
    expect(head.headers["content-length"]).toBe(String(bytes.length));
    expect(head.headers["etag"]).toBe(headers["etag"]);
  });

  it("compresses columns", async () => {
    const packed = await get(COLUMNS, { "accept-encoding": "gzip" });
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(packed.headers["etag"]).toMatch(/-gzip"$/);
    expect(packed.bytes.length).toBeLessThan((await get(COLUMNS)).bytes.length);
  });

  it("refuses what it cannot give", async () => {
    const answer = await get("text/html, image/*");
    expect(answer.status).toBe(406);
    expect(answer.json()).toMatchObject({ code: "not-acceptable", known: [JSON_TYPE, COLUMNS] });
    expect(String(answer.headers["vary"])).toMatch(/\bAccept\b(?!-)/);
  });
});
