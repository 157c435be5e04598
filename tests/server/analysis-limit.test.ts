/** How many statements may be analysed, and how much is said of very many. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeFolder } from "../../src/dataset/folder-node.ts";
import { append, soundPackage } from "../dataset/package-fixture.ts";
import { startServer, type TestServer } from "./support.ts";

describe("an analysis of more than 50,000 statements", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "stancegraph-"));
  const count = 50_000;
  let server: TestServer;
  beforeAll(async () => {
    const rows = Array.from(
      { length: count },
      (_, at) => `n${at},s1,egypt,,,,,,,,,oppose,plan${",".repeat(15)}`,
    );
    await writeFolder(folder, append(soundPackage(), "statements.csv", rows.join("\n")));
    server = await startServer([folder]);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it.each([
    "counts",
    "conditions",
    "alignment?a=egypt&b=envoy",
    "centrality",
    "change",
    "coalitions",
    "clusterings",
    "polarisation",
  ])("is made by %s", async (name) => {
    const { status, json } = await server.get(`/api/analysis/${name}`);
    expect(status).toBe(200);
    if (name === "counts") expect(json().tables[0].rows[0].cells.statements).toBeGreaterThan(count);
  });
});
