/** Passages: in context where they may be read, else where to find them and why they are not shown. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
