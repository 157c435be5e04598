/** The API's description: that it and the routes agree, and that the documentation lists every route and every error. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Fault } from "../../src/model/problem.ts";
import { ERRORS, HttpFault, problemDetails } from "../../src/service/errors.ts";
import { describeApi } from "../../src/service/openapi.ts";
import { mountsOf } from "../../src/service/route.ts";
import { ROUTES } from "../../src/service/routes/registry.ts";
import { ROOT } from "../support/require.ts";
import { type Json, startServer, type TestServer } from "./support.ts";

const api = describeApi(ROUTES, "1.2.3") as Json;
const docs = readFileSync(path.join(ROOT, "docs/api.md"), "utf8");

describe("OpenAPI", () => {
  it("is version 3.1 with every mount of every route, and no other", () => {
    expect(api.openapi).toBe("3.1.0");
    const mounts = ROUTES.flatMap((route) => mountsOf(route)).map((mount) =>
      mount.replace(/:(\w+)/g, "{$1}"),
    );
    expect(Object.keys(api.paths)).toEqual(mounts);
  });
  it("has distinct operation ids", () => {
    const ids = Object.values<Json>(api.paths).map(({ get }) => get.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });
  it.each(ROUTES.map((route) => [route.id, route] as const))(
    "describes the parameters of %s as they are checked",
    (_, route) => {
      for (const mount of mountsOf(route)) {
        const { parameters } = api.paths[mount.replace(/:(\w+)/g, "{$1}")].get;
        const named = (place: string) =>
          parameters.filter((one: Json) => one.in === place).map((one: Json) => one.name);
        expect(named("query").sort()).toEqual(Object.keys(route.parameters).sort());
        expect(named("path").sort()).toEqual([...mount.matchAll(/:(\w+)/g)].map(([, name]) => name).sort());
        for (const one of parameters) expect(one.description ?? "", one.name).toMatch(/./);
      }
    },
  );
  it("refers only to schemas that are there, and describes errors as problem details", () => {
    const references = [...JSON.stringify(api).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name ?? "",
    );
    expect(references.length).toBeGreaterThan(50);
    for (const name of references) expect(Object.keys(api.components.schemas)).toContain(name);
    const { responses } = api.paths["/api/paths"].get;
    expect(Object.keys(responses)).toEqual(
      expect.arrayContaining(["200", "304", "400", "404", "422", "500", "503"]),
    );
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(["405", "421", "429", "431"]));
    expect(responses["422"].description).toMatch(/over-limit.*url-too-long/);
    expect(Object.keys(api.paths["/api/actors"].get.responses)).not.toContain("429");
    expect(responses["404"].content["application/problem+json"].schema.$ref).toMatch(/ProblemDetails$/);
  });
  it("says which parameters are needed and what limits they have", () => {
    const parameter = (name: string) =>
      api.paths["/api/paths"].get.parameters.find((one: Json) => one.name === name);
    expect(parameter("from").required).toBe(true);
    expect(parameter("k")).toMatchObject({
      required: false,
      schema: { type: "integer", minimum: 1, maximum: 100 },
    });
    expect(parameter("via")).toMatchObject({ style: "form", explode: false, schema: { type: "array" } });
    expect(JSON.stringify(api)).not.toContain("isLimit");
  });
});

describe("the pages of description", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer([]);
  });
  afterAll(() => server.close());
  it("are served before any dataset is", async () => {
    expect((await server.get("/api/openapi.json")).json()).toEqual(JSON.parse(JSON.stringify(api)));
  });
  it("load nothing from elsewhere and run nothing", async () => {
    const { text, headers } = await server.get("/api/docs");
    expect(headers["content-type"]).toMatch(/^text\/html/);
    expect(text).not.toMatch(/<script|<link|<img|https?:\/\//i);
    for (const code of Object.keys(ERRORS)) expect(text).toContain(`id="${code}"`);
  });
});

describe("docs/api.md", () => {
  const rows = [...docs.matchAll(/^\| `([\w-]+)` \| (\d{3}) \|/gm)].map(([, code, status]) => [
    code,
    Number(status),
  ]);
  it("lists every error with its status, and no other", () => {
    expect(rows).toEqual(Object.entries(ERRORS).map(([code, { status }]) => [code, status]));
  });
  it("lists every route", () => {
    for (const route of ROUTES) expect(docs).toContain(`\`${mountsOf(route)[0]}\``);
  });
});

describe("problem details", () => {
  it("of an unexpected error say nothing of its inside", () => {
    expect(problemDetails(new Error("secret"))).toMatchObject({ status: 500, code: "internal-error" });
    expect(JSON.stringify(problemDetails({ secret: 1 }))).not.toContain("secret");
  });
  it("keep their members whatever the details hold", () => {
    const fault = new Fault({
      class: "bad-parameter",
      code: "bad-parameter",
      message: "m",
      remedy: "r",
      parameter: "p",
      details: { status: 200, limit: 3 },
    });
    expect(problemDetails(fault)).toMatchObject({
      status: 400,
      parameter: "p",
      limit: 3,
      detail: "m",
      remedy: "r",
      type: "/api/docs#bad-parameter",
    });
    expect(problemDetails(new HttpFault("unknown-route", "m", "r", { details: { code: "x" } })).code).toBe(
      "unknown-route",
    );
  });
  it("of a fault outside the table take the status of its class", () => {
    const status = (kind: Fault["class"]) =>
      problemDetails(new Fault({ class: kind, code: "new", message: "", remedy: "" })).status;
    expect([
      status("bad-parameter"),
      status("unknown-node"),
      status("not-found"),
      status("over-limit"),
    ]).toEqual([400, 404, 404, 422]);
  });
});
