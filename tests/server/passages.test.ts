/** Passages: in context where they may be read, else where to find them and why they are not shown. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { AppOptions } from "../../src/server/app.ts";
import { type Rivers, riversFolder, TEXT_D1 } from "../support/rivers.ts";
import { type Json, startServer } from "./support.ts";

let rivers: Rivers;
beforeAll(async () => {
  rivers = await riversFolder();
});
afterAll(() => rivers.remove());

const texts = (text: string) => new Map([["d1", text]]);

async function passage(options: Partial<AppOptions>, id = "s1"): Promise<{ record: Json; served: Json }> {
  const server = await startServer([rivers.folder], options);
  const record = (await server.get(`/api/passages/${id}`)).json();
  const served = (await server.get("/api/dataset")).json().passages;
  expect(server.log.join("")).not.toContain("wants the dam");
  await server.close();
  return { record, served };
}

const WITHIN = {
  before: "Ada of Northland ",
  passage: "wants the dam to go up",
  after: ". Bo of Southmark does not.",
};

describe("a passage", () => {
  it("stands in its whole paragraph", async () => {
    const { record, served } = await passage({ corpus: texts(TEXT_D1) });
    expect(record).toMatchObject({
      available: true,
      state: "exact",
      reason: null,
      statement: "s1",
      paragraph: 2,
      ...WITHIN,
    });
    expect(served).toEqual({ served: true, reason: null });
  });
  it("is found again in a text that differs in blanks", async () => {
    const { record } = await passage({ corpus: texts(`\ufeff${TEXT_D1.replace("\n\n", "\n")}`) });
    expect(record).toMatchObject({ available: true, state: "moved", ...WITHIN });
  });
  it("is not shown from a text that is another one", async () => {
    const { record } = await passage({ corpus: texts("Another text altogether.") });
    expect(record).toMatchObject({
      available: false,
      state: "stale",
      passage: null,
      before: null,
      after: null,
    });
  });
  it.each([
    ["s4", "The folder of texts has no file for document d2."],
    ["s2", "The statement has no locator: its coder marked no passage."],
  ])("of %s is not there", async (id, reason) => {
    const { record } = await passage({ corpus: texts(TEXT_D1) }, id);
    expect(record).toMatchObject({ available: false, passage: null, reason });
  });
  it("has its locator without any text", async () => {
    const { record, served } = await passage({});
    expect(record).toMatchObject({
      available: false,
      state: null,
      passage: null,
      start: expect.any(Number),
      passageSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(record.reason).toMatch(/--corpus/);
    expect(served.served).toBe(false);
  });
});

describe("a text in the package", () => {
  let own: Rivers;
  const inPackage = async (text: string) => {
    own = await riversFolder();
    await mkdir(path.join(own.folder, "documents"));
    await writeFile(path.join(own.folder, "documents", "d1.txt"), text);
    return own.folder;
  };
  const asked = async (folder: string, options: Partial<AppOptions>, id = "s1") => {
    const server = await startServer([folder], options);
    const record = (await server.get(`/api/passages/${id}`)).json();
    const served = (await server.get("/api/dataset")).json().passages;
    await server.close();
    return { record, served };
  };
  afterEach(() => own.remove());

  it.each([{}, { host: "0.0.0.0" }, { trustProxy: true }])("is shown to everybody: %o", async (options) => {
    const { record, served } = await asked(await inPackage(TEXT_D1), options);
    expect(record).toMatchObject({ available: true, state: "exact", ...WITHIN });
    expect(served).toEqual({ served: true, reason: null });
    const other = (await asked(own.folder, options, "s4")).record;
    expect(other).toMatchObject({ available: false, state: null });
    expect(other.reason).toMatch(/package has no text of document d2.*--corpus/);
  });
  it("is found again where it differs in blanks", async () => {
    const { record } = await asked(await inPackage(TEXT_D1.replace("\n\n", "\n")), { host: "0.0.0.0" });
    expect(record).toMatchObject({ available: true, state: "moved", ...WITHIN });
  });
  it("gives way to that of the corpus, but only where the corpus may be read", async () => {
    const folder = await inPackage(TEXT_D1);
    const corpus = new Map([
      ["d1", "Another text altogether."],
      ["d2", "A text that is withheld."],
    ]);
    expect((await asked(folder, { corpus })).record).toMatchObject({ available: false, state: "stale" });
    const beyond = await asked(folder, { corpus, host: "0.0.0.0" });
    expect(beyond.record).toMatchObject({ available: true, state: "exact" });
    expect(beyond.served).toEqual({ served: true, reason: null });
    expect((await asked(folder, { corpus, host: "0.0.0.0" }, "s4")).record.reason).toMatch(
      /--share-passages/,
    );
  });
  it("is taken anew when it alone changes", async () => {
    const folder = await inPackage(TEXT_D1);
    const server = await startServer([folder], {}, { watch: true, debounce: 20, poll: 100 });
    const version = (await server.get("/api/dataset")).json().version;
    await writeFile(path.join(folder, "documents", "d1.txt"), `\n${TEXT_D1}`);
    const state = async () => (await server.get("/api/passages/s1")).json().state;
    while ((await state()) !== "moved") await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await server.get("/api/dataset")).json().version).toBe(version);
    await server.close();
  });
});

describe("beyond this machine", () => {
  it.each([{ host: "0.0.0.0" }, { host: "192.168.0.1" }, { trustProxy: true }])(
    "passages are withheld with %o",
    async (options) => {
      const { record, served } = await passage({ corpus: texts(TEXT_D1), ...options });
      expect(record).toMatchObject({ available: false, passage: null, before: null, after: null });
      expect(record.reason).toMatch(/--share-passages/);
      expect(served).toEqual({ served: false, reason: record.reason });
    },
  );
  it("they are shown when shared expressly", async () => {
    const { record } = await passage({ corpus: texts(TEXT_D1), host: "0.0.0.0", sharePassages: true });
    expect(record).toMatchObject({ available: true, ...WITHIN });
  });
  it("no other route ever shows them", async () => {
    const server = await startServer([rivers.folder], { corpus: texts(TEXT_D1) });
    for (const address of [
      "/api/graph",
      "/api/statements",
      "/api/statements/s1",
      "/api/actors/ada",
      "/api/sources/d1",
      "/api/dataset",
      "/api/paths?from=ada&to=dam",
      ...["gexf", "graphml", "json", "csv", "svg", "csv?what=statements"].map(
        (format) => `/api/export/${format}`,
      ),
    ]) {
      const answer = await server.get(address);
      expect(answer.status).toBe(200);
      expect(answer.text).not.toContain(WITHIN.passage);
    }
    await server.close();
  });
});
