/** Answers without HTTP are those of the server, byte for byte. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPackage } from "../../src/dataset/read.ts";
import { readZip } from "../../src/formats/zip/read.ts";
import { answerPath, type PathAnswer } from "../../src/service/answer-path.ts";
import { OpenedDatasets } from "../../src/service/datasets.ts";
import { PassageReader } from "../../src/service/passages.ts";
import { ServedDataset } from "../../src/service/served-dataset.ts";
import { startServer, type TestServer } from "../server/support.ts";
import { HOUSE_FOLDER, houseDataset } from "../support/house.ts";

const HOUSE = "gaza-stabilization-force";
let server: TestServer;
let ask: (url: string, accept?: string) => PathAnswer;
beforeAll(async () => {
  server = await startServer([HOUSE_FOLDER], {});
  const datasets = new OpenedDatasets(new Map([[HOUSE, new ServedDataset(houseDataset())]]));
  ask = (url, accept = "") =>
    answerPath({
      url,
      accept,
      principal: { name: "anonymous", passagesWithheld: null },
      services: {
        catalogue: datasets,
        passages: new PassageReader(null),
        release: "0.0.0",
        now: () => Date.parse("2026-01-02"),
        clock: () => 0,
        metrics: null,
        work: null,
      },
      clock: () => 0,
    });
});
afterAll(() => server?.close());

const text = ({ bytes }: PathAnswer): string => new TextDecoder().decode(bytes);

describe("answers without HTTP", () => {
  it.each([
    "/api/datasets",
    "/api/dataset",
    `/api/datasets/${HOUSE}`,
    "/api/graph?rollup=body",
    "/api/actors?limit=3",
    `/api/datasets/${HOUSE}/actors/pakistan`,
    "/api/statements?q=force",
    "/api/paths?from=egypt&to=hamas",
    "/api/networks?type=two-mode&rows=actor&columns=issue",
    "/api/analysis/coalitions",
    "/api/export/gexf?issue=isf-deployed",
    "/api/export/csv?what=statements",
    "/api/package",
    "/api/actors/nobody-at-all",
    "/api/graph?layuot=circular",
    "/api/datasets/nowhere/graph",
    "/api/nothing",
  ])("%s is as the server has it", async (url) => {
    const [here, there] = [ask(url), await server.get(url)];
    expect(here.status).toBe(there.status);
    expect(text(here)).toBe(there.text);
  });

  it("take the media type that is asked for, and the name of a file", () => {
    expect(ask("/api/graph", "application/vnd.stancegraph.columns").mediaType).toBe(
      "application/vnd.stancegraph.columns",
    );
    expect(ask("/api/export/graphml").fileName).toBe(`${HOUSE}.graphml`);
    expect(ask("/api/actors/%E0%A4%A").status).toBe(400);
  });

  it("hand out a package that is the dataset again", async () => {
    const { files, problems } = await readZip({
      archive: "x.zip",
      bytes: ask("/api/package").bytes,
      wanted: () => true,
      inflate: async function* () {},
    });
    expect(problems).toEqual([]);
    const { report, dataset } = readPackage(files, { id: HOUSE });
    expect(report.problems).toEqual([]);
    const { statements, actors, issues, sources, metadata } = houseDataset();
    expect(dataset).toMatchObject({ metadata, actors, issues, sources });
    expect(dataset?.statements.map(({ id }) => id)).toEqual(statements.map(({ id }) => id));
  });
});
