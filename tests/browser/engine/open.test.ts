/** What is made of files that are given together, and of a dataset that takes the place of another. */
import { describe, expect, it } from "vitest";
import { openFiles } from "../../../src/browser/engine/open/open.ts";
import type { ReadData } from "../../../src/browser/engine/open/read.ts";
import type { FromEngine, ToEngine } from "../../../src/browser/engine/protocol.ts";
import { serveEngine } from "../../../src/browser/engine/serve.ts";
import { writePackage } from "../../../src/dataset/write.ts";
import { tinyDataset } from "../../support/tiny-dataset.ts";

const WRITTEN = writePackage(
  tinyDataset({
    kinds: ["state"],
    relations: ["accuses"],
    actors: ["a", "b"],
    issues: ["x"],
    sources: ["d1"],
    statements: [
      { actor: "a", issue: "x" },
      { actor: "b", relation: "accuses", target: "a" },
    ],
  }),
);
const table = (name: string, text: string | Uint8Array) => ({
  path: name,
  blob: new Blob([text as BlobPart]),
});
/** A table of the dataset. */
const own = (file: string, as = file) => table(as, WRITTEN.get(file) ?? "");
const open = (...files: readonly ReturnType<typeof own>[]): Promise<ReadData> =>
  openFiles({
    files,
    choice: null,
    progress: () => {},
    sqlite: () => Promise.reject(new Error("no database is given")),
  });
const TABLES = ["actors", "issues", "kinds", "relations", "sources", "statements"].map(
  (name) => `${name}.csv`,
);

describe("tables of a dataset that are given without its descriptor", () => {
  it("are the dataset, with the remark that nothing says what it is", async () => {
    const read = await open(...TABLES.map((name) => own(name)));
    expect(read).toMatchObject({ kind: "read", warnings: [{ code: "no-descriptor" }] });
    const { dataset } = read as Extract<ReadData, { kind: "read" }>;
    expect(dataset.statements).toHaveLength(2);
    expect(dataset.metadata.title).toBe("Tables");
  });

  it("are known by their names in capitals and with a browser's numbers; of two the plain name counts", async () => {
    const files = TABLES.map((name) => own(name, name.replace(".csv", " (1).csv").replace(/^a/, "A")));
    expect(await open(...files)).toMatchObject({ kind: "read" });
    const plain = await open(...TABLES.map((name) => own(name)), table("actors (2).csv", "nonsense\n"));
    expect(plain).toMatchObject({ kind: "read" });
  });

  it("are refused in one sentence that names what is missing", async () => {
    const read = await open(own("statements.csv"), own("actors.csv"));
    expect(read).toMatchObject({ kind: "refused", problems: [{ code: "tables-missing" }] });
    const { problems } = read as Extract<ReadData, { kind: "refused" }>;
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toBe(
      "actors.csv, statements.csv belong to a dataset, of which issues.csv, sources.csv are missing",
    );
    expect(problems[0]?.remedy).toMatch(/^Give them together with the others/);
  });

  it("are not guessed at where other tables are given together", async () => {
    const read = await open(table("a.csv", "x\n1\n"), table("b.csv", "y\n1\n"));
    expect(read).toMatchObject({ kind: "refused", problems: [{ code: "several-files" }] });
  });
});

describe("a dataset opened in place of another", () => {
  it("has its id, and the other is gone; where it is refused, the other stays", async () => {
    const said: FromEngine[] = [];
    let order: (event: { readonly data: ToEngine }) => void = () => {};
    let next: ReadData = { kind: "refused", problems: [] };
    serveEngine(
      {
        postMessage: (message) => said.push(message),
        addEventListener: (_, listener) => {
          order = listener as typeof order;
        },
      },
      () => Promise.resolve(next),
    );
    const read = (actors: readonly string[]): ReadData => ({
      kind: "read",
      dataset: {
        ...tinyDataset({ actors, issues: ["x"], statements: actors.map((actor) => ({ actor, issue: "x" })) }),
        id: "data" as never,
      },
      texts: new Map(),
      warnings: [],
    });
    const openNext = async (given: ReadData, replaced: string | null) => {
      next = given;
      order({ data: { kind: "open", number: said.length, files: [], choice: null, replaced } });
      await new Promise((resolve) => setTimeout(resolve, 0));
      const last = said.at(-1);
      return last?.kind === "outcome" ? last.outcome : null;
    };
    const statements = (id: string): number | null => {
      order({
        data: { kind: "ask", number: said.length, path: `/api/datasets/${id}/statements`, accept: "" },
      });
      const last = said.at(-1);
      if (last?.kind !== "answer" || last.answer.status !== 200) return null;
      return JSON.parse(new TextDecoder().decode(last.answer.bytes)).total;
    };
    expect(await openNext(read(["a"]), null)).toMatchObject({ kind: "opened", id: "~data" });
    expect(await openNext(read(["a", "b"]), null)).toMatchObject({ id: "~data-2" });
    expect(await openNext({ kind: "refused", problems: [] }, "~data-2")).toMatchObject({ kind: "refused" });
    expect(statements("~data-2")).toBe(2);
    expect(await openNext(read(["a", "b", "c"]), "~data-2")).toMatchObject({ id: "~data-2" });
    expect([statements("~data"), statements("~data-2"), statements("~data-3")]).toEqual([1, 3, null]);
  });
});
