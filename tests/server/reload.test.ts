/** A change of the data: a clean one is taken over at once, a broken one is reported and the old data stay. */
import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Rivers, riversFolder } from "../support/rivers.ts";
import { type Answer, startServer, type TestServer } from "./support.ts";

let rivers: Rivers;
let server: TestServer;
beforeAll(async () => {
  rivers = await riversFolder();
  server = await startServer([rivers.folder], {}, { watch: true, debounce: 20, poll: 100 });
});
afterAll(async () => {
  await server.close();
  await rivers.remove();
});

async function until(address: string, holds: (answer: Answer) => boolean): Promise<Answer> {
  for (;;) {
    const answer = await server.get(address);
    if (holds(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function edit(change: (text: string) => string): Promise<void> {
  const file = path.join(rivers.folder, "actors.csv");
  await writeFile(file, change(await readFile(file, "utf8")));
}

describe("reload", () => {
  it("swaps in a clean change, with a new version and new tags", async () => {
    const before = await server.get("/api/graph");
    const { version } = (await server.get("/api/dataset")).json();
    await edit((text) => text.replace("The Hermit", "The Anchorite"));
    const description = await until("/api/dataset", (answer) => answer.json().version !== version);
    expect(description.json().pendingProblems).toEqual([]);
    expect((await server.get("/api/actors/hermit")).json().label).toBe("The Anchorite");
    const again = await server.get("/api/graph", {
      headers: { "If-None-Match": String(before.headers["etag"]) },
    });
    expect(again.status).toBe(200);
  });
  it("keeps the old data when the new are broken, and says what is wrong until they are mended", async () => {
    const before = await server.get("/api/dataset");
    await edit((text) => text.replace("constructor", "builder"));
    const tag = String(before.headers["etag"]);
    const broken = await until("/api/dataset", (answer) => answer.json().pendingProblems.length > 0);
    expect((await server.get("/api/dataset", { headers: { "If-None-Match": tag } })).status).toBe(200);
    expect(broken.json().version).toBe(before.json().version);
    expect(broken.json().pendingProblems[0]).toMatchObject({ file: "statements.csv", code: "unknown-id" });
    expect((await server.get("/api/actors/constructor")).status).toBe(200);
    expect((await server.get("/readyz")).status).toBe(200);
    await edit((text) => text.replace("builder", "constructor"));
    await until("/api/dataset", (answer) => answer.json().pendingProblems.length === 0);
  });
  it("says that the folder is gone by its bare name", async () => {
    await rename(rivers.folder, `${rivers.folder}-away`);
    const gone = await until("/api/dataset", (answer) => answer.json().pendingProblems.length > 0);
    expect(gone.json().pendingProblems).toMatchObject([{ file: "rivers", code: "missing-folder" }]);
    expect(gone.text).not.toContain(rivers.root);
    expect((await server.get("/api/actors/ada")).status).toBe(200);
    await rename(`${rivers.folder}-away`, rivers.folder);
    await until("/api/dataset", (answer) => answer.json().pendingProblems.length === 0);
  });
});
