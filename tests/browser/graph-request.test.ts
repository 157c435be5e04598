import { afterEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "../../src/browser/api/client.ts";
import { fetchGraph } from "../../src/browser/api/graph-request.ts";
import { PLAIN } from "../../src/browser/look/dressing.ts";
import { screenSvg } from "../../src/browser/panels/export/screen-svg.ts";
import { encodeColumns } from "../../src/formats/columns/encode.ts";
import { COLUMNS_MEDIA_TYPE } from "../../src/formats/columns/layout.ts";
import { serializeGraph } from "../../src/formats/graph-json.ts";
import { picture, smallPicture } from "../formats/fixture.ts";

afterEach(() => vi.unstubAllGlobals());

const directed = smallPicture();
const undirected = picture([...directed.nodes()], [...directed.edges()], {}, "undirected");

interface Asked {
  readonly accept: string;
  readonly cache: RequestCache | undefined;
}

/** A server that answers one request after the other; gives what it was asked. */
function serverOf(...answers: readonly (() => Response)[]): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", async (_: string, options: RequestInit) => {
    asked.push({ accept: new Headers(options.headers).get("accept") ?? "", cache: options.cache });
    const answer = answers[asked.length - 1];
    if (!answer) throw new Error("asked too often");
    return answer();
  });
  return asked;
}

const columns = (bytes: Uint8Array) => () =>
  new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { "content-type": COLUMNS_MEDIA_TYPE } });
const problem = (status: number, code: string) => () =>
  new Response(JSON.stringify({ status, code, detail: "No.", remedy: "Else." }), { status });

/** A payload with one byte of its middle changed. */
function damaged(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const middle = copy.length >> 1;
  copy[middle] = (copy[middle] ?? 0) ^ 1;
  return copy;
}

const failure = async (): Promise<ApiError> => {
  const error: unknown = await fetchGraph("/api/graph").catch((caught: unknown) => caught);
  if (!(error instanceof ApiError)) throw new Error("no ApiError");
  return error;
};

describe("a picture asked for by the page", () => {
  it.each([directed, undirected])("comes as columns and is what JSON would be: $type", async (graph) => {
    const asked = serverOf(columns(encodeColumns(graph)));
    const read = await fetchGraph("/api/graph");
    expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(JSON.stringify(serializeGraph(graph))));
    expect(asked).toHaveLength(1);
    expect(asked[0]?.accept).toContain(COLUMNS_MEDIA_TYPE);
    expect(asked[0]?.accept).not.toContain("application/json");
  });

  it("looks lists up once, and says undefined where there is no value", async () => {
    serverOf(columns(encodeColumns(directed)));
    const [edge] = (await fetchGraph("/api/graph")).edges;
    expect(edge?.attributes.statements.length).toBeGreaterThan(0);
    expect(edge?.attributes.statements).toBe(edge?.attributes.statements);
    expect(edge?.attributes.weight).toBeUndefined();
  });

  it("is drawn as a file as it would be from JSON", async () => {
    serverOf(columns(encodeColumns(directed)));
    const read = await fetchGraph("/api/graph");
    const plain = JSON.parse(JSON.stringify(serializeGraph(directed))) as typeof read;
    const places = new Map(plain.nodes.map(({ key, attributes }) => [key as string, attributes]));
    const draw = (graph: typeof read) =>
      screenSvg(
        {
          graph,
          dressing: PLAIN,
          theme: "light",
          places,
          guides: null,
          groups: [],
          highlight: null,
          selection: null,
          hidden: 0,
          query: "",
        },
        { release: "1", sources: [] } as never,
        "2026-01-01",
      );
    expect(draw(read)).toBe(draw(plain));
  });

  it("is asked for as JSON where the server has no columns, and only there", async () => {
    const json = JSON.stringify(serializeGraph(directed));
    const asked = serverOf(problem(406, "not-acceptable"), () => new Response(json));
    expect(await fetchGraph("/api/graph")).toEqual(JSON.parse(json));
    expect(asked[1]?.accept).toContain("application/json");
    serverOf(problem(422, "over-limit"));
    expect(await failure()).toMatchObject({ status: 422, code: "over-limit", remedy: "Else." });
  });

  it("is asked for once more past the cache when it comes damaged", async () => {
    const bytes = encodeColumns(directed);
    const asked = serverOf(columns(damaged(bytes)), columns(bytes));
    expect((await fetchGraph("/api/graph")).nodes.length).toBeGreaterThan(0);
    expect(asked.map(({ cache }) => cache)).toEqual(["default", "reload"]);
  });

  it("is an error in words when it stays damaged, cut short, or something else", async () => {
    const bytes = encodeColumns(directed);
    for (const wrong of [
      damaged(bytes),
      bytes.slice(0, -8),
      new Uint8Array(),
      new TextEncoder().encode("{}"),
    ]) {
      serverOf(columns(wrong), columns(wrong));
      const error = await failure();
      expect(error).toMatchObject({ status: 200, code: "columns-damaged" });
      expect(error.message).toMatch(/^The graph could not be read: .+\.$/);
      expect(error.remedy).not.toBe("");
    }
  });

  it("is no answer when the connection breaks on the way", async () => {
    const broken = new ReadableStream({ start: (controller) => controller.error(new TypeError("network")) });
    serverOf(() => new Response(broken));
    expect(await failure()).toMatchObject({ status: 0, code: "no-answer" });
  });
});
