/** Networks and analyses over HTTP: as the commands give them, also of a DNA database that is served and watched. */
import { copyFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { analysisNamed } from "../../src/analysis/structure/registry.ts";
import { combineSources } from "../../src/dataset/combined-source.ts";
import { openFolderSource } from "../../src/dataset/folder-source-node.ts";
import { openDnaSource } from "../../src/formats/dna/dna-source-node.ts";
import { DEFAULT_MAPPING } from "../../src/formats/dna/mapping.ts";
import { openSource } from "../../src/formats/open-source-node.ts";
import { DEFAULT_VIEW } from "../../src/model/view.ts";
import { answerAnalysis } from "../../src/service/answer-analysis.ts";
import { cli, inFolder } from "../cli/support.ts";
import { requires } from "../support/require.ts";
import { type Rivers, riversFolder } from "../support/rivers.ts";
import { type Json, startServer, type TestServer } from "./support.ts";

const data = requires("data");
const sample = path.join(data ?? "", "sample.dna");

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

const ONE = "type=one-mode&rows=actor&columns=issue";

describe("/api/networks", () => {
  it("answers as the command does", async () => {
    const { out } = await cli([
      "network",
      rivers.folder,
      ...["--type", "one-mode", "--rows", "actor", "--columns", "issue", "--aggregation", "subtract"],
      ...["--exclude", "actor=bo", "--exclude", "issue=toll", "--qualifier-type", "integer", "--isolates"],
      ...["--format", "json"],
    ]);
    const answer = await server.get(
      `/api/networks?${ONE}&aggregation=subtract&exclude=actor%3Dbo&exclude=issue%3Dtoll&qualifierType=integer&isolates=1`,
    );
    expect(answer.json()).toEqual(JSON.parse(out));
  });
  it.each([
    ["csv", /^text\/csv/, /^,/],
    ["gexf", /^application\/gexf\+xml/, /<gexf/],
    ["graphml", /^application\/graphml\+xml/, /<graphml/],
    ["dl", /^text\/plain/, /^dl n/],
  ])("sends %s as a file", async (format, type, words) => {
    const { status, headers, text } = await server.get(`/api/networks?${ONE}&format=${format}`);
    expect(status).toBe(200);
    expect(headers["content-type"]).toMatch(type);
    expect(headers["content-disposition"]).toContain(`rivers-network.${format}`);
    expect(text).toMatch(words);
  });
  it("knows what the asker has", async () => {
    const { headers } = await server.get(`/api/networks?${ONE}`);
    const again = await server.get(`/api/networks?${ONE}`, {
      headers: { "If-None-Match": String(headers["etag"]) },
    });
    expect(again.status).toBe(304);
    const other = await server.get(`/api/networks?${ONE}&actor=ada`);
    expect(other.headers["etag"]).not.toBe(headers["etag"]);
  });
  it.each([
    ["type=one-mode&rows=actor", 400, "missing-parameter", "columns"],
    [`${ONE}&aggregation=combine`, 400, "setting-does-not-apply", "aggregation"],
    [`${ONE}&aggregation=all`, 400, "bad-parameter", "aggregation"],
    [`${ONE}&qualifier=colour`, 400, "unknown-variable", "qualifier"],
    [`${ONE}&since=soon`, 400, "bad-date", "since"],
    [`${ONE}&statementType=S`, 400, "setting-does-not-apply", "statementType"],
    [`${ONE}&window=seconds&windowSize=1`, 422, "network-too-large", "window"],
    [`${ONE}&window=days&windowSize=1&format=dl`, 400, "format-does-not-apply", "format"],
    [`${ONE}&depth=2`, 400, "unknown-parameter", "depth"],
    [`${ONE}&actor=nobody-at-all`, 404, "unknown-node", "actor"],
  ])("%s is refused", async (query, status, code, parameter) => {
    const answer = await server.get(`/api/networks?${query}`);
    expect([answer.status, answer.json()]).toMatchObject([status, { code, parameter }]);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    expect(answer.headers["content-disposition"]).toBeUndefined();
  });
});

describe("/api/networks/evidence", () => {
  const TWO = "type=two-mode&rows=source&columns=modality";
  it("names the statements counted in each cell, whatever its ends are", async () => {
    const network = (await server.get(`/api/networks?${TWO}`)).json();
    for (const [r, row] of network.rows.entries())
      for (const [c, column] of network.columns.entries()) {
        const cell = new URLSearchParams({ row, column });
        const { events, total } = (await server.get(`/api/networks/evidence?${TWO}&${cell}`)).json();
        expect(total).toBe(network.values[r][c]);
        expect(events).toHaveLength(total);
        for (const event of events) {
          expect(event).toMatchObject({ document_id: row, modality: column });
          expect((await server.get(`/api/statements/${encodeURIComponent(event.statement_id)}`)).status).toBe(
            200,
          );
        }
      }
  });
  it("keeps to the view, to exclusions, to a window and to a limit", async () => {
    const cell = `${ONE}&row=ada&column=bo`;
    const total = async (rest: string) =>
      (await server.get(`/api/networks/evidence?${cell}${rest}`)).json().total;
    const all = await total("");
    expect(all).toBeGreaterThan(1);
    expect(await total("&exclude=actor%3Dbo")).toBe(0);
    expect(await total("&actor=ada")).toBe(0);
    const limited = (await server.get(`/api/networks/evidence?${cell}&limit=1`)).json();
    expect([limited.events.length, limited.total]).toEqual([1, all]);
    expect(await total("&window=events&windowSize=1")).toBe(0);
    expect(await total("&isolates=1")).toBe(all);
  });
  it.each([
    [`${ONE}&row=ada`, 400, "missing-parameter", "column"],
    [`${ONE}&row=ada&column=bo&frame=2`, 400, "bad-network-setting", "frame"],
    [`${ONE}&row=ada&column=bo&frame=0`, 400, "bad-parameter", "frame"],
    [`${ONE}&row=ada&column=bo&aggregation=combine`, 400, "setting-does-not-apply", "aggregation"],
    [`${ONE}&row=ada&column=bo&limit=5000`, 422, "over-limit", "limit"],
  ])("%s is refused", async (query, status, code, parameter) => {
    const answer = await server.get(`/api/networks/evidence?${query}`);
    expect([answer.status, answer.json()]).toMatchObject([status, { code, parameter }]);
  });
  it("has no statements for what is no row", async () => {
    const answer = await server.get(`/api/networks/evidence?${ONE}&row=nobody&column=__proto__`);
    expect(answer.json()).toEqual({ events: [], total: 0 });
  });
});

describe("event lists", () => {
  const EVENTS = "type=event-list&rows=actor&columns=issue";
  it("can be cut, and say so", async () => {
    const whole = (await server.get(`/api/networks?${EVENTS}`)).json();
    expect(whole.total).toBeUndefined();
    const part = (await server.get(`/api/networks?${EVENTS}&limit=2`)).json();
    expect(part).toEqual({ ...whole, events: whole.events.slice(0, 2), total: whole.events.length });
  });
});

describe("/api/networks/values", () => {
  it("counts the statements of each value under the view, most first", async () => {
    const { items, total } = (await server.get("/api/networks/values?variable=actor")).json();
    const two = "type=two-mode&rows=actor&columns=source&qualifier=none";
    const { rows } = (await server.get(`/api/networks?${two}`)).json();
    expect(items.map(({ value }: Json) => value).sort()).toEqual(rows);
    expect(total).toBe(rows.length);
    const counts = items.map(({ statements }: Json) => statements);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    const narrowed = (await server.get("/api/networks/values?variable=actor&actor=ada")).json();
    expect(narrowed.items).toEqual(items.filter(({ value }: Json) => value === "ada"));
    const found = (await server.get("/api/networks/values?variable=actor&q=ADA&limit=1")).json();
    expect(found.items[0].value).toBe("ada");
  });
  it.each([
    ["", 400, "missing-parameter", "variable"],
    ["variable=colour", 400, "unknown-variable", "variable"],
    ["variable=actor&statementType=S", 400, "setting-does-not-apply", "statementType"],
    ["variable=actor&limit=1001", 422, "over-limit", "limit"],
  ])("%s is refused", async (query, status, code, parameter) => {
    const answer = await server.get(`/api/networks/values?${query}`);
    expect([answer.status, answer.json()]).toMatchObject([status, { code, parameter }]);
  });
});

describe("/api/analysis", () => {
  it("answers as the command does", async () => {
    const list = JSON.parse((await cli(["analyze", "--json"])).out);
    expect((await server.get("/api/analysis")).json()).toEqual(list);
    const { out } = await cli([
      "analyze",
      "degree",
      rivers.folder,
      "--damping",
      "0.5",
      "--rollup",
      "top",
      "--json",
    ]);
    expect((await server.get("/api/analysis/degree?damping=0.5&rollup=top")).json()).toEqual(JSON.parse(out));
  });
  it("refuses more statements than it may take", () => {
    const served = server.catalogue.get("rivers");
    const view = DEFAULT_VIEW;
    const counts = analysisNamed("counts");
    expect(() => answerAnalysis(counts, { view, parameters: {} }, served, null, { most: 2 })).toThrow(
      /limit .* is 2/,
    );
  });
  it.each([
    ["nothing", 404, "unknown-analysis"],
    ["counts?of=colour", 400, "bad-parameter"],
    ["counts?damping=0.5", 400, "unknown-parameter"],
    ["counts?other=rivers", 400, "unknown-parameter"],
    ["alignment?a=ada", 400, "missing-parameter"],
    ["alignment?a=ada&b=nobody-at-all", 404, "unknown-node"],
    ["reliability", 400, "missing-dataset"],
    ["reliability?other=nothing", 404, "unknown-dataset"],
    ["coalitions?most=5000", 422, "over-limit"],
  ])("%s is refused", async (address, status, code) => {
    const answer = await server.get(`/api/analysis/${address}`);
    expect([answer.status, answer.json().code]).toEqual([status, code]);
  });
});

describe.skipIf(!data)("a DNA database that is served", () => {
  it("answers everything a dataset answers, with its own variables in networks and its own passages", async () => {
    const own = await startServer([]);
    await own.catalogue.start(
      await openSource([rivers.folder, sample], { watch: false, mapping: DEFAULT_MAPPING }),
    );
    const base = "/api/datasets/sample";
    expect((await own.get(base)).json()).toMatchObject({ id: "sample", passages: { served: true } });
    expect((await own.get("/api/dataset")).json()).toMatchObject({
      id: "rivers",
      passages: { served: false },
    });
    expect((await own.get(`${base}/graph`)).json().nodes).toHaveLength(13);
    const passage = (await own.get(`${base}/passages/1`)).json();
    expect(passage).toMatchObject({ available: true, state: "exact", start: 6351, end: 7213 });
    const { out } = await cli([
      "network",
      sample,
      ...["--type", "one-mode", "--rows", "person", "--columns", "concept", "--format", "json"],
    ]);
    const answer = await own.get(`${base}/networks?type=one-mode&rows=person&columns=concept`);
    expect(answer.json()).toEqual(JSON.parse(out));
    expect((await own.get(`${base}/networks?${ONE}`)).json().code).toBe("unknown-variable");
    const { statementTypes, statementType } = (await own.get(`${base}/networks/variables`)).json();
    expect(statementTypes.map(({ name }: Json) => name)).toContain(statementType);
    for (const { name, statements } of statementTypes) {
      const asked = `statementType=${encodeURIComponent(name)}`;
      const { items } = (await own.get(`${base}/networks/variables?${asked}`)).json();
      const values = await own.get(
        `${base}/networks/values?${asked}&variable=${encodeURIComponent(items[0].name)}&limit=1000`,
      );
      const sum = values.json().items.reduce((all: number, item: Json) => all + item.statements, 0);
      expect(sum).toBe(statements);
    }
    const cell = (rest: string) =>
      own.get(`${base}/networks/evidence?type=two-mode&rows=person&columns=concept&${rest}`);
    const two = (await own.get(`${base}/networks?type=two-mode&rows=person&columns=concept`)).json();
    const at = two.values[0].findIndex((value: number) => value > 0);
    const behind = (
      await cell(String(new URLSearchParams({ row: two.rows[0], column: two.columns[at] })))
    ).json();
    expect(behind.total).toBe(two.values[0][at]);
    await own.close();
    const withheld = await startServer([], { host: "0.0.0.0" });
    await withheld.catalogue.start(await openSource([sample], { watch: false, mapping: DEFAULT_MAPPING }));
    const answerOutside = (await withheld.get("/api/passages/1")).json();
    expect(answerOutside).toMatchObject({ available: false, passage: null });
    await withheld.close();
  });
  it("is watched: a broken file leaves the old version, a good one takes its place", async () => {
    await inFolder(async (folder) => {
      const file = path.join(folder, "live.dna");
      await copyFile(sample, file);
      const source = await openDnaSource(file, { mapping: DEFAULT_MAPPING, poll: 10 });
      const next = () =>
        new Promise<string>((resolve) => {
          const end = source.subscribe(({ kind, report }) => {
            end();
            resolve(`${kind} ${report.problems.map(({ code }) => code).join()}`);
          });
        });
      const { version } = await source.load("live");
      const broken = next();
      await writeFile(path.join(folder, "new"), "no database");
      await rename(path.join(folder, "new"), file);
      expect(await broken).toBe("broken dna-not-sqlite");
      expect(await source.version("live")).toBe(version);
      expect((await source.list())[0]).toMatchObject({ version, report: { ok: false } });
      const mended = next();
      await copyFile(sample, path.join(folder, "new"));
      await rename(path.join(folder, "new"), file);
      expect(await mended).toBe("changed ");
      await source.close();
    });
  });
});

describe("sources side by side", () => {
  it("keep their order, and equal ids are told apart", async () => {
    const open = () => openFolderSource([rivers.folder], { watch: false });
    const both = await combineSources([await open(), await open()]);
    expect((await both.list()).map(({ id }) => id)).toEqual(["rivers", "rivers-2"]);
    expect((await both.load("rivers-2")).id).toBe("rivers-2");
    expect(await both.version("rivers-2")).toBe(await both.version("rivers"));
    await expect(both.load("rivers-3")).rejects.toMatchObject({ code: "unknown-dataset" });
    await both.close();
  });
});
