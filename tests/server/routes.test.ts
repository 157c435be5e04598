/** Every route: what it answers, how it refuses, and that its answers are what its schema says. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ANALYSES } from "../../src/analysis/structure/registry.ts";
import { mountsOf } from "../../src/service/route.ts";
import { ROUTES } from "../../src/service/routes/registry.ts";
import { PROJECTIONS } from "../../src/view/projections/registry.ts";
import { HOUSE_FOLDER } from "../support/house.ts";
import { type Rivers, riversFolder } from "../support/rivers.ts";
import { type Json, startServer, type TestServer } from "./support.ts";

let rivers: Rivers;
let server: TestServer;
beforeAll(async () => {
  rivers = await riversFolder();
  server = await startServer([rivers.folder, HOUSE_FOLDER]);
});
afterAll(async () => {
  await server.close();
  await rivers.remove();
});

const json = async (address: string): Promise<Json> => {
  const answer = await server.get(address);
  expect(answer.status, answer.text.slice(0, 300)).toBe(200);
  return answer.json();
};
const ids = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id);

/** One address for each route, below a dataset without its prefix. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  health: ["/healthz"],
  ready: ["/readyz"],
  listDatasets: ["/api/datasets"],
  getDataset: ["/dataset"],
  getGraph: [
    "/graph",
    "/graph?structure=1&rollup=body",
    ...PROJECTIONS.map(({ id }) => `/graph?projection=${id}&actors=all&voice=any`),
  ],
  getGraphProgress: ["/graph/progress", "/graph/progress?actor={actor}"],
  getExpansion: ["/expansion?node={actor}", "/expansion?node={actor}&actor={other}"],
  listActors: ["/actors", "/actors?actors=all&limit=1000"],
  getActor: ["/actors/{actor}"],
  listIssues: ["/issues"],
  getIssue: ["/issues/{issue}"],
  listSources: ["/sources"],
  getSource: ["/sources/{source}"],
  listStatements: [
    "/statements?actors=all&voice=any&repeats=show&offTopic=show&limit=1000",
    "/statements?edge={edge}&limit=1",
  ],
  getStatement: ["/statements/{statement}"],
  getPassage: ["/passages/{statement}"],
  findPaths: [
    "/paths?from={actor}&to={issue}",
    "/paths?from={actor}&to={other}&via=stance,relation,membership,subissue&weighted=1",
    "/paths?from={actor}&to={actor}",
  ],
  getNetwork: [
    "/networks?type=two-mode&rows=actor&columns=issue",
    "/networks?type=one-mode&rows=actor&columns=issue&aggregation=congruence&rollup=body",
    "/networks?type=one-mode&rows=actor&columns=issue&window=months&windowSize=1",
    "/networks?type=event-list&rows=actor&columns=issue",
  ],
  listNetworkVariables: ["/networks/variables"],
  listNetworkValues: ["/networks/values?variable=actor", "/networks/values?variable=genre&q=a&limit=1"],
  getNetworkEvidence: [
    "/networks/evidence?type=two-mode&rows=actor&columns=issue&row={actor}&column={issue}",
    "/networks/evidence?type=one-mode&rows=actor&columns=issue&row={actor}&column={other}&limit=1",
  ],
  listAnalyses: ["/analysis"],
  getAnalysis: [
    ...ANALYSES.filter(({ comparesTwo, id }) => !comparesTwo && id !== "alignment").map(
      ({ id }) => `/analysis/${id}`,
    ),
    "/analysis/alignment?a={actor}&b={other}",
    "/analysis/reliability?other=rivers",
  ],
};

const NAMES = {
  rivers: {
    actor: "ada",
    other: "river-league",
    issue: "dam",
    source: "d3",
    statement: "__proto__",
    edge: "actor:ada;support;issue:dam",
  },
  "gaza-stabilization-force": {
    actor: "pakistan",
    other: "hamas",
    issue: "isf-deployed",
    source: "003_6f0e3049346190ea",
    statement: "s001-001",
    edge: "actor:health-workers;support;issue:protective-force",
  },
} as const;

describe.each(["rivers", "gaza-stabilization-force"] as const)("answers about %s", (dataset) => {
  const addresses = ROUTES.flatMap((route) => {
    const schema = route.responses["application/json"]?.schema;
    if (!schema) return [];
    return (EXAMPLES[route.id] ?? []).map((example) => {
      const filled = example.replace(
        /\{(\w+)\}/g,
        (_, name: keyof (typeof NAMES)["rivers"]) => NAMES[dataset][name],
      );
      return { address: route.scope === "dataset" ? `/api/datasets/${dataset}${filled}` : filled, schema };
    });
  });
  it.each(addresses)("$address is what its schema says", async ({ address, schema }) => {
    const parsed = schema.safeParse(await json(address));
    expect(parsed.error?.issues).toBeUndefined();
  });
  it("have an example for every route with a schema", () => {
    const described = ROUTES.filter((route) => route.responses["application/json"]?.schema).map(
      ({ id }) => id,
    );
    expect(Object.keys(EXAMPLES).sort()).toEqual(described.sort());
  });
});

describe("datasets", () => {
  it("are listed in their order; the short addresses mean the first", async () => {
    expect(ids(await json("/api/datasets"))).toEqual(["rivers", "gaza-stabilization-force"]);
    expect((await json("/api/dataset")).id).toBe("rivers");
    expect((await json("/api/datasets/gaza-stabilization-force")).counts.sources).toBe(5);
    expect((await json("/api/graph")).attributes.dataset).toBe("rivers");
  });
  it("that are not served are refused with those that are", async () => {
    const answer = await server.get("/api/datasets/constructor/graph");
    expect(answer.status).toBe(404);
    expect(answer.json()).toMatchObject({
      code: "unknown-dataset",
      parameter: "dataset",
      suggestions: ["rivers", "gaza-stabilization-force"],
    });
  });
});

describe("the graph", () => {
  it("is in graphology's form, laid out and dressed", async () => {
    const graph = await json("/api/graph");
    expect(graph.options).toEqual({ type: "directed", multi: true, allowSelfLoops: true });
    for (const { attributes } of graph.nodes)
      expect(attributes).toMatchObject({
        x: expect.any(Number),
        y: expect.any(Number),
        size: expect.any(Number),
        color: expect.stringMatching(/^#/),
        label: expect.any(String),
      });
    const keys = new Set(graph.nodes.map(({ key }: { key: string }) => key));
    for (const { source, target } of graph.edges) expect(keys.has(source) && keys.has(target)).toBe(true);
    expect(keys.has("actor:constructor")).toBe(true);
    expect(keys.has("actor:gazette")).toBe(false);
    expect(graph.attributes.counts).toMatchObject({ total: 12, shown: 9, repeats: 1 });
  });
  it("is the same however the view is spelled", async () => {
    const one = await server.get("/api/graph?actor=Ada&actor=builders%27+guild");
    const other = await server.get("/api/graph?v=1&actor=actor:constructor,ada");
    expect(one.text).toBe(other.text);
    expect(one.headers["etag"]).toBe(other.headers["etag"]);
  });
});

describe("lists", () => {
  it("obey the whole view", async () => {
    expect(ids(await json("/api/statements?actor=ada"))).toEqual(["s1", "s5", "__proto__"]);
    expect(ids(await json("/api/statements?polarity=oppose&voice=any&actors=all"))).toEqual([
      "s2",
      "s5",
      "s9",
      "__proto__",
    ]);
    expect(ids(await json("/api/statements?since=2025-03&until=2025-03"))).toEqual(["s1", "s2", "s5"]);
    expect(ids(await json("/api/statements?issue=dam"))).toEqual(["s1", "s2", "s7", "s8"]);
    expect(ids(await json("/api/statements?rollup=body"))).not.toContain("__proto__");
    expect(ids(await json("/api/statements?ego=issue:toll"))).toEqual(["s3", "s4"]);
    expect(ids(await json("/api/issues?kind=person"))).toEqual(["dam"]);
  });
  it("are searched without regard to case and accents", async () => {
    expect(ids(await json("/api/actors?q=CRETE"))).toEqual(["northland"]);
    expect(ids(await json("/api/actors?q=guild"))).toEqual(["constructor"]);
    expect(ids(await json("/api/issues?q=boats"))).toEqual(["toll"]);
    expect(ids(await json("/api/statements?q=ada+fault"))).toEqual(["s5"]);
    expect(ids(await json("/api/sources?q=river"))).toEqual(["d1"]);
    expect(await json("/api/actors?q=nobody")).toEqual({ items: [], total: 0, nextCursor: null });
  });
  it("come in pages that together are the list", async () => {
    const seen: string[] = [];
    let cursor = "";
    do {
      const page = await json(`/api/statements?limit=4${cursor === "" ? "" : `&cursor=${cursor}`}`);
      expect(page.total).toBe(9);
      seen.push(...ids(page));
      cursor = page.nextCursor ?? "";
    } while (cursor !== "");
    expect(seen).toEqual(ids(await json("/api/statements")));
  });
  it("refuse the cursor of another question", async () => {
    const { nextCursor } = await json("/api/statements?limit=1");
    for (const address of [
      `/api/statements?limit=1&q=ada&cursor=${nextCursor}`,
      `/api/actors?cursor=${nextCursor}`,
      "/api/actors?cursor=x",
    ]) {
      const answer = await server.get(address);
      expect([answer.status, answer.json().code, answer.json().parameter]).toEqual([
        400,
        "bad-cursor",
        "cursor",
      ]);
    }
  });
});

describe("records", () => {
  it.each(["ada", "actor:ada", "ADA", "actor%3Aada"])("of actors are found as %s", async (name) => {
    expect((await json(`/api/actors/${name}`)).key).toBe("actor:ada");
  });
  it("have ids of any kind", async () => {
    expect((await json("/api/actors/constructor")).label).toBe("Builders' Guild");
    expect((await json("/api/actors/builders%27%20guild")).id).toBe("constructor");
    expect((await json("/api/statements/__proto__")).summary).toBe("Ada at home");
    expect((await json("/api/sources/On%20the%20river")).id).toBe("d1");
  });
  it("stand under the view", async () => {
    expect((await json("/api/actors/ada?polarity=support")).statements).toBe(1);
    expect((await json("/api/actors/ada?rollup=body")).id).toBe("northland");
    expect(
      (await json("/api/issues/dam?actors=all&voice=author")).statementsList.map(({ id }: Json) => id),
    ).toEqual(["s9"]);
  });
  it.each([
    ["/api/actors/adda", "unknown-node", ["actor:ada"]],
    ["/api/actors/toString", "unknown-node", []],
    ["/api/issues/ada", "unknown-node", undefined],
    ["/api/sources/d9", "unknown-record", undefined],
    ["/api/statements/constructor", "unknown-record", undefined],
    ["/api/passages/s99", "unknown-record", undefined],
  ])("%s is not there", async (address, code, suggestions) => {
    const answer = await server.get(address);
    expect(answer.status).toBe(404);
    expect(answer.json()).toMatchObject({ code, remedy: expect.stringMatching(/./) });
    if (suggestions) expect(answer.json().suggestions).toEqual(suggestions);
  });
});

describe("paths", () => {
  it("are answered by name, with statements and sentences", async () => {
    const answer = await json("/api/paths?from=Ada&to=river%20league");
    expect(answer).toMatchObject({
      from: "actor:ada",
      to: "actor:river-league",
      truncated: false,
      hint: null,
    });
    expect(answer.paths[0].nodes).toEqual(["actor:ada", "actor:northland", "actor:river-league"]);
    expect(answer.paths[0].hops[0].statements).toEqual(["__proto__"]);
    expect(answer.paths[0].hops[0].sentence).toMatch(/Ada/);
  });
  it("obey the view, also its surroundings", async () => {
    const none = await json("/api/paths?from=ada&to=river-league&source=d1");
    expect(none.paths).toEqual([]);
    expect(none.hint.reason).toMatch(/./);
    expect((await json("/api/paths?from=ada&to=river-league&ego=ada")).paths).toEqual([]);
    expect((await json("/api/paths?from=ada&to=northland&ego=ada")).paths).toHaveLength(1);
  });
  it.each([
    ["from=ada", 400, "missing-parameter", "to"],
    ["from=ada&to=nobody", 404, "unknown-node", "to"],
    ["from=ada&to=bo&avoid=nobody", 404, "unknown-node", "avoid"],
    ["from=ada&to=bo&k=101", 422, "over-limit", "k"],
    ["from=ada&to=bo&maxLength=13", 422, "over-limit", "maxLength"],
    ["from=ada&to=bo&k=0", 400, "bad-parameter", "k"],
    ["from=ada&to=bo&mode=best", 400, "bad-parameter", "mode"],
    ["from=ada&to=bo&avoid=ada", 400, "avoids-end", "avoid"],
    ["from=ada&to=bo&to=dam", 400, "repeated-parameter", "to"],
    ["from=ada&to=bo&limit=3", 400, "unknown-parameter", "limit"],
  ])("%s is refused", async (query, status, code, parameter) => {
    const answer = await server.get(`/api/paths?${query}`);
    expect(answer.status).toBe(status);
    expect(answer.json()).toMatchObject({ code, parameter });
    if (status === 422) expect(answer.json().limit).toEqual(expect.any(Number));
  });
});

describe("exports", () => {
  it.each([
    ["gexf", "application/gexf+xml", "rivers.gexf", "<gexf"],
    ["graphml", "application/graphml+xml", "rivers.graphml", "<graphml"],
    ["json", "application/json", "rivers.json", '"nodes"'],
    ["csv", "text/csv", "rivers.csv", "actor:"],
    ["svg", "image/svg+xml", "rivers.svg", "<svg"],
  ])("%s is a file with type and name", async (format, type, name, content) => {
    const answer = await server.get(`/api/export/${format}`);
    expect(answer.status).toBe(200);
    expect(answer.headers["content-type"]).toContain(type);
    expect(answer.headers["content-disposition"]).toMatch(new RegExp(`^attachment; filename="?${name}"?$`));
    expect(answer.text).toContain(content);
    expect((await server.get(`/api/export/${format}`, { method: "HEAD" })).bytes).toHaveLength(0);
  });
  it("obey view, version and table", async () => {
    expect((await server.get("/api/export/gexf?gexfVersion=1.2")).text).toContain('version="1.2"');
    const table = await server.get("/api/export/csv?what=statements&actor=bo");
    expect(table.headers["content-disposition"]).toContain("rivers-statements.csv");
    expect(table.text.trim().split(/\r?\n/)).toHaveLength(2);
  });
  it.each([
    ["constructor", 404, "unknown-format"],
    ["gexf?what=nodes", 400, "bad-parameter"],
    ["csv?gexfVersion=1.2", 400, "bad-parameter"],
    ["gexf?gexfVersion=2", 400, "bad-parameter"],
    ["gexf?k=3", 400, "unknown-parameter"],
  ])("%s is refused", async (rest, status, code) => {
    const answer = await server.get(`/api/export/${rest}`);
    expect([answer.status, answer.json().code]).toEqual([status, code]);
    if (code === "unknown-format") expect(answer.json().parameter).toBe("format");
  });
});

describe("every route", () => {
  const all = ROUTES.flatMap((route) => mountsOf(route)).map((mount) =>
    mount.replace(/:(\w+)/g, (_, name) =>
      name === "dataset" ? "rivers" : name === "format" ? "gexf" : name === "statementId" ? "s1" : "ada",
    ),
  );
  it.each(all)("%s refuses a parameter it does not know", async (address) => {
    const known = address
      .replace("/issues/ada", "/issues/dam")
      .replace("/sources/ada", "/sources/d1")
      .replace("/statements/ada", "/statements/s1");
    const answer = await server.get(`${known}?__proto__=1`);
    expect(answer.status).toBe(400);
    expect(answer.headers["content-type"]).toBe("application/problem+json");
    expect(answer.json()).toMatchObject({ code: "unknown-parameter", parameter: "__proto__", status: 400 });
    expect((await server.get("/api/datasets?limit=1")).json()).toMatchObject({
      code: "unknown-parameter",
      parameter: "limit",
      remedy: "Leave it out: nothing can be given here.",
    });
  });
  it.each(all)("%s refuses other methods and says which it knows", async (address) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const answer = await server.get(address, { method });
      expect([answer.status, answer.headers["allow"], answer.json().code]).toEqual([
        405,
        "GET, HEAD",
        "method-not-allowed",
      ]);
    }
  });
  it.each([
    ["/api/graph?depth=4", 400, "bad-parameter"],
    ["/api/statements?limit=1001", 422, "over-limit"],
    ["/api/statements?limit=0", 400, "bad-parameter"],
    ["/api/statements?limit=1e2", 400, "bad-parameter"],
    ["/api/graph?since=2025-02-30", 400, "bad-parameter"],
    ["/api/graph?rollup=top&rollup=body", 400, "repeated-parameter"],
    ["/api/graph?issue=", 400, "bad-parameter"],
    ["/api/graph?source=none", 400, "unknown-id"],
    ["/api/graph?x=foo=1", 400, "unknown-column"],
    ["/api/graph?actor=nobody", 404, "unknown-node"],
    ["/api/graph?v=2", 400, "bad-parameter"],
    ["/api/actors/%ff", 400, "bad-path"],
    ["/api/actors/%", 400, "bad-path"],
    ["/api", 404, "unknown-route"],
    ["/api/nothing", 404, "unknown-route"],
    ["/api/graph/more", 404, "unknown-route"],
    ["/API/graph", 404, "unknown-route"],
  ])("%s gives %i %s", async (address, status, code) => {
    const answer = await server.get(address);
    expect([answer.status, answer.json().code]).toEqual([status, code]);
    expect(answer.headers["content-type"]).toBe("application/problem+json");
    expect(answer.headers["etag"]).toBeUndefined();
  });
});
