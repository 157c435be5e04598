/** The limit on costly requests, and the small parts below the server. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codedTag, entityTag, knownTag } from "../../src/server/etag.ts";
import { Limiter } from "../../src/server/limiter.ts";
import { html, raw } from "../../src/service/html.ts";
import { LruCache } from "../../src/service/lru.ts";
import { queryPairs } from "../../src/service/query.ts";
import { riversFolder } from "../support/rivers.ts";
import { startServer } from "./support.ts";

describe("the limiter", () => {
  it("lets each asker spend what comes back in time, and says when", () => {
    let time = 0;
    const limiter = new Limiter({ capacity: 4, perSecond: 2, now: () => time });
    limiter.spend("a", 4);
    expect(() => limiter.spend("a", 3)).toThrow(
      expect.objectContaining({ code: "too-many-requests", headers: { "Retry-After": "2" } }),
    );
    limiter.spend("b", 4);
    limiter.spend("a", 0);
    time = 1500;
    limiter.spend("a", 3);
    expect(() => limiter.spend("a", 1)).toThrow();
  });
  it("answers 429 with Retry-After, and leaves cheap requests alone", async () => {
    const rivers = await riversFolder();
    const server = await startServer([rivers.folder], { limit: true });
    const statuses = new Set<number>();
    for (let at = 0; at < 60; at++) statuses.add((await server.get("/api/export/csv")).status);
    expect([...statuses]).toEqual([200, 429]);
    const refused = await server.get("/api/export/csv");
    expect(refused.json().code).toBe("too-many-requests");
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect((await server.get("/api/actors")).status).toBe(200);
    await server.close();
    await rivers.remove();
  });
});

describe("the cache", () => {
  it("keeps what was used last within its weight, and not what is too heavy", () => {
    const cache = new LruCache<number>(10);
    const made: string[] = [];
    const get = (key: string, weight: number) =>
      cache.get(
        key,
        () => {
          made.push(key);
          return weight;
        },
        (value) => value,
      );
    get("a", 4);
    get("b", 4);
    get("a", 4);
    get("c", 4);
    get("a", 4);
    expect(made).toEqual(["a", "b", "c"]);
    get("b", 4);
    get("huge", 11);
    get("huge", 11);
    expect(made).toEqual(["a", "b", "c", "b", "huge", "huge"]);
    get("__proto__", 1);
    get("__proto__", 1);
    expect(made.filter((key) => key === "__proto__")).toHaveLength(1);
  });
});

describe("tags", () => {
  it("tell parts apart", () => {
    expect(entityTag("ab", "c")).not.toBe(entityTag("a", "bc"));
    expect(entityTag("a", "b")).toBe(entityTag("a", "b"));
  });
  it("are found in a list, weak or strong, and nowhere else", () => {
    const tag = entityTag("x");
    expect(knownTag(`"a" , W/${tag}`, tag)).toBe(tag);
    const coded = codedTag(tag, "br");
    expect(knownTag(`W/${coded}`, tag)).toBe(coded);
    expect(knownTag(undefined, tag)).toBeNull();
    expect(knownTag("", tag)).toBeNull();
    expect(knownTag(tag.slice(1, -1), tag)).toBeNull();
  });
});

describe("queries", () => {
  it("are read in order, without nesting", () => {
    expect(queryPairs("/x")).toEqual([]);
    expect(queryPairs("/x?a[b]=1&a[b]=2&c=%C3%A4+b&__proto__=3")).toEqual([
      ["a[b]", "1"],
      ["a[b]", "2"],
      ["c", "ä b"],
      ["__proto__", "3"],
    ]);
  });
  it("come back as they were written", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }))),
        (pairs) => {
          expect(queryPairs(`/x?${new URLSearchParams(pairs.map(([a, b]) => [a, b]))}`)).toEqual(pairs);
        },
      ),
    );
  });
});

describe("html", () => {
  it("escapes values unless they are marked", () => {
    expect(html`<p title="${'"'}">${"<script>&'"}${raw("<b>x</b>")}${3}</p>`).toBe(
      '<p title="&quot;">&lt;script&gt;&amp;&#39;<b>x</b>3</p>',
    );
  });
});
