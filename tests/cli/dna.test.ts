/** DNA's sample database through every command: read as it is, imported, and refused where it is damaged. */
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readDnaFile } from "../../src/formats/dna/sqlite-node.ts";
import { requires } from "../support/require.ts";
import { cli, inFolder } from "./support.ts";

const data = requires("data");
const sample = path.join(data ?? "", "sample.dna");

const json = async (...argv: string[]) => {
  const { code, out, err } = await cli(argv);
  expect(err.split("\n").filter((line) => /error|fault/i.test(line))).toEqual([]);
  expect(code, err).toBe(0);
  return JSON.parse(out);
};

describe.skipIf(!data)("a .dna file", () => {
  it("is described and checked as a dataset", async () => {
    expect(await json("info", sample, "--json")).toMatchObject({
      id: "sample",
      counts: { actors: 14, issues: 6, sources: 7, statements: 40 },
      dates: { first: "2005-01-26", last: "2005-02-16" },
    });
    expect(await json("check", sample, "--json")).toEqual({
      ok: true,
      problems: [],
      warnings: [],
      counts: { actors: 14, kinds: 2, issues: 6, relations: 0, sources: 7, statements: 40 },
    });
  });
  it("is listed, asked for paths, analysed and exported", async () => {
    expect((await json("statements", sample, "--actor", "Sierra Club", "--json")).total).toBe(6);
    const answer = await json("path", "Senate", "Sierra Club", "--dataset", sample, "--json");
    expect(answer.paths.length).toBeGreaterThan(0);
    expect((await json("analyze", "counts", sample, "--json")).tables[0].rows.length).toBe(7);
    await inFolder(async (folder) => {
      const file = path.join(folder, "x.gexf");
      expect((await cli(["export", sample, "-o", file])).code).toBe(0);
      expect(await readFile(file, "utf8")).toContain("Sierra Club");
    });
  });
  it("can be read by other variables", async () => {
    const map = ["--map", "actor=person,speaker=none"];
    const { items } = await json("statements", sample, "--json", ...map);
    expect(items[0].actor.label).toBe("Joel Bluestein");
    expect(items[0].extra).toEqual({ organization: "Energy and Environmental Analysis, Inc." });
  });
  it("cannot be read by variables or statement types that are not there", async () => {
    for (const command of ["info", "check", "statements"]) {
      const unknown = await cli([command, sample, "--map", "issue=topic"]);
      expect(unknown.code).toBe(1);
      expect(unknown.out + unknown.err).toMatch(/no variable "topic".*person, organization/s);
      const type = await cli([command, sample, "--statement-type", "Nothing"]);
      expect(type.code).toBe(1);
      expect(type.out + type.err).toMatch(/no statement type "Nothing".*DNA Statement, NPF/s);
    }
    expect((await cli(["info", sample, "--map", "who=person"])).code).toBe(2);
    expect((await cli(["info", "--map", "actor=person"])).err).toContain("for .dna files");
  });
});

describe.skipIf(!data)("import", () => {
  const imported = (...flags: string[]) =>
    inFolder(async (root) => {
      const folder = path.join(root, "package");
      const ran = await cli(["import", sample, "--to", "package", ...flags], { cwd: root });
      expect([ran.code, ran.out]).toEqual([0, ""]);
      expect(ran.err).toContain("40 statements by");
      const report = await json("check", folder, "--json");
      const names = (await readdir(folder)).sort();
      const documents = names.includes("documents") ? await readdir(path.join(folder, "documents")) : [];
      const all = await Promise.all(
        names.filter((name) => name.includes(".")).map((name) => readFile(path.join(folder, name), "utf8")),
      );
      return { report, names, documents, text: all.join("\n") };
    });
  it("writes a package without the texts", async () => {
    const { report, names, text } = await imported();
    expect(report).toMatchObject({ ok: true, problems: [], counts: { statements: 40 } });
    expect(names).toEqual([
      "actors.csv",
      "datapackage.json",
      "issues.csv",
      "kinds.csv",
      "sources.csv",
      "statements.csv",
    ]);
    const { documents, statements } = await readDnaFile(sample);
    expect(statements).toHaveLength(41);
    for (const { document, start, stop } of statements) {
      const passage = documents.find(({ id }) => id === document)?.text.slice(start, stop) ?? "";
      expect(passage.length).toBeGreaterThan(30);
      expect(text).not.toContain(passage.slice(0, 30));
    }
  });
  it("writes the texts when told, and the passages are in them", async () => {
    const { report, documents } = await imported("--with-texts");
    expect(documents.sort()).toEqual([1, 2, 3, 4, 5, 6, 7].map((id) => `${id}.txt`));
    expect(report.problems).toEqual([]);
    expect(report.warnings.filter(({ code }: { code: string }) => code === "missing-text")).toEqual([]);
  });
  it("gives the network that the file itself gives", async () => {
    await inFolder(async (folder) => {
      const to = path.join(folder, "p");
      await cli(["import", sample, "--to", to]);
      const settings = ["--aggregation", "subtract", "--duplicates", "document", "--format", "json"];
      const direct = await json(
        "network",
        sample,
        "--type",
        "two-mode",
        "--rows",
        "organization",
        "--columns",
        "concept",
        ...settings,
      );
      const through = await json(
        "network",
        to,
        "--type",
        "two-mode",
        "--rows",
        "actor",
        "--columns",
        "issue",
        ...settings,
      );
      const plain = (name: string) =>
        name
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, "-")
          .replace(/^-|-$/g, "");
      expect(direct.rows.map(plain).sort()).toEqual([...through.rows].sort());
      for (const [i, row] of direct.rows.entries())
        for (const [j, column] of direct.columns.entries())
          expect(
            through.values[through.rows.indexOf(plain(row))][through.columns.indexOf(plain(column))],
          ).toBe(direct.values[i][j]);
      expect(through.statements).toBe(direct.statements);
    });
  });
  it("refuses a folder with content, and wrong usage", async () => {
    await inFolder(async (folder) => {
      await writeFile(path.join(folder, "mine.txt"), "mine");
      const { code, err } = await cli(["import", sample, "--to", folder]);
      expect([code, await readdir(folder)]).toEqual([1, ["mine.txt"]]);
      expect(err).toContain("is not empty");
    });
    expect((await cli(["import", sample])).err).toContain("--to FOLDER");
    expect((await cli(["import", "x.txt", "--to", "y"])).code).toBe(2);
  });
  it("writes nothing of a file that is none, is cut off, or is in use", async () => {
    await inFolder(async (root) => {
      const bytes = await readFile(sample);
      await writeFile(path.join(root, "text.dna"), "hello");
      await writeFile(path.join(root, "cut.dna"), bytes.subarray(0, bytes.length / 2));
      await copyFile(sample, path.join(root, "used.dna"));
      await writeFile(path.join(root, "used.dna-journal"), "x");
      await mkdir(path.join(root, "folder.dna"));
      for (const [name, words] of [
        ["text.dna", /not a SQLite database/],
        ["cut.dna", /truncated/],
        ["used.dna", /in use/],
        ["missing.dna", /cannot be read/],
      ] as const) {
        const { code, err } = await cli(["import", name, "--to", "out"], { cwd: root });
        expect(err).toMatch(words);
        expect(err).toContain("Nothing was written");
        expect(code).toBe(1);
        for (const command of ["info", "check", "network"]) {
          const flags =
            command === "network" ? ["--type", "two-mode", "--rows", "person", "--columns", "concept"] : [];
          const ran = await cli([command, name, ...flags], { cwd: root });
          expect(ran.code).toBe(1);
          expect(ran.out + ran.err).toMatch(words);
        }
      }
      const unknown = await cli(["import", sample, "--to", "out", "--map", "actor=nobody"], { cwd: root });
      expect([unknown.code, unknown.err.includes('"nobody"')]).toEqual([1, true]);
      expect(await readdir(root)).not.toContain("out");
    });
  });
});
